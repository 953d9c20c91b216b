package fieldloom.catalog;

import java.io.IOException;
import java.util.List;

/** Files of a folder, read by their paths. A port: the program carries them, tests make them. */
public interface FileSet {

  /** Paths of all files, relative to the folder, with {@code /} between names, in their order. */
  List<String> list() throws IOException;

  /** The content of a file. */
  byte[] read(String path) throws IOException;

  /**
   * A folder that comes with the program.
   *
   * @param folder such as {@code "catalog"}
   */
  static FileSet carried(String folder) {
    return new FileSet() {
      @Override
      public List<String> list() throws IOException {
        return CarriedFiles.list(folder);
      }

      @Override
      public byte[] read(String path) throws IOException {
        return CarriedFiles.read(folder + "/" + path);
      }
    };
  }
}
