package fieldloom.pack;

import fieldloom.model.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the test cases of a mapping touch of it.
 *
 * @param rules how many rules it has
 * @param touched how many of them at least one case has computed
 * @param untouched what no case has touched: rules in their order with their branches, then rows of
 *     tables
 */
public record TestCoverage(int rules, int touched, List<Untouched> untouched) {
  public TestCoverage {
    untouched = List.copyOf(untouched);
  }

  /**
   * Runs all test cases of a mapping once more with all steps told. A case that cannot run touches
   * what it came to.
   */
  public static TestCoverage of(Project project) {
    return new CoverageRun(project).run();
  }

  /** Something that no test case has touched. */
  public sealed interface Untouched {
    /** Index of the rule in the mapping; -1 where it is a table's. */
    int rule();

    /** One sentence, for a terminal. */
    String sentence();
  }

  /** A rule that no case computes. */
  public record WholeRule(int rule, Rule of) implements Untouched {
    @Override
    public String sentence() {
      return of.to() + ": no case computes the rule";
    }
  }

  /**
   * A condition that comes out one way only.
   *
   * @param holds the way that it never comes out
   */
  public record Condition(int rule, Rule of, boolean holds) implements Untouched {
    @Override
    public String sentence() {
      return of.to() + ": when " + of.when() + " is " + (holds ? "never true" : "never false");
    }
  }

  /** A loop that makes no item in any case. */
  public record NoItems(int rule, Rule of) implements Untouched {
    @Override
    public String sentence() {
      return of.to() + ": no case makes an item";
    }
  }

  /**
   * An argument that no case comes to.
   *
   * @param function whose argument it is: IF, SWITCH, DEFAULT
   * @param arm the argument's text; null for the way out of an IF or SWITCH without one
   */
  public record Branch(int rule, Rule of, String function, @Nullable String arm)
      implements Untouched {
    @Override
    public String sentence() {
      return of.to()
          + ": "
          + function
          + (arm == null ? " always finds a true condition" : " never comes to " + arm);
    }
  }

  /** A default that no case needs. */
  public record Fallback(int rule, Rule of) implements Untouched {
    @Override
    public String sentence() {
      return of.to() + ": the default " + of.defaultValue() + " is never needed";
    }
  }

  /**
   * Rows of a lookup table that no case looks up.
   *
   * @param rows their numbers from 1
   * @param keys what stands in their first column, as text
   * @param of how many rows the table has
   */
  public record Rows(String table, List<Integer> rows, List<String> keys, int of)
      implements Untouched {
    private static final int NAMED = 10;

    public Rows {
      rows = List.copyOf(rows);
      keys = List.copyOf(keys);
    }

    @Override
    public int rule() {
      return -1;
    }

    /** The first of the keys. */
    public String someKeys() {
      String some = String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())));
      return keys.size() > NAMED ? some + ", …" : some;
    }

    @Override
    public String sentence() {
      return "table %s: %d of %d rows are never looked up: %s"
          .formatted(table, rows.size(), of, someKeys());
    }
  }

  /** What a table gives for a key without a row, which no case needs. */
  public record Otherwise(String table) implements Untouched {
    @Override
    public int rule() {
      return -1;
    }

    @Override
    public String sentence() {
      return "table " + table + ": no case looks up a key that has no row";
    }
  }
}
