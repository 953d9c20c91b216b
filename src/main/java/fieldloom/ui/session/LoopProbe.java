package fieldloom.ui.session;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Obj;
import fieldloom.ui.kit.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a loop does to the sample, step by step: a mapping of nothing but this loop and those
 * around it, with a target for each step.
 */
public final class LoopProbe {
  /** The steps in the order in which a loop takes them. */
  public enum Step {
    READ,
    JOINED,
    PASSED,
    DISTINCT,
    GROUPED;

    private String target() {
      return "step" + ordinal();
    }
  }

  private LoopProbe() {}

  /**
   * What came of a loop.
   *
   * @param items how many items are left behind each step, in the order of {@link Step}; empty
   *     without a sample, or where the loop cannot be run
   * @param fault what is wrong with it, found by compiling or with the sample; "" where nothing is
   */
  public record Counts(List<Long> items, String fault) {
    public static final Counts NONE = new Counts(List.of(), "");

    public Counts {
      items = List.copyOf(items);
    }

    /** How many are left behind a step; -1 where that is not known. */
    public long behind(Step step) {
      return items.isEmpty() ? -1 : items.get(step.ordinal());
    }
  }

  /**
   * Runs a loop on the sample in the background; a newer question leaves this one without answer.
   *
   * @param loop a loop of the session's mapping
   * @param each what it is to be
   */
  public static void ask(EditorSession session, Rule loop, Each each, Consumer<Counts> done) {
    Mapping probe = probe(session.mapping(), loop, each);
    session.tryOut(
        new Edit.ReplaceMapping(probe, ""), preview -> done.accept(counts(preview, loop)));
  }

  private static Mapping probe(Mapping mapping, Rule loop, Each each) {
    Loops loops = Loops.of(mapping);
    FieldRef array = loops.target(loop);
    List<Rule> outer =
        loops.around(array).stream()
            .filter(l -> !l.target().equals(array))
            .map(Loops.Loop::rule)
            .toList();
    List<Document> targets = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (Step step : Step.values()) {
      targets.add(new Document(step.target(), "json", new SchemaRef.None()));
      String target = step == Step.READ ? null : step.target();
      for (Rule rule : outer) {
        rules.add(bare(rule, upTo(rule.each(), Step.GROUPED), target));
      }
      rules.add(bare(loop, upTo(each, step), target));
    }
    return mapping.withTargets(targets).withRules(rules).withTests(List.of());
  }

  private static Rule bare(Rule loop, @Nullable Each each, @Nullable String target) {
    return new Rule(loop.to(), null, null, each, null, loop.in(), target, null, Extras.NONE);
  }

  /** A loop as it is behind a step; what joins leave out goes nowhere. */
  private static @Nullable Each upTo(@Nullable Each each, Step step) {
    if (each == null) {
      return null;
    }
    boolean grouped = step == Step.GROUPED;
    return new Each(
        each.over(),
        each.as(),
        step == Step.READ ? List.of() : each.join().stream().map(LoopProbe::kept).toList(),
        step.compareTo(Step.PASSED) < 0 ? null : each.where(),
        step.compareTo(Step.DISTINCT) < 0 ? null : each.distinct(),
        grouped ? each.groupBy() : null,
        grouped ? each.group() : null,
        grouped ? each.orderBy() : List.of());
  }

  private static Join kept(Join join) {
    return new Join(
        join.with(), join.as(), join.on(), join.kind(), join.match(), null, join.extras());
  }

  private static Counts counts(Preview preview, Rule loop) {
    for (Problem problem : preview.problems()) {
      if (problem.isError() && problem.place().ruleIndex() >= 0) {
        return new Counts(List.of(), Sentences.said(problem.message()));
      }
    }
    if (preview.outcome() == null) {
      String failure = preview.failure();
      return failure == null ? Counts.NONE : new Counts(List.of(), failure);
    }
    if (preview.outcome().failed()) {
      FieldFailure first = preview.failures().getFirst();
      return new Counts(List.of(), Sentences.said(first.message()));
    }
    List<Long> items = new ArrayList<>();
    for (Step step : Step.values()) {
      List<Object> records = preview.outcome().outputs().getOrDefault(step.target(), List.of());
      items.add(loop.makesRecords() ? records.size() : count(records, Path.parse(loop.to()), 0));
    }
    return new Counts(items, "");
  }

  private static long count(Object value, Path path, int depth) {
    if (value instanceof List<?> list) {
      boolean last = depth == path.size();
      return last ? list.size() : list.stream().mapToLong(v -> count(v, path, depth)).sum();
    }
    return value instanceof Obj object && depth < path.size()
        ? count(object.get(path.steps().get(depth).name()), path, depth + 1)
        : 0;
  }
}
