package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules read, carried along where items become groups or groups items: {@code line.site} is
 * {@code line.key} where it is what groups, else {@code line.items[].site}, of which a single field
 * takes the first.
 */
final class Grouping {
  private static final String ITEMS = "items";
  private static final String KEY = "key";

  /** Groups whose key is their number. */
  private static final Set<String> NUMBERED = Set.of("startingWith", "blocks");

  private final String alias;
  private final Each.@Nullable GroupBy was;
  private final boolean wasNumbered;
  private final Each.@Nullable GroupBy is;
  private final boolean isNumbered;

  private Grouping(
      String alias,
      Each.@Nullable GroupBy was,
      @Nullable String wasKind,
      Each.@Nullable GroupBy is,
      @Nullable String isKind) {
    this.alias = alias;
    this.was = was;
    this.wasNumbered = wasKind != null && NUMBERED.contains(wasKind);
    this.is = is;
    this.isNumbered = isKind != null && NUMBERED.contains(isKind);
  }

  /** A loop's groups; null where they stay, or nothing reads them. */
  static @Nullable Grouping of(Each before, Each after) {
    boolean same =
        Objects.equals(before.groupBy(), after.groupBy())
            && Objects.equals(before.group(), after.group());
    return same || after.as() == null
        ? null
        : new Grouping(
            after.as(), before.groupBy(), before.group(), after.groupBy(), after.group());
  }

  /** The driving source with other groups, and the rules and variables as they read them now. */
  static Mapping intake(Mapping mapping, Document.@Nullable Intake intake) {
    List<Document> sources = new ArrayList<>(mapping.sources());
    Document driver = mapping.driver();
    sources.set(0, driver.withIntake(intake));
    Grouping grouping = of(each(driver, driver.intake()), each(driver, intake));
    if (grouping == null) {
      return mapping.withSources(sources);
    }
    Loops loops = Loops.of(mapping);
    List<Rule> rules =
        mapping.rules().stream()
            .map(r -> grouping.rule(r, r.each() != null || loops.target(r).isArray()))
            .toList();
    List<Mapping.Variable> variables =
        mapping.variables().stream()
            .map(
                v ->
                    new Mapping.Variable(
                        v.name(),
                        FormulaText.of(v.formula()).rewrite(grouping::path),
                        v.in(),
                        v.extras()))
            .toList();
    return DocumentEdits.withVariables(mapping.withSources(sources).withRules(rules), variables);
  }

  private static Each each(Document source, Document.@Nullable Intake intake) {
    Each each = new Each(source.name(), source.name());
    return intake == null ? each : each.withGroupBy(intake.groupBy(), intake.group());
  }

  /**
   * A rule as it reads now.
   *
   * @param list whether it may read several values
   */
  Rule rule(Rule rule, boolean list) {
    Rule changed = LoopEdits.rewrite(rule, this::path);
    String from = changed.from();
    if (!list && was == null && from != null && !from.equals(rule.from()) && isItems(from)) {
      return changed.withFrom(null).withFormula("FIRST(" + from + ")");
    }
    String formula = rule.formula();
    if (is == null && formula != null && formula.startsWith("FIRST(") && formula.endsWith(")")) {
      String inner = formula.substring("FIRST(".length(), formula.length() - 1);
      if (FormulaText.of(inner).isPlainPath() && isItems(inner)) {
        return changed.withFormula(null).withFrom(FormulaText.of(inner).rewrite(this::path));
      }
    }
    return changed;
  }

  private boolean isItems(String path) {
    return path.startsWith(alias + "." + ITEMS + "[].");
  }

  /** A path as it reads the same of what is there now; one that has no place there stays. */
  Path path(Path path) {
    if (!path.steps().getFirst().name().equals(alias)) {
      return path;
    }
    Path item = was == null ? path : item(path);
    return item == null ? path : is == null ? item : grouped(item, is);
  }

  /** What a path of a group reads of its items; null where it reads none. */
  private @Nullable Path item(Path path) {
    if (path.size() < 2 || was == null) {
      return null;
    }
    Path.Step second = path.steps().get(1);
    if (second.name().equals(ITEMS) && second.arrays() == 1) {
      return path.size() == 2 ? null : join(path.head(1), path.tail(2));
    }
    if (!second.equals(new Path.Step(KEY, 0)) || wasNumbered) {
      return null;
    }
    if (was.single()) {
      return join(plain(was.keys().getFirst()), path.tail(2));
    }
    String name = path.size() < 3 ? "" : path.steps().get(2).name();
    return was.keys().stream()
        .filter(k -> Loops.keyName(k).equals(name))
        .findFirst()
        .map(k -> join(plain(k), path.tail(3)))
        .orElse(null);
  }

  private Path grouped(Path item, Each.GroupBy by) {
    for (Each.GroupBy.Key key : isNumbered ? List.<Each.GroupBy.Key>of() : by.keys()) {
      if (item.equals(plain(key))) {
        Path whole = item.head(1).child(KEY, 0);
        return by.single() ? whole : whole.child(Loops.keyName(key), 0);
      }
    }
    return item.size() < 2 ? item : join(item.head(1).child(ITEMS, 1), item.tail(1));
  }

  /** The path that a key is; null where it is computed. */
  private static @Nullable Path plain(Each.GroupBy.Key key) {
    FormulaText text = FormulaText.of(key.by());
    return text.isPlainPath() ? text.paths().getFirst() : null;
  }

  private static @Nullable Path join(@Nullable Path first, Path rest) {
    if (first == null) {
      return null;
    }
    List<Path.Step> steps = new ArrayList<>(first.steps());
    steps.addAll(rest.steps());
    return new Path(steps);
  }
}
