package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.ui.session.SampleChecker.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds what mends a problem. Each fix is tried before it is shown: it takes the problem away and
 * brings no error, neither of the mapping nor with the sample's first records.
 */
public final class FixFinder {
  private static final Set<String> CODES =
      Set.of(
          "unknown-target",
          "unlisted-target",
          "unknown-function",
          "deprecated",
          "unknown-path",
          "unlisted-path",
          "unfilled-target",
          "unknown-table",
          "unknown-column",
          "syntax",
          "required-unfilled",
          "required-missing",
          "required-null",
          "never-written",
          "unreachable",
          "two-rules",
          "no-value",
          "unused-source",
          "unused-variable",
          "unused-table",
          "unused-function",
          "lookup-miss",
          "lookup-unmatched",
          "always-holds",
          "never-holds",
          "case-twice",
          "may-be-too-long",
          "too-long",
          "may-lose-digits",
          "would-lose",
          "not-whole",
          "may-be-out-of-range",
          "not-listed",
          "may-lose",
          "never-fits",
          "not-a-number",
          "not-a-boolean",
          "not-text",
          "not-a-date",
          "not-a-time",
          "not-a-datetime",
          "wrong-type",
          "different-types",
          "cycle");

  private final EditorSession session;
  private final SampleCheck check;
  private final Executor background;
  private final Executor ui;

  /**
   * @param background where fixes are tried
   * @param ui where they are told, the session's thread
   */
  public FixFinder(EditorSession session, SampleCheck check, Executor background, Executor ui) {
    this.session = session;
    this.check = check;
    this.background = background;
    this.ui = ui;
  }

  /**
   * Finds fixes in the background.
   *
   * @param problem of the session's mapping as it is
   * @param done told on the ui thread, unless the mapping has changed meanwhile
   */
  public void find(Problem problem, Consumer<List<QuickFix>> done) {
    FixContext context = context();
    background.execute(
        () -> {
          List<QuickFix> tried = tried(context, problem);
          ui.execute(
              () -> {
                if (session.mapping() == context.mapping()) {
                  done.accept(tried);
                }
              });
        });
  }

  /** Whether fixes are known for problems of that code. */
  public static boolean knows(String code) {
    return CODES.contains(code);
  }

  private FixContext context() {
    return new FixContext(
        session.mapping(),
        session.index(),
        session.schemas(),
        session.sample(),
        check.foundProperty().get().unmatched());
  }

  private static Stream<QuickFix> candidates(FixContext context, Problem problem) {
    return Stream.of(
            NameFixes.of(context, problem),
            PartFixes.of(context, problem),
            CycleFixes.of(context, problem),
            ConversionFixes.of(context, problem),
            WrapFixes.of(context, problem))
        .flatMap(List::stream);
  }

  private List<QuickFix> tried(FixContext context, Problem problem) {
    List<QuickFix> candidates = candidates(context, problem).toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    Checked before = check.tryOut(context.mapping(), context.schemas(), context.sample());
    List<QuickFix> kept = new ArrayList<>();
    for (QuickFix fix : candidates) {
      Mapping mapping = fix.step().applyTo(context.mapping());
      if (mapping != context.mapping()) {
        Checked after = check.tryOut(mapping, context.schemas(), context.sample());
        if (helps(problem, before, after)) {
          kept.add(fix);
        }
      }
    }
    return kept;
  }

  private static boolean helps(Problem problem, Checked before, Checked after) {
    return errors(after) <= errors(before)
        && failures(after) <= failures(before)
        && like(after, problem) < Math.max(1, like(before, problem));
  }

  private static long errors(Checked checked) {
    return checked.problems().stream().filter(Problem::isError).count();
  }

  private static long failures(Checked checked) {
    return checked.findings().stream().filter(SampleFinding::onlySample).count();
  }

  private static long like(Checked checked, Problem problem) {
    return Stream.concat(
            checked.problems().stream(), checked.findings().stream().map(SampleFinding::problem))
        .filter(p -> p.code().equals(problem.code()))
        .filter(p -> p.place().target().equals(problem.place().target()))
        .count();
  }
}
