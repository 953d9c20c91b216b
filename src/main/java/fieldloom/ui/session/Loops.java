package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.FieldType;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The loops of a mapping, and with them the two ways to write a source field: from its document
 * down ({@code order.lines[].sku}) or through the alias of a loop around the rule ({@code
 * line.sku}).
 */
public final class Loops {
  private final Mapping mapping;
  private final List<Loop> loops;
  private final Map<FieldRef, List<Loop>> byArray;
  private final Set<String> sources;
  private final Set<String> targets;
  private final @Nullable String grouped;

  private Loops(Mapping mapping) {
    this.mapping = mapping;
    this.sources = mapping.sources().stream().map(d -> d.name()).collect(Collectors.toSet());
    this.targets = mapping.targets().stream().map(d -> d.name()).collect(Collectors.toSet());
    this.grouped = mapping.driver().isGrouped() ? mapping.driver().name() : null;
    this.loops = new ArrayList<>();
    this.byArray = new HashMap<>();
    for (Rule rule : mapping.rules()) {
      if (rule.each() != null) {
        Loop loop = new Loop(rule, rule.each(), target(rule));
        loops.add(loop);
        byArray.computeIfAbsent(loop.target(), k -> new ArrayList<>()).add(loop);
      }
    }
  }

  public static Loops of(Mapping mapping) {
    return new Loops(mapping);
  }

  /** A loop and the target array whose items it builds. */
  public record Loop(Rule rule, Each each, FieldRef target) {
    public @Nullable String alias() {
      return each.as();
    }
  }

  public List<Loop> all() {
    return List.copyOf(loops);
  }

  /** The target field of a rule; a path that cannot be read is a field of that very name. */
  public FieldRef target(Rule rule) {
    String document = rule.target() != null ? rule.target() : mapping.mainTarget().name();
    if (rule.makesRecords()) {
      return FieldRef.root(document);
    }
    try {
      return new FieldRef(document, Path.parse(rule.to()));
    } catch (IllegalArgumentException e) {
      return new FieldRef(document, new Path(List.of(new Path.Step(rule.to(), 0))));
    }
  }

  /** The loops that build the items of exactly this target array. */
  public List<Loop> on(FieldRef array) {
    return List.copyOf(byArray.getOrDefault(array, List.of()));
  }

  /** The loops around a target field, the innermost first; one on the field itself counts. */
  public List<Loop> around(FieldRef target) {
    List<Loop> found = new ArrayList<>();
    for (FieldRef array : target.arrays().reversed()) {
      found.addAll(on(array));
    }
    found.addAll(on(FieldRef.root(target.document())));
    return found;
  }

  /** What stands in the innermost array as well as what the rule says by {@code in}. */
  private List<Loop> aroundRule(Rule rule) {
    List<Loop> found = new ArrayList<>(around(target(rule)));
    String in = rule.in();
    if (in != null) {
      found.sort((a, b) -> Boolean.compare(in.equals(b.alias()), in.equals(a.alias())));
    }
    return found;
  }

  /** The list a loop goes over, from its document down; null where it is computed otherwise. */
  public @Nullable FieldRef source(Loop loop) {
    List<Loop> outer =
        around(loop.target()).stream().filter(l -> !l.target().equals(loop.target())).toList();
    return firstList(loop.each().over(), outer, 0);
  }

  private @Nullable FieldRef firstList(String formula, List<Loop> scope, int depth) {
    for (Path path : FormulaText.of(formula).paths()) {
      FieldRef ref = resolve(path, scope, depth + 1);
      if (ref != null && sources.contains(ref.document())) {
        return ref;
      }
    }
    return null;
  }

  /**
   * The field that a path of a rule means: of a source or, where it starts with a target's name, of
   * a target. Null where it means none (a variable, a parameter, a group's key).
   */
  public @Nullable FieldRef resolve(Path path, Rule rule) {
    return resolve(path, aroundRule(rule), 0);
  }

