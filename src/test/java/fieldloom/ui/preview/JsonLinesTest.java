package fieldloom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void aRecordIsLaidOutAsJsonWithExactNumbers() {
    Obj line = new Obj().put("qty", Num.ofText("1E+2")).put("note", Null.NULL);
    Obj record =
        new Obj()
            .put("no", "a\"b\n订")
            .put("ok", true)
            .put("lines", List.of(line, new Obj()))
            .put("none", List.of());
    assertThat(JsonLines.of("bill", record).stream().map(JsonLine::text).toList())
        .containsExactly(
            "{",
            "  \"no\": \"a\\\"b\\n订\",",
            "  \"ok\": true,",
            "  \"lines\": [",
            "    {",
            "      \"qty\": 1E+2,",
            "      \"note\": null",
            "    },",
            "    {}",
            "  ],",
            "  \"none\": []",
            "}");
  }

  @Test
  void whatTheEditChangedSaysWhatItWas() {
    Obj before = new Obj().put("a", Num.ofText("1")).put("b", "x").put("gone", "y");
    Obj after = new Obj().put("a", Num.ofText("2")).put("b", "x").put("c", "new");
    assertThat(
            JsonLines.of("bill", after, before).stream()
                .map(line -> line.text() + " " + line.was()))
        .containsExactly(
            "{ null", "  \"a\": 2, 1", "  \"b\": \"x\", null", "  \"c\": \"new\" ", "} null");
  }

  @Test
  void anItemMoreIsNewAndTheOthersAreNot() {
    Obj one = new Obj().put("n", Num.of(1));
    Obj two = new Obj().put("n", Num.of(2));
    List<JsonLine> lines = JsonLines.of("bill", List.of(one, two), List.of(one));
    assertThat(lines.stream().filter(line -> line.was() != null).map(JsonLine::text))
        .containsExactly("  {", "    \"n\": 2");
  }

  @Test
  void withoutAnEarlierRecordNothingIsMarkedAndWithAnAbsentOneAllIsNew() {
    Obj record = new Obj().put("a", "x");
    assertThat(JsonLines.of("bill", record)).allMatch(line -> line.was() == null);
    assertThat(JsonLines.of("bill", record, Absent.ABSENT).stream().filter(l -> l.was() != null))
        .hasSize(2);
  }
}
