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
 * How long an edit takes until its values are on the screen, with {@link PreviewCase}, in a window
 * drawn in memory, in a process of its own. It has no peer: each bar is a value.
 */
final class PreviewMeasure {
  private static final int ROUNDS = 3;
  private static final int EDITS = 200;
  private static final int QUICK_EDITS = 80;
  private static final double BAR_MS = 50;

  /** A frame that is longer is seen to stall. */
  private static final double STALL_MS = 100;

  private static final String OPTIONS =
      "-Xmx350m -Dglass.platform=Headless -Dprism.order=sw --enable-native-access=ALL-UNNAMED";

  private PreviewMeasure() {}

  /**
   * Measures.
   *
   * @param quick one process and fewer edits; else three, of which the median is taken
   * @throws IOException with one sentence, where there is no product or the window fails
   */
  static List<Row> run(boolean quick) throws IOException, InterruptedException {
    if (PreviewCase.sampleBytes() < 100_000) {
      throw new IOException("The sample is smaller than 100 KB.");
    }
    Map<PreviewOnce.Measure, List<Double>> all = new EnumMap<>(PreviewOnce.Measure.class);
    for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
      System.err.println("bench: a window");
      window(all, quick ? QUICK_EDITS : EDITS);
    }
    Bar none = new Bar.None();
    Bar bar = new Bar.ValueAtMost(BAR_MS);
    return List.of(
        row(all, PreviewOnce.Measure.FIRST_MS, "the first in a process", none),
        row(all, PreviewOnce.Measure.HALF_MS, "the median", bar),
        row(all, PreviewOnce.Measure.NEAR_ALL_MS, "95 of 100", bar),
        row(all, PreviewOnce.Measure.WORST_MS, "the slowest", none),
        row(all, PreviewOnce.Measure.UNDO_MS, "taken back, 95 of 100", bar),
        row(all, PreviewOnce.Measure.FRAME_MS, "the longest time between frames", none),
        row(all, PreviewOnce.Measure.WORK_MS, "work of the window's thread, the median", none),
        row(all, PreviewOnce.Measure.MOST_WORK_MS, "that work, 95 of 100", none),
        row(all, PreviewOnce.Measure.UNDO_WORK_MS, "that work, taken back, 95 of 100", none),
        difference(all, PreviewOnce.Measure.DIFFERENCE_SHOWN_MS, "shown, longest frame"),
        difference(all, PreviewOnce.Measure.DIFFERENCE_NEXT_MS, "F8, slowest of 40"),
        difference(all, PreviewOnce.Measure.DIFFERENCE_FOUND_MS, "search, slowest of 40"));
  }

  private static Row row(
      Map<PreviewOnce.Measure, List<Double>> all,
      PreviewOnce.Measure measure,
      String label,
      Bar bar) {
    String name = "500 rules, edit to values, " + label;
    return new Row(name, median(all, measure), "ms", "bar", BAR_MS, bar);
  }

  private static Row difference(
      Map<PreviewOnce.Measure, List<Double>> all, PreviewOnce.Measure measure, String label) {
    Bar bar = new Bar.ValueAtMost(STALL_MS);
    String name = "differences of 10,000 lines, " + label;
    return new Row(name, median(all, measure), "ms", "bar", STALL_MS, bar);
  }

  private static double median(
      Map<PreviewOnce.Measure, List<Double>> all, PreviewOnce.Measure measure) {
    double[] values =
        requireNonNull(all.get(measure)).stream().mapToDouble(Double::doubleValue).toArray();
    return new ListStatistics(values).getPercentile(50);
  }

  private static void window(Map<PreviewOnce.Measure, List<Double>> all, int edits)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fieldloom-bench");
    try {
      String said =
          Program.window(PreviewOnce.class, folder, OPTIONS, List.of(Integer.toString(edits)));
      for (String line : said.lines().toList()) {
        String[] parts = line.split(" ", 2);
        all.computeIfAbsent(PreviewOnce.Measure.valueOf(parts[0]), key -> new ArrayList<>())
            .add(Double.valueOf(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("The window said no number: " + e.getMessage(), e);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }
}
