package fieldloom.pack;

import fieldloom.model.Resources;
import fieldloom.pack.PackageContent.Kind;
import fieldloom.store.Store;
import fieldloom.store.Store.DocumentInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Packages in and out: a mapping with every file it names in one zip ({@code NAME.flpkg}), each
 * part with its SHA-256 in {@code manifest.json}. Opening one runs nothing of it.
 */
public final class Packages {
  /** Where the mapping is in a package unless another place is asked for. */
  public static final String MAPPING = "mapping.flmap";

  private Packages() {}

  /**
   * Exports a mapping with its schemas, tables, samples and expected outputs. The same content
   * gives the same bytes.
   *
   * @param out is flushed, not closed
   * @throws PackException where a file is missing, cannot be read or written, or is larger than
   *     packages may hold; {@code out} may then hold a piece of a package
   */
  public static void export(Project project, OutputStream out) throws PackException {
    export(project, MAPPING, out);
  }

  /**
   * Exports under a name for the mapping.
   *
   * @param mappingName its file name in the package: {@code crm-order.flmap}
   */
  public static void export(Project project, String mappingName, OutputStream out)
      throws PackException {
    Resources resources = project.resources();
    Map<String, Kind> files = References.of(project.mapping());
    SchemaParts.addTo(files, project.mapping(), resources);
    byte[] mapping = MappingFile.write(project.mapping());
    new PackageWriter(project.mapping().name(), mappingName, mapping, resources).write(files, out);
  }

  /** Exports into memory. */
  public static byte[] export(Project project) throws PackException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export(project, out);
    return out.toByteArray();
  }

  /**
   * Opens a package.
   *
   * @param zip is not changed by the caller from now on
   * @param label names the package in messages: {@code orders.flpkg}
   * @throws PackException where anything is not as its manifest says, or beyond the limits: 10,000
   *     parts, 100 MB a part, 500 MB in all, unpacked 100 times its size
   */
  public static PackageContent open(byte[] zip, String label) throws PackException {
    return new PackageReader(zip, label, ZipLimits.DEFAULT).read();
  }

  /** Opens a package file. */
  public static PackageContent open(Path file) throws PackException {
    String label = MappingFile.label(file);
    try {
      if (Files.size(file) > ZipLimits.DEFAULT.totalSize()) {
        throw new PackException(label + ": is larger than the 500 MB a package may have.");
      }
      return open(Files.readAllBytes(file), label);
    } catch (IOException e) {
      throw new PackException(label + ": cannot be read, " + Failures.reason(e) + ".", e);
    }
  }

  /** Whether content is a zip, and so a package rather than a mapping. */
  public static boolean isZip(byte[] content) {
    return content.length >= 4
        && content[0] == 'P'
        && content[1] == 'K'
        && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
  }

  /**
   * Saves all parts of a package in a workspace, or none.
   *
   * @return the saved documents, the mapping last
   * @throws PackException where the workspace holds another document of the same path, or the store
   *     fails; the workspace is then as it was
   */
  public static List<DocumentInfo> importInto(Store store, long workspace, PackageContent content)
      throws PackException {
    return importInto(store, workspace, content, false);
  }

  /**
   * Saves all parts of a package in a workspace, or none.
   *
   * @param overwrite whether other documents of the same path get a new version
   */
  public static List<DocumentInfo> importInto(
      Store store, long workspace, PackageContent content, boolean overwrite) throws PackException {
    return new StoreImport(store, workspace, content, overwrite).run();
  }
}
