package fieldloom.schema.xml;

import fieldloom.model.Fault;
import fieldloom.model.SchemaTree;
import fieldloom.payload.xml.RecordsPath;
import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.BegunText;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * An XML document as a sample. What several elements of one place have is merged: what repeats is
 * an array, what one of them lacks is optional, and texts are of the widest of their types.
 */
public final class XmlSampleReader implements SchemaReader {

  @Override
  public String name() {
    return "xml";
  }

  @Override
  public boolean isSample() {
    return true;
  }

  @Override
  public boolean accepts(SchemaFile file) {
    return XmlGlance.isXml(file.content());
  }

  @Override
  public List<String> extensions() {
    return List.of("xml");
  }

  @Override
  public List<String> optionNames() {
    return List.of("namespaces", "records");
  }

  /**
   * The first elements of the outermost list that does not end in the beginning, and what stands
   * before them.
   */
  @Override
  public SchemaFile firstRecords(SchemaFile beginning) throws SchemaException {
    XmlBeginning document = XmlBeginning.of(beginning);
    if (!document.isCut()) {
      return beginning.firstRecords(beginning.content(), 0);
    }
    XmlBeginning.Cut cut = document.firstElements();
    if (cut == null) {
      throw beginning.withoutRecord();
    }
    BegunText begun = BegunText.of(beginning.content(), cut.encoding());
    return beginning.firstRecords(begun.upTo(cut.end(), cut.closing()), cut.elements());
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    return read(List.of(file));
  }

  @Override
  public SchemaTree read(List<SchemaFile> samples) throws SchemaException {
    SchemaFile first = samples.getFirst();
    XmlNames names = XmlRecords.names(first);
    RecordsPath path = XmlRecords.path(first);
    XmlSampleShape root = null;
    for (SchemaFile sample : samples) {
      XmlSampleShape before = root;
      root = shape(sample, before);
      if (before != null && before != root) {
        throw new SchemaException(
            "The samples "
                + first.label()
                + " and "
                + sample.label()
                + " have different root elements, "
                + before.local()
                + " and "
                + root.local()
                + "; choose samples of one kind of document.");
      }
      String wanted = path.isWhole() ? root.local() : path.names().getFirst();
      if (!root.local().equals(wanted.substring(wanted.indexOf(':') + 1))) {
        throw XmlRecords.wrong(sample, path, "the root element is " + root.local());
      }
    }
    if (root == null) {
      throw new IllegalArgumentException("no sample");
    }
    return XmlRecords.tree(first, root.root(names), path, null);
  }

  /**
   * What a document has in common with those before it.
   *
   * @param before what they have; null where there are none
   * @return another shape where its root element is another
   */
  private static XmlSampleShape shape(SchemaFile file, @Nullable XmlSampleShape before)
      throws SchemaException {
    try (XmlInput input = XmlInput.open(file.stream(), StandardCharsets.UTF_8)) {
      return new Walk(file.label(), input, before).root();
    } catch (XmlFault e) {
      String message = String.valueOf(e.getMessage());
      throw new SchemaException(
          "The sample "
              + file.label()
              + " cannot be read: "
              + Character.toLowerCase(message.charAt(0))
              + message.substring(1),
          Fault.of(Fault.Kind.NO_XML, file.label(), message));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  /** Goes through a document once. */
  private static final class Walk {
    private static final int MAX_DEPTH = 1_000;

    private final String label;
    private final XmlInput input;
    private final XMLStreamReader2 cursor;
    private final Deque<Open> open = new ArrayDeque<>();
    private final @Nullable XmlSampleShape before;
    private @Nullable XmlSampleShape root;

    private Walk(String label, XmlInput input, @Nullable XmlSampleShape before) {
      this.label = label;
      this.input = input;
      this.before = before;
      this.cursor = input.cursor();
    }

    /** An element whose end has not come yet. */
    private static final class Open {
      private final XmlSampleShape shape;
      private final StringBuilder text = new StringBuilder();
      private boolean alone = true;

      private Open(XmlSampleShape shape) {
        this.shape = shape;
      }
    }

    private XmlSampleShape root() throws IOException, XmlFault, SchemaException {
      int event = input.next();
      while (event != XMLStreamConstants.END_DOCUMENT) {
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> start();
          case XMLStreamConstants.END_ELEMENT -> {
            Open ended = open.pop();
            ended.shape.end(ended.text.toString(), ended.alone);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!open.isEmpty()) {
              open.peek().text.append(cursor.getText());
            }
          }
          default -> {
            // Comments and processing instructions say nothing of the fields.
          }
        }
        event = input.next();
      }
      if (root == null) {
        throw new IllegalStateException("a document without a root is none");
      }
      return root;
    }

    private void start() throws SchemaException {
      if (open.size() == MAX_DEPTH) {
        throw new SchemaException(
            "The sample "
                + label
                + " has more than 1,000 levels of elements at "
                + input.place()
                + "; so many are not read, give one with fewer.");
      }
      String uri = text(cursor.getNamespaceURI());
      String prefix = text(cursor.getPrefix());
      XmlSampleShape shape;
      Open parent = open.peek();
      if (parent == null) {
        boolean same = before != null && before.isOf(cursor.getLocalName(), uri);
        shape = same ? before : new XmlSampleShape(cursor.getLocalName(), uri, prefix);
        root = shape;
      } else {
        parent.alone = false;
        shape = parent.shape.element(cursor.getLocalName(), uri, prefix);
      }
      shape.begin();
      for (int i = 0; i < cursor.getAttributeCount(); i++) {
        attribute(shape, i);
      }
      open.push(new Open(shape));
    }

    private void attribute(XmlSampleShape shape, int index) {
      String uri = text(cursor.getAttributeNamespace(index));
      String local = cursor.getAttributeLocalName(index);
      if (!uri.equals(XmlNames.XSI)) {
        shape
            .attribute(local, uri, text(cursor.getAttributePrefix(index)))
            .add(cursor.getAttributeValue(index));
      } else if (local.equals("nil")) {
        shape.isNull();
      }
    }

    private static String text(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
