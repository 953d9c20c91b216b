package fieldloom.bench;

import fieldloom.bench.WindowDriver.FrameTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The designer in a process of its own, used as an analyst uses it on {@link CanvasCase}: opened,
 * scrolled, dragged, linked, searched. Each line on standard error is a {@link Measure} and its
 * value. {@code CanvasOnce FOLDER} keeps its store in an empty folder.
 */
final class CanvasOnce {
  private static final int SCROLLS = 150;
  private static final double NOTCH_PX = 120;
  private static final int LINKS = 20;
  private static final int ROUNDS = 3;
  private static final int NEAR_ALL = 99;
  private static final int HALF = 50;
  private static final int SCREEN_PX = 1000;
  private static final int WINDOW_PX = 900;
  private static final double ROWS_PX = CanvasCase.GROUPS * CanvasCase.FIELDS * 20.0;
  private static final double MB = 1 << 20;
  private static final int IDLE_MS = 2_000;
  private static final KeyCode[] SEARCH = {
    KeyCode.DIGIT9,
    KeyCode.DIGIT9,
    KeyCode.DIGIT7,
    KeyCode.BACK_SPACE,
    KeyCode.BACK_SPACE,
    KeyCode.BACK_SPACE,
    KeyCode.F,
    KeyCode.I,
    KeyCode.E,
    KeyCode.L,
    KeyCode.D,
    KeyCode.DIGIT1
  };

  private static final int ERASED = 6;

  private final WindowDriver driver;

  /** What is measured, each in its own unit. */
  enum Measure {
    OPEN_MS,
    OPEN_WORK_MS,
    SCROLL_MS,
    PAN_MS,
    DRAG_MS,
    LINK_MS,
    USUAL_LINK_MS,
    SEARCH_MS,
    USUAL_SEARCH_MS,
    HEAP_MB,
    LEVEL_MS,
    LEVELS_HEAP_MB
  }

  private CanvasOnce(WindowDriver driver) {
    this.driver = driver;
  }

  public static void main(String[] args) throws Exception {
    List<String> given = Program.given();
    WindowRun.run(
        Path.of(given.getFirst()),
        CanvasCase.documents(),
        driver -> new CanvasOnce(driver).measure());
  }

  private void measure() throws InterruptedException {
    driver.size(SCREEN_PX, WINDOW_PX);
    Opening opening = openMapping();
    say(Measure.OPEN_MS, opening.tookMs());
    say(Measure.OPEN_WORK_MS, opening.workMs());
    driver.await("the values", () -> spoken("value 0") || spoken("VALUE 0"));
    openGroups("Source fields");
    openGroups("Target fields");
    say(Measure.SCROLL_MS, near(scroll("Source fields", SCROLLS)));
    say(Measure.SCROLL_MS, near(scroll("Target fields", SCROLLS)));
    say(Measure.PAN_MS, near(scroll("links", SCROLLS)));
    say(Measure.DRAG_MS, near(drag()));
    List<FrameTime> links = links();
    say(Measure.LINK_MS, near(links));
    say(Measure.USUAL_LINK_MS, at(links, HALF));
    List<FrameTime> keys = search();
    say(Measure.SEARCH_MS, near(keys));
    say(Measure.USUAL_SEARCH_MS, at(keys, HALF));
    System.gc();
    Runtime memory = Runtime.getRuntime();
    say(Measure.HEAP_MB, (memory.totalMemory() - memory.freeMemory()) / MB);
  }

  private static void say(Measure measure, double value) {
    System.err.println(measure + " " + value);
  }

  private boolean spoken(String part) {
    return driver.find(node -> WindowDriver.spoken(node).contains(part)) != null;
  }

  /**
   * What opening took.
   *
   * @param tookMs until all was drawn
   * @param workMs time of the processor that the application's thread had of it
   */
  private record Opening(double tookMs, double workMs) {}

