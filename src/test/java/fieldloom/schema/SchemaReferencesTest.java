package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON Schemas that spread over files. */
class SchemaReferencesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "orders/order.json",
          "{'type':'object','properties':{'customer':{'$ref':'../parts/customer.json'},"
              + "'total':{'$ref':'../parts/money.json#/$defs/amount'},"
              + "'line':{'$ref':'line.json#it'}}}",
          "orders/line.json",
          "{'$defs':{'line':{'$anchor':'it','type':'object','properties':{"
              + "'price':{'$ref':'../parts/money.json#/$defs/amount'},'inner':{'$ref':'#it'}}}}}",
          "parts/customer.json",
          "{'$id':'https://example.com/parts/customer.json','type':'object','properties':{"
              + "'credit':{'$ref':'https://example.com/parts/money.json#/$defs/amount'},"
              + "'parent':{'$ref':'#'},'city':{'$ref':'#/$defs/city'}},"
              + "'$defs':{'city':{'type':'string','maxLength':40}}}",
          "parts/money.json",
          "{'$defs':{'amount':{'type':'number','x-scale':2}}}");

  @ParameterizedTest
  @CsvSource({
    "customer.credit, DECIMAL",
    "customer.parent.parent.city, STRING",
    "total, DECIMAL",
    "line.inner.inner.price, DECIMAL"
  })
  void aReferenceLeadsToAnotherFileAndOnFromThere(String path, FieldType type)
      throws SchemaException {
    assertThat(Schemas.at(read("orders/order.json"), path).type()).isEqualTo(type);
  }

  @Test
  void filesThatReferToEachOtherAreReadOnce() throws SchemaException {
    SchemaTree tree = read("parts/customer.json");

    assertThat(Schemas.at(tree, "parent.parent.parent.city").facets().maxLength()).isEqualTo(40);
    assertThat(Schemas.at(tree, "parent.parent")).isSameAs(Schemas.at(tree, "parent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../etc/passwd      | leads out of the folder",
        "/etc/passwd           | is no path from the schema's folder",
        "http://example.com/a  | leads to the network",
        "file:///etc/passwd    | leads to the network or to another place",
        "//host/share/a.json   | leads to the network",
        "none.json             | cannot be read",
        "../parts/money.json#/x| names nothing in the file",
        "a b%                  | is no proper name",
      })
  void aReferenceThatLeadsOutIsRefusedInASentence(String reference, String said) {
    String schema = "{'type':'object','properties':{'a':{'$ref':'" + reference + "'}}}";

    assertThatThrownBy(() -> SchemaReaders.read(file("orders/new.json", schema), null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said);
  }

  private static SchemaTree read(String path) throws SchemaException {
    return SchemaReaders.read(file(path, FILES.get(path)), "json-schema");
  }

  private static SchemaFile file(String path, String content) {
    Resources around =
        name -> {
          String found = FILES.get(name);
          if (found == null) {
            throw new FileNotFoundException("There is no " + name + ".");
          }
          return new ByteArrayInputStream(found.replace('\'', '"').getBytes(UTF_8));
        };
    return new SchemaFile(path, path, content.replace('\'', '"').getBytes(UTF_8), null, around);
  }
}
