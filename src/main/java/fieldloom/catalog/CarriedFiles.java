package fieldloom.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that come with the program, under {@code assets}. */
public final class CarriedFiles {
  private static final String ROOT = "/assets/";

  private CarriedFiles() {}

  /**
   * The files below a folder, whatever their depth, in order of their names. One caller at a time:
   * all would share the program's opened jar, which the first to end closes.
   *
   * @param folder such as {@code "catalog"}
   * @return paths relative to the folder, with {@code /} between names
   */
  public static synchronized List<String> list(String folder) throws IOException {
    URL place = CarriedFiles.class.getResource(ROOT + folder);
    if (place == null) {
      throw missing(folder);
    }
    try {
      URI uri = place.toURI();
      if (!uri.getScheme().equals("jar")) {
        return list(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return list(jar.getPath(ROOT + folder));
      } catch (FileSystemAlreadyExistsException open) {
        return list(FileSystems.getFileSystem(uri).getPath(ROOT + folder));
      }
    } catch (URISyntaxException e) {
      throw new IOException("The place of the program's files has no proper name: " + place, e);
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /**
   * The content of a file.
   *
   * @param path such as {@code "catalog/crm/account.schema.json"}
   */
  public static byte[] read(String path) throws IOException {
    try (InputStream in = CarriedFiles.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw missing(path);
      }
      return in.readAllBytes();
    }
  }

  private static FileNotFoundException missing(String path) {
    return new FileNotFoundException(
        path + " is not in this installation of Fieldloom; install it anew.");
  }
}
