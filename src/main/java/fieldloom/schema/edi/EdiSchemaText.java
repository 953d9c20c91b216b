package fieldloom.schema.edi;

import fieldloom.payload.xml.XmlCheck;
import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A schema with the files that it includes as one text, checked before the library sees it. The
 * library would open whatever an include names.
 */
final class EdiSchemaText {
  private static final int MAX_FILES = 200;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ANY = 100;

  private final Set<String> open = new HashSet<>();
  private final StringBuilder included = new StringBuilder();
  private final StringBuilder own = new StringBuilder();
  private String transaction = "";
  private String implementation = "";
  private int files;

  private EdiSchemaText() {}

  /**
   * The schema in one piece.
   *
   * @throws SchemaException where it, or a file it includes, cannot be read
   */
  static String of(SchemaFile file) throws SchemaException {
    EdiSchemaText text = new EdiSchemaText();
    String version = text.read(file, text.own, true);
    if (text.transaction.isEmpty() && text.implementation.isEmpty()) {
      throw new SchemaException(
          "The EDI schema "
              + file.label()
              + " describes no message, only types; give the schema that includes it.");
    }
    return "<schema xmlns=\""
        + StaediXsd.NAMESPACE
        + version
        + "\">"
        + text.transaction
        + text.implementation
        + text.included
        + text.own
        + "</schema>";
  }

  /** Reads a file and returns the version it is written in. */
  private String read(SchemaFile file, StringBuilder types, boolean main) throws SchemaException {
    files++;
    if (files > MAX_FILES || !open.add(file.path())) {
      throw new SchemaException(
          "The EDI schema "
              + file.label()
              + (files > MAX_FILES
                  ? " is one of more than " + MAX_FILES + " that are included; put them together."
                  : " includes itself, by itself or by others; take one of the includes out."));
    }
    try (XmlInput input = XmlInput.open(file.stream(), StandardCharsets.UTF_8)) {
      while (input.next() != XMLStreamConstants.START_ELEMENT) {
        // What stands before the root.
        continue;
      }
      String version = version(file, input.cursor(), main);
      sections(file, input, types);
      return version;
    } catch (XmlFault e) {
      throw wrong(file, e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    } finally {
      open.remove(file.path());
    }
  }

  private static String version(SchemaFile file, XMLStreamReader2 cursor, boolean main)
      throws SchemaException, XmlFault {
    String namespace = String.valueOf(cursor.getNamespaceURI());
    String version =
        namespace.startsWith(StaediXsd.NAMESPACE)
            ? namespace.substring(StaediXsd.NAMESPACE.length())
            : "";
    String xsd = StaediXsd.of(version);
    if (xsd == null || !main && version.equals("v2")) {
      throw new SchemaException(
          "The EDI schema "
              + file.label()
              + " is of the namespace "
              + namespace
              + (main
                  ? "; those of v2, v3 and v4 are read."
                  : "; only those of v3 and v4 can be included."));
    }
    XmlCheck.check(file.content(), xsd);
    return version;
  }

  private static SchemaException wrong(SchemaFile file, XmlFault e) {
    String message = String.valueOf(e.getMessage());
    return new SchemaException(
        "The EDI schema "
            + file.label()
            + " cannot be read: "
            + Character.toLowerCase(message.charAt(0))
            + message.substring(1));
  }

  private void sections(SchemaFile file, XmlInput input, StringBuilder types)
      throws SchemaException, IOException, XmlFault {
    int event = input.next();
    String ownTransaction = "";
    String ownImplementation = "";
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (input.cursor().getLocalName()) {
          case "include" -> include(file, input);
          case "transaction" -> ownTransaction = copy(file, input);
          case "implementation" -> ownImplementation = copy(file, input);
          case "interchange" ->
              throw new SchemaException(
                  "The EDI schema "
                      + file.label()
                      + " describes an envelope, which the program knows already; give the schema"
                      + " of a message.");
          default -> types.append(copy(file, input));
        }
      }
      event = input.next();
    }
    transaction = ownTransaction.isEmpty() ? transaction : ownTransaction;
    implementation = ownImplementation.isEmpty() ? implementation : ownImplementation;
  }

  private void include(SchemaFile file, XmlInput input)
      throws SchemaException, IOException, XmlFault {
    String location = input.cursor().getAttributeValue(null, "schemaLocation");
    String name = location == null ? "" : location;
    // The library's own samples write the same folder so.
    String plain = name.startsWith("file:./") ? name.substring("file:".length()) : name;
    read(file.open(plain), included, false);
    while (input.next() != XMLStreamConstants.END_ELEMENT) {
      // Nothing stands in an include.
      continue;
    }
  }

  /** The current element as text, to its end. */
  private static String copy(SchemaFile file, XmlInput input)
      throws SchemaException, IOException, XmlFault {
    StringBuilder out = new StringBuilder();
    Deque<String> names = new ArrayDeque<>();
    int event = XMLStreamConstants.START_ELEMENT;
    while (true) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (names.size() == MAX_DEPTH) {
            throw new SchemaException(
                "The EDI schema "
                    + file.label()
                    + " has more than 30 loops within each other at "
                    + input.place()
                    + "; so many are not read.");
          }
          start(out, input.cursor());
          names.push(input.cursor().getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          out.append("</").append(names.pop()).append('>');
          if (names.isEmpty()) {
            return out.toString();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            escape(out, input.cursor().getText());
        default -> {
          // Comments say nothing of the message.
        }
      }
      event = input.next();
    }
  }

  private static void start(StringBuilder out, XMLStreamReader2 cursor) {
    String name = cursor.getLocalName();
    out.append('<').append(name);
    for (int i = 0; i < cursor.getAttributeCount(); i++) {
      String namespace = cursor.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        String attribute = cursor.getAttributeLocalName(i);
        out.append(' ').append(attribute).append("=\"");
        escape(out, value(name, attribute, cursor.getAttributeValue(i)));
        out.append('"');
      }
    }
    out.append('>');
  }

  /** Any element at all, thousands of times, is a list that long to the library. */
  private static String value(String element, String attribute, String value) {
    boolean many = element.equals("any") && attribute.equals("maxOccurs") && value.length() > 2;
    return many ? String.valueOf(MAX_ANY) : value;
  }

  private static void escape(StringBuilder out, @Nullable String text) {
    String given = text == null ? "" : text;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n', '\r', '\t' -> out.append(' ');
        default -> out.append(c);
      }
    }
  }
}
