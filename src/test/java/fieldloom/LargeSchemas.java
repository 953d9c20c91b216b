package fieldloom;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes schemas as large as wanted. */
public final class LargeSchemas {
  private LargeSchemas() {}

  /**
   * An API with two operations and three schemas a resource, as many resources as are needed.
   *
   * @param bytes at least
   */
  public static Path api(Path file, long bytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Large\",\"version\":\"1\"},\"paths\":{");
      long written = 0;
      int resources = 0;
      while (written < bytes) {
        String path = (resources == 0 ? "" : ",") + resource(resources++);
        out.write(path);
        written += path.length();
      }
      out.write("}}");
    }
    return file;
  }

  /**
   * A file that begins so and goes on with always the same.
   *
   * @param bytes at least
   */
  public static Path of(Path file, String before, String middle, long bytes) throws IOException {
    String many = middle.repeat(1 + (1 << 16) / middle.length());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(before);
      for (long written = 0; written < bytes; written += many.length()) {
        out.write(many);
      }
    }
    return file;
  }

  private static String resource(int number) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      fields.append(i == 0 ? "" : ",");
      fields.append("\"field").append(i).append("\":{\"type\":\"string\",\"maxLength\":40,");
      fields.append("\"description\":\"What field ").append(i).append(" of it holds.\"}");
    }
    String schema = "{\"type\":\"object\",\"properties\":{" + fields + "}}";
    String content = "\"content\":{\"application/json\":{\"schema\":" + schema + "}}";
    return "\"/things%d\":{\"get\":{\"summary\":\"Thing %d\",\"responses\":{\"200\":{\"description\":\"ok\",%s}}},"
            .formatted(number, number, content)
        + "\"post\":{\"requestBody\":{%s},\"responses\":{\"201\":{\"description\":\"ok\"}}}}"
            .formatted(content);
  }

  /** An XML Schema with a root that has an element of each of so many types. */
  public static Path xsd(Path file, int types) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n");
      for (int i = 0; i < types; i++) {
        out.write(
            ("<xs:complexType name=\"T%d\"><xs:sequence><xs:element name=\"code\" type=\"xs:string\"/>"
                    + "<xs:element name=\"amount\" type=\"xs:decimal\" minOccurs=\"0\"/>"
                    + "</xs:sequence></xs:complexType>\n")
                .formatted(i));
      }
      out.write("<xs:element name=\"root\"><xs:complexType><xs:sequence>\n");
      for (int i = 0; i < types; i++) {
        out.write("<xs:element name=\"e%d\" type=\"T%d\"/>\n".formatted(i, i));
      }
      out.write("</xs:sequence></xs:complexType></xs:element>\n</xs:schema>\n");
    }
    return file;
  }
}
