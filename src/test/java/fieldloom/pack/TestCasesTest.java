package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.pack.TestCases.Result;
import fieldloom.pack.comparison.FieldResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCasesTest {
  private static final String RULES =
      """
      {"to": "no", "from": "order.no"},
      {"to": "items[]", "each": "order.lines[]", "as": "line"},
      {"to": "items[].sku", "from": "line.sku"},
      {"to": "items[].amount", "formula": "line.qty * line.price"},
      {"to": "note", "from": "order.note"}\
      """;

  private static final String ORDER =
      """
      {"no": "A1", "note": null, "lines": [{"sku": "x", "qty": 2, "price": 19.90},
                                           {"sku": "y", "qty": 1, "price": 5}]}\
      """;

  private static final String BILL =
      """
      {"note": null, "items": [{"amount": 39.8, "sku": "x"}, {"sku": "y", "amount": 5.000}],
       "no": "A1"}\
      """;

  @TempDir Path folder;

  private static String mapping(String format, String target, String rules, String more) {
    return """
    {"fieldloom": 1, "name": "m", "sources": [{"name": "order", "format": "%s"}],
     "target": {"name": "bill", "format": "%s"}, "rules": [%s], %s}\
    """
        .formatted(format, target, rules, more);
  }

  private static String test(String more) {
    return "\"tests\": [{\"name\": \"t\", \"in\": {\"order\": \"in\"}" + more + "}]";
  }

  private static final String EXPECT = ", \"expect\": \"want\"";

  private static List<String> told(Result result) {
    return result.differences().stream().map(TestCasesTest::told).toList();
  }

  private static String told(FieldResult d) {
    return told(d.target(), d.record(), d.path(), d.expectedText(), d.actualText());
  }

  private static String told(String target, long record, String path, String want, String got) {
    return target + " " + record + " " + path + ": " + want + " → " + got;
  }

  private Result run(String mapping, String in, String want) throws Exception {
    Files.writeString(folder.resolve("in"), in);
    Files.writeString(folder.resolve("want"), want);
    return only(mapping);
  }

  private Result only(String mapping) throws PackException, IOException {
    Path file = Files.writeString(folder.resolve("m.flmap"), mapping);
    List<Result> results = TestCases.run(Projects.open(file));
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  @Test
  void equal_by_value_passes_whatever_the_order_of_fields() throws Exception {
    Result result = run(mapping("json", "json", RULES, test(EXPECT)), ORDER, BILL);
    assertThat(result.name()).isEqualTo("t");
    assertThat(result.failure()).isNull();
    assertThat(result.differences()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  @Test
  void every_field_that_differs_is_named_with_its_items_counted_from_1() throws Exception {
    String want =
        """
        {"no": 1, "items": [{"sku": "x", "amount": 39.81}, {"sku": "y", "amount": "5"}, {}],
         "more": [1, 2]}\
        """;
    Result result = run(mapping("json", "json", RULES, test(EXPECT)), ORDER, want);
    assertThat(result.passed()).isFalse();
    assertThat(result.failure()).isNull();
    assertThat(told(result))
        .containsExactly(
            told("bill", 1, "no", "1", "\"A1\""),
            told("bill", 1, "items[1].amount", "39.81", "39.80"),
            told("bill", 1, "items[2].amount", "\"5\"", "5"),
            told("bill", 1, "items[3]", "{}", "absent"),
            told("bill", 1, "more", "[1,2]", "absent"),
            told("bill", 1, "note", "absent", "null"));
  }

  @Test
  void lists_of_records_are_compared_record_by_record() throws Exception {
    String rules = "{\"to\": \"a\", \"from\": \"order.a\"}";
    String in = "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n";
    assertThat(run(mapping("ndjson", "ndjson", rules, test(EXPECT)), in, in).passed()).isTrue();
    Result shorter =
        run(mapping("ndjson", "ndjson", rules, test(EXPECT)), in, "{\"a\": 1}\n{\"a\": 5}\n");
    assertThat(told(shorter))
        .containsExactly(
            told("bill", 2, "a", "5", "2"), told("bill", 3, "", "absent", "{\"a\":3}"));
    String array = "[{\"a\": 1}, {\"a\": 2}]";
    assertThat(run(mapping("json", "json", rules, test(EXPECT)), array, array).passed()).isTrue();
  }

  @Test
  void a_bare_record_is_not_a_list_of_one() throws Exception {
    String rules = "{\"to\": \"a\", \"from\": \"order.a\"}";
    Result result = run(mapping("json", "json", rules, test(EXPECT)), "{\"a\": 1}", "[{\"a\": 1}]");
    assertThat(result.passed()).isFalse();
    assertThat(result.failure())
        .isEqualTo("The target bill gives one bare record, want has a list of records.");
  }

  @Test
  void csv_on_both_sides_compares_what_a_csv_can_say() throws Exception {
    String schema =
        "\"schema\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"number\"},"
            + " \"b\": {\"type\": \"string\"}}}";
    String mapping =
        """
        {"fieldloom": 1, "name": "m",
         "sources": [{"name": "order", "format": "csv", %s}],
         "target": {"name": "bill", "format": "csv", %s},
         "rules": [{"to": "a", "formula": "order.a * 2"}, {"to": "b", "from": "order.b"}], %s}\
        """
            .formatted(schema, schema, test(EXPECT));
    String in = "a,b\n1.50,x\n2,\n";
    assertThat(run(mapping, in, "a,b\r\n3,x\r\n4.0,\r\n").differences()).isEmpty();
    assertThat(told(run(mapping, in, "a,b\n3,x\n4.0,y\n")))
        .containsExactly(told("bill", 2, "b", "\"y\"", "absent"));
  }

  @Test
  void parameters_and_the_moment_are_the_tests_own() throws Exception {
    String rules =
        """
        {"to": "rate", "formula": "param.rate * 2"},
        {"to": "day", "formula": "FORMATDATE(TODAY(), \\"yyyy-MM-dd\\")"}\
        """;
    String set =
        ", \"set\": {\"rate\": 0.130, \"NOW\": \"2026-01-31T23:30:00Z\", \"ZONE\": \"+08:00\"}";
    String more = "\"params\": [{\"name\": \"rate\", \"type\": \"decimal\"}], ";
    String mapping = mapping("json", "json", rules, more + test(EXPECT + set));
    Result result = run(mapping, "{}", "{\"rate\": 0.26, \"day\": \"2026-02-01\"}");
    assertThat(result.name()).isEqualTo("t");
    assertThat(result.failure()).isNull();
    assertThat(result.differences()).isEmpty();
    Result unset = run(mapping.replace("\"rate\": 0.130, ", ""), "{}", "{}");
    assertThat(unset.failure()).contains("rate");
  }

  @Test
  void several_targets_and_sources() throws Exception {
    Files.writeString(
        folder.resolve("stock.json"), "{\"rows\": [{\"id\": \"x\", \"bin\": \"B1\"}]}");
    Files.writeString(folder.resolve("rest"), "{\"sku\": \"z\"}\n");
    String mapping =
        """
        {"fieldloom": 1, "name": "m",
         "sources": [{"name": "order", "format": "json"}, {"name": "stock", "format": "json"}],
         "targets": [{"name": "bill", "format": "json"}, {"name": "rest", "format": "ndjson"}],
         "rules": [
           {"to": "items[]", "each": "order.lines[]", "as": "line",
            "join": {"with": "stock.rows[]", "as": "s", "on": "s.id == line.sku", "rejects": "rest"}},
           {"to": "items[].bin", "from": "s.bin"},
           {"to": "sku", "target": "rest", "from": "line.sku"}],
         "tests": [{"name": "t", "in": {"order": "in", "stock": "stock.json"},
                    "expect": {"bill": "want", "rest": "rest"}}]}
        """;
    String in = "{\"lines\": [{\"sku\": \"x\"}, {\"sku\": \"y\"}]}";
    Result result = run(mapping, in, "{\"items\": [{\"bin\": \"B1\"}]}");
    assertThat(result.failure()).isNull();
    assertThat(told(result)).containsExactly(told("rest", 1, "sku", "\"z\"", "\"y\""));
    assertThat(only(mapping.replace(", \"stock\": \"stock.json\"", "")).failure())
        .isEqualTo("The test has no input for the source stock; name a file in \"in\".");
  }

  @Test
  void a_record_that_fails_fails_its_test_with_the_place() throws Exception {
    String rules = "{\"to\": \"a\", \"formula\": \"1 / order.a\"}";
    Result result =
        run(
            mapping("ndjson", "ndjson", rules, test(EXPECT)),
            "{\"a\": 1}\n{\"a\": 0}\n",
            "{\"a\": 1}\n");
    assertThat(result.passed()).isFalse();
    assertThat(result.failure()).startsWith("Record 2, a, formula 1:").endsWith(".");
  }

  @Test
  void what_keeps_a_test_from_being_compared_is_one_sentence() throws Exception {
    String rules = "{\"to\": \"a\", \"from\": \"order.a\"}";
    String plain = mapping("json", "json", rules, test(EXPECT));
    assertThat(run(plain, "{\"a\": ", "{}").failure())
        .startsWith("The file in cannot be read, record 1 at line 1: ");
    assertThat(run(plain, "{}", "").failure()).startsWith("The file want cannot be read: ");
    assertThat(only(plain.replace("\"want\"", "\"none.json\"")).failure())
        .startsWith("The file none.json cannot be read: There is no “none.json” in ");
    assertThat(only(plain.replace("\"want\"", "\"../want\"")).failure()).contains("leads outside");
    assertThat(run(mapping("json", "json", rules, test("")), "{}", "{}").failure())
        .isEqualTo("The test names no wanted output; give it a file in \"expect\".");
    assertThat(only(plain.replace("{\"order\": \"in\"}", "{\"oder\": \"in\"}")).failure())
        .isEqualTo("The test has an input for oder, which is no source.");
    assertThat(only(plain.replace("\"want\"", "{\"bil\": \"want\"}")).failure())
        .isEqualTo("The test wants output of bil, which is no target.");
    assertThat(only(plain.replace("\"from\": \"order.a\"", "\"formula\": \"NOPE(1)\"")).failure())
        .startsWith("The mapping has an error at a: ");
  }

  @Test
  void tests_of_a_package_run_from_the_package() throws Exception {
    Files.writeString(folder.resolve("in"), ORDER);
    Files.writeString(folder.resolve("want"), BILL);
    Path file =
        Files.writeString(folder.resolve("m.flmap"), mapping("json", "json", RULES, test(EXPECT)));
    Path zip = Files.write(folder.resolve("m.flpkg"), Packages.export(Projects.open(file)));
    Files.delete(folder.resolve("want"));
    assertThat(TestCases.run(Projects.open(zip))).allMatch(Result::passed);
  }
}
