package fieldloom.ui.loops;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.LoopProbe;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.SetIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A loop, or what the driving source's records go through, while it is edited. Nothing of it is the
 * mapping's before it is applied, as one step.
 */
public final class LoopViewModel {
  /** Kinds of groups, as the mapping writes them; "" where items are not grouped. */
  static final List<String> GROUPS = List.of("", "key", "adjacent", "startingWith", "blocks");

  /** Which items that are alike stay. */
  enum Distinct {
    ALL,
    WHOLE,
    KEYS
  }

  private final EditorSession session;
  private final @Nullable Rule loop;
  private final ReadOnlyObjectWrapper<Each> typed;
  private final ReadOnlyObjectWrapper<LoopProbe.Counts> counts =
      new ReadOnlyObjectWrapper<>(LoopProbe.Counts.NONE);
  private final ReadOnlyIntegerWrapper shape = new ReadOnlyIntegerWrapper();
  private final Each before;

  private LoopViewModel(EditorSession session, @Nullable Rule loop, Each before) {
    this.session = session;
    this.loop = loop;
    this.before = before;
    typed = new ReadOnlyObjectWrapper<>(before);
    count();
  }

  /** Edits a loop of the session's mapping. */
  public static LoopViewModel of(EditorSession session, Rule loop) {
    return new LoopViewModel(
        session, loop, Objects.requireNonNull(loop.each(), () -> loop.to() + " is no loop"));
  }

  /** Edits which records of the driving source are mapped, and how they are grouped. */
  public static LoopViewModel ofSource(EditorSession session) {
    Document driver = session.mapping().driver();
    Document.Intake intake = driver.intake();
    Each each = new Each(driver.name(), driver.name());
    return new LoopViewModel(
        session,
        null,
        intake == null
            ? each
            : each.withWhere(intake.where()).withGroupBy(intake.groupBy(), intake.group()));
  }

  /** Whether it is the driving source that is edited, and no loop. */
  public boolean isSource() {
    return loop == null;
  }

  /** What it is called: the list that is filled, or the source. */
  public String name() {
    return loop == null ? session.mapping().driver().name() : loop.to();
  }

  Each typed() {
    return typed.get();
  }

  ReadOnlyObjectProperty<Each> typedProperty() {
    return typed.getReadOnlyProperty();
  }

  /** What the loop does to the sample, as typed; empty while it cannot be read. */
  ReadOnlyObjectProperty<LoopProbe.Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /** Counts up whenever there are other rows than before, not when one is typed in. */
  ReadOnlyIntegerProperty shapeProperty() {
    return shape.getReadOnlyProperty();
  }

  Map<Spot, String> faults() {
    return LoopForms.faults(typed.get(), isSource());
  }

  /** Something is typed into a row. */
  void type(UnaryOperator<Each> change) {
    Each now = change.apply(typed.get());
    if (!now.equals(typed.get())) {
      typed.set(now);
      count();
    }
  }

  /** Rows are added, removed or moved. */
  void reshape(UnaryOperator<Each> change) {
    type(change);
    shape.set(shape.get() + 1);
  }

  private void count() {
    if (loop == null || !faults().isEmpty()) {
      counts.set(LoopProbe.Counts.NONE);
      return;
    }
    Each asked = typed.get();
    LoopProbe.ask(
        session,
        loop,
        LoopForms.finished(asked),
        found -> {
          if (asked.equals(typed.get())) {
            counts.set(found);
          }
        });
  }

  void addOrder() {
    reshape(e -> e.withOrderBy(Keys.plus(e.orderBy(), new Each.OrderBy("", false))));
  }

  void addGroupKey() {
    GroupBy.Key key = new GroupBy.Key("", null);
    reshape(
        e ->
            e.withGroupBy(
                e.groupBy() == null
                    ? new GroupBy(List.of(key), true)
                    : new GroupBy(Keys.plus(e.groupBy().keys(), key), false),
                e.group()));
  }

  /** Another list of group keys; one key without a name is the group's key itself. */
  void setGroupKeys(List<GroupBy.Key> keys) {
    reshape(e -> e.withGroupBy(new GroupBy(keys, isSingle(keys)), e.group()));
  }

  private static boolean isSingle(List<GroupBy.Key> keys) {
    return keys.size() == 1 && (keys.getFirst().as() == null || keys.getFirst().as().isBlank());
  }

  /** The kind of groups: one of {@link #GROUPS}. */
  String group() {
    Each each = typed.get();
    return each.groupBy() == null ? "" : each.group() == null ? "key" : each.group();
  }

