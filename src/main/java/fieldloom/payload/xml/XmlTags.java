package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Obj;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes tags, attributes and texts, each name in its namespace. */
final class XmlTags {
  /** More would come of a record whose names are data; these are looked at each time. */
  private static final int MOST_NAMES = 10_000;

  private final XmlMarkup out;
  private final Declarations declarations;
  private final XmlPrefixes prefixes;
  private final XmlNames names;
  private final CharsetEncoder encoder;
  private final Map<String, TagName> loose = new HashMap<>();
  private final TagName nil = new TagName(XmlNames.XSI, "nil", "xsi");

  /** The end tags of the elements that are open. */
  private String[] ends = new String[16];

  private int opened;

  /**
   * @param encoder that names are written with; texts may have what it lacks, as references
   */
  XmlTags(
      XmlMarkup out,
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
  String start(String name, @Nullable WritePlan plan, String around, boolean top) throws Unfit {
    TagName known = name(name, plan);
    String uri = known.uri;
    boolean plain = uri.isEmpty() || uri.equals(around);
    out.start(known.with(plain ? "" : prefixes.of(uri, known.liked)).start());
    if (opened == ends.length) {
      ends = Arrays.copyOf(ends, opened * 2);
    }
    ends[opened++] = known.end();
    if (top) {
      declarations.record();
    }
    boolean leaves = uri.isEmpty() && !around.isEmpty();
    if (leaves) {
      out.declaration(XmlPrefixes.declaration("", ""));
    }
    declareLate();
    return leaves ? "" : around;
  }

  /** Says that the element is null. */
  void nil() throws Unfit {
    attribute(nil, "true");
  }

  /**
   * Writes an attribute.
   *
   * @param key its name in records: {@code @id}
   */
  void attribute(String key, @Nullable WritePlan plan, Object value) throws Unfit {
    attribute(name(key, plan), lexical(value, plan));
  }

  private void attribute(TagName name, String text) throws Unfit {
    if (name.uri.isEmpty()) {
      out.attribute(name.attribute(), text);
    } else {
      out.attribute(name.with(prefixes.of(name.uri, name.liked)).attribute(), text);
      declareLate();
    }
  }

  /** Declares on this element what could not be declared at the root any more. */
  private void declareLate() {
    if (declarations.isLate() && prefixes.wantsAny()) {
      for (Map.Entry<String, String> wanted : prefixes.takeWanted().entrySet()) {
        out.declaration(XmlPrefixes.declaration(wanted.getKey(), wanted.getValue()));
      }
    }
  }

  /** Writes a text. */
  void text(@Nullable WritePlan plan, Object value) throws Unfit {
    out.text(lexical(value, plan));
  }

  void end() {
    out.end(ends[--opened]);
  }

  void newLine(int depth) {
    out.newLine(depth);
  }

  /** Forgets the elements that are open, for they are taken back. */
  void takeBack() {
    opened = 0;
    out.takeBack();
  }

  private static String lexical(Object value, @Nullable WritePlan plan) throws Unfit {
    if (plan == null && value instanceof String text) {
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
    return text;
  }

  private TagName name(String key, @Nullable WritePlan plan) throws Unfit {
    TagName known = plan == null ? null : plan.tag;
    if (known == null) {
      XmlShape shape = plan == null ? null : plan.shape();
      if (plan == null || shape == null) {
        return loose(key);
      }
      encodable(shape.local());
      known = new TagName(shape.namespace(), shape.local(), shape.prefix());
      plan.tag = known;
    }
    return known;
  }

  /**
   * @param key its name in records: that of an attribute starts with a mark
   */
  private TagName loose(String key) throws Unfit {
    TagName known = loose.get(key);
    if (known == null) {
      boolean attribute = key.startsWith("@");
      String name = attribute ? key.substring(1) : key;
      known = new TagName(uri(name, !attribute), local(name), "");
      encodable(known.local);
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
