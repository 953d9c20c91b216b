package fieldloom.ui;

import fieldloom.job.JobService;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.shell.Samples;
import fieldloom.ui.shell.Shell;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole designer on a store in a folder, with files chosen by the test. Nodes are found by what
 * a screen reader says of them.
 */
public final class DesignerFixture implements AutoCloseable {
  private static final int WIDTH_PX = 1000;
  private static final int HEIGHT_PX = 860;
  private static final int WAIT_S = 60;
  private static final int MOST_TABS = 60;

  public final FakeChoosers choosers = new FakeChoosers();
  public final FxRobot robot = new FxRobot();
  public final Store store;
  public final Store.Workspace workspace;
  private final HeldBack reports = new HeldBack();
  private final Background background;
  private final Stage stage;
  private final Shell shell;

  private DesignerFixture(Path folder, Samples samples) throws StoreException, TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    store = Stores.open(folder.resolve("store"));
    workspace = store.workspace("Small manufacturer");
    JobService jobs =
        new JobService(
            store,
            (content, path, resources) -> Projects.load(MappingFile.read(content, path), resources),
            folder.resolve("out"));
    DesignerServices services =
        new DesignerServices(
            store,
            workspace,
            jobs,
            samples,
            folder.resolve("settings.properties"),
            folder.resolve("out"));
    background = new Background(reports);
    shell = onFx(() -> show(services));
  }

  /** Opens the window as it opens for a user, with samples to lay out. */
  public static DesignerFixture open(Path folder, Samples samples)
      throws StoreException, TimeoutException {
    return new DesignerFixture(folder, samples);
  }

  /** Opens the window as it opens for a user. */
  public static DesignerFixture open(Path folder) throws StoreException, TimeoutException {
    return open(folder, Samples.none());
  }

  private Shell show(DesignerServices services) {
    Fonts.load();
    Texts.languageProperty().set(Language.ENGLISH);
    Shell made =
        new Shell(Designer.shellServices(services, choosers, background), WIDTH_PX, HEIGHT_PX);
    stage.setScene(made.scene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
    made.begin();
    return made;
  }

  /** Keeps what work off the FX thread gives from the window, until it is let through. */
  public void holdResults() {
    reports.hold();
  }

  /** Lets through what was held back, in its order, and all that comes. */
  public void letResultsThrough() {
    reports.letThrough();
  }

  public Shell shell() {
    return shell;
  }

  public Scene scene() {
    return shell.scene();
  }

  /** Waits for a node that a screen reader calls so, and that can be pressed. */
  public Node find(String spoken) {
    return findWhere("“" + spoken + "”", text -> text.equals(spoken));
  }

  /** Waits for a node whose spoken text begins so, as rows of the trees do with their name. */
  public Node findStarting(String spoken) {
    return findWhere("“" + spoken + "…”", text -> text.startsWith(spoken));
  }

  /** Waits for a node whose spoken text holds that. */
  public Node findContaining(String spoken) {
    return findWhere("“…" + spoken + "…”", text -> text.contains(spoken));
  }

  /** Waits for a field that a screen reader calls so, and puts a text into it by mouse and keys. */
  public void write(String field, String text) {
    waitFor("the field " + field, () -> onFx(() -> field(field)) != null);
    robot.clickOn(onFx(() -> field(field)));
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(text, 0);
  }

  /**
   * Makes a mapping of two samples by mouse. Each is waited for: while it is read, what stands
   * below it moves.
   */
  public void newMapping(Path source, Path target) {
    choosers.next(source).next(target);
    click("New mapping");
    click("Choose the source file");
    waitFor("the source", () -> shows("Change what is read of the source"));
    click("Choose the target file");
    waitFor("the target", () -> shows("Change what is read of the target"));
    click("Create mapping");
  }

  /** Runs a command by its words, by keys alone. */
  public void choose(String command) {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitFor(
        "the palette to have the keyboard",
        () ->
            onFx(
                () ->
                    scene().getFocusOwner() instanceof TextInputControl field
                        && Spoken.says(field, "Type a command or a field")));
    robot.write(command, 0).type(KeyCode.ENTER);
  }

  private @Nullable TextInputControl field(String spoken) {
    return Spoken.findField(scene().getRoot(), spoken);
  }

  private Node findWhere(String what, Predicate<String> spoken) {
    waitFor("a node that says " + what, () -> search(spoken) != null);
    Node found = search(spoken);
    if (found == null) {
      throw new AssertionError("The node that says " + what + " is gone again");
    }
    return found;
  }

  private Node search(Predicate<String> spoken) {
    return onFx(() -> Spoken.find(scene().getRoot(), spoken));
  }

  /** Whether such a node is there now. */
  public boolean shows(String spoken) {
    return search(text -> text.contains(spoken)) != null;
  }

  /** Presses what a screen reader calls so. */
  public void click(String spoken) {
    Node node = find(spoken);
    waitFor(spoken + " to be on", () -> !node.isDisabled());
    robot.clickOn(node);
  }

  /** Goes on with Tab until what a screen reader calls so has the keyboard. */
  public void tabTo(String spoken) {
    find(spoken);
    for (int i = 0; i < MOST_TABS; i++) {
      Node focused = onFx(() -> scene().getFocusOwner());
      if (focused != null && onFx(() -> Spoken.says(focused, spoken))) {
        return;
      }
      robot.type(KeyCode.TAB);
    }
    throw new AssertionError(spoken + " is not reached by Tab" + everythingSaid());
  }

  /** Waits until something holds. */
  public void waitFor(String what, java.util.concurrent.Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(WAIT_S, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited " + WAIT_S + " s in vain for " + what + everythingSaid(), e);
    }
  }

  private String everythingSaid() {
    return "; the window says: " + onFx(() -> Spoken.all(scene().getRoot()));
  }

  /** Draws a link with the mouse, from a source row's port to a target row's. */
  public void drawLink(String source, String target) {
    Point2D from = edge(findStarting(source + ","), true);
    Point2D to = edge(findStarting(target + ","), false);
    robot.moveTo(from).press(javafx.scene.input.MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(to)).moveTo(to);
    robot.release(javafx.scene.input.MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Point2D edge(Node row, boolean right) {
    return onFx(
        () -> {
          Bounds bounds = row.localToScreen(row.getBoundsInLocal());
          double x = right ? bounds.getMaxX() - 2 : bounds.getMinX() + 2;
          return new Point2D(x, bounds.getCenterY());
        });
  }

  /** The robot's library keeps all that was fired, and with it the nodes that were pressed. */
  private void forgetEvents() {
    FxToolkit.toolkitContext().setRegisteredStage(stage);
  }

  /** Runs on the FX thread and waits. */
  public static <T> T onFx(java.util.concurrent.Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(WAIT_S * 1000L, work);
  }

  /** Closes the window as a user does, everything saved. */
  @Override
  public void close() throws StoreException {
    java.util.concurrent.CountDownLatch saved = new java.util.concurrent.CountDownLatch(1);
    Platform.runLater(() -> shell.close(saved::countDown));
    waitFor("the last save", () -> saved.getCount() == 0);
    onFx(
        () -> {
          stage.hide();
          // The stage is the same for all tests; a window that was closed is not kept by it.
          // It keeps the one before too.
          stage.setScene(new Scene(new Group()));
          stage.setScene(new Scene(new Group()));
          forgetEvents();
          return true;
        });
    background.close();
    store.close();
  }
}
