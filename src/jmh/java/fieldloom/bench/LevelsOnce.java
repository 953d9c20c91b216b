package fieldloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.bench.WindowDriver.FrameTime;
import fieldloom.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The designer in a process of its own on a schema that contains itself, whose parts are opened
 * level after level by key. Each line on standard error is a {@link CanvasOnce.Measure} and its
 * value. {@code LevelsOnce FOLDER} keeps its store in an empty folder.
 */
final class LevelsOnce {
  static final int LEVELS = 200;

  /** The record and two levels, which are open by themselves. */
  private static final int ROWS_AT_FIRST = 7;

  /** A name, a quantity, and parts again. */
  private static final int ROWS_A_LEVEL = 3;

  private static final int NEAR_ALL = 99;
  private static final double MB = 1 << 20;
  private static final int WIDTH_PX = 1000;
  private static final int HEIGHT_PX = 900;

  private LevelsOnce() {}

  public static void main(String[] args) throws Exception {
    WindowRun.run(Path.of(Program.given().getFirst()), documents(), LevelsOnce::measure);
  }

  private static List<Store.NewDocument> documents() throws JsonProcessingException {
    ObjectNode mapping = WindowRun.mapping("Parts");
    mapping.putArray("rules");
    return List.of(
        WindowRun.document(Store.Kind.MAPPING, "parts.flmap", mapping),
        WindowRun.document(Store.Kind.SCHEMA, "in.schema.json", schema()),
        WindowRun.document(Store.Kind.SCHEMA, "out.schema.json", schema()));
  }

  private static ObjectNode schema() {
    ObjectNode schema = WindowRun.JSON.createObjectNode().put("$ref", "#/$defs/part");
    ObjectNode fields =
        schema.putObject("$defs").putObject("part").put("type", "object").putObject("properties");
    fields.putObject("name").put("type", "string");
    fields.putObject("quantity").put("type", "number");
    fields.putObject("parts").put("type", "array").putObject("items").put("$ref", "#/$defs/part");
    return schema;
  }

  private static void measure(WindowDriver driver) throws InterruptedException {
    driver.size(WIDTH_PX, HEIGHT_PX);
    driver.await("the mapping", () -> driver.find(LevelsOnce::recent) != null);
    driver.frame(
        robot -> {
          TableView<?> table = (TableView<?>) driver.need("list of mappings", LevelsOnce::recent);
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    driver.frame(robot -> robot.keyType(KeyCode.ENTER));
    driver.await("the fields", () -> driver.find(LevelsOnce::rows) != null);
    driver.frame(robot -> driver.need("rows", LevelsOnce::rows).requestFocus());
    driver.frame(robot -> robot.keyType(KeyCode.HOME));
    List<FrameTime> frames = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      driver.frame(robot -> robot.keyType(KeyCode.END));
      frames.add(driver.frame(robot -> robot.keyType(KeyCode.RIGHT)));
    }
    int all = ROWS_AT_FIRST + ROWS_A_LEVEL * LEVELS;
    driver.await(
        "all levels",
        () -> driver.find(n -> WindowDriver.spoken(n).contains(all + " rows")) != null);
    System.err.println(CanvasOnce.Measure.LEVEL_MS + " " + near(frames));
    System.gc();
    Runtime memory = Runtime.getRuntime();
    System.err.println(
        CanvasOnce.Measure.LEVELS_HEAP_MB
            + " "
            + (memory.totalMemory() - memory.freeMemory()) / MB);
  }

  private static boolean recent(Node node) {
    return node instanceof TableView<?> table && !table.getItems().isEmpty();
  }

  private static boolean rows(Node node) {
    return WindowDriver.spoken(node).equals("Source fields");
  }

  private static double near(List<FrameTime> frames) {
    return new ListStatistics(frames.stream().mapToDouble(FrameTime::workMs).toArray())
        .getPercentile(NEAR_ALL);
  }
}
