package fieldloom.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The designer's window on a mapping between two schemas of 10,000 fields, drawn in memory, in a
 * process of its own with a heap of 350 MB, and another on a schema that contains itself. It has no
 * peer: each bar is a value.
 */
final class CanvasMeasure {
  private static final int ROUNDS = 5;
  private static final String OPTIONS =
      "-Xmx350m -Dglass.platform=Headless -Dprism.order=sw --enable-native-access=ALL-UNNAMED";

  private CanvasMeasure() {}

  /**
   * Measures.
   *
   * @param quick one process; else five, of which the median is taken
   * @throws IOException with one sentence, where there is no product or the window fails
   */
  static List<Row> run(boolean quick) throws IOException, InterruptedException {
    Map<CanvasOnce.Measure, List<Double>> all = new EnumMap<>(CanvasOnce.Measure.class);
    for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
      System.err.println("bench: a window");
      window(CanvasOnce.class, all);
      window(LevelsOnce.class, all);
    }
    return List.of(
        row(
            all,
            CanvasOnce.Measure.OPEN_MS,
            "a mapping of 2,000 links opens, start page idle before",
            "ms",
            1000),
        row(all, CanvasOnce.Measure.OPEN_WORK_MS, "of that the window's own work", "ms", 1000),
        frames(all, CanvasOnce.Measure.SCROLL_MS, "scrolling"),
        frames(all, CanvasOnce.Measure.PAN_MS, "panning"),
        frames(all, CanvasOnce.Measure.DRAG_MS, "dragging"),
        row(all, CanvasOnce.Measure.LINK_MS, "a link, the slowest of 20", "ms", 50),
        row(all, CanvasOnce.Measure.USUAL_LINK_MS, "a link, the median", "ms", 50),
        row(all, CanvasOnce.Measure.SEARCH_MS, "search, the slowest of 54 keys", "ms", 30),
        row(all, CanvasOnce.Measure.USUAL_SEARCH_MS, "search, the median key", "ms", 30),
        row(all, CanvasOnce.Measure.HEAP_MB, "heap in use", "MB", 350),
        levels(all, CanvasOnce.Measure.LEVEL_MS, "a level opens, 99 of 100", "ms", 16),
        levels(all, CanvasOnce.Measure.LEVELS_HEAP_MB, "heap in use", "MB", 350));
  }

  private static Row levels(
      Map<CanvasOnce.Measure, List<Double>> all,
      CanvasOnce.Measure measure,
      String label,
      String unit,
      double bar) {
    String schema = "a schema in itself, " + LevelsOnce.LEVELS + " levels, ";
    return row(schema + label, all, measure, unit, bar);
  }

  private static Row frames(
      Map<CanvasOnce.Measure, List<Double>> all, CanvasOnce.Measure measure, String gesture) {
    return row(all, measure, gesture + ", 99 of 100 frames", "ms", 16);
  }

  private static Row row(
      Map<CanvasOnce.Measure, List<Double>> all,
      CanvasOnce.Measure measure,
      String label,
      String unit,
      double bar) {
    return row("10,000 fields a side, " + label, all, measure, unit, bar);
  }

  private static Row row(
      String label,
      Map<CanvasOnce.Measure, List<Double>> all,
      CanvasOnce.Measure measure,
      String unit,
      double bar) {
    double[] values =
        requireNonNull(all.get(measure)).stream().mapToDouble(Double::doubleValue).toArray();
    double median = new ListStatistics(values).getPercentile(50);
    return new Row(label, median, unit, "bar", bar, new Bar.ValueAtMost(bar));
  }

  private static void window(Class<?> main, Map<CanvasOnce.Measure, List<Double>> all)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fieldloom-bench");
    try {
      String said = Program.window(main, folder, OPTIONS, List.of());
      for (String line : said.lines().toList()) {
        String[] parts = line.split(" ", 2);
        all.computeIfAbsent(CanvasOnce.Measure.valueOf(parts[0]), key -> new ArrayList<>())
            .add(Double.valueOf(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("The window said no number: " + e.getMessage(), e);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }
}
