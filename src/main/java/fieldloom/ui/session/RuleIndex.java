package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which rule fills and which rules read a field, for one mapping. Immutable. */
public final class RuleIndex {
  private final Mapping mapping;
  private final Loops loops;
  private final List<RuleView> views = new ArrayList<>();
  private final Map<Rule, RuleView> byRule = new HashMap<>();
  private final Map<FieldRef, List<RuleView>> filling = new HashMap<>();
  private final Map<FieldRef, List<RuleView>> reading = new HashMap<>();

  /** How many fields at or under a field are filled or read. */
  private final Map<FieldRef, Integer> under = new HashMap<>();

  private final Set<String> sources = new HashSet<>();
  private final Map<String, String> variables = new TreeMap<>();

  private final Predicate<FieldRef> tuples;

  private RuleIndex(Mapping mapping, Predicate<FieldRef> tuples, @Nullable RuleIndex before) {
    this.mapping = mapping;
    this.tuples = tuples;
    this.loops = Loops.of(mapping);
    mapping.sources().forEach(d -> sources.add(d.name()));
    mapping.variables().forEach(v -> variables.put(v.name(), v.formula()));
    RuleIndex same = before != null && sameNames(before) ? before : null;
    for (int i = 0; i < mapping.rules().size(); i++) {
      Rule rule = mapping.rules().get(i);
      RuleView known = same == null ? null : same.byRule.get(rule);
      add(known == null ? view(i, rule) : known.at(i, rule));
    }
  }

  /** The index of a mapping about whose schemas nothing is known. */
  public static RuleIndex of(Mapping mapping) {
    return of(mapping, field -> false);
  }

  /**
   * The index of a mapping.
   *
   * @param tuples which fields are lists whose places are fields of their own
   */
  static RuleIndex of(Mapping mapping, Predicate<FieldRef> tuples) {
    return new RuleIndex(mapping, tuples, null);
  }

  /** The index of the mapping after an edit; what the edit left as it was is taken over. */
  public RuleIndex next(Mapping edited) {
    return new RuleIndex(edited, tuples, this);
  }

  /** Whether every name means what it meant before: only then do untouched rules read the same. */
  private boolean sameNames(RuleIndex before) {
    return sources.equals(before.sources)
        && mapping.targets().equals(before.mapping.targets())
        && variables.equals(before.variables)
        && loops.all().equals(before.loops.all());
  }

  public Mapping mapping() {
    return mapping;
  }

  public Loops loops() {
    return loops;
  }

  /** Every rule, in the order of the mapping. */
  public List<RuleView> views() {
    return List.copyOf(views);
  }

  /** The view of a rule; null where the mapping has no such rule (any more). */
  public @Nullable RuleView view(Rule rule) {
    return byRule.get(rule);
  }

  /** The rules that fill exactly this field; loops that make its items included. */
  public List<RuleView> filling(FieldRef target) {
    return filling.getOrDefault(target, List.of());
  }

  /** The rules that read exactly this field. */
  public List<RuleView> reading(FieldRef source) {
    return reading.getOrDefault(source, List.of());
  }

  /** How many fields at or under this one have a rule (targets) or are read by one (sources). */
  public int mappedUnder(FieldRef field) {
    return under.getOrDefault(field, 0);
  }

  public boolean isMapped(FieldRef field, Side side) {
    return !(side == Side.TARGET ? filling(field) : reading(field)).isEmpty();
  }

  private void add(RuleView view) {
    views.add(view);
    byRule.putIfAbsent(view.rule(), view);
    if (filling.computeIfAbsent(view.target(), k -> new ArrayList<>()).isEmpty()) {
      count(view.target());
    }
    filling.get(view.target()).add(view);
    for (RuleView.Input input : view.inputs()) {
      if (reading.computeIfAbsent(input.field(), k -> new ArrayList<>()).isEmpty()) {
        count(input.field());
      }
      reading.get(input.field()).add(view);
    }
  }

