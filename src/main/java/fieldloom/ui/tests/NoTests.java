package fieldloom.ui.tests;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.TestCoverage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Where there is no workspace: no case has run, and none can be kept. */
final class NoTests implements TestRunner {
  @Override
  public Callable<TestReport> running(Mapping mapping) {
    return () -> new TestReport(mapping, List.of(), new TestCoverage(0, 0, List.of()));
  }

  @Override
  public Callable<TestCase> accepting(
      Mapping mapping, Result result, @Nullable Map<String, Set<Integer>> accepted) {
    return NoTests::refused;
  }

  @Override
  public Callable<TestCase> expecting(Mapping mapping, TestCase test) {
    return NoTests::refused;
  }

  @Override
  public Callable<String> keeping(Mapping mapping, String name, String json) {
    return NoTests::refused;
  }

  private static <T> T refused() throws IOException {
    throw new IOException("There is no workspace here to keep test cases in; open one.");
  }

  @Override
  public String beside(String sample) {
    return sample;
  }
}
