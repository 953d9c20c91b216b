package fieldloom.model;

import java.io.IOException;
import java.io.InputStream;

/**
 * The files beside a mapping: a folder, a package or a workspace of the store. A port; names are
 * relative, with {@code /} between folders, and never lead outside.
 */
public interface Resources {

  /**
   * Opens a file; the caller closes it.
   *
   * @throws java.io.FileNotFoundException where there is no such file, with a sentence that says
   *     where it was looked for
   * @throws IOException where it cannot be read, or the name leads outside
   */
  InputStream open(String name) throws IOException;

  /** The whole file. */
  default byte[] read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  /**
   * The whole file, or where it is larger its first bytes.
   *
   * @param most after as many bytes and one the reading ends
   */
  default byte[] read(String name, int most) throws IOException {
    try (InputStream in = open(name)) {
      return in.readNBytes(most + 1);
    }
  }
}
