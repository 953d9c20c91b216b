package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import java.util.List;
import java.util.concurrent.Callable;

/** What runs the test cases of a mapping. A port. */
@FunctionalInterface
public interface TestRunner {

  /** A piece of work that runs all cases; its checked exceptions are sentences. */
  Callable<List<TestResult>> running(Mapping mapping);
}
