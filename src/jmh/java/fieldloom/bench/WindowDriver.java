package fieldloom.bench;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Uses the designer's window by mouse and keys, a step a frame, and tells what each frame took. */
final class WindowDriver {
  private static final int MOST_FRAMES = 1_000;
  private static final int IDLE_FRAMES = 2;

  private static final double NANOS_PER_MS = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Window window;
  private final Robot robot;

  /**
   * What a frame took.
   *
   * @param workMs time the application's thread worked, of the processor
   * @param tookMs time that went by from the step to the end of the frame
   */
  record FrameTime(double workMs, double tookMs) {}

  private WindowDriver(Window window, Robot robot) {
    this.window = window;
    this.robot = robot;
  }

  /** Waits for the window. */
  static WindowDriver waitForWindow() throws InterruptedException {
    CompletableFuture<Window> opened = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          Window.getWindows()
              .addListener((ListChangeListener<Window>) c -> c.getList().forEach(opened::complete));
          Window.getWindows().forEach(opened::complete);
        });
    Window window = got(opened::get);
    return onFx(() -> new WindowDriver(window, new Robot()));
  }

  /** Puts the window into the upper left corner: the mouse does not get beyond the screen. */
  void size(int widthPx, int heightPx) throws InterruptedException {
    frame(
        robot -> {
          window.setX(0);
          window.setY(0);
          window.setWidth(widthPx);
          window.setHeight(heightPx);
        });
  }

  /** Does something in the next frame and waits until that is laid out and handed to be drawn. */
  FrameTime frame(Consumer<Robot> step) throws InterruptedException {
    FrameTime took = next(step);
    // The picture of this frame comes back over the application's thread, which is the headless
    // window's way and no work of the program; it must not come into the frame after.
    for (int i = 0; i < IDLE_FRAMES; i++) {
      next(robot -> {});
    }
    return took;
  }

  private FrameTime next(Consumer<Robot> step) throws InterruptedException {
    CompletableFuture<FrameTime> done = new CompletableFuture<>();
    FutureTask<Void> work = new FutureTask<>(() -> step.accept(robot), null);
    Platform.runLater(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                stop();
                long began = System.nanoTime();
                long worked = threads.getCurrentThreadCpuTime();
                work.run();
                // This runs when the frame has been laid out and handed over.
                Platform.runLater(
                    () ->
                        done.complete(
                            new FrameTime(
                                (threads.getCurrentThreadCpuTime() - worked) / NANOS_PER_MS,
                                (System.nanoTime() - began) / NANOS_PER_MS)));
              }
            }.start());
    FrameTime took = got(done::get);
    got(work::get);
    return took;
  }

  /**
   * What came of a step.
   *
   * @param tookMs from the step to the end of the frame that shows what was waited for
   * @param longestMs the longest time between two frames on the way
   * @param workMs time the application's thread worked in it, of the processor, without looking
   */
  record Answer(double tookMs, double longestMs, double workMs) {}

  /**
   * Does something in the next frame and lets frames go by until one shows what comes of it.
   *
   * @throws IllegalStateException where it does not come
   */
  Answer until(Consumer<Robot> step, Callable<Boolean> there) throws InterruptedException {
    CompletableFuture<Answer> done = new CompletableFuture<>();
    Platform.runLater(() -> new Looking(step, there, done).start());
    return got(done::get);
  }

  /** Looks at each frame once it has been laid out, which is what is then drawn of it. */
  private final class Looking extends AnimationTimer {
    private final Consumer<Robot> step;
    private final Callable<Boolean> there;
    private final CompletableFuture<Answer> done;
    private final Scene scene = window.getScene();
    private final Runnable look = this::look;
    private long began;
    private long last;
    private long longest;
    private long worked;
    private long looked;
    private int frames;

    Looking(Consumer<Robot> step, Callable<Boolean> there, CompletableFuture<Answer> done) {
      this.step = step;
      this.there = there;
      this.done = done;
    }

    @Override
    public void start() {
      super.start();
      scene.addPostLayoutPulseListener(look);
    }

    @Override
    public void stop() {
      super.stop();
      scene.removePostLayoutPulseListener(look);
    }

    @Override
    public void handle(long now) {
      long time = System.nanoTime();
      longest = Math.max(longest, last == 0 ? 0 : time - last);
      last = time;
      if (frames++ == 0) {
        began = System.nanoTime();
        worked = threads.getCurrentThreadCpuTime();
        did(
            new FutureTask<>(
                () -> {
                  step.accept(robot);
                  return false;
                }));
      }
    }

    private void look() {
      if (frames > 0) {
        long before = threads.getCurrentThreadCpuTime();
        FutureTask<Boolean> seen = new FutureTask<>(there);
        seen.run();
        looked += threads.getCurrentThreadCpuTime() - before;
        did(seen);
      }
    }

    private void did(FutureTask<Boolean> task) {
      task.run();
      try {
        if (task.get()) {
          stop();
          // This runs when the frame has been handed over.
          Platform.runLater(
              () ->
                  done.complete(
                      new Answer(
                          (System.nanoTime() - began) / NANOS_PER_MS,
                          longest / NANOS_PER_MS,
                          (threads.getCurrentThreadCpuTime() - worked - looked) / NANOS_PER_MS)));
        } else if (frames > MOST_FRAMES) {
          throw new IllegalStateException("waited in vain; there is: " + all());
        }
      } catch (InterruptedException | ExecutionException | IllegalStateException e) {
        stop();
        done.completeExceptionally(e);
      }
    }
  }

  /** Does nothing for a while. */
  static void idle(int ms) throws InterruptedException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    got(over.completeOnTimeout(true, ms, TimeUnit.MILLISECONDS)::get);
  }

  /** The time of the processor that the application's thread has had, in ns. Only on it. */
  long worked() {
    return threads.getCurrentThreadCpuTime();
  }

  Robot robot() {
    return robot;
  }

  /**
   * Lets frames go by until something is there.
   *
   * @throws IllegalStateException where it does not come
   */
  void await(String what, Callable<Boolean> there) throws InterruptedException {
    for (int i = 0; i < MOST_FRAMES; i++) {
      if (onFx(there)) {
        return;
      }
      frame(r -> {});
    }
    throw new IllegalStateException(
        "waited in vain for " + what + "; there is: " + onFx(this::all));
  }

  /** The first node that fits, in the order of drawing; null where there is none. */
  @Nullable Node find(Predicate<Node> fits) {
    return find(window.getScene().getRoot(), fits);
  }

  /** The first node in another that fits, in the order of drawing; null where there is none. */
  @Nullable Node find(Node root, Predicate<Node> fits) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (!node.isVisible()) {
        continue;
      }
      if (fits.test(node)) {
        return node;
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().reversed().forEach(open::push);
      }
    }
    return null;
  }

  /** The node that must be there. */
  Node need(String what, Predicate<Node> fits) {
    Node found = find(fits);
    if (found == null) {
      throw new IllegalStateException("there is no " + what + " in: " + all());
    }
    return found;
  }

  private String all() {
    StringBuilder said = new StringBuilder();
    find(
        node -> {
          String text = spoken(node);
          if (!text.isEmpty()) {
            said.append(text).append(" | ");
          }
          return false;
        });
    return said.toString();
  }

  /** What a screen reader says of it, or what stands on it; empty where that is nothing. */
  static String spoken(Node node) {
    String text = node.getAccessibleText();
    if (text == null && node instanceof Labeled labeled) {
      text = labeled.getText();
    }
    return text == null ? "" : text;
  }

  /** A place in a node on the screen, as shares of its width and height. */
  static Point2D at(Node node, double x, double y) {
    Bounds bounds = requireNonNull(node.localToScreen(node.getLayoutBounds()));
    return new Point2D(
        bounds.getMinX() + bounds.getWidth() * x, bounds.getMinY() + bounds.getHeight() * y);
  }

  /** Turns the wheel over the middle of a node. */
  static void wheel(Node node, double pixels) {
    Bounds local = node.getLayoutBounds();
    Point2D scene = node.localToScene(local.getCenterX(), local.getCenterY());
    Point2D screen = node.localToScreen(local.getCenterX(), local.getCenterY());
    node.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            scene.getX(),
            scene.getY(),
            screen.getX(),
            screen.getY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /** Runs on the application's thread and waits. */
  static <T extends @Nullable Object> T onFx(Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return got(task::get);
  }

  private interface Waiting<T extends @Nullable Object> {
    T get() throws ExecutionException, InterruptedException;
  }

  private static <T extends @Nullable Object> T got(Waiting<T> waiting)
      throws InterruptedException {
    try {
      return waiting.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("using the window failed", e.getCause());
    }
  }
}
