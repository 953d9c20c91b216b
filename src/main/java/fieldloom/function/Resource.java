package fieldloom.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of codes and names that the program carries. */
public final class Resource {
  private Resource() {}

  /** The lines of a list, without those that begin with #. */
  public static List<String> lines(String name) {
    try (InputStream stream = Resource.class.getResourceAsStream("/fieldloom/function/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the list " + name + " is missing from the program");
      }
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
