package fieldloom.ui.schematree;

import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The search of a tree, and the kinds of fields that can be shown alone, with their counts. */
final class FindBar extends HBox {
  private static final double FIND_LEAST = 90;
  private static final double HINT_FROM = 340;

  /** The size of the field's text where text is not larger. */
  private static final double TEXT_PX = 12;

  private static final double TWO_CHIPS_FROM = 300;

  private final SchemaTreeViewModel model;
  private final Runnable toRows;
  private final TextField find = new TextField();
  private final Label hits = new Label();
  private final ToggleButton all;
  private final ToggleButton second;
  private final ToggleButton other;
  private final ToggleButton problems;

  /**
   * @param toRows gives the rows the keyboard
   */
  FindBar(SchemaTreeViewModel model, Runnable toRows) {
    this.model = model;
    this.toRows = toRows;
    boolean source = model.side() == Side.SOURCE;
    all = chip(Show.ALL);
    second = chip(source ? Show.UNMAPPED : Show.REQUIRED);
    other = chip(Show.MAPPED);
    problems = chip(Show.PROBLEMS);
    problems.getStyleClass().add("warning");
    getStyleClass().add("fl-tree-find");
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(field(source), all, second, other, problems);
    model.showProperty().subscribe(show -> refresh());
    widthProperty().subscribe(w -> refresh());
    find.fontProperty().subscribe(f -> refresh());
  }

  private HBox field(boolean source) {
    FontIcon icon = new FontIcon("fth-search");
    icon.getStyleClass().add("fl-find-icon");
    find.getStyleClass().add("fl-find-text");
    find.promptTextProperty().bind(Words.bind(source ? "source.prompt" : "target.prompt"));
    find.accessibleTextProperty().bind(Words.bind(source ? "source.find" : "target.find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    find.setMinWidth(30);
    find.setPrefWidth(60);
    Label hint = new Label("Ctrl F");
    hint.getStyleClass().add("fl-key");
    hint.setMinWidth(Region.USE_PREF_SIZE);
    hint.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> find.getText().isEmpty() && ems() > HINT_FROM,
                find.textProperty(),
                widthProperty(),
                find.fontProperty()));
    hint.managedProperty().bind(hint.visibleProperty());
    hits.getStyleClass().add("fl-find-hits");
    hits.setMinWidth(Region.USE_PREF_SIZE);
    hits.visibleProperty().bind(find.textProperty().isEmpty().not());
    hits.managedProperty().bind(hits.visibleProperty());
    HBox field = new HBox(6, icon, find, hits, hint);
    field.getStyleClass().add("fl-find");
    field.setAlignment(Pos.CENTER_LEFT);
    field.setMinWidth(FIND_LEAST);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox.setHgrow(find, Priority.ALWAYS);
    return field;
  }

  private ToggleButton chip(Show show) {
    ToggleButton chip = new ToggleButton();
    chip.getStyleClass().setAll("fl-tree-chip");
    chip.setUserData(show);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnAction(
        e -> {
          Show wanted = chip.isSelected() ? (Show) chip.getUserData() : Show.ALL;
          model.showProperty().set(wanted);
          refresh();
        });
    return chip;
  }

  /** Shows the counts as they are now. */
  void refresh() {
    Show show = model.showProperty().get();
    boolean own = List.of(Show.ALL, Show.PROBLEMS, second.getUserData()).contains(show);
    if (!own) {
      other.setUserData(show);
    }
    for (ToggleButton chip : List.of(all, second, other, problems)) {
      chip.setText(words((Show) chip.getUserData()));
      chip.setSelected(chip.getUserData() == show);
    }
    shown(all, true);
    shown(other, !own);
    shown(second, own && (show == second.getUserData() || getWidth() >= TWO_CHIPS_FROM));
    boolean wrong = model.side() == Side.TARGET && model.filter().count(Show.PROBLEMS) > 0;
    shown(problems, wrong || show == Show.PROBLEMS);
    giveWay(show);
    hits.setText(number(model.filter().hits()));
    hits.setAccessibleText(Words.get("hits", model.filter().hits()));
  }

  /** Where larger text leaves no room, chips go that are not chosen; the menu has them all. */
  private void giveWay(Show show) {
    double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - FIND_LEAST;
    for (ToggleButton chip : List.of(second, all, problems)) {
      double wanted =
          Stream.of(all, second, other, problems)
              .filter(ToggleButton::isVisible)
              .mapToDouble(c -> c.prefWidth(-1) + getSpacing())
              .sum();
      if (getWidth() > 0 && wanted > room && chip.getUserData() != show) {
        shown(chip, false);
      }
    }
  }

  private static void shown(ToggleButton chip, boolean shown) {
    chip.setVisible(shown);
    chip.setManaged(shown);
  }

  /** A kind of fields with how many there are. */
  private String words(Show show) {
    return Words.get(show.name().toLowerCase(Locale.ROOT), number(model.filter().count(show)));
  }

  static String number(int n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (event.isShiftDown()) {
          model.walk().previousHit();
        } else {
          model.walk().nextHit();
        }
        if (model.walk().isOnHit()) {
          toRows.run();
        }
      }
      case DOWN -> toRows.run();
      case ESCAPE -> {
        find.clear();
        toRows.run();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  void focusFind() {
    find.requestFocus();
    find.selectAll();
  }

  /** How wide it is, in pixels of text that is not larger. */
  private double ems() {
    return getWidth() * TEXT_PX / find.getFont().getSize();
  }
}
