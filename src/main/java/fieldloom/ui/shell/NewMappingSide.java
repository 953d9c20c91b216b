package fieldloom.ui.shell;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.schemas.PickPane;
import fieldloom.ui.schemas.PickViewModel;
import fieldloom.ui.schemas.ReplaceDialog;
import fieldloom.ui.schemas.SchemaPick;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One side of a new mapping: what was picked for it, what that is, or why it cannot be read. */
final class NewMappingSide extends VBox {
  private static final Texts TEXTS = Workbench.TEXTS;

  private final String side;
  private final PickViewModel model;
  private final Choosers choosers;
  private Runnable choose = () -> {};
  private Runnable database = () -> {};
  private final Button button;
  private final Label about = Controls.label("", "fl-muted", "fl-small");
  private final Button change = Controls.button("");
  private final VBox strip = new VBox();

  /**
   * @param side source or target
   */
  NewMappingSide(String side, PickViewModel model, Choosers choosers) {
    super(6);
    this.side = side;
    this.model = model;
    this.choosers = choosers;
    TextField shown = new TextField();
    shown.setEditable(false);
    shown.setFocusTraversable(false);
    shown.getStyleClass().add("fl-field");
    shown.setPromptText(TEXTS.get("new." + side + ".prompt"));
    shown.textProperty().bind(model.labelProperty());
    HBox.setHgrow(shown, Priority.ALWAYS);
    button = Controls.button(TEXTS.get("new.choose"), Feather.FOLDER);
    button.setAccessibleText(TEXTS.get("new.choose." + side));
    button.setOnAction(e -> pick());
    Button catalog = Controls.iconOnly(Feather.BOOK, TEXTS.bind("new.choose.catalog." + side));
    catalog.setOnAction(e -> model.pickCatalog());
    Button tables = Controls.iconOnly(Feather.DATABASE, TEXTS.bind("new.choose.database." + side));
    tables.setOnAction(e -> database.run());
    HBox row = new HBox(8, label("new." + side), shown, button, catalog, tables);
    row.setAlignment(Pos.CENTER_LEFT);
    Loading loading =
        new Loading(
                model.busyProperty(),
                TEXTS.bindTo("new.reading", model.labelProperty()),
                model::cancel)
            .showing(model.progressProperty());
    getChildren().addAll(row, loading, aboutRow(), strip);
    strip.managedProperty().bind(strip.visibleProperty());
    model.choosingProperty().subscribe(this::choosing);
    model.pickProperty().subscribe(pick -> tell(pick));
    model.problemProperty().subscribe(sentence -> complain());
    model.noteProperty().subscribe(sentence -> complain());
  }

  static Label label(String key) {
    return Controls.label(TEXTS.get(key), "fl-muted", "fl-side-label");
  }

  private HBox aboutRow() {
    change.setText(TEXTS.get("new.change"));
    change.setAccessibleText(TEXTS.get("new.change." + side));
    change.getStyleClass().add("small");
    change.setOnAction(e -> change());
    about.setMinWidth(0);
    Label gap = Controls.label("", "fl-side-label");
    HBox row = new HBox(8, gap, about, change);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(model.pickProperty().isNotNull());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private void change() {
    SchemaPick pick = model.pickProperty().get();
    boolean table = pick != null && pick.kind().equals("table");
    (table ? database : choose).run();
  }

  /** The control with which the side begins. */
  Node first() {
    return button;
  }

  /** What shows what the picked file offers. */
  void onChoose(Runnable shows) {
    choose = shows;
  }

  /** What asks for a table of a database. */
  void onDatabase(Runnable asks) {
    database = asks;
  }

  /** Asks for files. */
  void pick() {
    var files = choosers.openAll(TEXTS.get("choose." + side), ReplaceDialog.filters());
    if (!files.isEmpty()) {
      model.pick(files);
    }
  }

  private void choosing(boolean choosing) {
    if (choosing) {
      choose.run();
    }
  }

  private void tell(@Nullable SchemaPick pick) {
    if (pick != null) {
      int fields = pick.fields().lines().size();
      String key = pick.fields().isAll() ? "new.about" : "new.about.more";
      var offer = model.chosenProperty().get();
      String what = offer == null || pick.catalog() != null ? pick.kindName() : offer.name();
      about.setText(TEXTS.get(key, what, fields));
    }
  }

  private void complain() {
    strip.getChildren().setAll(PickPane.strips(model, this::pick, choose));
    strip.setVisible(!strip.getChildren().isEmpty());
  }
}
