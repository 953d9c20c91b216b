package fieldloom.pack.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.SchemaNode;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two documents, said in as few differences as there are. */
class ComparisonTest {
  private static Comparison compare(String expected, String actual, String... ignored)
      throws FormatException {
    return Comparison.of(
        "bill",
        SchemaNode.any("bill"),
        List.of(ignored),
        List.of(JsonValues.parse(expected)),
        List.of(JsonValues.parse(actual)));
  }

  private static String told(FieldResult result) {
    String numbers = result.kind() == Kind.REORDERED ? " " + result.from() + ">" + result.to() : "";
    return result.path() + " " + result.kind().name().toLowerCase(java.util.Locale.ROOT) + numbers;
  }

  private static String differences(Comparison comparison) {
    return comparison.differences().stream()
        .map(ComparisonTest::told)
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"a": 1, "b": 2}                | {"b": 2, "a": 1}             | ~~
          {"a": 13}                       | {"a": 13.00}                 | ~~
          {"a": 1}                        | {"a": "1"}                   | a changed
          {"a": null}                     | {}                           | a missing
          {}                              | {"a": {"b": 1, "c": 2}}      | a added
          {"a": [1]}                      | {"a": {"b": 1}}              | a changed
          {"a": [1, 2, 3]}                | {"a": [1, 9, 2, 3]}          | a[2] added
          {"a": [1, 2, 3]}                | {"a": [2, 3]}                | a[1] missing
          {"a": [1, 2, 3]}                | {"a": [3, 1, 2]}             | a[1] reordered 3>1
          {"a": [1, 2, 3]}                | {"a": [1, 7, 3]}             | a[2] changed
          {"a": [[1], [2]]}               | {"a": [[2], [1]]}            | a[1] reordered 2>1
          {"a": [1, 1, 2]}                | {"a": [1, 2]}                | a[2] missing
          {"a": ["x", "y"]}               | {"a": ["z"]}                 | a[1] changed, a[2] missing
          {"a": []}                       | {"a": []}                    | ~~
          """)
  void what_differs_is_said_once(String expected, String actual, String differences)
      throws FormatException {
    Comparison comparison = compare(expected, actual);
    assertThat(differences(comparison)).isEqualTo(differences == null ? "" : differences);
  }

  private static final String LINES =
      """
      {"lines": [{"id": "A", "qty": 1, "u": "pcs"}, {"id": "B", "qty": 2, "u": "pcs"},
                 {"id": "C", "qty": 3, "u": "pcs"}]}""";

  @Test
  void an_inserted_item_is_one_difference_though_others_behind_it_changed() throws Exception {
    String actual =
        """
        {"lines": [{"id": "A", "qty": 1, "u": "pcs"}, {"id": "N", "qty": 7, "u": "kg"},
                   {"id": "B", "qty": 9, "u": "pcs"}, {"id": "C", "qty": 3, "u": "pcs"}]}""";
    Comparison comparison = compare(LINES, actual);
    assertThat(differences(comparison)).isEqualTo("lines[2] added, lines[3].qty changed");
    assertThat(comparison.results()).extracting(FieldResult::kind).contains(Kind.EQUAL);
  }

  @Test
  void an_item_that_moved_and_changed_says_both() throws Exception {
    String actual =
        """
        {"lines": [{"id": "C", "qty": 5, "u": "pcs"}, {"id": "A", "qty": 1, "u": "pcs"},
                   {"id": "B", "qty": 2, "u": "pcs"}]}""";
    assertThat(differences(compare(LINES, actual)))
        .isEqualTo("lines[1] reordered 3>1, lines[1].qty changed");
  }

  @Test
  void all_items_with_another_value_in_one_field_differ_in_that_field_alone() throws Exception {
    String actual = LINES.replace("\"pcs\"", "\"Pcs\"");
    assertThat(differences(compare(LINES, actual)))
        .isEqualTo("lines[1].u changed, lines[2].u changed, lines[3].u changed");
  }

  @Test
  void a_number_written_otherwise_is_equal_by_value() throws Exception {
    assertThat(compare("{\"a\": 13}", "{\"a\": 13.00}").results())
        .extracting(FieldResult::kind)
        .containsExactly(Kind.EQUAL_BY_VALUE);
  }

  @Test
  void what_is_ignored_may_have_any_value_or_none() throws Exception {
    String expected = "{\"at\": 1, \"lines\": [{\"id\": 1, \"q\": 2}, {\"id\": 2, \"q\": 3}]}";
    String actual =
        "{\"lines\": [{\"id\": 8, \"q\": 3}, {\"id\": 9, \"q\": 2}], \"meta\": {\"by\": \"me\"}}";
    Comparison comparison = compare(expected, actual, "at", "lines[].id", "bill.meta.by");
    assertThat(differences(comparison)).isEqualTo("lines[1] reordered 2>1");
    assertThat(comparison.results())
        .filteredOn(r -> r.kind() == Kind.IGNORED)
        .extracting(FieldResult::path)
        .containsExactly("at", "lines[1].id", "lines[2].id", "meta");
  }

  @Test
  void records_are_held_against_each_other_as_items_are() {
    List<Object> expected = new ArrayList<>();
    List<Object> actual = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      expected.add(new Obj().put("no", "R" + i).put("q", Num.of(i)));
      actual.add(new Obj().put("no", "R" + i).put("q", Num.of(i)));
    }
    actual.remove(1);
    Comparison comparison =
        Comparison.of("bill", SchemaNode.any("bill"), List.of(), expected, actual);
    assertThat(comparison.differences())
        .extracting(FieldResult::record, FieldResult::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, Kind.MISSING));
  }

  @Test
  void one_difference_is_accepted_and_the_others_stay() throws Exception {
    String actual =
        """
        {"lines": [{"id": "C", "qty": 5, "u": "pcs"}, {"id": "A", "qty": 1, "u": "pcs"},
                   {"id": "N", "qty": 8, "u": "m"}, {"id": "M", "qty": 9, "u": "l"},
                   {"id": "O", "qty": 6, "u": "g"}], "sum": 6}""";
    Comparison comparison = compare(LINES, actual);
    assertThat(differences(comparison))
        .isEqualTo(
            "lines[1] reordered 3>1, lines[1].qty changed, lines[3] added, lines[4] added,"
                + " lines[5] added, lines[2] missing, sum added");
    for (FieldResult difference : comparison.differences()) {
      List<Object> merged = comparison.merged(Set.of(difference.at()));
      Comparison left =
          Comparison.of(
              "bill", SchemaNode.any("bill"), List.of(), merged, List.of(JsonValues.parse(actual)));
      assertThat(left.differences())
          .as(told(difference))
          .noneMatch(d -> told(d).equals(told(difference)));
    }
  }

  @Test
  void a_hundred_thousand_items_are_compared_in_time_that_grows_with_their_number() {
    int count = 100_000;
    List<Object> expected = new ArrayList<>(count);
    List<Object> actual = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      expected.add(item(i, i));
      // Each of them changed, one in the middle came in, the first stands last.
      actual.add(item((i + 1) % count, i + 7));
      if (i == count / 2) {
        actual.add(item(-1, -1));
      }
    }
    Comparison comparison =
        Comparison.of("bill", SchemaNode.any("bill"), List.of(), expected, actual);
    List<FieldResult> differences = comparison.differences();
    assertThat(differences).filteredOn(d -> d.kind() == Kind.REORDERED).hasSize(1);
    assertThat(differences).filteredOn(d -> d.kind() == Kind.ADDED).hasSize(1);
    assertThat(differences).filteredOn(d -> d.kind() == Kind.CHANGED).hasSize(count);
  }

  private static Obj item(int key, int value) {
    return new Obj().put("key", "K" + key).put("value", Num.of(value * 3L)).put("unit", "pcs");
  }
}
