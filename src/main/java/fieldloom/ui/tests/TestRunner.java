package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.pack.TestCases.Result;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What runs the test cases of a mapping and keeps their files. A port; the checked exceptions of
 * its work are sentences.
 */
public interface TestRunner {

  /** A piece of work that runs all cases. */
  Callable<TestReport> running(Mapping mapping);

  /**
   * A piece of work that makes what came the wanted output of a case. The files that there are stay
   * as they are, so that undo leads back to them; new ones stand beside them.
   *
   * @param result of the case on that mapping
   * @param accepted for each target by name the places where what came is right; null for all of it
   * @return the case with its new files
   */
  Callable<TestCase> accepting(
      Mapping mapping, Result result, @Nullable Map<String, Set<Integer>> accepted);

  /**
   * A piece of work that gives a new case what comes of it now as its wanted output. Where nothing
   * comes, as with a record that fails, the case wants nothing yet.
   */
  Callable<TestCase> expecting(Mapping mapping, TestCase test);

  /**
   * A piece of work that keeps a record of the driving source as a file beside the mapping.
   *
   * @param name what the file is called after
   * @param json the record as JSON
   * @return the file's name, as test cases name it
   */
  Callable<String> keeping(Mapping mapping, String name, String json);

  /**
   * How test cases name a sample.
   *
   * @param sample its path in the workspace
   */
  String beside(String sample);

  /** What runs none and keeps none. */
  static TestRunner none() {
    return new NoTests();
  }
}
