package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows what a file offers and what is in what is chosen: offers at the left, fields at the right,
 * how it is read below. What is wrong with the file stands in a strip above.
 */
public final class PickPane extends VBox {
  private static final double OFFERS = 340;
  private static final double FIELDS = 340;
  private static final double HEIGHT = 330;
  private static final double LEAST_HEIGHT = 110;

  private final PickViewModel model;
  private final Runnable again;
  private final VBox strip = new VBox();
  private final TextField find = new TextField();
  private final ListView<Offer> offers;
  private final ListView<FieldLine> fields = new ListView<>();
  private final Label count = Controls.label("", "fl-muted", "fl-small");
  private final VBox left;
  private final RowsTable rows = new RowsTable();

  /**
   * @param again chooses another file
   */
  public PickPane(PickViewModel model, Runnable again) {
    this.model = model;
    this.again = again;
    this.offers = new ListView<>(model.offers());
    getStyleClass().add("fl-pick");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, PickPane.class, "schemas.css");
              }
            });
    left = left();
    HBox middle = new HBox(12, left, right());
    middle.setPrefHeight(HEIGHT);
    middle.setMinHeight(LEAST_HEIGHT);
    VBox.setVgrow(middle, Priority.ALWAYS);
    Loading loading =
        new Loading(
                model.busyProperty(),
                Texts.of(PickPane.class).bindTo("reading", model.labelProperty()),
                model::cancel)
            .showing(model.progressProperty());
    getChildren().addAll(loading, strip, new OptionsForm(model), rows, middle);
    model.choosingProperty().subscribe(choosing -> showOffers(choosing));
    model.problemProperty().subscribe(sentence -> showProblem(sentence));
    model.pickProperty().subscribe(pick -> showFields(pick));
    model.filesProperty().subscribe(files -> rows.clear());
    strip.managedProperty().bind(Bindings.isNotEmpty(strip.getChildren()));
    model.chosenProperty().subscribe(offer -> select(offer));
  }

  private VBox left() {
    find.getStyleClass().add("fl-field");
    find.promptTextProperty().bind(Words.bind("pick.find"));
    find.accessibleTextProperty().bind(Words.bind("pick.find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    offers.accessibleTextProperty().bind(Words.bind("pick.offers"));
    offers.setCellFactory(view -> new OfferCell());
    Label none = Controls.label("", "fl-muted");
    none.textProperty()
        .bind(
            Bindings.when(model.searchProperty().isEmpty())
                .then("")
                .otherwise(Words.bind("pick.none")));
    none.setWrapText(true);
    offers.setPlaceholder(none);
    offers
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.chosenProperty().set(is);
              }
            });
    VBox.setVgrow(offers, Priority.ALWAYS);
    VBox box = new VBox(8, find, offers);
    box.setPrefWidth(OFFERS);
    box.setMinWidth(220);
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private VBox right() {
    fields.accessibleTextProperty().bind(Words.bind("pick.fields"));
    fields.setCellFactory(view -> new FieldCell());
    fields.getStyleClass().add("fl-pick-fields");
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.bind("pick.fields.none"));
    none.visibleProperty().bind(model.choosingProperty().and(model.pickProperty().isNull()));
    fields.setPlaceholder(none);
    VBox.setVgrow(fields, Priority.ALWAYS);
    HBox head = new HBox(8, count);
    head.getStyleClass().add("fl-pick-head");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, head, fields);
    box.setPrefWidth(FIELDS);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /** The arrows walk the list while one types. */
  private void walk(KeyEvent event) {
    boolean down = event.getCode() == KeyCode.DOWN;
    if (down || event.getCode() == KeyCode.UP) {
      int at = offers.getSelectionModel().getSelectedIndex() + (down ? 1 : -1);
      int last = offers.getItems().size() - 1;
      if (last >= 0) {
        offers.getSelectionModel().select(Math.clamp(at, 0, last));
        offers.scrollTo(Math.clamp(at, 0, last));
      }
      event.consume();
    }
  }

  private void select(@Nullable Offer offer) {
    if (offer == null) {
      offers.getSelectionModel().clearSelection();
    } else if (!offer.equals(offers.getSelectionModel().getSelectedItem())) {
      offers.getSelectionModel().select(offer);
    }
  }

  private void showOffers(boolean choosing) {
    left.setVisible(choosing);
    if (choosing && getScene() != null) {
      find.requestFocus();
    }
  }

  private void showFields(@Nullable SchemaPick pick) {
    FieldLines lines = pick == null ? FieldLines.NONE : pick.fields();
    fields.getItems().setAll(lines.lines());
    rows.show(pick);
    int n = lines.lines().size();
    count.setText(
        pick == null ? "" : Words.get(lines.isAll() ? "pick.count" : "pick.count.more", n));
  }

  private void showProblem(String sentence) {
    strip.getChildren().clear();
    if (!sentence.isEmpty()) {
      strip.getChildren().add(problem(model, sentence, again, null));
    }
  }

  /**
   * The strip that says why a file cannot be read, and what can be done about it.
   *
   * @param again chooses another file
   * @param choose shows how it is read; null where that is shown already
   */
  public static Strip problem(
      PickViewModel model, String sentence, Runnable again, @Nullable Runnable choose) {
    List<Node> fixes = new ArrayList<>();
    if (choose != null && !model.kinds().isEmpty()) {
      Button other = Controls.button(Words.get("strip.kind"));
      other.setAccessibleText(Words.get("strip.kind"));
      other.setOnAction(e -> choose.run());
      fixes.add(other);
    }
    if (model.outsideProperty().get()) {
      Button widen = Controls.button(Words.get("strip.widen"));
      widen.setAccessibleText(Words.get("strip.widen"));
      widen.setOnAction(e -> model.widen());
      fixes.add(widen);
    }
    Button other = Controls.button(Words.get("strip.again"), Feather.FOLDER);
    other.setAccessibleText(Words.get("strip.again"));
    other.setOnAction(e -> again.run());
    fixes.add(other);
    return Strip.bad(sentence, fixes.toArray(Node[]::new));
  }

  /** The control with which choosing begins. */
  public Node first() {
    return model.choosingProperty().get() ? find : fields;
  }
}
