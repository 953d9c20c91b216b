package fieldloom.pack;

import fieldloom.model.Document;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Problem;
import fieldloom.pack.comparison.Comparison;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.payload.TableRows;
import java.io.IOException;
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
   * The wanted output with what came in the place of it, as a file.
   *
   * @param project the one that was tested
   * @param accepted places where what came is right, by {@link FieldResult#at}; null for all of it
   * @throws IOException where the target's format cannot write it
   */
  public static byte[] accepted(Project project, Output output, @Nullable Set<Integer> accepted)
      throws IOException {
    TestFiles files = new TestFiles(project);
    Document target = output.target();
    List<Object> records =
        accepted == null ? output.actual() : output.comparison().merged(accepted);
    return files.toKeep(target, records, output.bare() && records.size() == 1);
  }

  /**
   * Records of the driving source as a file that a test can name as its input.
   *
   * @throws IOException where the source's format cannot write it
   */
  public static byte[] input(Project project, List<Object> records) throws IOException {
    return new TestFiles(project).toRead(project.mapping().driver(), records);
  }

  /**
   * How a test ended.
   *
   * @param outputs what was compared, in the order of the targets; of a test that wants nothing yet
   *     what came, against nothing
   * @param failure one sentence why it could not be compared; null where it could
   */
  public record Result(String name, List<Output> outputs, @Nullable String failure) {
    public Result {
      outputs = List.copyOf(outputs);
    }

    static Result failed(String name, String failure) {
      return new Result(name, List.of(), failure);
    }

    public boolean passed() {
      return failure == null && differences().isEmpty();
    }

    /** Fields that are not as wanted, in the order of the targets. */
    public List<FieldResult> differences() {
      return outputs.stream()
          .flatMap(output -> output.fields().stream())
          .filter(field -> field.kind().differs())
          .toList();
    }
  }

  /**
   * What a test compares for one target.
   *
   * @param file of the wanted output; null where the test has none yet
   * @param fields every field with how it came out, in order
   * @param actual the records that came, as a file would have them
   * @param bare whether they are one record with nothing around it
   */
  public record Output(
      Document target,
      @Nullable String file,
      Comparison comparison,
      List<FieldResult> fields,
      List<Object> actual,
      boolean bare) {}
}
