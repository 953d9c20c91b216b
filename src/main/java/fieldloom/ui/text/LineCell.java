package fieldloom.ui.text;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line: its number, the rule in its colours, what comes of it, what is wrong. */
final class LineCell extends ListCell<Line> {
  private static final PseudoClass LOOP = PseudoClass.getPseudoClass("loop");
  private static final PseudoClass EMPTY_RULE = PseudoClass.getPseudoClass("no-rule");

  private final FormulaTextViewModel model;
  private final Label number = Controls.label("", "fl-line-number");
  private final HBox code = new HBox();
  private final Label draft = Controls.chip("", Tone.WARNING);
  private final Label result = Controls.label("", "fl-line-result");
  private final FontIcon sign = Icons.small(Feather.ALERT_TRIANGLE);
  private final Label sentence = Controls.label("", "fl-small");
  private final HBox problem = new HBox(6, sign, sentence);
  private final HBox row = new HBox(number, code, draft, result, problem);
  private final Tooltip title = new Tooltip();
  private @Nullable Node equals;

  LineCell(FormulaTextViewModel model) {
    this.model = model;
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("fl-line");
    code.setAlignment(Pos.CENTER_LEFT);
    code.getStyleClass().add("fl-line-code");
    problem.setAlignment(Pos.CENTER_LEFT);
    draft.textProperty().bind(Words.bind("draft"));
    for (Region part : List.of(number, code, result, sentence)) {
      part.setMinWidth(USE_PREF_SIZE);
    }
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    boolean none = line == null || empty;
    pseudoClassStateChanged(LOOP, !none && line.isLoop());
    pseudoClassStateChanged(EMPTY_RULE, !none && model.shown(line).text().isEmpty());
    if (none) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    Shown shown = model.shown(line);
    number.setText(String.valueOf(getIndex() + 1));
    code.getChildren().setAll(parts(line, shown));
    show(draft, shown.draft());
    result.setText(shown.result().isEmpty() ? "" : "→ " + shown.result().replaceAll("\\R", " "));
    show(result, !shown.result().isEmpty());
    sentence.setText(shown.sentence());
    sign.setIconCode(shown.error() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
    problem.getStyleClass().setAll(shown.error() ? "fl-bad" : "fl-warn");
    sentence.getStyleClass().setAll("label", "fl-small", shown.error() ? "fl-bad" : "fl-warn");
    show(problem, !shown.sentence().isEmpty());
    String words = FormulaTextViewModel.title(line);
    title.setText(words);
    setTooltip(words.isEmpty() ? null : title);
    setGraphic(row);
    setAccessibleText(model.spoken(line));
  }

  /** Shows the line as it is now. */
  void redraw() {
    updateItem(getItem(), isEmpty());
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private List<Node> parts(Line line, Shown shown) {
    List<String> words = model.words();
    boolean wrong = !shown.sentence().isEmpty() && shown.from() < 0;
    List<Node> parts = new ArrayList<>();
    parts.add(text("    ".repeat(line.depth()), "f-op"));
    Run.of(line.name(), "f-name", wrong, words).forEach(run -> parts.add(text(run, shown)));
    Text sign = text(" = ", "f-op");
    equals = sign;
    parts.add(sign);
    Run.of(shown.text(), line.isLoop(), shown.from(), shown.to(), words)
        .forEach(run -> parts.add(text(run, shown)));
    if (!shown.more().isEmpty()) {
      parts.add(text(shown.more(), "f-more"));
    }
    return parts;
  }

  private static Text text(Run run, Shown shown) {
    Text part = text(run.text(), run.style());
    if (run.wrong()) {
      part.getStyleClass().add(shown.error() ? "f-wrong" : "f-odd");
    }
    if (run.hit()) {
      part.getStyleClass().add("f-hit");
    }
    return part;
  }

  private static Text text(String text, String style) {
    Text part = new Text(text);
    part.getStyleClass().addAll("text", style);
    return part;
  }

  /** Where the rule begins, behind the sign, on the scene; null where no line is shown. */
  @Nullable Bounds ruleBounds() {
    return equals == null || isEmpty() ? null : equals.localToScene(equals.getLayoutBounds());
  }
}
