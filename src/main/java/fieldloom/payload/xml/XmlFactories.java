package fieldloom.payload.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import fieldloom.payload.text.TextLimits;
import java.io.OutputStream;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/**
 * The only place where parsers, validators and writers of XML are made, so that all of them are
 * safe: no document type declaration, no entities of a document's own, no file and no network.
 */
public final class XmlFactories {
  /** Levels of elements that a parser follows; what is read of a record is less. */
  static final int MAX_PARSED_DEPTH = 100_000;

  /** The scheme of the names under which a validator is handed the files of a schema. */
  static final String PARTS = "part";

  private static final int BUFFER_CHARS = 16_384;
  private static final int MAX_ATTRIBUTES = 10_000;

  /** States of the content of one element; more of them take more memory than they are worth. */
  private static final String MAX_CONTENT_NODES = "50000";

  private static final WstxInputFactory INPUT = input();

  private XmlFactories() {}

  private static WstxInputFactory input() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        });
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // What is malformed is then met where it stands, and not when its text is asked for.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER_CHARS);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_PARSED_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, TextLimits.MAX_CHARS);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, TextLimits.MAX_CHARS);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    return factory;
  }

  /** Reads a document whose bytes have been decoded. Closing it leaves the reader open. */
  public static XMLStreamReader2 reader(Reader source) throws XMLStreamException {
    return (XMLStreamReader2) INPUT.createXMLStreamReader(source);
  }

  /** A writer of UTF-8 for what is no payload, such as a report. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return new WstxOutputFactory().createXMLStreamWriter(out, "UTF-8");
  }

  /**
   * Makes a schema to validate with.
   *
   * @param files what it is made of; no other file is opened
   * @throws SAXException where it breaks the rules of XML Schema
   */
  static Schema schema(Source main, LSResourceResolver files) throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, PARTS);
    factory.setProperty("jdk.xml.maxOccurLimit", MAX_CONTENT_NODES);
    factory.setResourceResolver(files);
    return factory.newSchema(main);
  }
}
