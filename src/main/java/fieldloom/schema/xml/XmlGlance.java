package fieldloom.schema.xml;

import fieldloom.payload.xml.XmlFault;
import fieldloom.payload.xml.XmlInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;

/** Tells XML from other content, by its beginning. */
public final class XmlGlance {
  private XmlGlance() {}

  /** Whether the content is meant to be XML, well-formed or not. */
  public static boolean isXml(byte[] content) {
    for (byte b : content) {
      // Marks of an encoding, the zeros of UTF-16, and white space.
      boolean passed = b < 0 || b == 0 || b == ' ' || b == '\n' || b == '\r' || b == '\t';
      if (!passed) {
        return b == '<';
      }
      if (b < 0 && (b & 0xFF) < 0xBB) {
        return false;
      }
    }
    return false;
  }

  /** Whether it is XML whose root element has a name. */
  public static boolean isRoot(byte[] content, String namespace, String local) {
    if (!isXml(content)) {
      return false;
    }
    try (XmlInput input =
        XmlInput.open(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      while (input.next() != XMLStreamConstants.START_ELEMENT) {
        // What stands before the root.
        continue;
      }
      return local.equals(input.cursor().getLocalName())
          && namespace.equals(input.cursor().getNamespaceURI());
    } catch (XmlFault e) {
      // Whoever reads it says what is wrong with it.
      return false;
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }
}
