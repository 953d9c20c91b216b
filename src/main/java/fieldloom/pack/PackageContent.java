package fieldloom.pack;

import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A package that has been read whole and found good: every part is what its manifest says. It is
 * data only; nothing of it has been run. Kept in memory as it is packed; parts are unpacked when
 * they are asked for. Immutable, thread-safe.
 */
public final class PackageContent {
  private final Manifest manifest;
  private final Mapping mapping;
  private final PackageResources files;

  PackageContent(Manifest manifest, Mapping mapping, PackageResources files) {
    this.manifest = manifest;
    this.mapping = mapping;
    this.files = files;
  }

  /** The mapping's name. */
  public String name() {
    return manifest.name();
  }

  public Mapping mapping() {
    return mapping;
  }

  /** Path of the mapping in the package. */
  public String mappingPath() {
    return manifest.mapping();
  }

  /** Every part but the manifest, sorted by path. */
  public List<Part> parts() {
    return manifest.parts();
  }

  /** The files beside the mapping. */
  public Resources resources() {
    return files;
  }

  /** The content of a part. */
  public byte[] read(Part part) {
    return files.part(part.path());
  }

  /**
   * Lays the parts out in a folder, the mapping last. All or nothing: where one part cannot be
   * written, none is.
   *
   * @param overwrite whether files that are there with other content are replaced; else they make
   *     the import fail
   * @return path of the mapping
   * @throws PackException with the file at fault; the folder is then as it was
   */
  public Path importInto(Path folder, boolean overwrite) throws PackException {
    return new FolderImport(this, folder, overwrite).run();
  }

  /** What a part is. */
  public enum Kind {
    MAPPING,
    SCHEMA,
    TABLE,
    SAMPLE,
    EXPECTED,
    OTHER;

    /** As the manifest writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  /**
   * A file of a package.
   *
   * @param path relative, {@code /} between folders
   * @param size in bytes
   * @param sha256 lower-case hex
   */
  public record Part(String path, Kind kind, long size, String sha256) {}
}
