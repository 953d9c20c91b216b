package fieldloom.ui.problems;

import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.FieldProblems;
import fieldloom.ui.session.FixFinder;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.SampleFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what compiling found and what goes wrong with the sample. */
final class EntryFinder {
  /** What values that do not fit come to when they are mapped. */
  private static final Set<String> LOSSES =
      Set.of(
          "may-lose",
          "may-be-too-long",
          "may-lose-digits",
          "may-be-too-large",
          "may-be-out-of-range",
          "not-listed",
          "no-match",
          "required-unfilled");

  private final Mapping mapping;
  private final Loops loops;
  private final List<SampleFinding> findings;

  private EntryFinder(Preview preview, SampleCheck.Found found) {
    mapping = preview.mapping();
    loops = Loops.of(mapping);
    // What was found with another mapping would point at other rules.
    boolean current = found.mapping() == mapping;
    findings =
        new ArrayList<>(
            current ? found.checked().findings() : SampleFinding.of(preview.failures()));
  }

  /** The entries, errors of each kind before its warnings, kinds in their order. */
  static List<Line.Entry> of(Preview preview, SampleCheck.Found found) {
    EntryFinder finder = new EntryFinder(preview, found);
    List<Line.Entry> entries = new ArrayList<>();
    preview.problems().forEach(p -> entries.add(finder.entry(p)));
    finder.findings.forEach(f -> entries.add(finder.entry(f)));
    entries.sort(Comparator.comparing(Line.Entry::kind).thenComparing(entry -> !entry.error()));
    return entries;
  }

  private Line.Entry entry(Problem problem) {
    SampleFinding shown = null;
    if (LOSSES.contains(problem.code())) {
      for (SampleFinding finding : findings) {
        if (shown == null && isSame(problem, finding.problem())) {
          shown = finding;
        }
      }
      findings.remove(shown);
    }
    return made(problem, false, shown == null ? "" : words(shown, true));
  }

  private Line.Entry entry(SampleFinding finding) {
    return made(finding.problem(), finding.onlySample(), words(finding, false));
  }

  /** Whether a failure is what a warning has warned of. */
  private static boolean isSame(Problem warning, Problem failure) {
    boolean rule = warning.place().ruleIndex() >= 0;
    return rule
        ? warning.place().ruleIndex() == failure.place().ruleIndex()
            && !failure.code().startsWith("required-")
            && !failure.code().startsWith("lookup-")
        : warning.place().target().equals(failure.place().target());
  }

  private static String words(SampleFinding finding, boolean whole) {
    if (finding.records() == 0) {
      return "";
    }
    String where =
        finding.records() == 1
            ? Words.get("sample.one", finding.record())
            : Words.get("sample.many", finding.record(), finding.records());
    return whole ? Sentences.said(finding.problem().message()) + " " + where : where;
  }

  private Line.Entry made(Problem problem, boolean onSample, String sample) {
    String position = problem.place().position();
    @Nullable String reason = Acceptances.reason(mapping, problem);
    return new Line.Entry(
        problem,
        FieldProblems.field(mapping, loops, problem.place().ruleIndex(), problem.place().target()),
        position == null ? "" : position,
        onSample,
        sample,
        reason,
        FixFinder.knows(problem.code()));
  }
}
