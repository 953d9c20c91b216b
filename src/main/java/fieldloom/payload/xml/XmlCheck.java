package fieldloom.payload.xml;

import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.FormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** Checks documents in memory against an XSD that comes with the program. */
public final class XmlCheck {
  private XmlCheck() {}

  /**
   * Reads a document to its end.
   *
   * @param xsd an XSD in one piece
   * @throws XmlFault at the first thing that is malformed, or that the XSD does not allow; a
   *     document type declaration is one
   */
  public static void check(byte[] document, String xsd) throws XmlFault {
    XmlSchemaFiles.File file =
        new XmlSchemaFiles.File("own.xsd", xsd.getBytes(StandardCharsets.UTF_8), Map.of());
    try (XmlInput input =
        XmlInput.open(new ByteArrayInputStream(document), StandardCharsets.UTF_8)) {
      XmlValidation validation = XmlValidation.of("the program", new XmlSchemaFiles(List.of(file)));
      validation.begin(input);
      input.checkedBy(validation);
      int event;
      do {
        event = input.next();
        XmlFault fault = validation.takeFault();
        if (fault != null) {
          throw fault;
        }
      } while (event != XMLStreamConstants.END_DOCUMENT);
    } catch (FormatException e) {
      throw new IllegalStateException("an XSD of the program is wrong", e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
  }
}
