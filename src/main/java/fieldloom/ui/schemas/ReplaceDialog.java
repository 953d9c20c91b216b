package fieldloom.ui.schemas;

import fieldloom.schema.SchemaReaders;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.session.Rebinding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Replaces a schema: asks where the new one is, lets one choose among what a file offers, and says
 * what becomes of the links before anything is changed.
 */
public final class ReplaceDialog extends Dialog {
  private final ReplaceViewModel model;
  private final Choosers choosers;
  private final Consumer<String> done;
  private final PickPane pane;
  private final DatabaseViewModel database;
  private final DatabasePane databasePane;
  private final Button next = Controls.primary("");
  private @Nullable Node page;
  private String failed = "";

  /**
   * @param database where tables are chosen
   * @param done gets a sentence that says what was done
   */
  public ReplaceDialog(
      ReplaceViewModel model,
      DatabaseViewModel database,
      Choosers choosers,
      Consumer<String> done) {
    super(Words.get("replace.title", model.name()));
    this.model = model;
    this.choosers = choosers;
    this.done = done;
    this.pane = new PickPane(model.pick(), this::chooseFile);
    this.database = database;
    this.databasePane = new DatabasePane(database, choosers);
    database.begin(model.document());
    next.disableProperty().bind(model.rebindingProperty().isNull().or(model.applyingProperty()));
    next.setDefaultButton(true);
    model.rebindingProperty().addListener((o, was, is) -> rebound(is));
    model.problemProperty().subscribe(sentence -> fail(sentence));
    showOrigins();
  }

  /** Looks into files at once. */
  public void pick(List<Path> files) {
    if (!files.isEmpty()) {
      model.pick().pick(files);
      showPick();
    }
  }

  /** Asks for a file. */
  public void chooseFile() {
    choosers.open(Words.get("choose.file"), filters()).ifPresent(file -> pick(List.of(file)));
  }

  /** Asks for several samples. */
  public void chooseSamples() {
    pick(choosers.openAll(Words.get("choose.samples"), filters()));
  }

  /** Offers the catalog. */
  public void chooseCatalog() {
    model.pick().pickCatalog();
    showPick();
  }

  /** Asks where a database is. */
  public void chooseDatabase() {
    setHeading(Words.get("replace.title", model.name()));
    Button take = Controls.primary(Words.get("replace.next"));
    take.setAccessibleText(Words.get("replace.next"));
    take.disableProperty().bind(database.pickProperty().isNull());
    take.setDefaultButton(true);
    take.setOnAction(e -> takeTable());
    show(databasePane, backButton(this::leaveDatabase), cancelButton(), take);
    startAt(databasePane.first());
    databasePane.first().requestFocus();
  }

  private void takeTable() {
    SchemaPick table = database.taken();
    if (table != null) {
      model.pick().take(table);
    }
  }

  private void leaveDatabase() {
    if (database.lookingProperty().get()) {
      database.leave();
    } else {
      showOrigins();
    }
  }

  /** Whether something has been picked, or is being asked for. */
  public boolean isBegun() {
    return page == databasePane || !model.pick().labelProperty().get().isEmpty();
  }

  /** The files that schemas and samples come in, and all others. */
  public static List<Choosers.Filter> filters() {
    return List.of(
        new Choosers.Filter(Words.get("filter.schema"), SchemaReaders.extensions()),
        new Choosers.Filter(Words.get("filter.all"), List.of()));
  }

  @Override
  public void cancel() {
    model.pick().cancel();
    database.cancel();
    close();
  }

  private void showOrigins() {
    setHeading(Words.get("replace.title", model.name()));
    Label ask = Controls.label(Words.get("replace.ask"), "fl-medium");
    Label about = Controls.label(Words.get("replace.ask.about"), "fl-muted", "fl-small");
    about.setWrapText(true);
    Button file = origin("replace.file", Feather.FILE_TEXT, this::chooseFile);
    VBox all =
        new VBox(
            8,
            new VBox(2, ask, about),
            file,
            origin("replace.samples", Feather.COPY, this::chooseSamples),
            origin("replace.catalog", Feather.BOOK, this::chooseCatalog),
            origin("replace.database", Feather.DATABASE, this::chooseDatabase));
    show(all, cancelButton());
    startAt(file);
  }

