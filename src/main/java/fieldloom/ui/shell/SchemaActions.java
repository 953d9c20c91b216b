package fieldloom.ui.shell;

import fieldloom.catalog.Catalog;
import fieldloom.model.Document;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.schemas.DatabaseViewModel;
import fieldloom.ui.schemas.PickViewModel;
import fieldloom.ui.schemas.ReplaceDialog;
import fieldloom.ui.schemas.ReplaceViewModel;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with the schemas of the open mapping. FX thread. */
final class SchemaActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final Background background;
  private final Choosers choosers;

  SchemaActions(Workbench bench, Overlay overlay, WorkspaceFiles files) {
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    this.background = bench.services().background();
    this.choosers = bench.services().choosers();
  }

  /** Asks where another schema is for a side of the open mapping. */
  void replace(Side side) {
    with(side, dialog -> overlay.show(dialog));
  }

  /** Asks where another schema is for a source or target. */
  void replace(Side side, Document document) {
    with(side, document.name(), dialog -> overlay.show(dialog));
  }

  /** Replaces a side's schema by a file that is asked for. */
  void fromFile(Side side) {
    begin(side, ReplaceDialog::chooseFile);
  }

  /** Replaces a side's schema by what several samples have. */
  void fromSamples(Side side) {
    begin(side, ReplaceDialog::chooseSamples);
  }

  /** Replaces a side's schema by a document of the catalog. */
  void fromCatalog(Side side) {
    begin(side, ReplaceDialog::chooseCatalog);
  }

  /** Replaces a side's schema by a table or query of a database. */
  void fromDatabase(Side side) {
    begin(side, ReplaceDialog::chooseDatabase);
  }

  /** Replaces a side's schema by files that were dropped on its tree. */
  void fromDropped(Side side, List<Path> dropped) {
    begin(side, dialog -> dialog.pick(dropped));
  }

  /** Where nothing was chosen nothing opens. */
  private void begin(Side side, Consumer<ReplaceDialog> choose) {
    with(
        side,
        dialog -> {
          choose.accept(dialog);
          if (dialog.isBegun()) {
            overlay.show(dialog);
          }
        });
  }

  private void with(Side side, Consumer<ReplaceDialog> then) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      with(side, document(open, side).name(), then);
    }
  }

  private void with(Side side, String name, Consumer<ReplaceDialog> then) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      return;
    }
    bench.screenProperty().set(Screen.MAPPING);
    ReplaceViewModel model =
        new ReplaceViewModel(
            open.session(),
            side,
            name,
            new PickViewModel(background, Catalog::carried),
            new PickedDocuments(files, open.path()),
            background);
    DatabaseViewModel database =
        new DatabaseViewModel(
            background, side, bench.services().settings(), bench.services().environment());
    then.accept(
        new ReplaceDialog(
            model,
            database,
            choosers,
            sentence -> overlay.toast().show(Toast.Kind.GOOD, sentence)));
  }

  /** The document of the selected field; of a side where none is selected the first. */
  static Document document(OpenMapping open, Side side) {
    List<Document> all =
        side == Side.SOURCE
            ? open.session().mapping().sources()
            : open.session().mapping().targets();
    Selection selection = open.session().selection();
    @Nullable FieldRef field = selection.side() == side ? selection.field() : null;
    return all.stream()
        .filter(d -> field != null && d.name().equals(field.document()))
        .findFirst()
        .orElse(all.getFirst());
  }
}
