package fieldloom.model.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeWordsTest {
  private static final Mapping EMPTY =
      Mapping.empty(
          "m",
          new Document("order", "json", new SchemaRef.File("a.json")),
          new Document("bill", "json", new SchemaRef.File("b.json")));
  private static final Each LOOP = new Each("order.lines[]", "line");

  private static List<String> say(Mapping before, Mapping after) {
    return say(Differences.between(before, after), Locale.ENGLISH);
  }

  private static List<String> say(List<Change> changes, Locale locale) {
    return changes.stream().map(ChangeWords.in(locale)::say).toList();
  }

  private static List<String> formulas(String before, String after) {
    return say(
        EMPTY.withRules(List.of(Rule.formula("F", before))),
        EMPTY.withRules(List.of(Rule.formula("F", after))));
  }

  private static List<String> loops(Each before, Each after) {
    return say(
        EMPTY.withRules(List.of(Rule.each("lines[]", before))),
        EMPTY.withRules(List.of(Rule.each("lines[]", after))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "order.d|FORMATDATE(order.d, \"yyyy-MM-dd\")|F: now formatted as yyyy-MM-dd",
        "order.q|ROUND(order.q, 2)|F: now through ROUND(…, 2)",
        "UPPER(order.a)|order.a|F: no longer through UPPER(…)",
        "order.a|order.b|F: now order.b, was order.a",
        "\"1\"|\"2\"|F: now \"2\", was \"1\"",
      })
  void aValueThatChangedIsSaidByItsStepWhereThereIsOne(String before, String after, String words) {
    assertThat(formulas(before, after)).containsExactly(words);
  }

  @Test
  void rulesThatComeAndGoAreNamed() {
    Mapping with = EMPTY.withRules(List.of(Rule.link("F", "order.a")));
    assertThat(say(EMPTY, with)).containsExactly("F: new, filled by order.a");
    assertThat(say(with, EMPTY)).containsExactly("F: no longer filled, was order.a");
  }

  @Test
  void loopsSayWhatOfThemChanged() {
    Each sorted = LOOP.withOrderBy(List.of(new Each.OrderBy("line.qty", false)));
    assertThat(loops(LOOP, sorted)).containsExactly("lines[]: now sorted by line.qty");
    assertThat(loops(sorted, LOOP)).containsExactly("lines[]: no longer sorted by line.qty");
    assertThat(loops(LOOP, LOOP.withWhere("line.qty > 0")))
        .containsExactly("lines[]: now only items where line.qty > 0");
    assertThat(loops(LOOP, LOOP.withGroupBy(Each.GroupBy.of("line.site"), null)))
        .containsExactly("lines[]: now grouped by line.site");
    assertThat(loops(LOOP, LOOP.withAs("l")))
        .containsExactly("lines[]: items are now called l, were line");
  }

  @Test
  void loopsThatChangePlacesAreSaidSo() {
    Rule first = Rule.each("lines[]", LOOP);
    Rule second = Rule.each("lines[]", new Each("order.gifts[]", "gift"));
    assertThat(
            say(EMPTY.withRules(List.of(first, second)), EMPTY.withRules(List.of(second, first))))
        .containsExactly(
            "lines[]: its rules now come in this order: each order.gifts[]; each order.lines[]");
  }

  @Test
  void conditionsDefaultsAndNotesAreSaid() {
    Rule rule = Rule.link("F", "order.a");
    Rule changed =
        rule.withWhen("order.b > 1")
            .withDefault(TextNode.valueOf("x"))
            .withExtras(new Extras(Map.of("note", TextNode.valueOf("ask Li"))));
    assertThat(say(EMPTY.withRules(List.of(rule)), EMPTY.withRules(List.of(changed))))
        .containsExactly(
            "F: now written only when order.b > 1",
            "F: now \"x\" where there is no value",
            "F: new note: ask Li");
  }

  @Test
  void rowsOfTablesAreNamedByTheirKeys() {
    Mapping before = EMPTY.withTables(List.of(table("C001", "1001", "C002", "1002")));
    Mapping after = EMPTY.withTables(List.of(table("C002", "2002", "C003", "1003")));
    assertThat(say(before, after))
        .containsExactly(
            "table customers: row C002 is now \"2002\", was \"1002\"",
            "table customers: row C003 added, \"1003\"",
            "table customers: row C001 removed, was \"1001\"");
  }

  private static Table table(String... cells) {
    List<JsonNode> first = List.of(TextNode.valueOf(cells[0]), TextNode.valueOf(cells[1]));
    List<JsonNode> second = List.of(TextNode.valueOf(cells[2]), TextNode.valueOf(cells[3]));
    return new Table(
        "customers",
        List.of(),
        null,
        List.of(first, second),
        null,
        new Table.Otherwise.Fail(),
        Extras.NONE);
  }

  @Test
  void fieldsOfASchemaThatComeGoAndChangeAreNamed() {
    Differences.Version before =
        new Differences.Version(EMPTY, Map.of("order", tree("a", FieldType.STRING, "b")));
    Differences.Version after =
        new Differences.Version(EMPTY, Map.of("order", tree("a", FieldType.INTEGER, "x")));
    assertThat(say(Differences.between(before, after), Locale.ENGLISH))
        .containsExactly(
            "schema of source order: field a is now integer, was string",
            "schema of source order: field x added, object",
            "schema of source order: field b removed");
    assertThat(say(Differences.between(before, after), Locale.CHINESE))
        .startsWith("源 order 的结构：字段 a 现为 integer，原为 string");
  }

  private static SchemaTree tree(String name, FieldType type, String group) {
    SchemaNode plain = SchemaNode.builder(name, type).build();
    SchemaNode inner = SchemaNode.builder("inner", FieldType.STRING).build();
    SchemaNode object =
        SchemaNode.builder(group, FieldType.OBJECT).children(List.of(inner)).build();
    return new SchemaTree(
        null,
        SchemaNode.builder("order", FieldType.OBJECT).children(List.of(plain, object)).build());
  }

  @Test
  void aFieldWithSomethingNewIsNotANewField() {
    Rule rule = Rule.link("F", "order.a");
    List<Change> changes =
        Differences.between(
            EMPTY.withRules(List.of(rule)),
            EMPTY.withRules(List.of(rule.withWhen("TRUE"), Rule.link("G", "order.b"))));
    assertThat(changes)
        .extracting(Change::ofWhole)
        .containsExactly(Change.Kind.CHANGED, Change.Kind.NEW);
    assertThat(changes).extracting(Change::kind).containsOnly(Change.Kind.NEW);
  }

  @Test
  void chineseSaysTheSame() {
    Mapping with =
        EMPTY.withRules(List.of(Rule.formula("F", "FORMATDATE(order.d, \"yyyy-MM-dd\")")));
    Mapping link = EMPTY.withRules(List.of(Rule.link("F", "order.d")));
    assertThat(say(Differences.between(link, with), Locale.CHINESE))
        .containsExactly("F：现格式化为 yyyy-MM-dd");
  }
}
