package fieldloom.schema.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiReaderTest {
  private static final String V3 =
      """
      openapi: 3.0.3
      info: {title: Orders, version: "1"}
      paths:
        /orders/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: integer}}
          get:
            operationId: getOrder
            summary: One order
            description: The order as it stands.
            parameters: [{name: lang, in: query, schema: {type: string, enum: [en, zh]}}]
            responses:
              "404": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
              "200":
                description: ok
                content:
                  text/plain: {schema: {type: string}}
                  application/json: {schema: {$ref: "#/components/schemas/Order"}}
        /orders:
          post:
            requestBody: {$ref: "#/components/requestBodies/Order"}
            responses: {"201": {$ref: "#/components/responses/Made"}}
        /broken:
          put:
            requestBody: {content: {application/json: {schema: {type: 7}}}}
            responses: {default: {description: any}}
      components:
        requestBodies:
          Order: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
        responses:
          Made: {description: made, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}}
        schemas:
          Order:
            type: object
            required: [no]
            properties:
              no: {type: string, maxLength: 20}
              memo: {type: string, nullable: true}
              size: {type: string, nullable: true, enum: [S, L]}
              parent: {$ref: "#/components/schemas/Order"}
              scan: {type: string, format: binary}
              lines: {type: array, items: {type: object, properties: {qty: {type: integer, minimum: 0, exclusiveMinimum: true}}}}
          Fault: {type: object, properties: {code: {type: string}}}
      """;
  private static final String V2 =
      """
      {"swagger": "2.0", "info": {"title": "Old"},
       "paths": {"/pets": {"post": {"operationId": "addPet",
         "parameters": [
           {"name": "X-Key", "in": "header", "type": "string", "required": true},
           {"name": "pet", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}],
         "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/Pet"}}}}}},
       "definitions": {"Pet": {"type": "object", "properties": {
         "name": {"type": "string", "x-nullable": true}, "born": {"type": "string", "format": "date"}}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`GET /orders/{id}`.parameters.id             | INTEGER",
        "`GET /orders/{id}`.parameters.lang           | STRING",
        "`GET /orders/{id}`.response.no               | STRING",
        "`GET /orders/{id}`.response.parent.parent.no | STRING",
        "`GET /orders/{id}`.`response 404`.code       | STRING",
        "`POST /orders`.request.lines[].qty           | INTEGER",
        "`POST /orders`.request.scan                  | BINARY",
        "`POST /orders`.response[].no                 | STRING",
      })
  void theOperationsAreATreeOfTheirMessages(String path, FieldType type) throws SchemaException {
    assertThat(at(read("api.yaml", V3, null), path).type()).isEqualTo(type);
  }

  @Test
  void whatOpenApiSaysInItsOwnWordsIsUnderstood() throws SchemaException {
    SchemaTree order = read("api.yaml", V3, Map.of("operation", "POST /orders"));

    assertThat(at(order, "no").required()).isTrue();
    assertThat(at(order, "no").nullable()).isFalse();
    assertThat(at(order, "memo").nullable()).isTrue();
    assertThat(at(order, "size").nullable()).isTrue();
    assertThat(at(order, "size").facets().enumeration()).containsExactly("S", "L");
    assertThat(at(order, "lines[].qty").facets().minimum()).isEqualByComparingTo("1");
    assertThat(at(read("api.yaml", V3, null), "`GET /orders/{id}`").title()).isEqualTo("One order");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /orders, request, no",
    "post /orders, response, no",
    "getOrder, response, lines[].qty",
    "getOrder, response 404, code",
    "getOrder, parameters, lang",
  })
  void anOperationAndAPartOfItAreChosenByOptions(String operation, String part, String field)
      throws SchemaException {
    assertThat(at(read("api.yaml", V3, Map.of("operation", operation, "part", part)), field))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "addPet, request, name",
    "POST /pets, response, born",
    "addPet, parameters, X-Key",
  })
  void swaggerTwoIsReadToo(String operation, String part, String field) throws SchemaException {
    SchemaTree tree = read("api.json", V2, Map.of("operation", operation, "part", part));

    assertThat(tree.root().child(field)).isNotNull();
  }

  @Test
  void aWrongSchemaSpoilsItsOwnMessageOnly() throws SchemaException {
    SchemaTree api = read("api.yaml", V3, null);

    SchemaNode broken = at(api, "`PUT /broken`.request");
    assertThat(broken.type()).isEqualTo(FieldType.ANY);
    assertThat(broken.facets().documentation()).contains("/paths/~1broken/put/requestBody/type");
    assertThat(at(api, "`POST /orders`.request.no").type()).isEqualTo(FieldType.STRING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /none    | request | has no operation “GET /none”; name one such as “GET /orders/{id}”",
        "getOrder     | request | has no request; it has parameters, response 404, response",
      })
  void whatIsNotThereIsToldWithWhatIs(String operation, String part, String said) {
    assertThatThrownBy(() -> read("api.yaml", V3, Map.of("operation", operation, "part", part)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi: 3.0.0\\npaths: {a: [1, 2}     | no YAML at line 2",
        "openapi: 3.0.0\\na: &a [*a]\\npaths: {} | alias *a inside or before",
        "openapi: 3.0.0\\ninfo: {}              | has no paths",
        "openapi: 3.0.0\\npaths: {}             | no operation",
        "openapi: 3.0.0\\na: 1\\na: 2           | has the key a twice in one object, at line 3",
      })
  void aBadDescriptionIsToldInASentence(String yaml, String said) {
    assertThatThrownBy(() -> read("api.yaml", yaml.replace("\\n", "\n"), null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said);
  }

  @Test
  void anchorsAndMergedKeysAreFollowed() throws SchemaException {
    String yaml =
        """
        openapi: 3.1.0
        x-base: &base {type: object, properties: {a: {type: string}}}
        paths:
          /x:
            post:
              requestBody: {content: {application/json: {schema: {<<: *base, title: Merged}}}}
              responses: {"200": {description: ok, content: {application/json: {schema: *base}}}}
        """;
    SchemaTree api = read("api.yaml", yaml, null);

    assertThat(at(api, "`POST /x`.request.a").type()).isEqualTo(FieldType.STRING);
    assertThat(at(api, "`POST /x`.request").title()).isEqualTo("Merged");
    assertThat(at(api, "`POST /x`.response.a").type()).isEqualTo(FieldType.STRING);
  }

  @Test
  void aBombOfAliasesIsRefused() {
    StringBuilder yaml = new StringBuilder("openapi: 3.0.0\npaths: {}\na0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThatThrownBy(() -> read("api.yaml", yaml.toString(), null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("more than 5,000,000 parts");
  }

  private static SchemaTree read(String file, String text, Map<String, String> options)
      throws SchemaException {
    ObjectNode given = null;
    if (options != null) {
      given = JsonNodeFactory.instance.objectNode();
      options.forEach(given::put);
    }
    return SchemaReaders.read(new SchemaFile(file, file, text.getBytes(UTF_8), given, null), null);
  }

  private static SchemaNode at(SchemaTree tree, String path) {
    SchemaNode node = tree.find(Path.parse(path));
    assertThat(node).as(path).isNotNull();
    return node;
  }
}
