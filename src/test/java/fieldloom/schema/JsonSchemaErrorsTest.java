package fieldloom.schema;

import static fieldloom.schema.Schemas.read;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a JSON Schema is one sentence with its place. */
class JsonSchemaErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'object','properties':[]}|/properties|an object of schemas",
        "{'type':'objekt','properties':{}}|/type|string, integer, number",
        "{'type':'object','properties':{'a/b':{'type':7}}}|/properties/a~1b/type|string, integer",
        "{'properties':{'a':{'type':[]}}}|/properties/a/type|string, integer",
        "{'properties':{'a':7}}|/properties/a|a schema",
        "{'properties':{'a':{'required':true}}}|/properties/a/required|a list of names",
        "{'properties':{'a':{'required':[1]}}}|/properties/a/required|a list of names",
        "{'properties':{'a':{'maxLength':-1}}}|/properties/a/maxLength|a whole number from 0",
        "{'properties':{'a':{'maxLength':'x'}}}|/properties/a/maxLength|a whole number from 0",
        "{'properties':{'a':{'enum':{}}}}|/properties/a/enum|a list of values",
        "{'properties':{'a':{'minimum':'0'}}}|/properties/a/minimum|a number",
        "{'properties':{'a':{'multipleOf':true}}}|/properties/a/multipleOf|a number",
        "{'properties':{'a':{'title':7}}}|/properties/a/title|a text",
        "{'properties':{'a':{'pattern':7}}}|/properties/a/pattern|a text",
        "{'properties':{'a':{'items':{'type':0}}}}|/properties/a/items/type|string, integer",
        "{'properties':{'a':{'items':[{'type':0}]}}}|/properties/a/items/0/type|string, integer",
        "{'properties':{'a':{'anyOf':[]}}}|/properties/a/anyOf|a list of schemas",
        "{'properties':{'a':{'allOf':[{'type':0}]}}}|/properties/a/allOf/0/type|string, integer",
        "{'properties':{'a':{'additionalProperties':7}}}|/properties/a/additionalProperties|a"
            + " schema",
        "{'$defs':{'a':{'type':0}},'properties':{}}|/$defs/a/type|string, integer",
        "{'properties':{'a':{'x-key':1}}}|/properties/a/x-key|true or false",
        "{'properties':{'a':{'x-scale':1.5}}}|/properties/a/x-scale|a whole number from 0",
        "{'properties':{'a':{'$ref':'#/odd/x'}},'odd':{'x':{'type':0}}}|/odd/x/type|string, integer"
      })
  void aKeywordOfTheWrongKindIsNamedByItsPointer(String schema, String pointer, String what) {
    assertThatThrownBy(
            () -> SchemaReaders.read("o.json", schema.replace('\'', '"').getBytes(), "json-schema"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("o.json")
        .hasMessageContaining(" " + pointer + ": it must be " + what)
        .message()
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#/$defs/none|names nothing in the file",
        "#none|names nothing in the file",
        "other.json|leads to another file",
        "other.json#/x|leads to another file",
        "https://example.com/s.json|leads to another file",
        "file:///etc/passwd|leads to another file"
      })
  void aReferenceThatIsNotReadIsOneSentence(String ref, String what) {
    assertThatThrownBy(() -> read("{'type':'object','properties':{'a':{'$ref':'" + ref + "'}}}"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("\"" + ref + "\"")
        .hasMessageContaining("/properties/a/$ref")
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#'}",
        "{'properties':{'a':{'$ref':'#/$defs/x'}},'$defs':{'x':{'$ref':'#/$defs/y'},"
            + "'y':{'allOf':[{'$ref':'#/$defs/x'}]}}}",
        "{'properties':{'a':{'anyOf':[{'$ref':'#/properties/a'},{'type':'null'}]}}}"
      })
  void aSchemaThatIsOnlyItselfIsRefused(String schema) {
    assertThatThrownBy(() -> read(schema))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("is defined by itself alone");
  }

  @Test
  void wrongJsonIsNamedByLineAndColumn() {
    assertThatThrownBy(() -> read("{'type':'object',\n 'properties': {,}}"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("order.schema.json")
        .hasMessageContaining("line 2, column 17")
        .hasMessageNotContaining("Source");
  }
}
