package fieldloom.ui.text;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Above the lines: search, which lines are shown, all of them as text. */
final class TextHead extends HBox {
  private static final double HINT_FROM_PX = 900;

  private final FormulaTextViewModel model;
  private final Runnable toLines;
  private final TextField find = new TextField();
  private final ToggleButton rules = chip();
  private final ToggleButton all = chip();

  /**
   * @param toLines gives the lines the keyboard
   */
  TextHead(FormulaTextViewModel model, Runnable toLines) {
    this.model = model;
    this.toLines = toLines;
    getStyleClass().add("fl-lines-bar");
    setAlignment(Pos.CENTER_LEFT);
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(Words.bind("find.prompt"));
    find.accessibleTextProperty().bind(Words.bind("find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    ToggleGroup group = new ToggleGroup();
    rules.setToggleGroup(group);
    all.setToggleGroup(group);
    rules.setOnAction(e -> show(false));
    all.setOnAction(e -> show(true));
    Label hint = Controls.label("", "fl-small", "fl-muted");
    hint.textProperty().bind(Words.bind("hint"));
    hint.visibleProperty().bind(widthProperty().greaterThan(HINT_FROM_PX));
    hint.managedProperty().bind(hint.visibleProperty());
    hint.setMinWidth(0);
    Button copy = Controls.flat(Words.bind("copy"), Feather.COPY);
    copy.setOnAction(e -> copy(model.copyAll()));
    getChildren().addAll(find, rules, all, Controls.spacer(), hint, copy);
    model.allProperty().subscribe(this::mark);
    model.revisionProperty().subscribe(r -> count());
    count();
    Texts.follow(this, TextHead::count);
  }

  private static ToggleButton chip() {
    ToggleButton chip = new ToggleButton();
    chip.getStyleClass().add("fl-filter-chip");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private void show(boolean every) {
    model.allProperty().set(every);
    mark(every);
  }

  private void mark(boolean every) {
    rules.setSelected(!every);
    all.setSelected(every);
  }

  private void count() {
    say(rules, Words.get("show.rules", model.count(false)));
    say(all, Words.get("show.all", model.count(true)));
  }

  private static void say(ToggleButton chip, String text) {
    chip.setText(text);
    chip.setAccessibleText(text);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
      find.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER
        || event.getCode() == KeyCode.DOWN
        || event.getCode() == KeyCode.ESCAPE) {
      toLines.run();
      event.consume();
    }
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Shows behind the chips what of the mapping is looked at. */
  void setLens(Node chip) {
    getChildren().add(3, chip);
  }

  /** Gives the search the keyboard. */
  void focusFind() {
    find.requestFocus();
    find.selectAll();
  }
}