  void setGroup(String kind) {
    if (kind.equals(group())) {
      return;
    }
    String kept = kind.equals("key") ? null : kind;
    boolean one = kind.equals("startingWith") || kind.equals("blocks");
    reshape(
        e -> {
          if (kind.isEmpty()) {
            return e.withGroupBy(null, null);
          }
          GroupBy by = e.groupBy();
          GroupBy.Key first = by == null ? new GroupBy.Key("", null) : by.keys().getFirst();
          return e.withGroupBy(
              by == null || one && by.keys().size() > 1 ? new GroupBy(List.of(first), true) : by,
              kept);
        });
  }

  Distinct distinct() {
    List<String> by = typed.get().distinct();
    return by == null ? Distinct.ALL : by.isEmpty() ? Distinct.WHOLE : Distinct.KEYS;
  }

  void setDistinct(Distinct value) {
    if (value != distinct()) {
      setDistinctKeys(
          switch (value) {
            case ALL -> null;
            case WHOLE -> List.of();
            case KEYS -> List.of("");
          });
    }
  }

  void setDistinctKeys(@Nullable List<String> keys) {
    reshape(e -> withDistinct(e, keys));
  }

  static Each withDistinct(Each e, @Nullable List<String> keys) {
    return new Each(
        e.over(), e.as(), e.join(), e.where(), keys, e.groupBy(), e.group(), e.orderBy());
  }

  static Each withOver(Each e, String over) {
    return new Each(
        over, e.as(), e.join(), e.where(), e.distinct(), e.groupBy(), e.group(), e.orderBy());
  }

  /** Joins a list: the next one of {@link #lists} that is not joined yet, else one to be typed. */
  void addJoin() {
    Mapping now = mapping(typed.get());
    List<String> joined = typed.get().join().stream().map(Join::with).toList();
    String with = lists().stream().filter(l -> !joined.contains(l)).findFirst().orElse("");
    String as = with.isEmpty() ? "" : Loops.of(now).freeAlias(with);
    Join join = new Join(with, as, "", "left", null, null, Extras.NONE);
    reshape(e -> e.withJoin(Keys.plus(e.join(), join)));
  }

  void setJoin(int at, Join join) {
    type(e -> e.withJoin(Keys.with(e.join(), at, join)));
  }

  /** The lists of records that can be joined: other sources, and lists in them. */
  List<String> lists() {
    List<String> found = new ArrayList<>();
    Mapping mapping = session.mapping();
    for (Document source : mapping.sources()) {
      boolean driver = source.name().equals(mapping.driver().name());
      Loops.listsOf(source, session.schemas().get(source.name()), !driver)
          .forEach(l -> found.add(l.toString()));
    }
    String over = typed.get().over().strip();
    found.remove(over);
    return found;
  }

  /** The targets that can take what joins leave out. */
  List<String> rejectTargets() {
    List<Document> targets = session.mapping().targets();
    return targets.subList(1, targets.size()).stream().map(Document::name).toList();
  }

  /** What a text of the loop can read. */
  FormulaScope scope(Spot.Part part) {
    Mapping mapping = session.mapping();
    if (loop == null) {
      SetIntake ungrouped = new SetIntake(mapping.driver().name(), null);
      String target = mapping.mainTarget().name();
      return new FormulaScope(ungrouped.applyTo(mapping), FieldRef.root(target));
    }
    FieldRef array = Loops.of(mapping).target(loop);
    Each finished = LoopForms.finished(typed.get());
    return switch (part) {
      case OVER -> new FormulaScope(mapping(null), array);
      case ORDER -> new FormulaScope(mapping(finished), array);
      case AS, JOIN_WITH, JOIN_AS, JOIN_ON, WHERE, DISTINCT, GROUP, GROUP_NAME ->
          new FormulaScope(mapping(finished.withGroupBy(null, null)), array);
    };
  }

  /** The mapping with the loop as it is typed, or without it. */
  private Mapping mapping(@Nullable Each each) {
    Mapping mapping = session.mapping();
    if (loop == null) {
      return mapping;
    }
    List<Rule> rules = new ArrayList<>(mapping.rules());
    int at = rules.indexOf(loop);
    if (each == null) {
      rules.remove(at);
    } else {
      rules.set(at, loop.withEach(each));
    }
    return mapping.withRules(rules);
  }

  /**
   * Makes what is typed the mapping's.
   *
   * @return whether it was; what cannot be read is not
   */
  public boolean apply() {
    if (!faults().isEmpty()) {
      return false;
    }
    Each each = LoopForms.finished(typed.get());
    if (loop != null) {
      if (!typed.get().equals(before)) {
        session.apply(new Edit.SetLoop(loop, each));
      }
      return true;
    }
    boolean none = each.where() == null && each.groupBy() == null;
    Document.Intake intake =
        none ? null : new Document.Intake(each.where(), each.groupBy(), each.group());
    session.apply(new SetIntake(session.mapping().driver().name(), intake));
    return true;
  }
}
