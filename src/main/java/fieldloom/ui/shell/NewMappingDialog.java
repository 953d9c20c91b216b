package fieldloom.ui.shell;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.schemas.DatabasePane;
import fieldloom.ui.schemas.DatabaseViewModel;
import fieldloom.ui.schemas.PickPane;
import fieldloom.ui.schemas.PickViewModel;
import fieldloom.ui.schemas.SchemaPick;
import fieldloom.ui.session.Side;
import java.util.function.Consumer;
import java.util.function.Function;
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

/**
 * Asks for the schemas of a new mapping and its name. Where a file offers several things, which of
 * them is meant is chosen on a page of its own.
 */
final class NewMappingDialog extends Dialog {
  private static final Texts TEXTS = Workbench.TEXTS;

  private final PickViewModel source;
  private final PickViewModel target;
  private final Consumer<NewMapping> create;
  private final TextField name = new TextField();
  private final Label problem = Controls.label("", "fl-bad", "fl-small");
  private final VBox main;
  private final NewMappingSide from;
  private final PickPane sourcePane;
  private final PickPane targetPane;
  private String suggested = "";
  private @Nullable DatabaseViewModel shownTables;

  /**
   * @param databases makes what chooses tables of a database
   * @param catalog shows the catalog, where two documents are chosen instead of files
   */
  NewMappingDialog(
      PickViewModel source,
      PickViewModel target,
      Function<Side, DatabaseViewModel> databases,
      Choosers choosers,
      Consumer<NewMapping> create,
      Runnable catalog) {
    super(TEXTS.get("new.title"));
    this.source = source;
    this.target = target;
    this.create = create;
    from = new NewMappingSide("source", source, choosers);
    NewMappingSide to = new NewMappingSide("target", target, choosers);
    sourcePane = new PickPane(source, from::pick);
    targetPane = new PickPane(target, to::pick);
    DatabaseViewModel sourceTables = databases.apply(Side.SOURCE);
    DatabaseViewModel targetTables = databases.apply(Side.TARGET);
    DatabasePane sourceTablesPane = new DatabasePane(sourceTables, choosers);
    DatabasePane targetTablesPane = new DatabasePane(targetTables, choosers);
    from.onDatabase(() -> tables("source", source, sourceTables, sourceTablesPane));
    to.onDatabase(() -> tables("target", target, targetTables, targetTablesPane));
    from.onChoose(() -> choose("source", source, sourcePane));
    to.onChoose(() -> choose("target", target, targetPane));
    name.getStyleClass().add("fl-field");
    name.setAccessibleText(TEXTS.get("new.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox named = new HBox(8, NewMappingSide.label("new.name"), name);
    named.setAlignment(Pos.CENTER_LEFT);
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    main = new VBox(12, from, to, named, problem, fromCatalog(catalog));
    source.pickProperty().addListener((o, was, is) -> suggest());
    target.pickProperty().addListener((o, was, is) -> suggest());
    showMain();
    startAt(from.first());
  }

  private void showMain() {
    shownTables = null;
    setHeading(TEXTS.get("new.title"));
    getStyleClass().remove("fl-pick-dialog");
    body().getChildren().setAll(main);
    Button cancel = Controls.button(TEXTS.get("new.cancel"));
    cancel.setOnAction(e -> cancel());
    Button make = Controls.primary(TEXTS.get("new.create"));
    make.setAccessibleText(TEXTS.get("new.create"));
    make.setDefaultButton(true);
    make.setOnAction(e -> create());
    setButtons(cancel, make);
  }

  /** The page on which one of the things of a file is chosen. */
  private void choose(String side, PickViewModel model, PickPane pane) {
    setHeading(TEXTS.get("new.choose.title." + side, model.labelProperty().get()));
    getStyleClass().remove("fl-pick-dialog");
    getStyleClass().add("fl-pick-dialog");
    body().getChildren().setAll(pane);
    Button back = Controls.button(TEXTS.get("new.back"));
    back.setAccessibleText(TEXTS.get("new.back"));
    back.setOnAction(e -> back());
    Button take = Controls.primary(TEXTS.get("new.take"));
    take.setAccessibleText(TEXTS.get("new.take"));
    take.setDefaultButton(true);
    take.disableProperty().bind(model.pickProperty().isNull());
    take.setOnAction(e -> back());
    setButtons(back, take);
    pane.first().requestFocus();
  }

  /** The page on which a table of a database is chosen. */
  private void tables(
      String side, PickViewModel model, DatabaseViewModel tables, DatabasePane pane) {
    shownTables = tables;
    setHeading(TEXTS.get("new.database.title." + side));
    getStyleClass().remove("fl-pick-dialog");
    getStyleClass().add("fl-pick-dialog");
    body().getChildren().setAll(pane);
    Button back = Controls.button(TEXTS.get("new.back"));
    back.setAccessibleText(TEXTS.get("new.back"));
    back.setOnAction(e -> leave(tables));
    Button take = Controls.primary(TEXTS.get("new.take"));
    take.setAccessibleText(TEXTS.get("new.take"));
    take.setDefaultButton(true);
    take.disableProperty().bind(tables.pickProperty().isNull());
    take.setOnAction(
        e -> {
          SchemaPick table = tables.taken();
          if (table != null) {
            model.take(table);
            back();
          }
        });
    setButtons(back, take);
    pane.first().requestFocus();
  }

  /** From the tables to where the database is, from there to the main page. */
  private void leave(DatabaseViewModel tables) {
    tables.cancel();
    if (tables.lookingProperty().get()) {
      tables.leave();
    } else {
      back();
    }
  }

  private void back() {
    showMain();
    Node next = source.pickProperty().get() == null ? from.first() : name;
    next.requestFocus();
  }

  /** Escape leads back from a page, and out of the dialog. */
  @Override
  public void cancel() {
    if (body().getChildren().contains(main)) {
      source.cancel();
      target.cancel();
      close();
    } else if (shownTables != null) {
      leave(shownTables);
    } else {
      back();
    }
  }

  private HBox fromCatalog(Runnable catalog) {
    Label words = Controls.label(TEXTS.get("new.catalog.about"), "fl-muted", "fl-small");
    words.setMinWidth(0);
    Button open = Controls.button(TEXTS.get("new.catalog"), Feather.BOOK);
    open.setAccessibleText(TEXTS.get("new.catalog"));
    open.setOnAction(
        e -> {
          close();
          catalog.run();
        });
    HBox row = new HBox(8, words, Controls.spacer(), open);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void create() {
    SchemaPick first = source.pickProperty().get();
    SchemaPick second = target.pickProperty().get();
    if (first == null) {
      problem.setText(needed("source", source));
    } else if (second == null) {
      problem.setText(needed("target", target));
    } else if (name.getText().isBlank()) {
      problem.setText(TEXTS.get("new.need.name"));
    } else {
      close();
      create.accept(new NewMapping(first, second, name.getText().strip()));
    }
  }

  private static String needed(String side, PickViewModel model) {
    return model.busyProperty().get()
        ? TEXTS.get("new.need.wait", model.labelProperty().get())
        : TEXTS.get("new.need." + side);
  }

  /** Offers a name of both schemas, unless one was typed. */
  private void suggest() {
    problem.setText("");
    SchemaPick first = source.pickProperty().get();
    SchemaPick second = target.pickProperty().get();
    if (first != null && second != null && name.getText().equals(suggested)) {
      suggested = TEXTS.get("new.name.suggested", title(first), title(second));
      name.setText(suggested);
    }
  }

  private static String title(SchemaPick pick) {
    return pick.catalog() != null ? pick.label() : NewMapping.title(pick.label());
  }
}