  private @Nullable FieldRef resolve(Path path, List<Loop> scope, int depth) {
    String first = path.steps().getFirst().name();
    if (depth > 32) {
      return null;
    }
    for (Loop loop : scope) {
      if (first.equals(loop.alias())) {
        return within(source(loop), path.tail(1), loop.each().groupBy() != null);
      }
      for (Join join : loop.each().join()) {
        if (first.equals(join.as())) {
          return within(firstList(join.with(), scope, depth + 1), path.tail(1), false);
        }
      }
    }
    if (first.equals(grouped)) {
      return within(FieldRef.root(first), path.tail(1), true);
    }
    return sources.contains(first) || targets.contains(first) ? FieldRef.of(path) : null;
  }

  private static @Nullable FieldRef within(@Nullable FieldRef list, Path tail, boolean grouped) {
    if (list == null) {
      return null;
    }
    Path rest = tail;
    if (grouped && !tail.isEmpty()) {
      if (!tail.steps().getFirst().name().equals("items")) {
        return null;
      }
      rest = tail.tail(1);
    }
    List<Path.Step> steps = new ArrayList<>(list.path().steps());
    steps.addAll(rest.steps());
    return new FieldRef(list.document(), new Path(steps));
  }

  /**
   * How a rule of this target field writes a source field: through the alias of the innermost loop
   * that goes over a list the field lies in, else from the document down.
   */
  public Path written(FieldRef source, FieldRef target) {
    return written(source, around(target));
  }

  /**
   * What a rule of this target field writes to read a source field: its path, or what takes its
   * place of a list. Of a list of lists that no loop goes over it is the first one's.
   */
  public String expression(FieldRef source, FieldRef target) {
    Path path = written(source, target);
    if (!source.isPlace()) {
      return path.toString();
    }
    String list = path.last().arrays() > 0 ? "FIRST(" + path + ")" : path.toString();
    return "ITEM_AT(" + list + ", " + source.place() + ")";
  }

  private Path written(FieldRef source, List<Loop> scope) {
    Loop best = bestFor(source, scope);
    if (best == null || best.alias() == null) {
      Path joined = joined(source, scope);
      return joined == null ? whole(source) : joined;
    }
    List<Path.Step> steps = new ArrayList<>();
    steps.add(new Path.Step(best.alias(), 0));
    if (best.each().groupBy() != null) {
      steps.add(new Path.Step("items", 1));
    }
    FieldRef list = Objects.requireNonNull(source(best));
    steps.addAll(source.path().tail(list.path().size()).steps());
    return new Path(steps);
  }

  /**
   * Through the alias of a list that a loop of the scope joins; null where none holds the field.
   */
  private @Nullable Path joined(FieldRef source, List<Loop> scope) {
    for (Loop loop : scope) {
      for (Join join : loop.each().join()) {
        FieldRef list = firstList(join.with(), scope, 1);
        if (list != null && source.isIn(list) && !join.as().isBlank()) {
          List<Path.Step> steps = new ArrayList<>();
          steps.add(new Path.Step(join.as(), 0));
          steps.addAll(source.path().tail(list.path().size()).steps());
          return new Path(steps);
        }
      }
    }
    return null;
  }

  /** The keys of groups that a rule of this target field can read: {@code site.key.code}. */
  public List<String> keysAround(FieldRef target) {
    List<String> keys = new ArrayList<>();
    for (Loop loop : around(target)) {
      addKeys(keys, loop.alias(), loop.each().groupBy());
    }
    Document.Intake intake = mapping.driver().intake();
    addKeys(keys, grouped, intake == null ? null : intake.groupBy());
    return keys;
  }

  private static void addKeys(
      List<String> keys, @Nullable String alias, Each.@Nullable GroupBy groupBy) {
    if (alias == null || groupBy == null) {
      return;
    }
    keys.add(alias + ".key");
    if (!groupBy.single()) {
      groupBy.keys().forEach(k -> keys.add(alias + ".key." + keyName(k)));
    }
  }

