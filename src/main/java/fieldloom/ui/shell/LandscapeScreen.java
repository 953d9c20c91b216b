package fieldloom.ui.shell;

import fieldloom.landscape.Landscape;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.landscape.LandscapeActions;
import fieldloom.ui.landscape.LandscapeCommands;
import java.util.Optional;
import java.util.function.Consumer;

/** The landscape among the other screens: what leads to it, and where it leads. FX thread. */
final class LandscapeScreen implements LandscapeActions {
  private final Workbench bench;
  private final Overlay overlay;
  private final MappingActions mappings;
  private final EditActions edits;
  private final Background background;
  private final LandscapeCommands commands;

  LandscapeScreen(Workbench bench, Overlay overlay, MappingActions mappings, EditActions edits) {
    this.bench = bench;
    this.overlay = overlay;
    this.mappings = mappings;
    this.edits = edits;
    this.background = bench.services().background();
    this.commands = new LandscapeCommands(bench.landscape(), this, overlay);
  }

  LandscapeCommands commands() {
    return commands;
  }

  /** Shows the landscape as it is in the store now. */
  void show() {
    bench.screenProperty().set(Screen.LANDSCAPE);
    bench.landscape().refresh();
  }

  /** Shows the landscape if the workspace has one; else something else is done. */
  void showOr(Runnable otherwise) {
    ShellServices services = bench.services();
    background.run(
        () -> services.store().document(services.workspace().id(), Landscape.PATH).isPresent(),
        has -> {
          if (has) {
            show();
          } else {
            otherwise.run();
          }
        },
        sentence -> {
          edits.failed(sentence);
          otherwise.run();
        });
  }

  void addSystem() {
    bench.screenProperty().set(Screen.LANDSCAPE);
    commands.addSystem();
  }

  void addFlow() {
    bench.screenProperty().set(Screen.LANDSCAPE);
    commands.addFlow();
  }

  @Override
  public void openMapping(String path) {
    mappings.open(path);
  }

  @Override
  public void newMapping(Consumer<String> made) {
    mappings.newMapping(made);
  }

  /** Runs it as it was run last; the landscape stays and shows how it goes. */
  @Override
  public void runJob(String name) {
    ShellServices services = bench.services();
    edits.flushed(
        () ->
            background.run(
                () ->
                    services.store().jobs(services.workspace().id()).stream()
                        .filter(job -> job.name().equals(name))
                        .findFirst(),
                job -> run(name, job),
                edits::failed));
  }

  private void run(String name, Optional<Job> job) {
    if (job.isEmpty()) {
      edits.failed(text("run.no-job", name));
    } else if (bench.jobs().start(job.get())) {
      tell(text("run.started", name));
    } else {
      overlay.toast().show(Toast.Kind.BAD, text("run.already", name));
    }
  }

  @Override
  public void openJob(String name) {
    bench.screenProperty().set(Screen.JOBS);
    bench.jobs().showJob(name);
  }

  @Override
  public void openRun(Store.Run run) {
    bench.screenProperty().set(Screen.JOBS);
    bench.jobs().show(run);
  }

  @Override
  public void layOut() {
    ShellServices services = bench.services();
    background.run(
        () -> {
          services.samples().layOutLandscape(services.store(), services.workspace().id());
          return true;
        },
        done -> bench.landscape().laidOut(),
        sentence -> {
          bench.landscape().laidOut();
          edits.failed(sentence);
        });
  }

  @Override
  public void tell(String sentence) {
    overlay.toast().show(Toast.Kind.INFO, sentence);
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
