package fieldloom.ui.problems;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Sentences;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A heading, or one problem: mark, field, message, what the sample shows or what to do, buttons.
 */
final class ProblemCell extends ListCell<Line> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private static final double PADDING_PX = 28;

  private final ProblemsViewModel model;
  private final Consumer<Line.Entry> accept;
  private final Label heading = Controls.label("", "fl-bold", "fl-small");
  private final FontIcon mark = Icons.small(Feather.ALERT_TRIANGLE);
  private final Label place = Controls.label("", "fl-mono");
  private final Label message = new Label();
  private final Label detail = Controls.label("", "fl-muted");
  private final Button fix = Controls.flat(Words.bind("fix"), Feather.TOOL);
  private final Button accepting = Controls.flat(Words.bind("accept"), Feather.CHECK);
  private final HBox row =
      new HBox(8, mark, place, message, detail, Controls.spacer(), fix, accepting);
  private Line.@Nullable Entry entry;

  /**
   * @param accept asks why a warning is accepted
   */
  ProblemCell(ProblemsViewModel model, Consumer<Line.Entry> accept) {
    this.model = model;
    this.accept = accept;
    row.setAlignment(Pos.CENTER_LEFT);
    // As wide as the list: what does not fit is cut, buttons stay.
    setPrefWidth(0);
    row.prefWidthProperty().bind(widthProperty().subtract(PADDING_PX));
    message.getStyleClass().add("fl-problem-message");
    place.getStyleClass().add("fl-problem-place");
    mark.getStyleClass().add("fl-problem-mark");
    HBox.setHgrow(message, Priority.SOMETIMES);
    fix.setMinWidth(USE_PREF_SIZE);
    accepting.setMinWidth(USE_PREF_SIZE);
    fix.accessibleTextProperty().unbind();
    accepting.accessibleTextProperty().unbind();
    fix.setOnAction(e -> offer());
    accepting.setOnAction(e -> acceptOrNot());
  }

  private void offer() {
    if (entry != null) {
      model.goTo(getIndex());
      model.offer(entry);
    }
  }

  private void acceptOrNot() {
    if (entry == null) {
      return;
    }
    if (entry.accepted()) {
      model.accept(entry, "");
    } else {
      accept.accept(entry);
    }
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    entry = null;
    pseudoClassStateChanged(HEADING, line instanceof Line.Heading && !empty);
    switch (empty ? null : line) {
      case null -> {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
      }
      case Line.Heading(ProblemKind kind, int entries) -> {
        heading.setText(kind.words() + "  " + entries);
        setGraphic(heading);
        setTooltip(null);
        setAccessibleText(heading.getText());
      }
      case Line.Entry now -> show(now);
    }
  }

  private void show(Line.Entry now) {
    entry = now;
    mark.setIconCode(
        now.accepted()
            ? Feather.CHECK_CIRCLE
            : now.error() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE);
    row.getStyleClass().setAll(now.accepted() ? "fl-muted" : now.error() ? "fl-bad" : "fl-warn");
    place.setText(now.place() + (now.position().isEmpty() ? "" : "  " + now.position()));
    message.setText(now.message());
    detail.setText(detail(now));
    show(fix, now.fixable() && !now.accepted());
    show(accepting, !now.error());
    accepting.textProperty().unbind();
    accepting.textProperty().bind(Words.bind(now.accepted() ? "accept.undo" : "accept"));
    fix.setAccessibleText(Words.get("fix.of", now.place()));
    accepting.setAccessibleText(
        Words.get(now.accepted() ? "accept.undo.of" : "accept.of", now.place()));
    setGraphic(row);
    String whole =
        now.message()
            + (now.sample().isEmpty() ? "" : "\n" + now.sample())
            + (now.problem().remedy().isEmpty()
                ? ""
                : "\n" + Sentences.said(now.problem().remedy()));
    Tooltip tip = new Tooltip(whole);
    tip.setWrapText(true);
    tip.setMaxWidth(480);
    setTooltip(tip);
    setAccessibleText(words(now));
  }

  private static String detail(Line.Entry now) {
    if (now.reason() != null) {
      return Words.get("accepted.because", now.reason());
    }
    return now.sample().isEmpty() ? Sentences.said(now.problem().remedy()) : now.sample();
  }

  private static String words(Line.Entry now) {
    String key = now.accepted() ? "accepted" : now.error() ? "error" : "warning";
    String more = detail(now);
    return Words.get(key, now.place(), now.message()) + (more.isEmpty() ? "" : " " + more);
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }
}