  private void count(FieldRef field) {
    FieldRef at = field;
    while (true) {
      under.merge(at, 1, Integer::sum);
      if (at.isRoot()) {
        return;
      }
      at = at.parent();
    }
  }

  private RuleView view(int index, Rule rule) {
    FieldRef target = loops.target(rule);
    Map<FieldRef, RuleView.Input> inputs = new LinkedHashMap<>();
    if (rule.each() != null && rule.expression() == null) {
      loops.on(target).stream()
          .filter(l -> l.rule() == rule)
          .map(loops::source)
          .filter(s -> s != null)
          .forEach(s -> inputs.put(s, input(s.name(), s, rule.each().over(), RuleView.Role.VALUE)));
      return new RuleView(index, rule, target, RuleView.Kind.LOOP, List.copyOf(inputs.values()));
    }
    String expression = rule.expression();
    if (expression == null) {
      return new RuleView(index, rule, target, RuleView.Kind.COMPUTED, List.of());
    }
    FormulaText text = FormulaText.of(expression);
    collect(text, rule, null, RuleView.Role.VALUE, inputs);
    if (rule.when() != null) {
      collect(FormulaText.of(rule.when()), rule, null, RuleView.Role.CONDITION, inputs);
    }
    return new RuleView(
        index, rule, target, kind(rule, text, inputs), List.copyOf(inputs.values()));
  }

  private static RuleView.Kind kind(
      Rule rule, FormulaText text, Map<FieldRef, RuleView.Input> inputs) {
    long read = inputs.values().stream().filter(i -> i.side() == Side.SOURCE).count();
    if (text.isLiteral()) {
      return RuleView.Kind.CONSTANT;
    }
    if (read == 0) {
      return RuleView.Kind.COMPUTED;
    }
    if (inputs.size() > 1) {
      return RuleView.Kind.NODE;
    }
    boolean place = text.isPlainPlace() && inputs.values().iterator().next().field().isPlace();
    boolean plain = rule.when() == null && (text.isPlainPath() || place);
    return plain ? RuleView.Kind.LINK : RuleView.Kind.PILL;
  }

  private void collect(
      FormulaText text,
      Rule rule,
      @Nullable String through,
      RuleView.Role role,
      Map<FieldRef, RuleView.Input> inputs) {
    for (FormulaText.Read read : text.reads()) {
      Path path = read.path();
      String first = path.steps().getFirst().name();
      FieldRef field = loops.resolve(path, rule);
      boolean place = field != null && read.place() > 0 && tuples.test(field);
      FieldRef ref = place ? field.at(read.place()) : field;
      if (ref != null) {
        String label = through != null ? through : ref.name();
        inputs.putIfAbsent(ref, input(label, ref, path.toString(), role));
      } else if (variables.containsKey(first) && through == null) {
        RuleView.Role inner = role == RuleView.Role.VALUE ? RuleView.Role.VARIABLE : role;
        collect(FormulaText.of(reach(first)), rule, first, inner, inputs);
      }
    }
  }

  /** All that a variable reads, through other variables too, as one text of paths. */
  private String reach(String variable) {
    Set<String> seen = new HashSet<>();
    StringBuilder texts = new StringBuilder();
    reach(variable, seen, texts);
    return texts.toString();
  }

  private void reach(String variable, Set<String> seen, StringBuilder texts) {
    if (seen.add(variable)) {
      String formula = Objects.requireNonNull(variables.get(variable));
      texts.append(formula).append(' ');
      for (Path path : FormulaText.of(formula).paths()) {
        String name = path.steps().getFirst().name();
        if (variables.containsKey(name)) {
          reach(name, seen, texts);
        }
      }
    }
  }

  private RuleView.Input input(String label, FieldRef ref, String text, RuleView.Role role) {
    Side side = sources.contains(ref.document()) ? Side.SOURCE : Side.TARGET;
    return new RuleView.Input(label, ref, side, text, role);
  }
}
