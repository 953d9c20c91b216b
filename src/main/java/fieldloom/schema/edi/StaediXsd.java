package fieldloom.schema.edi;

import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the library says of how its schemas are written. */
final class StaediXsd {
  /** Before the version of a schema's namespace. */
  static final String NAMESPACE = "http://xlate.io/EDISchema/";

  private static final Map<String, String> BY_VERSION = new ConcurrentHashMap<>();

  private StaediXsd() {}

  /**
   * The XSD of a version.
   *
   * @param version {@code v4}
   * @return null where there is none
   */
  static @Nullable String of(String version) {
    return switch (version) {
      case "v2", "v3", "v4" -> BY_VERSION.computeIfAbsent(version, StaediXsd::load);
      default -> null;
    };
  }

  private static String load(String version) {
    String name = "/schema/EDISchema-" + version + ".xsd";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the library has no " + name);
      }
      String xsd = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // The library itself takes any name, lets a later type replace an earlier one, and finds
      // types in included files.
      return xsd.replaceAll(
              "<restriction base=\"ID\">\\s*<pattern value=\"\\[A-Z]\\[A-Z0-9]\\+\"\\s*/>",
              "<restriction base=\"string\">")
          .replace("type=\"ID\"", "type=\"string\"")
          .replace("\"IDREF\"", "\"string\"");
    } catch (IOException e) {
      throw new IllegalStateException("a resource of the library cannot be read: " + name, e);
    }
  }
}
