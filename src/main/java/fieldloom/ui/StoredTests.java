package fieldloom.ui;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.pack.TestCases.Output;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.TestCoverage;
import fieldloom.payload.JsonValues;
import fieldloom.store.DocumentPath;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.ui.tests.TestReport;
import fieldloom.ui.tests.TestRunner;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

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

  private Project project(Mapping mapping) {
    return Projects.load(mapping, new StoreResources(store, workspace, path));
  }

  @Override
  public Callable<TestReport> running(Mapping mapping) {
    return () -> {
      Project project = project(mapping);
      return new TestReport(mapping, TestCases.run(project), TestCoverage.of(project));
    };
  }

  @Override
  public Callable<TestCase> accepting(
      Mapping mapping, Result result, @Nullable Map<String, Set<Integer>> accepted) {
    return () -> {
      TestCase test =
          mapping.tests().stream()
              .filter(each -> each.name().equals(result.name()))
              .findFirst()
              .orElseThrow(() -> new IOException("There is no test case " + result.name() + "."));
      return withFiles(project(mapping), test, result, accepted);
    };
  }

  @Override
  public Callable<TestCase> expecting(Mapping mapping, TestCase test) {
    return () -> {
      Project project = project(mapping.withTests(List.of(test)));
      return withFiles(project, test, TestCases.run(project, test), null);
    };
  }

  /** The test with files of what it wants from now on. */
  private TestCase withFiles(
      Project project, TestCase test, Result result, @Nullable Map<String, Set<Integer>> accepted)
      throws IOException, StoreException {
    Map<String, String> files = new LinkedHashMap<>(test.expects());
    String main = project.mapping().mainTarget().name();
    String expect = test.expect();
    for (Output output : result.outputs()) {
      Set<Integer> places = accepted == null ? null : accepted.get(output.target().name());
      if (accepted == null || places != null) {
        String name = output.target().name();
        String file = keep(wanted(test, output), TestCases.accepted(project, output, places));
        if (name.equals(main) && !files.containsKey(main)) {
          expect = file;
        } else {
          files.put(name, file);
        }
      }
    }
    return test.withExpects(expect, files);
  }

  private static String wanted(TestCase test, Output output) {
    String file = output.file();
    return file != null
        ? file
        : "tests/"
            + slug(test.name())
            + "-"
            + slug(output.target().name())
            + ending(output.target().format());
  }

  private static String slug(String name) {
    String slug = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "case" : slug;
  }

  private static String ending(String format) {
    return switch (format) {
      case "fixed" -> ".txt";
      case "table" -> ".json";
      default -> "." + format;
    };
  }

  @Override
  public Callable<String> keeping(Mapping mapping, String name, String json) {
    return () -> {
      byte[] content = TestCases.input(project(mapping), List.of(JsonValues.parse(json)));
      return keep("tests/" + name + ending(mapping.driver().format()), content);
    };
  }

  /**
   * Keeps a file beside the mapping, under a name that no other content has. It is no sample, so
   * that it is not offered as one.
   */
  private String keep(String wanted, byte[] content) throws StoreException {
    int dot = wanted.lastIndexOf('.') > wanted.lastIndexOf('/') ? wanted.lastIndexOf('.') : -1;
    String base = dot < 0 ? wanted : wanted.substring(0, dot);
    String ending = dot < 0 ? "" : wanted.substring(dot);
    String name = wanted;
    for (int n = 2; ; n++) {
      String document = DocumentPath.in(DocumentPath.folder(path), name);
      Optional<Store.Document> there = store.document(workspace, document);
      if (there.isEmpty()) {
        store.save(workspace, Store.Kind.OTHER, document, content);
        return name;
      }
      if (Arrays.equals(there.get().content(), content)) {
        return name;
      }
      name = base + "-" + n + ending;
    }
  }

  @Override
  public String beside(String sample) {
    String folder = DocumentPath.folder(path);
    return folder.isEmpty() || !sample.startsWith(folder + "/")
        ? sample
        : sample.substring(folder.length() + 1);
  }
}
