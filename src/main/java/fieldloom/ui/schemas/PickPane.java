package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows what a file offers and what is in what is chosen: how it is read on top, below that its
 * first rows, then offers at the left and fields at the right. What is wrong with the file stands
 * in a strip above all.
 */
public final class PickPane extends VBox {
  private final PickViewModel model;
  private final Runnable again;
  private final VBox strip = new VBox();
  private final FoundList<Offer> offers;
  private final FieldsList fields;
  private final RowsTable rows = new RowsTable();

  /**
   * @param again chooses another file
   */
  public PickPane(PickViewModel model, Runnable again) {
    this.model = model;
    this.again = again;
    getStyleClass().add("fl-pick");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, PickPane.class, "schemas.css");
              }
            });
    offers =
        new FoundList<>(
                model.offers(), model.searchProperty(), model.chosenProperty(), OfferCell::new)
            .saying(
                Words.bind("pick.find"),
                Words.bind("pick.offers"),
                Bindings.when(model.searchProperty().isEmpty())
                    .then("")
                    .otherwise(Words.bind("pick.none")),
                model.busyProperty());
    offers.managedProperty().bind(offers.visibleProperty());
    fields =
        new FieldsList(
            Words.bind("pick.fields.none"),
            model
                .choosingProperty()
                .and(model.pickProperty().isNull())
                .and(model.busyProperty().not()),
            model.busyProperty());
    OptionsForm options = new OptionsForm(model);
    HBox middle = new HBox(12, offers, options.grid(), fields);
    middle.getStyleClass().add("fl-pick-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    Loading loading =
        new Loading(
                model.busyProperty(),
                Texts.of(PickPane.class).bindTo("reading", model.labelProperty()),
                model::cancel)
            .showing(model.progressProperty());
    getChildren().addAll(loading, strip, options, rows, middle);
    model.choosingProperty().subscribe(choosing -> showOffers(choosing));
    model.problemProperty().subscribe(sentence -> showStrip());
    model.noteProperty().subscribe(sentence -> showStrip());
    model.pickProperty().subscribe(pick -> showFields(pick));
    model.filesProperty().subscribe(files -> rows.clear());
    strip.managedProperty().bind(Bindings.isNotEmpty(strip.getChildren()));
  }

  private void showOffers(boolean choosing) {
    offers.setVisible(choosing);
    if (choosing && getScene() != null) {
      offers.first().requestFocus();
    }
  }

  private void showFields(@Nullable SchemaPick pick) {
    fields.show(pick);
    rows.show(pick);
  }

  private void showStrip() {
    strip.getChildren().setAll(strips(model, again, null));
  }

  /**
   * The strip that says why a file cannot be read, else the one that says what of it was not; none
   * where all was.
   *
   * @param again chooses another file
   * @param choose shows how it is read; null where that is shown already
   */
  public static List<Strip> strips(PickViewModel model, Runnable again, @Nullable Runnable choose) {
    String sentence = model.problemProperty().get();
    String note = model.noteProperty().get();
    if (!sentence.isEmpty()) {
      return List.of(problem(model, sentence, again, choose));
    }
    return note.isEmpty() ? List.of() : List.of(Strip.info(note));
  }

  private static Strip problem(
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
    return model.choosingProperty().get() ? offers.first() : fields.list();
  }
}
