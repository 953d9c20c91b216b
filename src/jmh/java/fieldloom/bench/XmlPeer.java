package fieldloom.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Woodstox. */
final class XmlPeer implements FormatCase.Peer {
  /** The schema of the data. */
  static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="orders">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="order" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="customer" type="xs:string"/>
                    <xs:element name="city" type="xs:string"/>
                    <xs:element name="line" maxOccurs="unbounded">
                      <xs:complexType>
                        <xs:sequence>
                          <xs:element name="sku" type="xs:string"/>
                          <xs:element name="qty" type="xs:int"/>
                          <xs:element name="price" type="xs:decimal"/>
                        </xs:sequence>
                        <xs:attribute name="no" type="xs:int" use="required"/>
                      </xs:complexType>
                    </xs:element>
                  </xs:sequence>
                  <xs:attribute name="id" type="xs:string" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:schema>
      """;

  private static final WstxInputFactory IN = new WstxInputFactory();
  private static final WstxOutputFactory OUT = new WstxOutputFactory();

  static {
    IN.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  @Override
  public byte[] data(int records) {
    Random random = new Random(20261128);
    StringBuilder text = new StringBuilder("<orders>");
    for (int i = 1; i <= records; i++) {
      text.append("<order id=\"SO-").append(i).append("\"><customer>C").append(random.nextInt(999));
      text.append("</customer><city>苏州</city>");
      for (int line = 1; line <= 4; line++) {
        text.append("<line no=\"").append(line).append("\"><sku>A100-").append(random.nextInt(99));
        text.append("</sku><qty>").append(random.nextInt(500)).append("</qty><price>");
        text.append(random.nextInt(100_000) / 100.0).append("</price></line>");
      }
      text.append("</order>");
    }
    return text.append("</orders>").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String options() {
    return "{\"records\": \"/orders/order\"}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    try {
      XMLStreamReader xml = IN.createXMLStreamReader(new ByteArrayInputStream(data));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          seen += xml.getLocalName().length();
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            seen += xml.getAttributeLocalName(i).length() + xml.getAttributeValue(i).length();
          }
        } else if (event == XMLStreamConstants.CHARACTERS) {
          seen += xml.getText().length();
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return seen;
  }

  @Override
  public long characters(List<Object> records) {
    // The names of the root and of each record stand in none; those of attributes lack their mark.
    return Characters.ofAll(records)
        + "orders".length()
        + records.size() * "order".length()
        + lists(records);
  }

  /** What the names of repeating elements and of attributes add: each item has the name. */
  private static long lists(Object value) {
    long sum = 0;
    switch (value) {
      case Obj object -> {
        for (int i = 0; i < object.size(); i++) {
          if (object.value(i) instanceof List<?> items) {
            sum += (long) object.name(i).length() * (items.size() - 1);
          }
          sum += lists(object.value(i)) - (object.name(i).startsWith("@") ? 1 : 0);
        }
      }
      case List<?> list -> {
        for (Object item : list) {
          sum += lists(item);
        }
      }
      default -> {}
    }
    return sum;
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = OUT.createXMLStreamWriter(out, "UTF-8");
      xml.writeStartElement("orders");
      for (Object record : records) {
        element("order", record, xml);
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void element(String name, Object value, XMLStreamWriter xml)
      throws XMLStreamException {
    if (value instanceof List<?> items) {
      for (Object item : items) {
        element(name, item, xml);
      }
      return;
    }
    xml.writeStartElement(name);
    if (value instanceof Obj object) {
      for (int i = 0; i < object.size(); i++) {
        if (object.name(i).startsWith("@")) {
          xml.writeAttribute(object.name(i).substring(1), object.value(i).toString());
        }
      }
      for (int i = 0; i < object.size(); i++) {
        if (!object.name(i).startsWith("@")) {
          element(object.name(i), object.value(i), xml);
        }
      }
    } else {
      xml.writeCharacters(value.toString());
    }
    xml.writeEndElement();
  }
}