  private Opening openMapping() throws InterruptedException {
    driver.await("the mapping", () -> driver.find(CanvasOnce::recent) != null);
    driver.frame(
        robot -> {
          TableView<?> table = (TableView<?>) driver.need("list of mappings", CanvasOnce::recent);
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    // As a user does who reads the start page first.
    WindowDriver.idle(IDLE_MS);
    long worked = WindowDriver.onFx(driver::worked);
    WindowDriver.Answer answer =
        driver.until(robot -> robot.keyType(KeyCode.ENTER), () -> spoken("2,000 of 10,000"));
    double work = (WindowDriver.onFx(driver::worked) - worked) / 1e6;
    return new Opening(answer.tookMs(), work);
  }

  private static boolean recent(Node node) {
    return node instanceof TableView<?> table && !table.getItems().isEmpty();
  }

  /** From the last group up, which then stay where they are. */
  private void openGroups(String rows) throws InterruptedException {
    driver.frame(
        robot -> driver.need(rows, node -> WindowDriver.spoken(node).equals(rows)).requestFocus());
    // Without a selection the first key selects.
    driver.frame(robot -> robot.keyType(KeyCode.HOME));
    driver.frame(robot -> robot.keyType(KeyCode.END));
    for (int i = 0; i < CanvasCase.GROUPS; i++) {
      driver.frame(robot -> robot.keyType(KeyCode.RIGHT));
      driver.frame(robot -> robot.keyType(KeyCode.UP));
    }
    driver.frame(robot -> robot.keyType(KeyCode.HOME));
    String side = rows.startsWith("Source") ? "source" : "target";
    driver.await("all rows", () -> scrollBar(side).getMax() > ROWS_PX);
  }

  private ScrollBar scrollBar(String side) {
    Node tree = tree(side);
    return (ScrollBar) tree.lookup(".scroll-bar");
  }

  private Node tree(String side) {
    return driver.need(
        side + " tree",
        node -> node.getStyleClass().contains("fl-tree") && node.getStyleClass().contains(side));
  }

  private List<FrameTime> scroll(String where, int times) throws InterruptedException {
    Node over = WindowDriver.onFx(() -> driver.need(where, node -> has(node, where)));
    double before = scrolled();
    List<FrameTime> frames = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      double by = i < times / 2 ? -NOTCH_PX : NOTCH_PX / 2;
      frames.add(driver.frame(robot -> WindowDriver.wheel(over, by)));
    }
    if (scrolled() == before) {
      throw new IllegalStateException(where + " did not scroll");
    }
    return frames;
  }

  private double scrolled() throws InterruptedException {
    return WindowDriver.onFx(() -> scrollBar("source").getValue() + scrollBar("target").getValue());
  }

  private static boolean has(Node node, String where) {
    return where.equals("links")
        ? node.getStyleClass().contains("fl-links")
        : WindowDriver.spoken(node).equals(where);
  }

  /**
   * A link is drawn out, around, and along the lower edge, where the trees scroll by themselves.
   */
  private List<FrameTime> drag() throws InterruptedException {
    Point2D from = port("source", WindowDriver.onFx(() -> row("source", false)));
    Point2D low = WindowDriver.onFx(() -> WindowDriver.at(tree("target"), 0.3, 0.9));
    driver.frame(robot -> robot.mouseMove(from));
    driver.frame(robot -> robot.mousePress(MouseButton.PRIMARY));
    List<FrameTime> frames = new ArrayList<>();
    for (int i = 1; i <= SCROLLS; i++) {
      Point2D to = from.interpolate(low, (1 - Math.cos(i * 0.1)) / 2);
      frames.add(driver.frame(robot -> robot.mouseMove(to)));
    }
    driver.frame(robot -> robot.keyType(KeyCode.ESCAPE));
    driver.frame(robot -> robot.mouseRelease(MouseButton.PRIMARY));
    return frames;
  }

  private Node row(String side, boolean linked) {
    Node tree = tree(side);
    double top = WindowDriver.at(tree, 0, 0.3).getY();
    double bottom = WindowDriver.at(tree, 0, 0.7).getY();
    return driver.need(
        "row",
        node -> {
          String said = WindowDriver.spoken(node);
          return said.startsWith("field")
              && (said.contains("from ") || said.contains("linked") || said.contains("formula"))
                  == linked
              && inside(node, tree)
              && WindowDriver.at(node, 0, 0).getY() > top
              && WindowDriver.at(node, 0, 0).getY() < bottom;
        });
  }

  /** Where a row's port is: at the edge of its tree, whatever stands there. */
  private Point2D port(String side, Node row) throws InterruptedException {
    return WindowDriver.onFx(
        () -> {
          Bounds tree = tree(side).localToScreen(tree(side).getLayoutBounds());
          double x = side.equals("source") ? tree.getMaxX() - 1 : tree.getMinX() + 1;
          return new Point2D(x, WindowDriver.at(row, 0, 0.5).getY());
        });
  }

  private static boolean inside(Node node, Node tree) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == tree) {
        return true;
      }
    }
    return false;
  }

  private List<FrameTime> links() throws InterruptedException {
    List<FrameTime> frames = new ArrayList<>();
    for (int i = 0; i < LINKS; i++) {
      scroll("Source fields", 1);
      scroll("Target fields", 1);
      Node target = WindowDriver.onFx(() -> row("target", false));
      String name = WindowDriver.onFx(() -> WindowDriver.spoken(target));
      Point2D from = port("source", WindowDriver.onFx(() -> row("source", false)));
      Point2D to = port("target", target);
      move(robot -> robot.mouseMove(from));
      move(robot -> robot.mousePress(MouseButton.PRIMARY));
      move(robot -> robot.mouseMove(from.midpoint(to)));
      move(robot -> robot.mouseMove(to));
      frames.add(driver.frame(robot -> robot.mouseRelease(MouseButton.PRIMARY)));
      String field = name.substring(0, name.indexOf(','));
      int expected = CanvasCase.LINKS + i + 1;
      driver.await("a link to " + field, () -> spoken(String.format("%,d of 10,000", expected)));
    }
    return frames;
  }

  private void move(Consumer<Robot> step) throws InterruptedException {
    driver.frame(step);
  }

  private List<FrameTime> search() throws InterruptedException {
    driver.frame(
        robot ->
            driver
                .need(
                    "search",
                    node ->
                        node instanceof TextInputControl
                            && WindowDriver.spoken(node).equals("Find source fields"))
                .requestFocus());
    List<FrameTime> frames = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (KeyCode key : SEARCH) {
        frames.add(driver.frame(robot -> robot.keyType(key)));
      }
      driver.await("hits", () -> spoken("field1"));
      for (int i = 0; i < ERASED; i++) {
        frames.add(driver.frame(robot -> robot.keyType(KeyCode.BACK_SPACE)));
      }
    }
    return frames;
  }

  /** The work that 99 of 100 frames do not exceed, in milliseconds. */
  private static double near(List<FrameTime> frames) {
    return at(frames, NEAR_ALL);
  }

  private static double at(List<FrameTime> frames, int percent) {
    return new ListStatistics(frames.stream().mapToDouble(FrameTime::workMs).toArray())
        .getPercentile(percent);
  }
}
