package fieldloom.ui.shell;

import fieldloom.catalog.Catalog;
import fieldloom.pack.PackageContent;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.schema.SchemaLoader;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.MessageDialog;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.problems.ProblemsViewModel;
import fieldloom.ui.schemas.DatabaseViewModel;
import fieldloom.ui.schemas.PickViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.Side;
import fieldloom.ui.start.SampleCard;
import fieldloom.ui.start.StartActions;
import fieldloom.ui.tests.TestsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;

/** What can be done with mappings: make, open, import, export, show samples. FX thread. */
final class MappingActions implements StartActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final WorkspaceFiles files;
  private final EditActions edits;
  private final Background background;
  private final Choosers choosers;
  private final DataActions data;

  MappingActions(Workbench bench, Overlay overlay, WorkspaceFiles files, EditActions edits) {
    this.bench = bench;
    this.overlay = overlay;
    this.files = files;
    this.edits = edits;
    this.background = bench.services().background();
    this.choosers = bench.services().choosers();
    this.data = new DataActions(bench, overlay, files, edits);
  }

  /** What can be done about samples and profiles. */
  DataActions data() {
    return data;
  }

  /** Shows the start screen with what is in the workspace now. */
  void showStart() {
    bench.screenProperty().set(Screen.START);
    edits.flushed(() -> background.run(files::recents, bench.start()::show, bench.start()::fail));
  }

  void showMapping() {
    bench.screenProperty().set(Screen.MAPPING);
  }

  void showJobs() {
    bench.screenProperty().set(Screen.JOBS);
    bench.jobs().refresh();
  }

  @Override
  public void showCatalog() {
    bench.screenProperty().set(Screen.CATALOG);
  }

  @Override
  public void newMapping() {
    newMapping(this::open);
  }

  /** Asks for the files of a new mapping, makes it, and goes on with its path. */
  void newMapping(Consumer<String> then) {
    overlay.show(
        new NewMappingDialog(
            new PickViewModel(background, Catalog::carried),
            new PickViewModel(background, Catalog::carried),
            side ->
                new DatabaseViewModel(
                    background, side, bench.services().settings(), bench.services().environment()),
            choosers,
            made -> background.run(() -> made.create(files), then, edits::failed),
            this::showCatalog));
  }

  @Override
  public void open() {
    Choosers.Filter filter = new Choosers.Filter(text("filter.mapping"), List.of("flmap", "flpkg"));
    choosers.open(text("choose.open"), List.of(filter)).ifPresent(this::bringIn);
  }

  @Override
  public void importPackage() {
    Choosers.Filter filter = new Choosers.Filter(text("filter.package"), List.of("flpkg"));
    choosers.open(text("choose.import"), List.of(filter)).ifPresent(this::bringIn);
  }

  private void bringIn(Path file) {
    background.run(() -> PackageFiles.read(file), this::bringIn, edits::failed);
  }

  /** Imports; where other documents are in the way it asks whether they are to be replaced. */
  private void bringIn(PackageContent content) {
    background.run(
        () -> PackageFiles.importInto(files, content, false),
        path -> imported(content, path),
        sentence ->
            overlay.show(
                MessageDialog.ask(
                    text("failed.title"),
                    sentence,
                    text("import.replace"),
                    () ->
                        background.run(
                            () -> PackageFiles.importInto(files, content, true),
                            path -> imported(content, path),
                            edits::failed))));
  }

  private void imported(PackageContent content, String path) {
    overlay.toast().show(Toast.Kind.GOOD, text("imported", content.name()));
    open(path);
  }

  @Override
  public void openSample(SampleCard card) {
    background.run(
        () -> bench.services().samples().layOut(card, files.store(), files.workspace()),
        this::open,
        edits::failed);
  }

  @Override
  public void open(String path) {
    OpenMapping now = bench.openProperty().get();
    if (now != null && now.path().equals(path)) {
      showMapping();
      return;
    }
    edits.flushed(() -> background.run(() -> files.load(path), this::show, edits::failed));
  }

  /** Opens a mapping; where it cannot be opened something else is done, without a word. */
  void openOr(String path, Runnable otherwise) {
    background.run(() -> files.load(path), this::show, sentence -> otherwise.run());
  }

  void show(LoadedMapping loaded) {
    Project project = loaded.project();
    ShellServices services = bench.services();
    EditorSession session =
        new EditorSession(
            project.mapping(),
            new SchemaLoader.Loaded(project.schemas(), project.loading()),
            (side, document) ->
                SchemaLoader.load(document, side == Side.TARGET, project.resources()),
            new StoreAutosaver(files.store(), files.workspace(), loaded.path()),
            new ProjectPreviewer(project.resources()),
            services.threads());
    session.setSample(loaded.sample());
    TestsViewModel tests =
        new TestsViewModel(session, services.tester().apply(loaded.path()), background);
    OpenMapping open =
        new OpenMapping(
            loaded.path(),
            loaded.version(),
            session,
            FXCollections.observableArrayList(loaded.samples()),
            tests,
            new ProblemsViewModel(
                session,
                mapping -> Projects.tables(mapping, project.resources()),
                SampleCheck.ownThread(),
                services.threads()));
    bench.setOpen(open);
    new SampleFollower(files, open, background).follow();
    showMapping();
    if (loaded.sampleProblem() != null) {
      overlay.toast().show(Toast.Kind.BAD, loaded.sampleProblem());
    }
  }

  /** Shows another sample's values. */
  void showSample(String sample) {
    with(
        open -> {
          if (open.session().sample() != null && open.session().sample().name().equals(sample)) {
            return;
          }
          SampleReader reader = reader(open);
          background.run(
              () -> files.sample(reader, open.path(), sample),
              found -> open.session().setSample(found),
              edits::failed);
        });
  }

  private SampleReader reader(OpenMapping open) {
    EditorSession session = open.session();
    return files.reader(open.path(), session.mapping(), session.schemas());
  }

  void exportPackage() {
    with(
        open -> {
          Choosers.Filter filter = new Choosers.Filter(text("filter.package"), List.of("flpkg"));
          String name = NewMapping.slug(open.session().mapping().name()) + ".flpkg";
          choosers
              .save(text("choose.export"), name, List.of(filter))
              .ifPresent(
                  out ->
                      edits.flushed(
                          () ->
                              background.run(
                                  () -> files.export(open.path(), out),
                                  done ->
                                      overlay
                                          .toast()
                                          .show(Toast.Kind.GOOD, text("exported", out.toString())),
                                  edits::failed)));
        });
  }

  private void with(Consumer<OpenMapping> action) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      action.accept(open);
    }
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
