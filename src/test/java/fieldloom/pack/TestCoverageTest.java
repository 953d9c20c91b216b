package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.pack.TestCoverage.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCoverageTest {
  private static final String TABLE =
      "{\"name\": \"units\", \"rows\": [[\"pcs\", \"Pcs\"], [\"kg\", \"Kg\"]],"
          + " \"otherwise\": {\"use\": \"input\"}}";

  @TempDir Path folder;

  private TestCoverage coverage(String rules, String... inputs) throws IOException, PackException {
    StringBuilder tests = new StringBuilder();
    for (int i = 0; i < inputs.length; i++) {
      Files.writeString(folder.resolve("in" + i), inputs[i]);
      Files.writeString(folder.resolve("want"), "{}");
      tests
          .append(i == 0 ? "" : ", ")
          .append("{\"name\": \"t%1$d\", \"in\": {\"o\": \"in%1$d\"}, ".formatted(i))
          .append("\"expect\": \"want\"}");
    }
    Path file =
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "m", "sources": [{"name": "o", "format": "json"}],
             "target": {"name": "t", "format": "json"}, "rules": [%s], "tables": [%s],
             "tests": [%s]}"""
                .formatted(rules, TABLE, tests));
    return TestCoverage.of(Projects.open(file));
  }

  private static List<String> told(TestCoverage coverage) {
    return coverage.untouched().stream().map(Untouched::sentence).toList();
  }

  @Test
  void a_mapping_without_tests_has_no_rule_touched() throws Exception {
    TestCoverage none = coverage("{\"to\": \"a\", \"from\": \"o.a\"}");
    assertThat(none.rules()).isEqualTo(1);
    assertThat(none.touched()).isZero();
    assertThat(told(none)).containsExactly("a: no case computes the rule");
  }

  @Test
  void a_link_is_touched_by_any_record() throws Exception {
    TestCoverage all = coverage("{\"to\": \"a\", \"from\": \"o.a\"}", "{}");
    assertThat(all.touched()).isEqualTo(1);
    assertThat(all.untouched()).isEmpty();
  }

  @Test
  void branches_that_no_case_takes_are_named_and_what_is_in_them_is_not() throws Exception {
    String rules =
        """
        {"to": "a", "formula": "IF(o.x > 1, \\"big\\", IF(o.x > 0, \\"one\\", \\"none\\"))"},
        {"to": "b", "formula": "SWITCH(o.k, \\"p\\", 1, \\"q\\", 2, 3)"},
        {"to": "c", "formula": "DEFAULT(o.c, \\"-\\")"},
        {"to": "d", "formula": "IF(o.x > 1, 1)"}""";
    assertThat(told(coverage(rules, "{\"x\": 2, \"k\": \"p\", \"c\": 1}")))
        .containsExactly(
            "a: IF never comes to IF(o.x > 0, \"one\", \"none\")",
            "b: SWITCH never comes to 2",
            "b: SWITCH never comes to 3",
            "c: DEFAULT never comes to \"-\"",
            "d: IF always finds a true condition");
    assertThat(
            told(
                coverage(
                    rules,
                    "{\"x\": 2, \"k\": \"p\", \"c\": 1}",
                    "{\"x\": 1, \"k\": \"q\"}",
                    "{\"x\": 0, \"k\": \"r\"}")))
        .isEmpty();
  }

  @Test
  void a_condition_is_touched_when_it_came_out_both_ways() throws Exception {
    String rules = "{\"to\": \"a\", \"from\": \"o.a\", \"when\": \"o.x > 1\"}";
    assertThat(told(coverage(rules, "{\"x\": 2}")))
        .containsExactly("a: when o.x > 1 is never false");
    assertThat(told(coverage(rules, "{\"x\": 1}")))
        .containsExactly("a: when o.x > 1 is never true");
    assertThat(told(coverage(rules, "{\"x\": 1}", "{\"x\": 2}"))).isEmpty();
  }

  @Test
  void a_default_is_touched_when_it_was_needed() throws Exception {
    String rules = "{\"to\": \"a\", \"from\": \"o.a\", \"default\": \"none\"}";
    assertThat(told(coverage(rules, "{\"a\": 1}")))
        .containsExactly("a: the default \"none\" is never needed");
    assertThat(told(coverage(rules, "{\"a\": 1}", "{}"))).isEmpty();
  }

  @Test
  void a_loop_is_touched_with_its_items() throws Exception {
    String rules =
        """
        {"to": "i[]", "each": "o.l[]", "as": "l", "when": "o.on == TRUE"},
        {"to": "i[].q", "from": "l.q"}""";
    assertThat(told(coverage(rules, "{\"on\": true, \"l\": []}")))
        .containsExactly(
            "i[]: when o.on == TRUE is never false",
            "i[]: no case makes an item",
            "i[].q: no case computes the rule");
    assertThat(told(coverage(rules, "{\"on\": true, \"l\": [{}]}", "{\"l\": []}"))).isEmpty();
  }

  @Test
  void rows_of_tables_that_no_case_looks_up_are_named_by_their_keys() throws Exception {
    String rules = "{\"to\": \"u\", \"formula\": \"LOOKUP(\\\"units\\\", o.u)\"}";
    assertThat(told(coverage(rules, "{\"u\": \"pcs\"}")))
        .containsExactly(
            "table units: 1 of 2 rows are never looked up: kg",
            "table units: no case looks up a key that has no row");
    assertThat(told(coverage(rules, "{\"u\": \"pcs\"}", "{\"u\": \"kg\"}", "{\"u\": \"m\"}")))
        .isEmpty();
  }
}
