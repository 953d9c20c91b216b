package fieldloom.ui.problems;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.problems.ProblemsViewModel.Offer;
import fieldloom.ui.session.QuickFix;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fixes of what is selected: up, down and Enter or a digit choose, Escape closes. */
public final class FixPopup extends VBox {
  private static final int MOST_BY_DIGIT = 9;

  private final ProblemsViewModel model;
  private @Nullable Node before;

  public FixPopup(ProblemsViewModel model) {
    this.model = model;
    getStyleClass().add("fl-fixes");
    setAccessibleRole(AccessibleRole.MENU);
    setFocusTraversable(true);
    setVisible(false);
    setManaged(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, ProblemsView.class, "problems.css");
              }
            });
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusWithinProperty()
        .subscribe(
            inside -> {
              if (!inside && isVisible()) {
                model.closeOffer();
              }
            });
    model.offerProperty().subscribe(this::show);
  }

  private void show(@Nullable Offer offer) {
    if (offer == null) {
      hide();
      return;
    }
    if (!isVisible() && getScene() != null) {
      before = getScene().getFocusOwner();
    }
    String words =
        offer.place().isEmpty() ? Words.get("fixes.no") : Words.get("fixes", offer.place());
    Label title = Controls.label(words, "fl-bold");
    setAccessibleText(words);
    setVisible(true);
    setManaged(true);
    // Buttons that go away must not take the keyboard along.
    requestFocus();
    getChildren().setAll(title);
    offer.entries().forEach(e -> getChildren().add(wrapped(e.message())));
    List<QuickFix> fixes = offer.fixes();
    if (fixes == null) {
      getChildren().add(Controls.label(Words.get("fixes.trying"), "fl-muted"));
      return;
    }
    if (fixes.isEmpty()) {
      String key = offer.entries().isEmpty() ? "fixes.nothing" : "fixes.none";
      getChildren().add(wrapped(Words.get(key)));
      return;
    }
    for (int i = 0; i < fixes.size(); i++) {
      getChildren().add(option(fixes.get(i), i));
    }
    buttons().getFirst().requestFocus();
  }

  private void hide() {
    boolean had = isFocusWithin();
    setVisible(false);
    setManaged(false);
    Node last = before;
    before = null;
    if (had && last != null && last.getScene() != null) {
      last.requestFocus();
    }
  }

  private static Label wrapped(String text) {
    Label label = Controls.label(text, "fl-muted");
    label.setWrapText(true);
    return label;
  }

  private Button option(QuickFix fix, int place) {
    Label key = new Label(place < MOST_BY_DIGIT ? Integer.toString(place + 1) : "");
    key.getStyleClass().add("fl-key");
    Label name = new Label(fix.name());
    name.setMinWidth(USE_PREF_SIZE);
    Label detail = Controls.label(fix.detail(), "fl-mono", "fl-muted", "fl-small");
    HBox row = new HBox(8, key, name, detail);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.setAccessibleText(fix.name());
    button.getStyleClass().setAll("fl-fix");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> model.apply(fix));
    return button;
  }

  private List<Button> buttons() {
    return getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
  }

  private void key(KeyEvent event) {
    List<Button> buttons = buttons();
    KeyCode code = event.getCode();
    int at = getScene().getFocusOwner() instanceof Button b ? buttons.indexOf(b) : -1;
    int digit = code.isDigitKey() && event.getText().length() == 1 ? event.getText().charAt(0) : 0;
    if (code == KeyCode.ESCAPE) {
      model.closeOffer();
    } else if (code == KeyCode.DOWN && !buttons.isEmpty()) {
      buttons.get((at + 1) % buttons.size()).requestFocus();
    } else if (code == KeyCode.UP && !buttons.isEmpty()) {
      buttons.get(Math.floorMod(at - 1, buttons.size())).requestFocus();
    } else if (code == KeyCode.ENTER && at >= 0) {
      buttons.get(at).fire();
    } else if (digit >= '1' && digit < '1' + buttons.size()) {
      buttons.get(digit - '1').fire();
    } else {
      return;
    }
    event.consume();
  }
}
