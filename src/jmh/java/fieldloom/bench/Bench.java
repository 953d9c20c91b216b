package fieldloom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures one part of Fieldloom beside its peers and prints a row a measure, columns parted by
 * tabs: {@code bench NAME [--quick]}; {@code bench engine --file MB} takes a file of that size
 * through the whole program instead. Exit status: 0 where every bar is reached, 1 where one is not,
 * 2 where the command line is unusable or what is to be measured does not run.
 */
public final class Bench {
  private static final String USAGE =
      "usage: bench NAME [--quick], where NAME is one of: canvas, engine, formats, preview; or bench engine"
          + " --file MB [--quick], where MB is the size of the file";
  private static final String FILE = "--file";
  private static final long MOST_MB = 1_000_000;

  private Bench() {}

  public static void main(String[] args) throws RunnerException, InterruptedException {
    System.exit(run(args));
  }

  private static int run(String[] args) throws RunnerException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(args));
    boolean quick = words.remove("--quick");
    try {
      if (words.size() == 3 && words.getFirst().equals("engine") && words.get(1).equals(FILE)) {
        long megabytes = megabytes(words.get(2));
        return megabytes < 1
            ? unusable(words.get(2) + " is no size from 1 to " + MOST_MB + " MB; " + USAGE)
            : print(FileMeasure.run(megabytes, quick));
      }
      if (words.size() != 1 || words.getFirst().startsWith("-")) {
        return unusable(USAGE);
      }
      return switch (words.getFirst()) {
        case "canvas" -> print(CanvasMeasure.run(quick));
        case "engine" -> print(EngineMeasure.run(quick));
        case "formats" -> print(FormatsMeasure.run(quick));
        case "preview" -> print(PreviewMeasure.run(quick));
        default -> unusable("nothing named " + words.getFirst() + " is measured; " + USAGE);
      };
    } catch (IOException e) {
      return unusable(e.getMessage());
    }
  }

  /** The number; 0 where it is none or out of range. */
  private static long megabytes(String text) {
    if (!text.matches("[0-9]{1,7}")) {
      return 0;
    }
    long number = Long.parseLong(text);
    return number > MOST_MB ? 0 : number;
  }

  private static int print(List<Row> rows) {
    System.out.println(Row.HEADER);
    rows.forEach(row -> System.out.println(row.line()));
    return rows.stream().allMatch(Row::ok) ? 0 : 1;
  }

  private static int unusable(String sentence) {
    System.err.println("bench: " + sentence);
    return 2;
  }
}
