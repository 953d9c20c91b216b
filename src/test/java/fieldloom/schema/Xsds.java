package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads XML Schemas from texts, for tests; single quotes stand for double ones. */
public final class Xsds {
  private Xsds() {}

  /** A schema of elements in no namespace. */
  public static String schema(String body) {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + body + "</xs:schema>";
  }

  /** A schema of elements in the namespace {@code urn:o}. */
  public static String qualified(String body) {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o'"
        + " xmlns:o='urn:o' elementFormDefault='qualified'>"
        + body
        + "</xs:schema>";
  }

  /** Reads a schema in one file; fails the test where that cannot be. */
  public static SchemaTree tree(String xsd) {
    return tree(xsd, null);
  }

  /** Reads a schema in one file with options; fails the test where that cannot be. */
  public static SchemaTree tree(String xsd, @Nullable JsonNode options) {
    try {
      return read(Map.of("order.xsd", xsd), "order.xsd", options);
    } catch (SchemaException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Reads a schema with the files beside it. */
  public static SchemaTree read(Map<String, String> files, String main, @Nullable JsonNode options)
      throws SchemaException {
    Resources around = files(files);
    try {
      return SchemaReaders.read(
          new SchemaFile(main, main, around.read(main), options, around), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files by name. */
  public static Resources files(Map<String, String> files) {
    return name -> {
      String text = files.get(name);
      if (text == null) {
        throw new FileNotFoundException("There is no “" + name + "”.");
      }
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    };
  }

  /** What lies in a folder of a jar; "" for its root. */
  public static Resources inJar(String folder) {
    return name -> {
      String path = folder.isEmpty() ? name : folder + "/" + name;
      InputStream in = Xsds.class.getClassLoader().getResourceAsStream(path);
      if (in == null) {
        throw new FileNotFoundException("There is no “" + path + "”.");
      }
      return in;
    };
  }
}
