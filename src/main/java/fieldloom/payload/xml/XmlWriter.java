package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.XmlShape;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.TextPage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one record as a document, or many as the elements that {@code records} names within one.
 * What a record needs is declared at the root where that has not been handed on yet.
 */
final class XmlWriter implements RecordWriter {
  private static final int HELD_BETWEEN_RECORDS = 32_768;

  private final PayloadSpec spec;
  private final XmlOptions options;
  private final TextPage page;
  private final XmlPrefixes prefixes;
  private final ElementWriter elements;
  private final List<SchemaNode> around;
  private final String defaultNamespace;

  private final Declarations declarations;
  private final boolean whole;
  private boolean begun;
  private boolean finished;
  private long records;
  private long written;

  XmlWriter(OutputStream stream, PayloadSpec spec, XmlOptions options) throws IOException {
    this.spec = spec;
    this.options = options;
    this.page = new TextPage(stream, options.encoding());
    this.prefixes = new XmlPrefixes(options.names());
    this.whole = options.records().isWhole();
    this.around = spec.schema().around();
    this.defaultNamespace = defaultNamespace();
    if (!options.declaration() && !options.encoding().name().startsWith("UTF-")) {
      throw new FormatException(
          "The option declaration of "
              + spec.name()
              + " is false, but a document in "
              + options.encoding().name()
              + " cannot be read without one; write UTF-8, or keep the declaration.");
    }
    this.declarations = new Declarations(page, prefixes, defaultNamespace);
    this.elements =
        new ElementWriter(
            new XmlTags(
                new XmlMarkup(page, options.encoding()),
                declarations,
                prefixes,
                options.names(),
                options.encoding().newEncoder()),
            page,
            declarations,
            spec.schema().xsd() != null,
            options.indent(),
            XmlPlans.patterned(spec.schema(), spec.options()));
  }

  /**
   * The namespace that names without a prefix are in. It is the root's where all elements of the
   * schema are in one, for only then do children without a namespace not need to say so.
   */
  private String defaultNamespace() {
    String given = options.names().uri("");
    SchemaNode root = around.isEmpty() ? spec.schema().root() : around.getFirst();
    XmlShape shape = root.xml();
    if (shape != null && shape.namespace().isEmpty()) {
      return "";
    }
    if (given != null || shape == null) {
      return given == null ? "" : given;
    }
    boolean asSample = spec.schema().xsd() == null && !shape.prefix().isEmpty();
    boolean prefixed = asSample || options.names().prefix(shape.namespace()) != null;
    return prefixed || !isQualified(root) ? "" : shape.namespace();
  }

  private static boolean isQualified(SchemaNode root) {
    for (SchemaNode child : root.children()) {
      SchemaNode item = child.type() == FieldType.ARRAY ? child.item() : child;
      XmlShape shape = item.xml();
      boolean element = !child.name().startsWith("@") && !child.name().equals("#text");
      if (element && shape != null && shape.namespace().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void write(Object value) throws IOException {
    records++;
    if (whole && written > 0) {
      throw new UnwritableRecordException(
          start()
              + ", for an XML document has one root element and it is written; name in the option"
              + " records where many are to stand, such as \"/orders/order\".");
    }
    begin();
    int from = page.length();
    try {
      record(value);
    } catch (Unfit e) {
      String place = elements.takeTrail();
      String reason = start() + ": " + (place.isEmpty() ? "" : place + " ") + e.getMessage() + ".";
      if (declarations.isHandedOn()) {
        throw new IOException(reason, e);
      }
      takeBack(from);
      throw new UnwritableRecordException(reason);
    }
    declarations.endRecord();
    written++;
    if (page.length() > HELD_BETWEEN_RECORDS) {
      page.handOn();
    }
  }

  private String start() {
    return "Record " + records + " of " + spec.name() + " cannot be written as XML";
  }

  private void takeBack(int length) {
    page.cut(length);
    declarations.takeBack(whole || written > 0);
  }

  private void record(Object value) throws IOException, Unfit {
    SchemaNode node = spec.schema().root();
    XmlShape shape = node.xml();
    Object known = value == Absent.ABSENT ? Null.NULL : value;
    if (known == Null.NULL && (spec.schema().xsd() == null || !node.nullable())) {
      throw new Unfit("its element is null, and must have a value");
    }
    boolean loose = shape == null && node.type() == FieldType.ANY;
    elements.record(
        shape == null ? rootName(node) : node.name(),
        loose ? null : elements.plan(node),
        known,
        defaultNamespace,
        whole ? 0 : options.records().names().size() - 1);
  }

  private String rootName(SchemaNode node) {
    if (!whole) {
      return options.records().names().getLast();
    }
    String given = options.root();
    if (given != null) {
      return given;
    }
    return XmlNames.isName(node.name()) ? node.name() : spec.name();
  }

  /** Writes what stands before the first record. */
  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (options.declaration()) {
      write(
          "<?xml version=\"1.0\" encoding=\""
              + options.encoding().name()
              + "\"?>"
              + (options.indent() ? "" : "\n"));
    }
    List<String> names = outerNames();
    for (int i = 0; i < names.size(); i++) {
      newLine(i);
      write("<" + names.get(i));
      declarations.around();
      write(">");
    }
    if (!names.isEmpty()) {
      declarations.declare();
    }
  }

  /** The names of the elements around the records, with their prefixes. */
  private List<String> outerNames() {
    List<String> all = new ArrayList<>();
    List<String> path = options.records().names();
    for (int i = 0; i < path.size() - 1; i++) {
      XmlShape shape = i < around.size() ? around.get(i).xml() : null;
      String name = path.get(i);
      int colon = name.indexOf(':');
      String uri = options.names().uri(colon < 0 ? "" : name.substring(0, colon));
      if (shape != null) {
        uri = shape.namespace();
      }
      boolean plain = uri == null || uri.isEmpty() || uri.equals(defaultNamespace);
      String local = name.substring(colon + 1);
      all.add(plain ? local : prefixes.of(uri, shape == null ? "" : shape.prefix()) + ":" + local);
    }
    return all;
  }

  private void newLine(int depth) {
    if (options.indent() && page.length() > 0) {
      write("\n" + "  ".repeat(depth));
    }
  }

  private void write(String text) {
    page.append(text);
  }

  @Override
  public boolean isComplete() {
    return written > 0 || !whole;
  }

  @Override
  public void finish() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    if (!isComplete()) {
      return;
    }
    begin();
    List<String> names = outerNames();
    for (int i = names.size() - 1; i >= 0; i--) {
      newLine(i);
      write("</" + names.get(i) + ">");
    }
    write("\n");
    page.finish();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}
