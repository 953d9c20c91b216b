package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaLoaderTest {
  private static final Document TARGET =
      new Document("bill", "json", new SchemaRef.Inline(json("{\"type\":\"object\"}")));

  private static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Resources files(Map<String, String> files) {
    return name -> {
      String text = files.get(name);
      if (text == null) {
        throw new FileNotFoundException("There is no " + name + ".");
      }
      if (text.equals("unreadable")) {
        throw new IOException("The disk is gone.");
      }
      return new ByteArrayInputStream(text.getBytes(UTF_8));
    };
  }

  private static SchemaLoader.Loaded load(SchemaRef ref, Map<String, String> files) {
    return SchemaLoader.load(
        Mapping.empty("m", new Document("order", "json", ref), TARGET), files(files));
  }

  private static Problem onlyProblem(SchemaLoader.Loaded loaded) {
    assertThat(loaded.problems()).hasSize(1);
    Problem problem = loaded.problems().getFirst();
    assertThat(problem.isError()).isTrue();
    assertThat(problem.place().target()).isEqualTo("source order");
    assertThat(problem.message()).endsWith(".");
    assertThat(problem.remedy()).endsWith(".");
    SchemaTree tree = loaded.schemas().get("order");
    assertThat(tree.root().type()).isEqualTo(FieldType.ANY);
    return problem;
  }

  @Test
  void aFileBesideTheMappingIsReadByItsContent() {
    SchemaLoader.Loaded loaded =
        load(new SchemaRef.File("s/a.json"), Map.of("s/a.json", "{\"a\":1}"));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.schemas().keySet()).containsExactly("order", "bill");
    assertThat(loaded.schemas().get("order").find(Path.parse("a")).type())
        .isEqualTo(FieldType.INTEGER);
    assertThat(loaded.schemas().get("bill").root().type()).isEqualTo(FieldType.OBJECT);
    assertThat(loaded.schemas().get("bill").root().name()).isEqualTo("bill");
  }

  @Test
  void noSchemaIsUnknownAndNoProblem() {
    SchemaLoader.Loaded loaded = load(new SchemaRef.None(), Map.of());

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.schemas().get("order").root().open()).isTrue();
  }

  @Test
  void aMissingFileIsAProblem() {
    Problem problem = onlyProblem(load(new SchemaRef.File("none.json"), Map.of()));

    assertThat(problem.code()).isEqualTo("schema-missing");
    assertThat(problem.message()).contains("none.json");
  }

  @Test
  void anUnreadableFileIsAProblem() {
    Problem problem =
        onlyProblem(load(new SchemaRef.File("a.json"), Map.of("a.json", "unreadable")));

    assertThat(problem.code()).isEqualTo("schema-unreadable");
    assertThat(problem.message()).contains("a.json").contains("The disk is gone.");
  }

  @Test
  void aWrongSchemaIsAProblemThatSaysWhere() {
    String wrong = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"int\"}}}";

    assertThat(onlyProblem(load(new SchemaRef.File("a.json"), Map.of("a.json", wrong))).message())
        .contains("a.json")
        .contains("/properties/a/type");
    assertThat(onlyProblem(load(new SchemaRef.Inline(json(wrong)), Map.of())).message())
        .contains("order")
        .contains("/properties/a/type");
  }

  @Test
  void anXsdIsReadWithTheFilesBesideIt() {
    String types =
        Xsds.schema("<xs:simpleType name='n'><xs:restriction base='xs:int'/>" + "</xs:simpleType>");
    String main =
        Xsds.schema("<xs:include schemaLocation='t.xsd'/><xs:element name='a' type='n'/>");
    SchemaLoader.Loaded loaded =
        load(new SchemaRef.File("s/a.xsd"), Map.of("s/a.xsd", main, "s/t.xsd", types));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.schemas().get("order").root().type()).isEqualTo(FieldType.INTEGER);
    assertThat(onlyProblem(load(new SchemaRef.File("s/a.xsd"), Map.of("s/a.xsd", main))).message())
        .contains("t.xsd");
    assertThat(
            onlyProblem(load(new SchemaRef.File("a.xsd"), Map.of("a.xsd", "<xs:schema/>")))
                .message())
        .contains("a.xsd", "line 1, column 12", "xs");
  }

  @Test
  void anXsdOfATargetRequiresWhatItRequiresAndAnXmlSampleNothing() {
    String xsd =
        Xsds.schema(
            "<xs:element name='a'><xs:complexType><xs:sequence>"
                + "<xs:element name='b' type='xs:int'/></xs:sequence></xs:complexType>"
                + "</xs:element>");
    for (boolean sample : new boolean[] {false, true}) {
      Document target = new Document("bill", "xml", new SchemaRef.File("b"));
      Document source = new Document("order", "json", new SchemaRef.None());
      SchemaTree tree =
          SchemaLoader.load(
                  Mapping.empty("m", source, target),
                  files(Map.of("b", sample ? "<a><b>1</b></a>" : xsd)))
              .schemas()
              .get("bill");

      assertThat(tree.find(Path.parse("b")).required()).isNotEqualTo(sample);
      assertThat(tree.root().open()).isEqualTo(sample);
    }
  }

  @Test
  void anUnknownCatalogEntryIsAProblem() {
    assertThat(onlyProblem(load(new SchemaRef.Catalog("erp/none"), Map.of())).message())
        .contains("“erp/none”");
    onlyProblem(load(new SchemaRef.Catalog("../schema/mapping"), Map.of()));
  }

  @Test
  void aSampleIsReadAsThePayloadIs() {
    Document source =
        new Document("row", "csv", new SchemaRef.File("s.csv"))
            .withOptions(json("{\"delimiter\":\";\",\"quote\":\"'\",\"trim\":true}"));
    Document wrapped =
        new Document("item", "json", new SchemaRef.File("s.json"))
            .withOptions(json("{\"records\":\"/data\"}"));
    Mapping mapping =
        Mapping.empty("m", source, TARGET).withSources(java.util.List.of(source, wrapped));
    SchemaLoader.Loaded loaded =
        SchemaLoader.load(
            mapping, files(Map.of("s.csv", "a ; 'b;c' \n", "s.json", "{\"data\":[{\"x\":1}]}")));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.schemas().get("row").root().children())
        .extracting(SchemaNode::name)
        .containsExactly("a", "b;c");
    assertThat(loaded.schemas().get("item").root().child("x")).isNotNull();
  }

  @Test
  void aSampleOfATargetRequiresNothing() {
    Document target = new Document("bill", "json", new SchemaRef.File("b.json"));
    Document source = new Document("order", "json", new SchemaRef.File("b.json"));
    SchemaLoader.Loaded loaded =
        SchemaLoader.load(
            Mapping.empty("m", source, target), files(Map.of("b.json", "{\"l\":[{\"x\":1}]}")));

    SchemaTree written = loaded.schemas().get("bill");
    assertThat(written.find(Path.parse("l")).required()).isFalse();
    assertThat(written.find(Path.parse("l[].x")).required()).isFalse();
    assertThat(written.find(Path.parse("l[].x")).type()).isEqualTo(FieldType.INTEGER);
    assertThat(loaded.schemas().get("order").find(Path.parse("l[].x")).required()).isTrue();
  }
}
