package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.preview.GridViewModel;
import fieldloom.ui.samples.SampleOrigin;
import fieldloom.ui.samples.SamplesDialog;
import fieldloom.ui.samples.SamplesViewModel;
import fieldloom.ui.schemas.DatabaseSampleDialog;
import fieldloom.ui.schemas.DatabaseViewModel;
import fieldloom.ui.session.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;

/** The samples of the open mapping: their dialog, and files that are dropped. FX thread. */
final class SampleActions {
  /** Samples of the one may stand for those of the other. */
  private static final Set<String> JSON = Set.of("json", "ndjson", "table");

  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final DataActions data;
  private final List<SampleOrigin> origins = new ArrayList<>();

  SampleActions(Workbench bench, Overlay overlay, WorkspaceFiles files, DataActions data) {
    this.data = data;
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    origins.add(
        new SampleOrigin(
            Workbench.TEXTS.bind("sample.database"), Feather.DATABASE, this::fromDatabase));
    origins.add(
        new SampleOrigin(
            Workbench.TEXTS.bind("command.generate-sample"), Feather.ZAP, data::generate));
  }

  /** Shows the samples of the open mapping. */
  void show() {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      Document driver = open.session().mapping().driver();
      overlay.show(
          new SamplesDialog(
              model(open), bench.services().choosers(), filters(driver.format()), origins));
    }
  }

  /** Several samples of the mapping beside each other. */
  GridViewModel grid(OpenMapping open) {
    return new GridViewModel(
        open.session(),
        open.samples(),
        new StoredSampleRuns(files, open.path(), open.session()),
        bench.services().background());
  }

  /** Takes files that were dropped on what shows the sample. */
  void drop(List<Path> dropped) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      SamplesViewModel model = model(open);
      tell(model);
      model.add(dropped);
    }
  }

  /** Takes rows of a table or query; the schema stays as it is. */
  private void fromDatabase() {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      ShellServices services = bench.services();
      DatabaseViewModel database =
          new DatabaseViewModel(
              services.background(), Side.SOURCE, services.settings(), services.environment());
      database.begin(open.session().mapping().driver());
      SamplesViewModel model = model(open);
      tell(model);
      overlay.show(new DatabaseSampleDialog(database, services.choosers(), model::rows));
    }
  }

  private void tell(SamplesViewModel model) {
    model.problemProperty().subscribe(sentence -> toast(Toast.Kind.BAD, sentence));
    model.noteProperty().subscribe(sentence -> toast(Toast.Kind.GOOD, sentence));
  }

  private void toast(Toast.Kind kind, String sentence) {
    if (!sentence.isEmpty()) {
      overlay.toast().show(kind, sentence);
    }
  }

  private SamplesViewModel model(OpenMapping open) {
    return new SamplesViewModel(
        open.session(),
        open.samples(),
        new StoredSamples(files, open.path()),
        data.masking(open),
        bench.services().background());
  }

  /** Files that samples of a format come in, and all others. */
  private static List<Choosers.Filter> filters(String format) {
    boolean json = JSON.contains(format);
    List<String> endings =
        SchemaReaders.all().stream()
            .filter(SchemaReader::isSample)
            .filter(r -> r.name().equals(format) || json && JSON.contains(r.name()))
            .flatMap(reader -> reader.extensions().stream())
            .distinct()
            .toList();
    Choosers.Filter all = new Choosers.Filter(Workbench.TEXTS.get("filter.all"), List.of());
    return endings.isEmpty()
        ? List.of(all)
        : List.of(new Choosers.Filter(Workbench.TEXTS.get("filter.sample"), endings), all);
  }
}
