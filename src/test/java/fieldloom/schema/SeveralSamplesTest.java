package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.Resources;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Several samples of one source or target are one schema. */
class SeveralSamplesTest {

  private static List<SchemaFile> files(String... namesAndTexts) {
    List<SchemaFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      String text = namesAndTexts[i + 1].replace('\'', '"');
      files.add(SchemaFile.of(namesAndTexts[i], text.getBytes(UTF_8)));
    }
    return files;
  }

  private static SchemaTree read(String... namesAndTexts) throws SchemaException {
    List<SchemaFile> files = files(namesAndTexts);
    return SchemaReaders.chooseForAll(files, null).read(files);
  }

  @Test
  void aFieldIsOptionalWhereOneLacksItAndOfTheWiderType() throws SchemaException {
    SchemaTree tree =
        read(
            "order-1.json",
            "{'no':'A1','qty':2,'day':'2026-01-02','memo':null,'tags':[]}",
            "order-2.json",
            "{'no':'A2','qty':2.5,'day':'soon','memo':'m','tags':['x'],'vip':true}");

    assertThat(tree.root().name()).isEqualTo("order-1");
    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            """
            no\tstring\t1\t\t
            qty\tdecimal\t1\t\t
            day\tstring\t1\t\t
            memo\tstring\t1\t\tnullable
            tags[]\tstring\t1..n\t\t
            vip\tboolean\t0..1\t\t
            """);
  }

  @Test
  void xmlElementsRepeatAndHavePartsWhereOneSampleSaysSo() throws SchemaException {
    SchemaTree tree =
        read(
            "o1.xml",
            "<o><line><sku>7</sku></line><note>n</note></o>",
            "o2.xml",
            "<o><line><sku>A</sku></line><line/><note lang='en'>n</note></o>");

    assertThat(SchemaText.tsv(tree))
        .contains("line[]\tobject\t1..n")
        .contains("line[].sku\tstring\t0..1")
        .contains("note\tobject\t1")
        .contains("note.@lang\tstring\t0..1")
        .contains("note.#text\tstring\t1");
  }

  @Test
  void tablesHaveTheColumnsOfAll() throws SchemaException {
    assertThat(SchemaText.tsv(read("a.csv", "no,qty\n1,2\n", "b.csv", "no,memo\n1,x\n")))
        .isEqualTo("no\tstring\t0..1\t\t\nqty\tstring\t0..1\t\t\nmemo\tstring\t0..1\t\t\n");
  }

  @Test
  void linesOfRecordsAreMergedTooAndTheFirstWrongOneIsNamed() throws SchemaException {
    assertThat(SchemaText.tsv(read("a.ndjson", "{'a':1}\n{'a':2}\n", "b.ndjson", "{'a':null}\n")))
        .isEqualTo("a\tinteger\t1\t\tnullable\n");
    assertThatThrownBy(() -> read("a.ndjson", "{'a':1}\n", "b.ndjson", "{'a':1}\n{'a':\n"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("b.ndjson")
        .hasMessageContaining("line 2");
  }

  @Test
  void samplesOfDifferentKindsAndSchemasAreNotMerged() {
    assertThatThrownBy(() -> read("a.json", "{'a':1}", "b.xml", "<a/>"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The samples a.json and b.xml are of different kinds, json and xml; choose samples of"
                + " one kind.");
    assertThatThrownBy(() -> read("a.xml", "<a/>", "b.xml", "<b/>"))
        .hasMessageContaining("different root elements, a and b");
    String schema = "{'$schema':'x','type':'object','properties':{'a':{'type':'string'}}}";
    assertThatThrownBy(() -> read("a.json", schema, "b.json", schema))
        .hasMessageContaining("stands alone");
  }

  @Property(tries = 100)
  void samplesApartSayWhatTheySayInOneList(@ForAll("records") List<String> records)
      throws SchemaException {
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      apart.addAll(List.of("r" + i + ".json", records.get(i)));
    }
    String together = SchemaText.tsv(read("r0.json", "[" + String.join(",", records) + "]"));

    assertThat(SchemaText.tsv(read(apart.toArray(String[]::new)))).isEqualTo(together);
  }

  @Provide
  Arbitrary<List<String>> records() {
    Arbitrary<String> value =
        Arbitraries.of(
            "1", "2.5", "'t'", "null", "true", "'2026-01-02'", "[]", "[1,'a']", "{'x':1}", "{}");
    return value
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            values -> {
              StringBuilder record = new StringBuilder("{");
              for (int i = 0; i < values.size(); i++) {
                record.append(i == 0 ? "" : ",").append("'f" + i + "':").append(values.get(i));
              }
              return record.append("}").toString();
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Test
  void aMappingNamesFurtherSamplesInAnOption() {
    Map<String, String> there =
        Map.of("samples/1.json", "{\"no\":\"A1\",\"qty\":2}", "samples/2.json", "{\"no\":\"A2\"}");
    Resources beside =
        name -> {
          String text = there.get(name);
          if (text == null) {
            throw new FileNotFoundException(name);
          }
          return new ByteArrayInputStream(text.getBytes(UTF_8));
        };
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.withArray(SchemaLoader.SAMPLES).add("samples/2.json");
    Document order =
        new Document("order", "json", new SchemaRef.File("samples/1.json")).withOptions(options);

    SchemaLoader.One source = SchemaLoader.load(order, false, beside);
    SchemaLoader.One target = SchemaLoader.load(order, true, beside);

    assertThat(source.problems()).isEmpty();
    assertThat(SchemaText.tsv(source.tree()))
        .isEqualTo("no\tstring\t1\t\t\nqty\tinteger\t0..1\t\t\n");
    assertThat(target.tree().root().child("no").required()).isFalse();
    options.withArray(SchemaLoader.SAMPLES).add("samples/3.json");
    assertThat(SchemaLoader.load(order, false, beside).problems())
        .extracting(problem -> problem.message())
        .containsExactly("The schema file samples/3.json is not there.");
  }
}
