package fieldloom.payload.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import fieldloom.schema.Xsds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xml.sax.SAXException;

/** Documents that are written are valid, and are read again as they were. */
class XmlRoundTripTest {
  /** A schema and a record that it allows. */
  record Case(GeneratedXsd xsd, Object record) {}

  @Provide
  Arbitrary<Case> cases() {
    return GeneratedXsd.all()
        .flatMap(xsd -> GeneratedDocuments.of(xsd.root()).map(record -> new Case(xsd, record)));
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        "{}",
        "{\"indent\":true}",
        "{\"namespaces\":{\"p\":\"urn:o\"},\"indent\":true}",
        "{\"namespaces\":{\"\":\"urn:o\"}}",
        "{\"namespaces\":{\"\":\"urn:o\",\"p\":\"urn:o\"},\"encoding\":\"GB18030\"}",
        "{\"encoding\":\"UTF-16\"}",
        "{\"declaration\":false}");
  }

  @Property(tries = 150)
  void documents(@ForAll("cases") Case given, @ForAll("options") String options)
      throws IOException, SAXException {
    String xsd = given.xsd().text();
    JsonNode node = Payloads.json(options);
    PayloadSpec spec = new PayloadSpec("order", "xml", node, Xsds.tree(xsd, node));

    byte[] written = Payloads.write(spec, List.of(given.record()), true);

    XmlFactories.schema(new StreamSource(new StringReader(xsd)), (_, _, _, _, _) -> null)
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(written)));
    Payloads.Result result = Payloads.read(spec, written);
    assertThat(result.bad()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.values()).isEqualTo(List.of(given.record()));
  }
}
