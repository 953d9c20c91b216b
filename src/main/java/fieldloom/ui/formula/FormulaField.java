package fieldloom.ui.formula;

import fieldloom.ui.session.FormulaText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** A line of formula, its tokens coloured, a fault underlined. */
final class FormulaField extends StyleClassedTextArea {
  private int faultFrom = -1;
  private int faultTo = -1;

  FormulaField() {
    super(false);
    getStyleClass().add("fl-formula-text");
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    accessibleTextProperty().bind(Words.bind("formula"));
    textProperty().addListener((o, was, is) -> colour());
  }

  /** A formula is one line here; line ends that are pasted become spaces. */
  @Override
  public void replaceText(int start, int end, String text) {
    super.replaceText(start, end, text.replaceAll("\\R", " "));
  }

  void showFault(int from, int to) {
    if (from != faultFrom || to != faultTo) {
      faultFrom = from;
      faultTo = to;
      colour();
    }
  }

  private void colour() {
    String text = getText();
    if (!text.isEmpty()) {
      setStyleSpans(0, spans(text));
    }
  }

  private StyleSpans<Collection<String>> spans(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int at = 0;
    for (FormulaText.Token token : FormulaText.of(text).tokens()) {
      add(spans, at, token.start(), "");
      add(spans, token.start(), token.end(), token.kind().styleClass());
      at = token.end();
    }
    add(spans, at, text.length(), "");
    return spans.create();
  }

  /** A part may be cut by where the fault begins and ends. */
  private void add(StyleSpansBuilder<Collection<String>> spans, int from, int to, String style) {
    int at = from;
    while (at < to) {
      boolean wrong = at >= faultFrom && at < faultTo;
      int end = wrong ? Math.min(to, faultTo) : faultFrom > at ? Math.min(to, faultFrom) : to;
      List<String> styles = new ArrayList<>();
      if (!style.isEmpty()) {
        styles.add(style);
      }
      if (wrong) {
        styles.add("f-fault");
      }
      spans.add(styles, end - at);
      at = end;
    }
  }
}
