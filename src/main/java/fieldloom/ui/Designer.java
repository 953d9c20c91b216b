package fieldloom.ui;

import fieldloom.job.ProjectLoader;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.ui.jobs.JobRunner;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.FileChoosers;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Toolkit;
import fieldloom.ui.kit.ToolkitException;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.shell.Shell;
import fieldloom.ui.shell.ShellServices;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the designer's window. */
public final class Designer {
  private static final double WIDTH_PX = 1440;
  private static final double HEIGHT_PX = 900;
  private static final double LEAST_WIDTH_PX = 800;
  private static final double LEAST_HEIGHT_PX = 560;

  private Designer() {}

  /**
   * Opens the window and stays until it is closed and everything is saved. Not to be called on the
   * FX thread, and once in a process.
   *
   * @return the exit status, 0
   * @throws ToolkitException where no window can open, with a sentence that says what is missing
   */
  public static int open(DesignerServices services) throws ToolkitException {
    Toolkit.start(true);
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    Platform.runLater(() -> show(services, closed));
    int status = Toolkit.await(closed);
    Toolkit.end();
    return status;
  }

  private static void show(DesignerServices services, CompletableFuture<Integer> closed) {
    Fonts.load();
    Stage stage = new Stage();
    Background background = new Background();
    Shell shell =
        new Shell(
            shellServices(services, new FileChoosers(() -> stage), background),
            WIDTH_PX,
            HEIGHT_PX);
    WarmUp warmUp = WarmUp.of(shell);
    stage.setTitle("Fieldloom");
    stage.setMinWidth(LEAST_WIDTH_PX);
    stage.setMinHeight(LEAST_HEIGHT_PX);
    stage.setScene(shell.scene());
    stage.setOnCloseRequest(
        event -> {
          // Edits of the last moments are saved first; the window goes when they are.
          event.consume();
          warmUp.close();
          shell.close(
              () -> {
                stage.hide();
                background.close();
                closed.complete(0);
              });
        });
    shell.begin();
    stage.show();
    warmUp.begin();
  }

  /** What the shell needs, made of what the program has. */
  static ShellServices shellServices(
      DesignerServices services, Choosers choosers, Background background) {
    Store.Workspace workspace = services.workspace();
    ProjectLoader loader =
        (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources);
    JobRunner runner = (job, listener) -> () -> services.jobs().run(workspace.id(), job, listener);
    return new ShellServices(
        services.store(),
        workspace,
        loader,
        runner,
        path -> new StoredTests(services.store(), workspace.id(), path),
        services.samples(),
        Settings.in(services.settings()),
        choosers,
        background,
        SessionThreads.background(Platform::runLater),
        Platform::runLater,
        services.outputFolder(),
        System.getenv());
  }
}
