package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Obj;
import java.nio.charset.CharsetEncoder;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/** Writes tags, attributes and texts, each name in its namespace. */
final class XmlTags {
  /** More would come of a record whose names are data; these are looked at each time. */
  private static final int MOST_NAMES = 10_000;

  private final XMLStreamWriter2 out;
  private final Declarations declarations;
  private final XmlPrefixes prefixes;
  private final XmlNames names;
  private final CharsetEncoder encoder;
  private final Map<XmlShape, Name> listed = new IdentityHashMap<>();
  private final Map<String, Name> loose = new HashMap<>();

  /**
   * A name that can be written. The names of a document are few and looked up for each element.
   *
   * @param uri "" for no namespace
   * @param liked the prefix that its schema has; "" for none
   */
  private record Name(String uri, String local, String liked) {}

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
    Name known = element(name, plan);
    String uri = known.uri();
    boolean plain = uri.isEmpty() || uri.equals(around);
    out.writeStartElement(plain ? "" : prefixes.of(uri, known.liked()), known.local(), uri);
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
    Name name = shape == null ? loose(key) : listed(shape);
    attribute(name.uri(), name.local(), name.liked(), lexical(value, plan));
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
    if (plan == null && value instanceof String text) {
      XmlChars.check(text);
      return text;
    }
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

  private Name element(String name, @Nullable WritePlan plan) throws Unfit {
    XmlShape shape = plan == null ? null : plan.shape();
    return shape == null ? loose(name) : listed(shape);
  }

  private Name listed(XmlShape shape) throws Unfit {
    Name known = listed.get(shape);
    if (known == null) {
      encodable(shape.local());
      known = new Name(shape.namespace(), shape.local(), shape.prefix());
      listed.put(shape, known);
    }
    return known;
  }

  /**
   * @param key its name in records: that of an attribute starts with a mark
   */
  private Name loose(String key) throws Unfit {
    Name known = loose.get(key);
    if (known == null) {
      boolean attribute = key.startsWith("@");
      String name = attribute ? key.substring(1) : key;
      known = new Name(uri(name, !attribute), local(name), "");
      encodable(known.local());
      if (loose.size() < MOST_NAMES) {
        loose.put(key, known);
      }
    }
    return known;
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