  /** What a member of a group's key is called: as it says, else by the last name of its path. */
  static String keyName(Each.GroupBy.Key key) {
    if (key.as() != null) {
      return key.as();
    }
    List<Path> paths = FormulaText.of(key.by()).paths();
    return paths.isEmpty() ? key.by() : paths.getLast().last().name();
  }

  /** From the document down; of a source that is grouped, through the records of the group. */
  private Path whole(FieldRef source) {
    if (!source.document().equals(grouped)) {
      return source.whole();
    }
    List<Path.Step> steps = new ArrayList<>();
    steps.add(new Path.Step(source.document(), 0));
    steps.add(new Path.Step("items", 1));
    steps.addAll(source.path().steps());
    return new Path(steps);
  }

  /** As {@link #written}, leaving out the loops on the target array itself. */
  Path writtenOutside(FieldRef source, FieldRef array) {
    return written(source, around(array).stream().filter(l -> !l.target().equals(array)).toList());
  }

  /** The loop whose list holds the field and lies deepest; null where none does. */
  @Nullable Loop bestFor(FieldRef source, List<Loop> scope) {
    Loop best = null;
    int depth = -1;
    for (Loop loop : scope) {
      FieldRef list = source(loop);
      if (list != null && source.isIn(list) && list.path().size() > depth) {
        best = loop;
        depth = list.path().size();
      }
    }
    return best;
  }

  /** A name for an item of the list at that path, which nothing in the mapping has yet. */
  public String freeAlias(String list) {
    List<Path> paths = FormulaText.of(list).paths();
    return paths.isEmpty() ? "" : Aliases.choose(mapping, FieldRef.of(paths.getFirst()));
  }

  /**
   * The lists of objects of a document, the outermost first, from its name down.
   *
   * @param schema null where it is unknown: then it has none but its records
   * @param records whether its records are a list too: {@code stock[]}
   */
  public static List<Path> listsOf(
      Document document, @Nullable SchemaTree schema, boolean records) {
    List<Path> found = new ArrayList<>();
    if (records) {
      found.add(new Path(List.of(new Path.Step(document.name(), 1))));
    }
    if (schema != null) {
      for (SchemaFields.Field field : SchemaFields.of(document.name(), schema)) {
        boolean objects = field.node().innermost().type() == FieldType.OBJECT;
        if (field.ref().isArray() && objects) {
          found.add(field.ref().whole());
        }
      }
    }
    return found;
  }

  /** Whether a rule belongs to a loop: it says so, or reads through the loop's alias. */
  public boolean uses(Rule rule, Loop loop) {
    String alias = loop.alias();
    if (alias == null) {
      return false;
    }
    if (rule.in() != null) {
      return rule.in().equals(alias);
    }
    return texts(rule).stream()
        .flatMap(t -> FormulaText.of(t).paths().stream())
        .anyMatch(p -> p.steps().getFirst().name().equals(alias));
  }

  /** Every text of a rule in which paths stand. */
  static List<String> texts(Rule rule) {
    List<String> texts = new ArrayList<>();
    addText(texts, rule.from());
    addText(texts, rule.formula());
    addText(texts, rule.when());
    Each each = rule.each();
    if (each != null) {
      addText(texts, each.over());
      addText(texts, each.where());
      each.orderBy().forEach(o -> addText(texts, o.by()));
      if (each.distinct() != null) {
        texts.addAll(each.distinct());
      }
      if (each.groupBy() != null) {
        each.groupBy().keys().forEach(k -> addText(texts, k.by()));
      }
      for (Join join : each.join()) {
        addText(texts, join.with());
        addText(texts, join.on());
      }
    }
    return texts;
  }

  private static void addText(List<String> texts, @Nullable String text) {
    if (text != null) {
      texts.add(text);
    }
  }
}
