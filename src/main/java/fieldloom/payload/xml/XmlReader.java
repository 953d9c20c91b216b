package fieldloom.payload.xml;

import fieldloom.model.SchemaNode;
import fieldloom.model.XmlShape;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document: its root element as one record, or the elements that {@code records} names, one
 * record each as they come.
 */
final class XmlReader implements RecordReader {
  private final PayloadSpec spec;
  private final XmlInput input;
  private final XMLStreamReader2 cursor;
  private final @Nullable XmlValidation validation;
  private final List<String> path;
  private final XmlNames names;
  private final XmlPlans plans;
  private final ElementPlan plan;
  private final XmlRecordBuilder builder;
  private @Nullable XmlFault early;
  private @Nullable String odd;
  private Consumer<String> warnings = text -> {};

  /** How many names of the path lead to where the parser is. */
  private int on;

  private boolean begun;
  private boolean ended;

  /**
   * @param mostBytes what a record may take in memory, roughly
   * @throws IOException where the input cannot be read
   */
  XmlReader(
      PayloadSpec spec,
      XmlOptions options,
      XmlInput input,
      @Nullable XmlValidation validation,
      long mostBytes)
      throws IOException {
    this.spec = spec;
    this.input = input;
    this.cursor = input.cursor();
    this.validation = validation;
    this.path = options.records().names();
    this.names = options.names();
    this.plans = new XmlPlans(names, XmlPlans.patterned(spec.schema(), spec.options()));
    this.plan = plans.of(spec.schema().root());
    this.builder = new XmlRecordBuilder(input, plans, mostBytes);
    if (validation != null) {
      validation.begin(input);
      input.checkedBy(validation);
    }
    findRoot();
  }

  private void findRoot() throws IOException {
    try {
      while (input.next() != XMLStreamConstants.START_ELEMENT) {
        // Comments and processing instructions before the root.
        continue;
      }
    } catch (XmlFault e) {
      early = e;
      return;
    }
    String namespace = text(cursor.getNamespaceURI());
    List<SchemaNode> around = spec.schema().around();
    SchemaNode root = around.isEmpty() ? spec.schema().root() : around.getFirst();
    XmlShape shape = root.xml();
    plans.begin(namespace, shape != null && shape.namespace().equals(namespace));
    if (shape != null && !shape.local().equals(cursor.getLocalName())) {
      odd =
          "At "
              + input.place()
              + " the root element of "
              + spec.name()
              + " is "
              + cursor.getLocalName()
              + " where its schema has "
              + shape.local()
              + "; give it another document, or set the option root.";
    }
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (ended) {
      return null;
    }
    try {
      if (early != null) {
        throw early;
      }
      if (odd != null) {
        warnings.accept(odd);
        odd = null;
      }
      return path.isEmpty() ? whole() : item();
    } catch (XmlFault e) {
      ended |= e.fatal() || path.isEmpty();
      throw e.ofRecord(ended);
    }
  }

  private @Nullable InputRecord whole() throws IOException, XmlFault {
    long line = input.line();
    Object value = builder.build(plan);
    toEnd();
    ended = true;
    return new InputRecord(value, line, builder.misfits());
  }

  private void toEnd() throws IOException, XmlFault {
    while (input.next() != XMLStreamConstants.END_DOCUMENT) {
      // Comments and processing instructions behind the root.
      continue;
    }
    checkValid();
  }

  private @Nullable InputRecord item() throws IOException, XmlFault {
    int first = XMLStreamConstants.START_ELEMENT;
    if (begun) {
      first = next(false);
    }
    begun = true;
    if (!findItem(first)) {
      ended = true;
      checkValid();
      return null;
    }
    long line = input.line();
    int depth = cursor.getDepth();
    on--;
    Object value;
    try {
      value = builder.build(plan);
    } catch (XmlFault e) {
      if (!e.fatal()) {
        skipTo(depth);
      }
      throw e;
    }
    checkValid();
    return new InputRecord(value, line, builder.misfits());
  }

  /**
   * Goes on to the start of the next element that is a record.
   *
   * @param first the event at which the parser stands
   * @return whether there is one
   */
  private boolean findItem(int first) throws IOException, XmlFault {
    int event = first;
    while (event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (on + 1 == cursor.getDepth() && isNamed(path.get(on))) {
          on++;
          if (on == path.size()) {
            return true;
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && on == cursor.getDepth()) {
        on--;
      }
      event = next(false);
    }
    return false;
  }

  private boolean isNamed(String name) {
    int colon = name.indexOf(':');
    if (!cursor.getLocalName().equals(name.substring(colon + 1))) {
      return false;
    }
    String uri = colon < 0 ? null : names.uri(name.substring(0, colon));
    return uri == null || uri.equals(cursor.getNamespaceURI());
  }

  /** Goes on to the end of the element at a depth, past whatever is wrong within it. */
  private void skipTo(int depth) throws IOException, XmlFault {
    int event = cursor.getEventType();
    while (event != XMLStreamConstants.END_ELEMENT || cursor.getDepth() > depth) {
      event = next(true);
    }
    if (validation != null) {
      validation.takeFault();
    }
  }

  /**
   * The next event, past bytes that are malformed.
   *
   * @param quiet whether they are told of already, with the record they stand in
   */
  private int next(boolean quiet) throws IOException, XmlFault {
    try {
      return input.next();
    } catch (XmlFault e) {
      if (e.fatal()) {
        throw e;
      }
      if (!quiet) {
        warnings.accept(e.getMessage() + " It belongs to no record.");
      }
      return cursor.getEventType();
    }
  }

  private void checkValid() throws XmlFault {
    XmlFault fault = validation == null ? null : validation.takeFault();
    if (fault != null) {
      throw fault;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public boolean singleRoot() {
    return path.isEmpty();
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
