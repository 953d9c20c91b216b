package fieldloom.ui.formula;

import fieldloom.ui.kit.Controls;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Proposals under the caret, and what the chosen one is. */
final class CompletionPane extends HBox {
  static final double WIDTH = 520;
  private static final int SHOWN = 7;
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final VBox list = new VBox();
  private final VBox about = new VBox(3);
  private final Consumer<Completion> choose;
  private List<Completion> items = List.of();
  private int first;
  private int selected;

  CompletionPane(Consumer<Completion> choose) {
    this.choose = choose;
    getStyleClass().add("fl-completion");
    list.getStyleClass().add("fl-completion-list");
    about.getStyleClass().add("fl-completion-about");
    getChildren().addAll(list, about);
    setManaged(false);
    setVisible(false);
  }

  boolean isShown() {
    return isVisible();
  }

  void show(List<Completion> found) {
    items = found;
    first = 0;
    selected = 0;
    setVisible(!found.isEmpty());
    if (isVisible()) {
      fill();
    }
  }

  void hide() {
    show(List.of());
  }

  void move(int by) {
    selected = Math.floorMod(selected + by, items.size());
    first = Math.clamp(first, Math.max(0, selected - SHOWN + 1), selected);
    fill();
  }

  @Nullable Completion selected() {
    return isVisible() && selected < items.size() ? items.get(selected) : null;
  }

  private void fill() {
    list.getChildren().clear();
    for (int i = first; i < Math.min(items.size(), first + SHOWN); i++) {
      list.getChildren().add(row(items.get(i), i == selected));
    }
    about.getChildren().setAll(aboutOf(items.get(selected)));
    // Heights are right only once the new rows have their styles.
    applyCss();
    resize(WIDTH, Math.ceil(prefHeight(WIDTH)));
    requestLayout();
  }

  private HBox row(Completion item, boolean on) {
    Label badge = badge(item);
    TextFlow name = name(item);
    Label hint = Controls.label(item.hint(), "fl-completion-hint");
    Label sample = Controls.label(item.sample(), "fl-completion-sample");
    sample.setMaxWidth(110);
    sample.setMinWidth(0);
    HBox row = new HBox(8, badge, name, hint, Controls.spacer(), sample);
    name.setMinWidth(USE_PREF_SIZE);
    hint.setMinWidth(0);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(false);
    row.getStyleClass().add("fl-completion-row");
    row.pseudoClassStateChanged(ON, on);
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(item.text() + " " + item.hint());
    row.setOnMousePressed(
        e -> {
          choose.accept(item);
          e.consume();
        });
    return row;
  }

  private static Label badge(Completion item) {
    if (item.kind() == Completion.Kind.PATH && item.type() != null) {
      return Controls.badge(item.type());
    }
    Label badge = new Label(item.kind() == Completion.Kind.FUNCTION ? "ƒ" : "=");
    badge.getStyleClass().addAll("fl-badge", "array");
    return badge;
  }

  private static TextFlow name(Completion item) {
    String text = item.text();
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("fl-completion-name");
    if (item.hitStart() < 0) {
      flow.getChildren().add(part(text, false));
    } else {
      int end = item.hitStart() + item.hitLength();
      flow.getChildren()
          .addAll(
              part(text.substring(0, item.hitStart()), false),
              part(text.substring(item.hitStart(), end), true),
              part(text.substring(end), false));
    }
    return flow;
  }

  private static Text part(String text, boolean hit) {
    Text part = new Text(text);
    part.getStyleClass().addAll("text", hit ? "hit" : "plain");
    return part;
  }

  private static List<javafx.scene.Node> aboutOf(Completion item) {
    String type = item.type() == null ? "" : item.type().label();
    Label head =
        Controls.label(
            item.kind() == Completion.Kind.FUNCTION ? item.text() + item.hint() : item.text(),
            "fl-completion-head");
    Label sub =
        Controls.label(
            item.kind() == Completion.Kind.FUNCTION ? "" : type + "  " + item.hint(),
            "fl-muted",
            "fl-small");
    Label help = Controls.label(item.help(), "fl-muted", "fl-small");
    help.setWrapText(true);
    head.setWrapText(true);
    HBox keys =
        new HBox(
            6,
            Controls.key("Tab"),
            Controls.label(Words.get("insert"), "fl-muted", "fl-tiny"),
            Controls.key("Esc"),
            Controls.label(Words.get("close"), "fl-muted", "fl-tiny"));
    keys.setAlignment(Pos.CENTER_LEFT);
    List<javafx.scene.Node> all = new java.util.ArrayList<>(List.of(head));
    if (!sub.getText().isBlank()) {
      all.add(sub);
    }
    if (!help.getText().isBlank()) {
      all.add(help);
    }
    all.add(keys);
    return all;
  }
}
