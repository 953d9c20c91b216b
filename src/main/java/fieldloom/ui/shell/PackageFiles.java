package fieldloom.ui.shell;

import fieldloom.pack.PackException;
import fieldloom.pack.PackageContent;
import fieldloom.pack.Packages;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Packages and mapping files from outside, into the workspace and out of it. Off the FX thread. */
final class PackageFiles {
  private static final String MAPPING_ENDING = ".flmap";

  private PackageFiles() {}

  /** Reads a package, or a mapping file with the files beside it as if it were one. */
  static PackageContent read(Path file) throws PackException, IOException {
    String name = file.getFileName().toString();
    if (!name.endsWith(MAPPING_ENDING) || Packages.isZip(start(file))) {
      return Packages.open(file);
    }
    Project project = Projects.open(file);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    Packages.export(project, name, zip);
    return Packages.open(zip.toByteArray(), name);
  }

  private static byte[] start(Path file) throws IOException {
    try (java.io.InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  /**
   * Saves all of it in the workspace.
   *
   * @param overwrite whether other documents of the same path get a new version
   * @return path of the mapping
   */
  static String importInto(WorkspaceFiles files, PackageContent content, boolean overwrite)
      throws PackException {
    Packages.importInto(files.store(), files.workspace(), content, overwrite);
    return content.mappingPath();
  }

  /** Writes a mapping as a package; an earlier file of the name is replaced whole. */
  static void export(Project project, String mappingPath, Path out)
      throws PackException, IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      try (java.io.OutputStream stream = Files.newOutputStream(part)) {
        Packages.export(project, Path.of(mappingPath).getFileName().toString(), stream);
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
