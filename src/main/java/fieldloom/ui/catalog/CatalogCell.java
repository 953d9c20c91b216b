package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogField;
import fieldloom.catalog.CatalogSystem;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Tone;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A heading of the list, or a document: titles in both languages, below its id and size. */
final class CatalogCell extends ListCell<CatalogRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final double HEADING_EM = 2.615;
  private static final double ENTRY_EM = 3.846;

  private final CatalogViewModel model;
  private final FontIcon icon = Icons.of(SystemIcons.UNKNOWN);
  private final Label system = Controls.label("", "fl-bold");
  private final Label about = Controls.label("", "fl-muted", "fl-small");
  private final Label documents = Controls.label("", "fl-muted", "fl-small");
  private final TwoTitles titles =
      new TwoTitles(Controls.label("", "fl-medium"), Controls.label("", "fl-muted", "fl-small"), 7);
  private final Label source = Controls.chip("", Tone.ACCENT);
  private final Label target = Controls.chip("", Tone.LOOP);
  private final Label id = Controls.label("", "fl-mono", "fl-muted");
  private final Label found = Controls.label("", "fl-small", "fl-accent");
  private final Label fields = Controls.label("", "fl-muted", "fl-small");
  private final HBox heading;
  private final VBox entry;

  CatalogCell(CatalogViewModel model) {
    this.model = model;
    documents.setMinWidth(USE_PREF_SIZE);
    system.setMinWidth(USE_PREF_SIZE);
    heading = new HBox(8, icon, system, about, Controls.spacer(), documents);
    heading.setAlignment(Pos.CENTER_LEFT);
    source.textProperty().bind(Words.bind("source"));
    target.textProperty().bind(Words.bind("target"));
    for (Label chip : new Label[] {source, target, found, fields}) {
      chip.managedProperty().bind(chip.visibleProperty());
    }
    HBox above = new HBox(7, titles, source, target);
    HBox.setHgrow(titles, Priority.ALWAYS);
    above.setAlignment(Pos.CENTER_LEFT);
    found.setMinWidth(0);
    fields.setMinWidth(USE_PREF_SIZE);
    HBox below = new HBox(8, id, found, Controls.spacer(), fields);
    below.setAlignment(Pos.CENTER_LEFT);
    entry = new VBox(3, above, below);
    entry.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  /** How high a line is, as a multiple of its size of text. */
  static double heightEm(CatalogRow row) {
    return switch (row) {
      case CatalogRow.Heading h -> HEADING_EM;
      case CatalogRow.Entry e -> ENTRY_EM;
    };
  }

  @Override
  protected double computePrefHeight(double width) {
    CatalogRow row = getItem();
    return row == null
        ? super.computePrefHeight(width)
        : snapSizeY(heightEm(row) * getFont().getSize());
  }

  @Override
  protected void updateItem(@Nullable CatalogRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, row instanceof CatalogRow.Heading);
    setMouseTransparent(row instanceof CatalogRow.Heading);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case CatalogRow.Heading h -> show(h);
      case CatalogRow.Entry e -> show(e);
    }
  }

  private void show(CatalogRow.Heading row) {
    CatalogSystem shown = row.system();
    icon.setIconCode(SystemIcons.of(shown));
    system.setText(shown.name());
    about.setText(Words.about(shown));
    documents.setText(String.valueOf(row.documents()));
    setGraphic(heading);
    setAccessibleText(shown.name() + " " + about.getText());
  }

  private void show(CatalogRow.Entry row) {
    CatalogDocument shown = row.document();
    titles.show(Words.title(shown), Words.otherTitle(shown.titles()));
    source.setVisible(shown.equals(model.pair().sourceProperty().get()));
    target.setVisible(shown.equals(model.pair().targetProperty().get()));
    id.setText(shown.id());
    CatalogField field = row.field();
    id.setMinWidth(field == null ? 0 : USE_PREF_SIZE);
    found.setVisible(field != null);
    found.setText(field == null ? "" : found(field));
    fields.setVisible(field == null);
    fields.setText(Words.get("fields", shown.fieldCount()));
    setGraphic(entry);
    setAccessibleText(
        Words.get("entry", titles.title(), titles.other(), shown.id(), fields.getText()));
  }

  /** The field's name with the title that was found, in whichever language that is. */
  private String found(CatalogField field) {
    String shown = Words.title(field.node().titles());
    String unseen = Words.otherTitle(field.node().titles());
    boolean here = model.isFoundIn(shown) || model.isFoundIn(field.node().name());
    return field.node().name() + " " + (!here && model.isFoundIn(unseen) ? unseen : shown);
  }
}
