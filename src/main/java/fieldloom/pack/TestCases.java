package fieldloom.pack;

import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Problem;
import fieldloom.payload.TableRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the test cases of a mapping: the sample files are mapped as a run would, and what a run
 * would write is held against the wanted output field by field. Numbers are equal by value (39.8
 * and 39.80), everything else exactly; the order of an object's fields does not matter, that of a
 * list's items does. No database is connected to: what it would say stands in the test.
 */
public final class TestCases {
  private TestCases() {}

  /** Runs every test of a mapping, in order. */
  public static List<Result> run(Project project) {
    return project.mapping().tests().stream().map(test -> run(project, test)).toList();
  }

  /** Runs one test. The moment of the run is the clock's unless the test sets NOW. */
  public static Result run(Project project, TestCase test) {
    Project filled;
    try {
      Map<String, TableRows> rows = RecordedTables.of(project.mapping(), test, project.resources());
      filled = rows.isEmpty() ? project : Projects.with(project, rows, Set.of());
    } catch (TestFailure failure) {
      return Result.failed(test.name(), failure.sentence());
    }
    for (Problem problem : filled.problems()) {
      if (problem.isError()) {
        return Result.failed(
            test.name(),
            "The mapping has an error at " + problem.place().target() + ": " + problem.message());
      }
    }
    return new TestCaseRun(filled, test).run();
  }

  /**
   * How a test ended.
   *
   * @param differences fields that are not as wanted, in the order of the targets
   * @param failure one sentence why it could not be compared; null where it could
   */
  public record Result(String name, List<Difference> differences, @Nullable String failure) {
    public Result {
      differences = List.copyOf(differences);
    }

    static Result failed(String name, String failure) {
      return new Result(name, List.of(), failure);
    }

    public boolean passed() {
      return failure == null && differences.isEmpty();
    }
  }

  /**
   * A field that is not as wanted.
   *
   * @param target name of the target
   * @param record number of the output record from 1
   * @param path items counted from 1: {@code items[2].qty}; "" for the record itself
   * @param wanted JSON text; {@code absent} where the field should not be there
   * @param got JSON text; {@code absent} where the field is not there
   */
  public record Difference(String target, long record, String path, String wanted, String got) {}
}
