package fieldloom.ui.tests;

import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.RecordError;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.TestEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes test cases of what is there: of the sample that is shown, of records that a run failed. */
public final class CaseKeeper {
  private final EditorSession session;
  private final TestRunner runner;
  private final Background background;

  /**
   * @param session of the mapping whose cases they become
   */
  public CaseKeeper(EditorSession session, TestRunner runner, Background background) {
    this.session = session;
    this.runner = runner;
    this.background = background;
  }

  /** What is wrong with a name for a case: "" where nothing is. */
  public String fault(String name) {
    if (name.isBlank()) {
      return Words.TEXTS.get("name.empty");
    }
    return session.mapping().tests().stream().anyMatch(test -> test.name().equals(name))
        ? Words.TEXTS.get("name.taken", name)
        : "";
  }

  /** A name that no case has, like the one wanted. */
  public String free(String wanted) {
    return free(wanted, List.of());
  }

  private String free(String wanted, List<String> taken) {
    String name = wanted;
    for (int n = 2; !fault(name).isEmpty() || taken.contains(name); n++) {
      name = wanted + " " + n;
    }
    return name;
  }

  /**
   * Keeps the sample that is shown, with what comes of it as wanted output.
   *
   * @param done is told the name of the case
   * @param failed is told why it could not be kept
   */
  public void keepSample(String name, Consumer<String> done, Consumer<String> failed) {
    Sample sample = session.sample();
    if (sample == null) {
      failed.accept(Words.TEXTS.get("no-sample"));
      return;
    }
    Mapping mapping = session.mapping();
    TestCase test = test(mapping, name, runner.beside(sample.name()));
    add(List.of(runner.expecting(mapping, test)), names -> done.accept(name), failed);
  }

  /**
   * Keeps records that a run failed, each as a case. One that still fails wants nothing yet: once
   * the mapping is mended, what comes is accepted.
   *
   * @param run number of the run, for their names
   * @param done is told the names of the cases
   */
  public void keepRecords(
      long run, List<RecordError> records, Consumer<List<String>> done, Consumer<String> failed) {
    Mapping mapping = session.mapping();
    List<Callable<TestCase>> work = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (RecordError record : records) {
      String json = record.input();
      if (json != null) {
        String wanted = Words.TEXTS.get("of-run", String.valueOf(run), record.record());
        String name = free(wanted, names);
        names.add(name);
        Callable<String> file = runner.keeping(mapping, "run-" + run + "-" + record.record(), json);
        work.add(() -> runner.expecting(mapping, test(mapping, name, file.call())).call());
      }
    }
    if (work.isEmpty()) {
      failed.accept(Words.TEXTS.get("no-input"));
    } else {
      add(work, done, failed);
    }
  }

  private void add(
      List<Callable<TestCase>> work, Consumer<List<String>> done, Consumer<String> failed) {
    background.run(
        () -> {
          List<TestCase> made = new ArrayList<>();
          for (Callable<TestCase> one : work) {
            made.add(one.call());
          }
          return made;
        },
        made -> {
          made.forEach(test -> session.apply(new TestEdit.Add(test)));
          done.accept(made.stream().map(TestCase::name).toList());
        },
        failed);
  }

  /** A case that wants nothing yet; sources beside the driving one are read as other cases do. */
  private static TestCase test(Mapping mapping, String name, String file) {
    Map<String, String> in = new LinkedHashMap<>();
    TestCase like = like(mapping, file);
    for (Document source : mapping.sources()) {
      String other = like == null ? null : like.in().get(source.name());
      if (source == mapping.driver()) {
        in.put(source.name(), file);
      } else if (other != null) {
        in.put(source.name(), other);
      }
    }
    return like == null
        ? new TestCase(
            name, in, null, Map.of(), Map.of(), Map.of(), List.of(), List.of(), Extras.NONE)
        : new TestCase(
            name,
            in,
            null,
            Map.of(),
            like.set(),
            like.tables(),
            like.lookups(),
            like.ignore(),
            Extras.NONE);
  }

  /** The case whose settings a new one takes over: of the same sample, else the first. */
  private static @Nullable TestCase like(Mapping mapping, String file) {
    List<TestCase> tests = mapping.tests();
    return tests.stream()
        .filter(test -> file.equals(test.in().get(mapping.driver().name())))
        .findFirst()
        .orElse(tests.isEmpty() ? null : tests.getFirst());
  }
}
