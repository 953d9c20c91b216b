package fieldloom.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.Test;

class JsonAreaTest {

  @Test
  void namesTextsNumbersAndWordsAreToldApart() {
    String json = "{\n  \"a\\\"b\": \"x: 1\",\n  \"n\": -1.50e3, \"w\": [true, null]\n}";
    List<String> found = new ArrayList<>();
    int at = 0;
    for (StyleSpan<java.util.Collection<String>> span : JsonArea.spans(json)) {
      if (!span.getStyle().isEmpty()) {
        found.add(
            span.getStyle().iterator().next() + " " + json.substring(at, at + span.getLength()));
      }
      at += span.getLength();
    }
    assertThat(at).isEqualTo(json.length());
    assertThat(found)
        .containsExactly(
            "j-name \"a\\\"b\"",
            "j-text \"x: 1\"",
            "j-name \"n\"",
            "j-number -1.50e3",
            "j-name \"w\"",
            "j-word true",
            "j-word null");
  }
}
