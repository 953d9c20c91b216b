package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Functions are found in the palette and put into rules, by mouse and by keyboard alone. */
class PaletteStoryTest {
  @TempDir private Path folder;

  @Test
  void aFunctionIsDraggedOntoALinkWhichOpensForItAndOntoARowWhoseRuleItBecomes() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.click("Functions");
      designer.write("Find a function", "trim");
      Point2D link = between(designer, "orderNo", "FBillNo");

      hold(designer, "TRIM(text)", link);
      designer.find("Puts TRIM on what fills FBillNo");
      designer.find("Insert a function…");
      assertThat(formula(designer, "FBillNo")).isEqualTo("order.orderNo");
      designer.robot.release(MouseButton.PRIMARY);
      waitForFormula(designer, "FBillNo", "TRIM(order.orderNo)");
      assertThat(designer.shows("Puts TRIM on")).isFalse();

      hold(designer, "TRIM(text)", middle(designer, "FCity,"));
      designer.find("FCity becomes TRIM(…)");
      designer.robot.release(MouseButton.PRIMARY);
      waitForFormula(designer, "FCity", "TRIM(\"\")");

      designer.robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
      waitForFormula(designer, "FCity", "");
      designer.write("Find a function", " ");
      designer.robot.push(KeyCode.ESCAPE);
      designer.find("Used last, 1");
    }
  }

  @Test
  void aDragThatIsGivenUpOrEndsOnAGroupChangesNothing() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.click("Functions");
      designer.write("Find a function", "upper");
      Point2D link = between(designer, "orderNo", "FBillNo");

      hold(designer, "UPPER(text)", link);
      designer.find("Puts UPPER on what fills FBillNo");
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the chip to go", () -> !designer.shows("Puts UPPER on"));
      designer.robot.release(MouseButton.PRIMARY);

      hold(designer, "UPPER(text)", middle(designer, "bill, object"));
      designer.find("bill is a group; drop on one of its fields.");
      designer.robot.release(MouseButton.PRIMARY);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(formula(designer, "FBillNo")).isEqualTo("order.orderNo");
      assertThat(mapping(designer).rules()).hasSize(1);
    }
  }

  @Test
  void byKeysAloneAFunctionIsPutAtTheSelectedFieldAndAtTheCaretOfAFormula() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      palette(designer);
      designer.waitFor(
          "the search to have the keyboard", () -> focused(designer, "Find a function"));
      designer.robot.write("upper", 0).push(KeyCode.ENTER);
      waitForFormula(designer, "FBillNo", "UPPER(order.orderNo)");

      designer.robot.write("=", 0);
      designer.waitFor("the formula to have the keyboard", () -> focused(designer, "Formula"));
      designer.robot.write(" & ", 0);
      palette(designer);
      palette(designer);
      designer.waitFor(
          "the search to have the keyboard", () -> focused(designer, "Find a function"));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.A).write("lower", 0).push(KeyCode.ENTER);
      designer.waitFor("the formula to have the keyboard", () -> focused(designer, "Formula"));
      designer.robot.write("\"X\"", 0).push(KeyCode.ENTER);
      waitForFormula(designer, "FBillNo", "UPPER(order.orderNo) & LOWER(\"X\")");
    }
  }

  @Test
  void anOperatorIsPutAtTheSelectedFieldAndAtTheCaretOfAFormula() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      palette(designer);
      designer.waitFor(
          "the search to have the keyboard", () -> focused(designer, "Find a function"));
      designer.robot.write("join as text", 0).push(KeyCode.ENTER);
      waitForFormula(designer, "FBillNo", "order.orderNo & \"\"");
      designer.waitFor(
          "the other side to be typed", () -> focused(designer, "Value, or = and a formula"));
      designer.robot.write("-", 0).push(KeyCode.ENTER);
      waitForFormula(designer, "FBillNo", "order.orderNo & \"-\"");
      designer.robot.write("=", 0);
      designer.waitFor("the formula to have the keyboard", () -> focused(designer, "Formula"));
      palette(designer);
      palette(designer);
      designer.waitFor(
          "the search to have the keyboard", () -> focused(designer, "Find a function"));
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.A).write("&", 0).push(KeyCode.ENTER);
      designer.waitFor("the formula to have the keyboard", () -> focused(designer, "Formula"));
      designer.robot.write("\"X\"", 0).push(KeyCode.ENTER);
      waitForFormula(designer, "FBillNo", "order.orderNo & \"-\" & \"X\"");
    }
  }

  @Test
  void tabLeavesTheFormulaAndTypesNothing() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      designer.drawLink("orderNo", "FBillNo");
      designer.robot.write("=", 0);
      designer.waitFor("the formula to have the keyboard", () -> focused(designer, "Formula"));
      designer.robot.push(KeyCode.TAB);
      designer.waitFor("another to have it", () -> !focused(designer, "Formula"));
      assertThat(designer.shows("Draft")).isFalse();
      designer.robot.push(KeyCode.SHIFT, KeyCode.TAB);
      designer.waitFor("the formula to have it again", () -> focused(designer, "Formula"));
    }
  }

  @Test
  void withNothingSelectedThePaletteSaysWhatToSelect() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      open(designer);
      palette(designer);
      designer.waitFor(
          "the search to have the keyboard", () -> focused(designer, "Find a function"));
      designer.robot.write("upper", 0).push(KeyCode.ENTER);
      designer.find("Select a link, a node or a target field first.");
      assertThat(mapping(designer).rules()).isEmpty();
    }
  }

  private static void open(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findContaining("SO-2026-1187");
    designer.findStarting("FBillNo,");
  }

  private static void palette(DesignerFixture designer) {
    designer.robot.press(KeyCode.SHIFT, KeyCode.F3).release(KeyCode.F3, KeyCode.SHIFT);
  }

  /** Presses a function of the list and moves to a place, the button held. */
  private static void hold(DesignerFixture designer, String function, Point2D to) {
    Point2D from = middle(designer, function + ":");
    designer.robot.moveTo(from).press(MouseButton.PRIMARY);
    designer.robot.moveTo(from.midpoint(to)).moveTo(to.add(0, 1)).moveTo(to);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Point2D middle(DesignerFixture designer, String starting) {
    Node node = designer.findStarting(starting);
    return onFx(
        () -> {
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  /** A point of the plain link between two rows, a third of the way. */
  private static Point2D between(DesignerFixture designer, String source, String target) {
    Point2D from = edge(designer, source, true);
    Point2D to = edge(designer, target, false);
    double t = 0.34;
    double y = from.getY() + (to.getY() - from.getY()) * t * t * (3 - 2 * t);
    return new Point2D(from.getX() + (to.getX() - from.getX()) * t, y);
  }

  private static Point2D edge(DesignerFixture designer, String row, boolean right) {
    Node node = designer.findStarting(row + ",");
    return onFx(
        () -> {
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          return new Point2D(right ? bounds.getMaxX() : bounds.getMinX(), bounds.getCenterY());
        });
  }

  private static <T> T onFx(Callable<T> work) {
    return DesignerFixture.onFx(work);
  }

  private static boolean focused(DesignerFixture designer, String spoken) {
    Node owner = onFx(() -> designer.scene().getFocusOwner());
    return owner != null && spoken.equals(owner.getAccessibleText());
  }

  private static void waitForFormula(DesignerFixture designer, String field, String formula) {
    designer.waitFor(field + " to be " + formula, () -> formula(designer, field).equals(formula));
  }

  private static String formula(DesignerFixture designer, String field) throws Exception {
    return mapping(designer).rules().stream()
        .filter(rule -> rule.to().equals(field))
        .map(Rule::expression)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
