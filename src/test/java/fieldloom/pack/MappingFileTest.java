package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFileTest {
  @TempDir Path folder;

  static Mapping read(String json) throws PackException {
    return MappingFile.read(json.getBytes(StandardCharsets.UTF_8), "orders.flmap");
  }

  static String written(Mapping mapping) {
    return new String(MappingFile.write(mapping), StandardCharsets.UTF_8);
  }

  static String fixture(String name) {
    try (var in = MappingFileTest.class.getResourceAsStream("mappings/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void reads_the_whole_model() throws PackException {
    Mapping mapping = read(fixture("everything.flmap"));
    assertThat(mapping.name()).isEqualTo("Everything there is");
    assertThat(mapping.driver().name()).isEqualTo("order");
    assertThat(mapping.sources().get(1).schema()).isEqualTo(new SchemaRef.Catalog("erp/stock"));
    assertThat(mapping.sources().get(2).schema()).isInstanceOf(SchemaRef.Inline.class);
    assertThat(mapping.sources().get(3).schema()).isEqualTo(new SchemaRef.None());
    assertThat(mapping.singleTarget()).isFalse();
    assertThat(mapping.mainTarget().name()).isEqualTo("bill");
    Each each = mapping.rules().get(1).each();
    assertThat(each.join()).hasSize(2);
    assertThat(each.join().getFirst().rejects()).isEqualTo("missing");
    assertThat(each.distinct()).containsExactly("line.sku", "line.lot");
    assertThat(each.groupBy())
        .isEqualTo(
            new Each.GroupBy(
                List.of(
                    new Each.GroupBy.Key("line.site", null), new Each.GroupBy.Key("line.d", "day")),
                false));
    assertThat(each.orderBy()).hasSize(2);
    assertThat(mapping.rules().get(2).each().groupBy()).isEqualTo(Each.GroupBy.of("10"));
    assertThat(mapping.rules().get(2).each().distinct()).isEmpty();
    assertThat(mapping.rules().get(3).defaultValue()).isEqualTo(NullNode.instance);
    assertThat(mapping.tables().getFirst().otherwise())
        .isEqualTo(new Table.Otherwise.Value(NullNode.instance));
    assertThat(mapping.tables().getFirst().rows().getFirst())
        .isEqualTo(List.of(TextNode.valueOf("C001"), IntNode.valueOf(7)));
    assertThat(mapping.tables().get(1).from().path("csv").asText()).isEqualTo("tables/rates.csv");
    assertThat(mapping.tests().getFirst().expects()).containsKeys("bill", "missing");
    assertThat(mapping.tests().get(1).expect()).isEqualTo("samples/bill-2.json");
    assertThat(mapping.tests().getFirst().set()).containsEntry("rate", "0.130");
    assertThat(mapping.zone()).isEqualTo("Asia/Shanghai");
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything.flmap", "sample.flmap", "unknown-members.flmap"})
  void a_file_in_the_written_form_is_written_back_byte_for_byte(String name) throws PackException {
    assertThat(written(read(fixture(name)))).isEqualTo(fixture(name));
  }

  @Test
  void other_forms_come_to_one_form_that_then_stays() throws PackException {
    Mapping first = read(fixture("loose.flmap"));
    String once = written(first);
    assertThat(once).isEqualTo(fixture("loose-written.flmap"));
    assertThat(read(once)).isEqualTo(first);
    assertThat(written(read(once))).isEqualTo(once);
  }

  @Test
  void numbers_keep_their_text() throws PackException {
    String numbers =
        "1.0, 1E+2, 1e2, -0, -0.0, 0.10, 100e-1, 0.0000001, 12345678901234567890123456789, 2e-9999";
    String json =
        minimal("\"tables\": [{\"name\": \"t\", \"rows\": [[" + numbers + "]]}], \"more\": 1.50e1");
    String out = written(read(json));
    assertThat(out).contains("[" + numbers + "]").contains("\"more\": 1.50e1");
  }

  @Test
  void text_of_any_kind_survives() throws PackException {
    String name = "客户 \"é\" \\ \t\n\u0001\u2028😀\ud800 and \udc00\ud800";
    Mapping mapping = read(minimal("")).withName(name);
    assertThat(read(written(mapping)).name()).isEqualTo(name);
    assertThat(written(mapping)).contains("客户 \\\"é\\\" \\\\ \\t\\n\\u0001\u2028😀\\ud800");
  }

  @Test
  void a_byte_order_mark_is_dropped() throws PackException {
    assertThat(read("\uFEFF" + minimal("")).name()).isEqualTo("m");
  }

  @Test
  void extras_that_bear_a_known_name_are_not_written() throws PackException {
    Mapping mapping = read(minimal(""));
    Rule rule =
        new Rule(
            "a",
            null,
            "1",
            null,
            null,
            null,
            null,
            null,
            new fieldloom.model.Extras(java.util.Map.of("from", TextNode.valueOf("order.x"))));
    assertThat(written(mapping.withRules(List.of(rule)))).doesNotContain("order.x");
  }

  @Test
  void saving_replaces_the_file_and_leaves_nothing_beside_it() throws Exception {
    Path file = folder.resolve("客户 orders.flmap");
    Mapping mapping = read(minimal(""));
    MappingFile.save(file, mapping);
    MappingFile.save(file, mapping.withName("second"));
    assertThat(read(Files.readString(file)).name()).isEqualTo("second");
    assertThat(folder).isDirectoryContaining(p -> p.equals(file));
    try (var all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fieldloom\": 2, \"anything\": true}",
        "{\"fieldloom\": 1, \"name\": \"half",
        "not a mapping at all",
        "{\"fieldloom\": 1, \"name\": \"m\", \"sources\": 5}"
      })
  void a_file_that_this_version_cannot_read_is_never_saved_over(String there) throws Exception {
    Path file = folder.resolve("orders.flmap");
    Files.writeString(file, there);
    Mapping mapping = read(minimal(""));
    assertThatThrownBy(() -> MappingFile.save(file, mapping))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("orders.flmap")
        .hasMessageContaining("not saved");
    assertThat(Files.readString(file)).isEqualTo(there);
  }

  @Test
  void a_mapping_that_would_not_load_again_is_not_saved() throws Exception {
    Path file = folder.resolve("orders.flmap");
    Mapping mapping = read(minimal(""));
    MappingFile.save(file, mapping);
    Mapping bad =
        mapping.withSources(
            List.of(new fieldloom.model.Document("", "json", new SchemaRef.None())));
    assertThatThrownBy(() -> MappingFile.save(file, bad))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("/sources/0/name must not be empty");
    assertThat(read(Files.readString(file))).isEqualTo(mapping);
  }

  @Test
  void saving_into_a_folder_that_is_not_there_says_so() {
    assertThatThrownBy(
            () -> MappingFile.save(folder.resolve("none/orders.flmap"), read(minimal(""))))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("cannot be saved")
        .hasMessageContaining("is not there");
  }

  static String minimal(String more) {
    return """
    {"fieldloom": 1, "name": "m", "sources": [{"name": "order", "format": "json"}],
     "target": {"name": "bill", "format": "json"}, "rules": []\
    """
        + (more.isEmpty() ? "" : ", " + more)
        + "}";
  }
}
