package fieldloom.schema.xml;

import fieldloom.model.SchemaTree;
import fieldloom.payload.xml.RecordsPath;
import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import fieldloom.payload.xml.XmlNames;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
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
  public SchemaTree read(SchemaFile file) throws SchemaException {
    XmlNames names = XmlRecords.names(file);
    RecordsPath path = XmlRecords.path(file);
    try (XmlInput input =
        XmlInput.open(new ByteArrayInputStream(file.content()), StandardCharsets.UTF_8)) {
      XmlSampleShape root = new Walk(input).root();
      String first = path.isWhole() ? root.local() : path.names().getFirst();
      if (!root.local().equals(first.substring(first.indexOf(':') + 1))) {
        throw XmlRecords.wrong(file, path, "the root element is " + root.local());
      }
      return XmlRecords.tree(file, root.root(names), path, null);
    } catch (XmlFault e) {
      String message = String.valueOf(e.getMessage());
      throw new SchemaException(
          "The sample "
              + file.label()
              + " cannot be read: "
              + Character.toLowerCase(message.charAt(0))
              + message.substring(1));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }

  /** Goes through a document once. */
  private static final class Walk {
    private final XmlInput input;
    private final XMLStreamReader2 cursor;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable XmlSampleShape root;

    private Walk(XmlInput input) {
      this.input = input;
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

    private XmlSampleShape root() throws IOException, XmlFault {
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

    private void start() {
      String uri = text(cursor.getNamespaceURI());
      String prefix = text(cursor.getPrefix());
      XmlSampleShape shape;
      Open parent = open.peek();
      if (parent == null) {
        shape = new XmlSampleShape(cursor.getLocalName(), uri, prefix);
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
