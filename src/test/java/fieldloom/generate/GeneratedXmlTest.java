package fieldloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.SchemaTree;
import fieldloom.payload.PayloadSpec;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.Xsds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents made up from XML Schemas are valid for the JDK's validator. */
class GeneratedXmlTest {
  private static final List<SampleKind> KINDS = List.of(SampleKind.values());

  private static List<String> faults(SchemaTree tree) throws Exception {
    Validator validator = Validity.xml(Objects.requireNonNull(tree.xsd()));
    List<String> faults = new ArrayList<>();
    for (SampleKind kind : KINDS) {
      SampleOrder order = new SampleOrder(5, 1, List.of(kind), false);
      byte[] document = SampleGenerator.bytes(new PayloadSpec("order", "xml", null, tree), order);
      String fault = Validity.fault(validator, document);
      if (!fault.isEmpty()) {
        faults.add(kind + ": " + fault);
      }
    }
    return faults;
  }

  @Test
  void choicesSequencesAttributesAndFacetsAreKeptTo() throws Exception {
    SchemaTree tree =
        Xsds.tree(
            Xsds.qualified(
                """
                <xs:element name='order'><xs:complexType><xs:sequence>
                  <xs:element name='no'><xs:simpleType><xs:restriction base='xs:string'>
                    <xs:pattern value='[A-Z]{2}[0-9]{6}'/></xs:restriction></xs:simpleType></xs:element>
                  <xs:choice><xs:element name='company' type='xs:string'/>
                    <xs:sequence><xs:element name='first' type='xs:token'/>
                      <xs:element name='last' type='xs:NCName'/></xs:sequence></xs:choice>
                  <xs:element name='amount' minOccurs='0'><xs:simpleType>
                    <xs:restriction base='xs:decimal'><xs:totalDigits value='9'/>
                      <xs:fractionDigits value='2'/><xs:minExclusive value='0'/>
                    </xs:restriction></xs:simpleType></xs:element>
                  <xs:element name='at' type='xs:dateTime'/>
                  <xs:element name='line' minOccurs='2' maxOccurs='5'><xs:complexType><xs:sequence>
                    <xs:element name='qty' type='xs:positiveInteger'/></xs:sequence>
                    <xs:attribute name='seq' type='xs:short' use='required'/>
                    </xs:complexType></xs:element>
                </xs:sequence></xs:complexType></xs:element>
                """));
    assertThat(faults(tree)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org/hl7/fhir/r4/model/schema, fhir-single.xsd, Patient",
    "'', camel-spring.xsd, route",
    "'', camel-spring.xsd, restConfiguration"
  })
  void publicSchemasAreKeptTo(String where, String file, String root) throws Exception {
    fieldloom.model.Resources files = Xsds.inJar(where);
    SchemaTree tree =
        SchemaReaders.read(
            new SchemaFile(
                file,
                file,
                files.read(file),
                JsonNodeFactory.instance.objectNode().put("root", root),
                files),
            null);
    assertThat(faults(tree)).isEmpty();
  }
}