  private static Button origin(String key, Feather icon, Runnable action) {
    Label title = Controls.label(Words.get(key), "fl-medium");
    Label about = Controls.label(Words.get(key + ".about"), "fl-muted", "fl-small");
    about.setMinWidth(0);
    Button button = Controls.button("", icon);
    button.getStyleClass().add("fl-origin");
    button.setContentDisplay(ContentDisplay.LEFT);
    VBox words = new VBox(1, title, about);
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    javafx.scene.layout.HBox content = new javafx.scene.layout.HBox(12, button.getGraphic(), words);
    content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    button.setGraphic(content);
    button.setAccessibleText(Words.get(key));
    button.setOnAction(e -> action.run());
    return button;
  }

  private void showPick() {
    setHeading(Words.get("replace.title", model.name()));
    next.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Words.get(model.isWithoutLinks() ? "replace.apply" : "replace.next"),
                model.rebindingProperty()));
    next.accessibleTextProperty().bind(next.textProperty());
    next.setOnAction(e -> forth());
    show(pane, backButton(this::showOrigins), cancelButton(), next);
    pane.first().requestFocus();
  }

  private void forth() {
    if (model.isWithoutLinks()) {
      apply();
    } else {
      showLinks();
    }
  }

  /** What offers no choice goes on by itself. */
  private void rebound(@Nullable Rebinding links) {
    if (links != null && page == databasePane) {
      forth();
      return;
    }
    boolean choosing = model.pick().choosingProperty().get();
    if (links != null && page == pane && !choosing && !model.isWithoutLinks()) {
      showLinks();
    }
  }

  private void showLinks() {
    Rebinding links = model.rebindingProperty().get();
    SchemaPick pick = model.pick().pickProperty().get();
    if (links == null || pick == null) {
      return;
    }
    setHeading(Words.get("replace.links", model.name()));
    Button apply = Controls.primary(Words.get("replace.apply"));
    apply.setAccessibleText(Words.get("replace.apply"));
    apply.setDefaultButton(true);
    apply.disableProperty().bind(model.applyingProperty());
    apply.setOnAction(e -> apply());
    VBox all = new VBox(12, Controls.label(pick.label(), "fl-muted"));
    all.getChildren().addAll(PickPane.strips(model.pick(), this::chooseFile, null));
    all.getChildren().add(new RebindPane(model, links));
    show(
        all,
        backButton(pick.kind().equals("table") ? this::chooseDatabase : this::showPick),
        cancelButton(),
        apply);
    apply.requestFocus();
  }

  private void apply() {
    SchemaPick pick = model.pick().pickProperty().get();
    String label = pick == null ? "" : pick.label();
    boolean plain = model.isWithoutLinks();
    model.apply(
        links -> {
          close();
          done.accept(
              plain
                  ? Words.get("replace.done.plain", model.name(), label)
                  : Words.get(
                      "replace.done",
                      model.name(),
                      RebindPane.kept(links),
                      RebindPane.moved(links),
                      RebindPane.lost(links)));
        },
        this::fail);
  }

  private void fail(String sentence) {
    failed = sentence;
    if (page != null) {
      body().getChildren().setAll(page);
      addFailure();
    }
  }

  private void show(Node shown, Node... buttons) {
    page = shown;
    failed = "";
    boolean wide = shown == pane || shown == databasePane;
    getStyleClass().removeAll("fl-pick-dialog", "fl-rebind-dialog");
    getStyleClass().add(wide ? "fl-pick-dialog" : "fl-rebind-dialog");
    body().getChildren().setAll(shown);
    setButtons(buttons);
  }

  private void addFailure() {
    if (!failed.isEmpty()) {
      body().getChildren().addFirst(Strip.bad(failed));
    }
  }

  private Button cancelButton() {
    Button cancel = Controls.button(Words.get("replace.cancel"));
    cancel.setAccessibleText(Words.get("replace.cancel"));
    cancel.setOnAction(e -> cancel());
    return cancel;
  }

  private static Button backButton(Runnable back) {
    Button button = Controls.button(Words.get("replace.back"));
    button.setAccessibleText(Words.get("replace.back"));
    button.setOnAction(e -> back.run());
    return button;
  }
}
