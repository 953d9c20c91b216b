package fieldloom.ui.canvas;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A recycled pill. */
final class PillView extends HBox {
  private static final double EDGE = 6;
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final FontIcon icon = new FontIcon();
  private final TextFlow text = new TextFlow();
  private Frame.@Nullable Pill pill;

  PillView() {
    getStyleClass().add("fl-pill");
    setAlignment(Pos.CENTER);
    setFillHeight(false);
    setManaged(false);
    setAccessibleRole(AccessibleRole.BUTTON);
    icon.getStyleClass().add("fl-pill-icon");
  }

  Frame.@Nullable Pill pill() {
    return pill;
  }

  void show(Frame.Pill next) {
    Frame.Pill before = pill;
    pill = next;
    boolean changed =
        before == null
            || !before.text().equals(next.text())
            || before.tone() != next.tone()
            || !Objects.equals(before.icon(), next.icon());
    if (changed) {
      fill(next);
    }
    boolean selected = next.state() == Frame.State.SELECTED;
    boolean other = before == null || before.state() != next.state();
    pseudoClassStateChanged(DIM, next.state() == Frame.State.DIM);
    pseudoClassStateChanged(SELECTED, selected);
    setVisible(true);
    if (other || changed) {
      applyCss();
    }
    double width = Math.ceil(prefWidth(-1));
    double left = Math.round(next.x() - width / 2);
    // The board only estimates widths.
    double most = getParent() instanceof Region around ? around.getWidth() - width - EDGE : left;
    resizeRelocate(Math.max(EDGE, Math.min(left, most)), Math.round(next.y() - 11), width, 22);
  }

  private void fill(Frame.Pill next) {
    getStyleClass()
        .setAll(
            "fl-pill",
            switch (next.tone()) {
              case NORMAL -> "plain";
              case NEW -> "new";
              case CHANGED -> "changed";
              case GONE -> "gone";
              case LOOP -> "loop";
              case ROLL_UP -> "roll-up";
              case PROBLEM -> "problem";
              case ERROR -> "error";
            });
    text.getChildren().clear();
    for (Frame.Run run : next.text()) {
      Text part = new Text(run.text());
      part.getStyleClass().addAll("text", run.strong() ? "strong" : "light");
      text.getChildren().add(part);
    }
    String code = next.icon();
    if (code == null) {
      getChildren().setAll(text);
    } else {
      icon.setIconLiteral(code);
      getChildren().setAll(next.text().isEmpty() ? List.of(icon) : List.of(icon, text));
    }
    setAccessibleText(next.spoken());
  }
}
