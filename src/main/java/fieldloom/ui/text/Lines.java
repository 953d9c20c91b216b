package fieldloom.ui.text;

import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import fieldloom.model.Titles;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Loops;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.SchemaFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines: the fields in the order of the target's schema, then what only rules name; a
 * loop with the lines of its items as a block below it.
 */
final class Lines {
  private final EditorSession session;
  private final RuleIndex index;
  private final List<Line> found = new ArrayList<>();
  private final Set<FieldRef> there = new HashSet<>();
  private final Map<Rule, List<Line>> blocks = new IdentityHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  private Lines(EditorSession session) {
    this.session = session;
    this.index = session.index();
  }

  /** All lines, also of fields without rules. */
  static List<Line> of(EditorSession session) {
    Lines made = new Lines(session);
    made.find();
    made.arrange();
    return List.copyOf(made.lines);
  }

  private void find() {
    for (Document target : session.mapping().targets()) {
      SchemaTree schema = session.schemas().get(target.name());
      addRules(FieldRef.root(target.name()), Titles.NONE, FieldType.OBJECT, false);
      if (schema != null) {
        SchemaFields.of(target.name(), schema).forEach(this::add);
      }
    }
    for (RuleView view : index.views()) {
      FieldRef field = view.target();
      if (!there.contains(field)) {
        FieldType type = field.isArray() ? FieldType.ARRAY : FieldType.ANY;
        addRules(field, Titles.NONE, type, view.kind() == RuleView.Kind.LOOP);
      }
    }
  }

  private void add(SchemaFields.Field field) {
    boolean list = field.own().arrays() > 0;
    boolean group = !list && field.type() == FieldType.OBJECT && !field.own().children().isEmpty();
    boolean groups = list && field.type() == FieldType.OBJECT;
    FieldType type = field.own().type();
    if (addRules(field.ref(), field.own().titles(), type, groups) || group || isWithin(field)) {
      return;
    }
    found.add(
        new Line(field.ref(), 0, null, 0, "", field.own().titles(), field.own().type(), groups));
  }

  /** Whether the field has rules of its own. */
  private boolean addRules(FieldRef field, Titles titles, FieldType type, boolean groups) {
    List<RuleView> views = index.filling(field);
    there.add(field);
    for (int nth = 0; nth < views.size(); nth++) {
      found.add(new Line(field, nth, views.get(nth), 0, "", titles, type, groups));
    }
    return !views.isEmpty();
  }

  /** Whether a rule gives all of what the field is in. */
  private boolean isWithin(SchemaFields.Field field) {
    for (FieldRef at = field.ref().parent(); !at.isRoot(); at = at.parent()) {
      if (index.filling(at).stream().anyMatch(v -> v.rule().expression() != null)) {
        return true;
      }
    }
    return false;
  }

  private void arrange() {
    List<Line> top = new ArrayList<>();
    for (Line line : found) {
      Loops.Loop around = around(line);
      (around == null ? top : blocks.computeIfAbsent(around.rule(), rule -> new ArrayList<>()))
          .add(line);
    }
    top.forEach(line -> write(line, 0, null));
  }

  private void write(Line line, int depth, @Nullable FieldRef around) {
    lines.add(line.at(depth, name(line.field(), around)));
    if (line.view() != null && line.isLoop()) {
      blocks
          .getOrDefault(line.view().rule(), List.of())
          .forEach(inner -> write(inner, depth + 1, line.field()));
    }
  }

  private String name(FieldRef field, @Nullable FieldRef around) {
    if (around != null && field.path().size() > around.path().size() && !field.isPlace()) {
      return field.path().tail(around.path().size()).toString();
    }
    boolean main = field.document().equals(session.mapping().mainTarget().name());
    return main && !field.isRoot() && !field.isPlace()
        ? field.path().toString()
        : field.isRoot() ? field.document() + "[]" : field.toString();
  }

  /** The loop in whose block a line stands; null where it stands in none. */
  private Loops.@Nullable Loop around(Line line) {
    List<FieldRef> arrays = new ArrayList<>(line.field().arrays().reversed());
    arrays.add(FieldRef.root(line.field().document()));
    for (FieldRef array : arrays) {
      boolean own = line.isLoop() && array.equals(line.field());
      Loops.Loop loop = own ? null : of(line, array);
      if (loop != null) {
        return loop;
      }
    }
    return null;
  }

  private Loops.@Nullable Loop of(Line line, FieldRef array) {
    Loops.Loop first = null;
    for (Loops.Loop loop : index.loops().on(array)) {
      if (loop.rule().expression() == null) {
        if (line.view() != null && index.loops().uses(line.view().rule(), loop)) {
          return loop;
        }
        first = first == null ? loop : first;
      }
    }
    return first;
  }
}
