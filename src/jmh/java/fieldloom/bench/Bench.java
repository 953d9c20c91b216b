package fieldloom.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures one part of Fieldloom beside its peers and prints a row a measure, columns parted by
 * tabs: {@code bench NAME [--quick]}. Exit status: 0 where every bar is reached, 1 where one is
 * not, 2 where the command line is unusable.
 */
public final class Bench {
  private static final String NAMES = "engine, formats";
  private static final String USAGE = "usage: bench NAME [--quick], where NAME is one of: " + NAMES;

  private Bench() {}

  public static void main(String[] args) throws RunnerException, IOException {
    System.exit(run(args));
  }

  private static int run(String[] args) throws RunnerException, IOException {
    List<String> words = Arrays.stream(args).filter(word -> !word.equals("--quick")).toList();
    if (words.size() != 1 || words.getFirst().startsWith("-")) {
      return unusable(USAGE);
    }
    boolean quick = words.size() < args.length;
    return switch (words.getFirst()) {
      case "engine" -> print(EngineMeasure.run(quick));
      case "formats" -> print(FormatsMeasure.run(quick));
      default -> unusable("nothing named " + words.getFirst() + " is measured; " + USAGE);
    };
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
