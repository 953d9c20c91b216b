package fieldloom.ui;

import fieldloom.model.Mapping;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.store.Store;
import fieldloom.store.StoreResources;
import fieldloom.ui.tests.TestResult;
import fieldloom.ui.tests.TestRunner;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs the test cases of a mapping of the workspace, as it is being edited. */
final class StoredTests implements TestRunner {
  private final Store store;
  private final long workspace;
  private final String path;

  StoredTests(Store store, long workspace, String path) {
    this.store = store;
    this.workspace = workspace;
    this.path = path;
  }

  @Override
  public Callable<List<TestResult>> running(Mapping mapping) {
    return () ->
        TestCases.run(Projects.load(mapping, new StoreResources(store, workspace, path))).stream()
            .map(StoredTests::shown)
            .toList();
  }

  private static TestResult shown(TestCases.Result result) {
    return new TestResult(
        result.name(),
        result.differences().stream()
            .map(d -> new TestResult.Difference(place(d), d.expectedText(), d.actualText()))
            .toList(),
        result.failure());
  }

  /** The field, with the record where it is not the first. */
  private static String place(FieldResult difference) {
    return difference.record() > 1
        ? "#" + difference.record() + " " + difference.path()
        : difference.path();
  }
}
