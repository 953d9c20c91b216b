package fieldloom.ui.catalog;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** JSON to be read: names, texts, numbers and words coloured; it can be selected and copied. */
final class JsonArea extends StyleClassedTextArea {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>\"(?:[^\"\\\\]|\\\\.)*+\")(?<name>\\s*:)?"
              + "|(?<number>-?\\d[\\d.eE+-]*)|(?<word>true|false|null)");

  JsonArea() {
    super(false);
    getStyleClass().add("fl-json-area");
    setEditable(false);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    accessibleTextProperty().bind(Words.bind("sample.text"));
  }

  /** Shows another text, from its beginning. */
  void show(String json) {
    replaceText(json);
    if (!json.isEmpty()) {
      setStyleSpans(0, spans(json));
    }
    moveTo(0);
    requestFollowCaret();
  }

  static StyleSpans<Collection<String>> spans(String json) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher tokens = TOKEN.matcher(json);
    int at = 0;
    while (tokens.find()) {
      int end = tokens.group("text") == null ? tokens.end() : tokens.end("text");
      spans.add(List.of(), tokens.start() - at);
      spans.add(List.of(style(tokens)), end - tokens.start());
      at = end;
    }
    spans.add(List.of(), json.length() - at);
    return spans.create();
  }

  private static String style(Matcher token) {
    if (token.group("text") != null) {
      return token.group("name") == null ? "j-text" : "j-name";
    }
    return token.group("number") == null ? "j-word" : "j-number";
  }
}
