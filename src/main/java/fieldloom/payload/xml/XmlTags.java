package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Obj;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/** Writes tags, attributes and texts, each name in its namespace. */
final class XmlTags {
  private final XMLStreamWriter2 out;
  private final Declarations declarations;
  private final XmlPrefixes prefixes;
  private final XmlNames names;
  private final CharsetEncoder encoder;

  /**
   * @param encoder that names are written with; texts may have what it lacks, as references
   */
  XmlTags(
      XMLStreamWriter2 out,
      Declarations declarations,
      XmlPrefixes prefixes,
      XmlNames names,
      CharsetEncoder encoder) {
    this.out = out;
    this.declarations = declarations;
    this.prefixes = prefixes;
    this.names = names;
    this.encoder = encoder;
  }

  /**
   * Writes a start tag, open for attributes.
   *
   * @param name of the element as records have it
   * @param around the default namespace where it stands; "" where there is none
   * @param top whether it is the element of a record
   * @return the default namespace within the element
   */
  String start(String name, @Nullable WritePlan plan, String around, boolean top)
      throws XMLStreamException, Unfit {
    XmlShape shape = plan == null ? null : plan.shape();
    String uri = shape == null ? uri(name, true) : shape.namespace();
    String local = shape == null ? local(name) : shape.local();
    boolean plain = uri.isEmpty() || uri.equals(around);
    String prefix = plain ? "" : prefixes.of(uri, shape == null ? "" : shape.prefix());
    encodable(local);
    out.writeStartElement(prefix, local, uri);
    if (top) {
      declarations.record();
    }
    boolean leaves = uri.isEmpty() && !around.isEmpty();
    if (leaves) {
      out.writeDefaultNamespace("");
    }
    declareLate();
    return leaves ? "" : around;
  }

  /** Says that the element is null. */
  void nil() throws XMLStreamException {
    attribute(XmlNames.XSI, "nil", "xsi", "true");
  }

  /**
   * Writes an attribute.
   *
   * @param key its name in records: {@code @id}
   */
  void attribute(String key, @Nullable WritePlan plan, Object value)
      throws XMLStreamException, Unfit {
    XmlShape shape = plan == null ? null : plan.shape();
    String bare = key.substring(1);
    String uri = shape == null ? uri(bare, false) : shape.namespace();
    String local = shape == null ? local(bare) : shape.local();
    encodable(local);
    attribute(uri, local, shape == null ? "" : shape.prefix(), lexical(value, plan));
  }

  private void attribute(String uri, String local, String liked, String text)
      throws XMLStreamException {
    if (uri.isEmpty()) {
      out.writeAttribute(local, text);
    } else {
      out.writeAttribute(prefixes.of(uri, liked), uri, local, text);
      declareLate();
    }
  }

  /** Declares on this element what could not be declared at the root any more. */
  private void declareLate() throws XMLStreamException {
    if (declarations.isLate() && prefixes.wantsAny()) {
      for (Map.Entry<String, String> wanted : prefixes.takeWanted().entrySet()) {
        out.writeNamespace(wanted.getKey(), wanted.getValue());
      }
    }
  }

  /** Writes a text. */
  void text(@Nullable WritePlan plan, Object value) throws XMLStreamException, Unfit {
    String text = lexical(value, plan);
    if (!text.isEmpty()) {
      out.writeCharacters(text);
    }
  }

  void end() throws XMLStreamException {
    out.writeEndElement();
  }

  void newLine(int depth) throws XMLStreamException {
    out.writeRaw("\n" + "  ".repeat(depth));
  }

  private static String lexical(Object value, @Nullable WritePlan plan) throws Unfit {
    if (value instanceof Obj || value instanceof List<?>) {
      String what = value instanceof Obj ? "an object" : "a list";
      throw new Unfit("is " + what + ", where one value can stand");
    }
    String text =
        plan == null
            ? XmlLexical.text(value, FieldType.ANY, TextForm.PLAIN, true)
            : XmlLexical.text(value, plan.type, plan.form, plan.free);
    if (text == null) {
      throw new Unfit("is no " + (plan == null ? "text" : plan.type.label()) + ": “" + value + "”");
    }
    XmlChars.check(text);
    return text;
  }

  private String uri(String name, boolean element) throws Unfit {
    int colon = name.indexOf(':');
    if (colon < 0) {
      String uri = element ? names.uri("") : null;
      return uri == null ? "" : uri;
    }
    String prefix = name.substring(0, colon);
    String uri = names.uri(prefix);
    if (uri == null) {
      throw new Unfit(
          "has the prefix "
              + prefix
              + ", which stands for no namespace; add it to the option namespaces");
    }
    return uri;
  }

  private static String local(String name) throws Unfit {
    String local = name.substring(name.indexOf(':') + 1);
    if (!XmlNames.isName(local)) {
      throw new Unfit("has a name that XML does not allow");
    }
    return local;
  }

  private void encodable(String name) throws Unfit {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80 && !encoder.canEncode(name)) {
        throw new Unfit(
            "has a name that "
                + encoder.charset().name()
                + " cannot write; choose the encoding UTF-8");
      }
    }
  }
}
