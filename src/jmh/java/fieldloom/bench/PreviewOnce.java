package fieldloom.bench;

import static java.util.Objects.requireNonNull;

import fieldloom.bench.WindowDriver.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The designer in a process of its own, with {@link PreviewCase} open and its preview beside it.
 * Formulas are typed into the bar and applied by Enter, and taken back; each edit is timed from the
 * key to the frame in which the field's row shows the new value. Each line on standard error is a
 * {@link Measure} and its value. {@code PreviewOnce FOLDER EDITS} keeps its store in an empty
 * folder.
 */
final class PreviewOnce {
  private static final int WIDTH_PX = 1440;
  private static final int HEIGHT_PX = 900;
  private static final int WARM_UP = 20;
  private static final int HALF = 50;
  private static final int NEAR_ALL = 95;
  private static final int ALL = 100;
  private static final String FIELD = "head0";

  private final WindowDriver driver;

  /** What is measured, in milliseconds. */
  enum Measure {
    FIRST_MS,
    HALF_MS,
    NEAR_ALL_MS,
    WORST_MS,
    FRAME_MS,
    UNDO_MS,
    WORK_MS,
    MOST_WORK_MS,
    UNDO_WORK_MS
  }

  /** Formulas whose value does not stand in them. */
  private enum Kind {
    CONSTANT("CONCAT(\"c\", \"%d\")", "c%d", 0),
    FUNCTION("CONCAT(UPPER(in.head1), \" %d\")", "VALUE 1 %d", 0),
    CHOICE("IF(in.amount > %d, CONCAT(\"more\", in.amount - %1$d), \"less\")", "more%d", -1),
    TOTAL("CONCAT(\"t\", SUM(in.lines[].amount) + %d)", "t%d", 1);

    private final String formula;
    private final String value;
    private final int sign;

    Kind(String formula, String value, int sign) {
      this.formula = formula;
      this.value = value;
      this.sign = sign;
    }

    String formula(int n) {
      return String.format(formula, n);
    }

    String value(int n) {
      return String.format(value, sign == 0 ? n : PreviewCase.TOTAL + sign * n);
    }
  }

  private PreviewOnce(WindowDriver driver) {
    this.driver = driver;
  }

  public static void main(String[] args) throws Exception {
    List<String> given = Program.given();
    WindowRun.run(
        Path.of(given.getFirst()),
        PreviewCase.documents(),
        driver -> new PreviewOnce(driver).measure(Integer.parseInt(given.get(1))));
  }

  private void measure(int edits) throws InterruptedException {
    driver.size(WIDTH_PX, HEIGHT_PX);
    openMapping();
    List<Answer> answers = new ArrayList<>();
    List<Answer> undone = new ArrayList<>();
    for (int i = 0; i < WARM_UP + edits; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      Answer answer = edit(kind, i);
      if (i == 0) {
        say(Measure.FIRST_MS, answer.tookMs());
      }
      if (i >= WARM_UP) {
        answers.add(answer);
      }
      if (i >= WARM_UP && i % Kind.values().length == 0) {
        Kind before = Kind.values()[Kind.values().length - 1];
        undone.add(press("Undo", before.value(i - 1)));
        press("Redo", kind.value(i));
      }
    }
    say(Measure.HALF_MS, at(answers, Answer::tookMs, HALF));
    say(Measure.NEAR_ALL_MS, at(answers, Answer::tookMs, NEAR_ALL));
    say(Measure.WORST_MS, at(answers, Answer::tookMs, ALL));
    say(Measure.FRAME_MS, at(answers, Answer::longestMs, ALL));
    say(Measure.UNDO_MS, at(undone, Answer::tookMs, NEAR_ALL));
    say(Measure.WORK_MS, at(answers, Answer::workMs, HALF));
    say(Measure.MOST_WORK_MS, at(answers, Answer::workMs, NEAR_ALL));
    say(Measure.UNDO_WORK_MS, at(undone, Answer::workMs, NEAR_ALL));
  }

  private static double at(List<Answer> answers, ToDoubleFunction<Answer> what, int percent) {
    return new ListStatistics(answers.stream().mapToDouble(what).toArray()).getPercentile(percent);
  }

  private static void say(Measure measure, double value) {
    System.err.println(measure + " " + value);
  }

  private void openMapping() throws InterruptedException {
    driver.await("the mapping", () -> driver.find(PreviewOnce::recent) != null);
    driver.frame(
        robot -> {
          TableView<?> table = (TableView<?>) driver.need("list of mappings", PreviewOnce::recent);
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    driver.frame(robot -> robot.keyType(KeyCode.ENTER));
    driver.await("the values", () -> says("VALUE 0"));
    driver.frame(robot -> keys(KeyCode.P));
    driver.await("the preview", () -> driver.find(n -> spoken(n, "Side by side")) != null);
    Node row = requireNonNull(WindowDriver.onFx(this::row));
    driver.frame(robot -> robot.mouseMove(WindowDriver.at(row, 0.5, 0.5)));
    driver.frame(robot -> robot.mousePress(MouseButton.PRIMARY));
    driver.frame(robot -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  private static boolean recent(Node node) {
    return node instanceof TableView<?> table && !table.getItems().isEmpty();
  }

  private static boolean spoken(Node node, String text) {
    return WindowDriver.spoken(node).equals(text);
  }

  private void keys(KeyCode code) {
    driver.robot().keyPress(KeyCode.CONTROL);
    driver.robot().keyType(code);
    driver.robot().keyRelease(KeyCode.CONTROL);
  }

  /** The row of the target's field; rows of the source come before it. */
  private @Nullable Node row() {
    Node tree =
        driver.find(
            node ->
                node.getStyleClass().contains("fl-tree")
                    && node.getStyleClass().contains("target"));
    return tree == null
        ? null
        : driver.find(tree, node -> WindowDriver.spoken(node).startsWith(FIELD + ","));
  }

  private boolean says(String value) {
    Node row = row();
    return row != null && WindowDriver.spoken(row).contains(", " + value);
  }

  private Answer edit(Kind kind, int n) throws InterruptedException {
    driver.frame(
        robot -> {
          driver.need("formula", node -> spoken(node, "Formula")).requestFocus();
          ClipboardContent content = new ClipboardContent();
          content.putString(kind.formula(n));
          Clipboard.getSystemClipboard().setContent(content);
        });
    driver.frame(robot -> keys(KeyCode.A));
    driver.frame(robot -> keys(KeyCode.V));
    return driver.until(robot -> robot.keyType(KeyCode.ENTER), () -> says(kind.value(n)));
  }

  private Answer press(String name, String value) throws InterruptedException {
    Node button =
        WindowDriver.onFx(
            () -> driver.need(name, node -> node instanceof Button && spoken(node, name)));
    return driver.until(robot -> ((Button) button).fire(), () -> says(value));
  }
}
