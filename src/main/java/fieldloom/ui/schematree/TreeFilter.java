package fieldloom.ui.schematree;

import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which fields of a tree are shown: those that are searched for, of one kind, on the page or in
 * focus; and always the selected one.
 */
final class TreeFilter {
  private final EditorSession session;
  private final Side side;
  private final Lens lens;
  private final SchemaRows rows;
  private final RowStates states;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
  private FieldCounts counts;

  TreeFilter(EditorSession session, Side side, Lens lens, SchemaRows rows, RowStates states) {
    this.session = session;
    this.side = side;
    this.lens = lens;
    this.rows = rows;
    this.states = states;
    this.counts = rows.count();
  }

  /** What is searched for or of the kind that is shown; nothing where all fields are shown. */
  List<FieldRef> found() {
    return isSearched() || show.get() != Show.ALL
        ? rows.rows().stream().filter(rows::isHit).map(SchemaRow::field).toList()
        : List.of();
  }

  StringProperty searchProperty() {
    return search;
  }

  ObjectProperty<Show> showProperty() {
    return show;
  }

  /** Counts the fields of other schemas. */
  void recount() {
    counts = rows.count();
  }

  FieldCounts counts() {
    return counts;
  }

  /** How many fields of a kind there are, whatever is shown. */
  int count(Show kind) {
    return switch (kind) {
      case ALL -> counts.fields();
      case MAPPED -> counts.mapped(session.index(), side);
      case UNMAPPED -> counts.fields() - counts.mapped(session.index(), side);
      case REQUIRED -> counts.required();
      case PROBLEMS -> side == Side.TARGET ? states.problemFields().size() : 0;
    };
  }

  boolean isActive() {
    return isSearched() || show.get() != Show.ALL || !lens.scope().isAll();
  }

  boolean isSearched() {
    return !search.get().isBlank();
  }

  /** How many fields are found, where not all are shown. */
  int hits() {
    return rows.hits();
  }

  /** Whether a row is found, and not shown for what is under it. */
  boolean isHit(SchemaRow row) {
    return rows.isHit(row);
  }

  /** Filters anew, after another search, kind, page, focus, or mapping. */
  void apply() {
    Scope scope = lens.scope();
    Predicate<SchemaRow> kind = kind();
    Set<FieldRef> selected = selected();
    rows.setPins(
        LayoutFields.pins(session.mapping(), side).stream()
            .filter(pin -> scope.shows(side, pin) || selected.contains(pin))
            .toList());
    rows.setFilter(
        search.get(),
        show.get() != Show.ALL || !scope.isAll(),
        row -> scope.shows(side, row.field()) && kind.test(row),
        selected);
  }

  /** Whether something of this side is selected that the filter leaves out. */
  boolean hidesSelected() {
    return isActive()
        && selected().stream()
            .anyMatch(field -> rows.rowOf(field) < 0 || !rows.shows(rows.rowOf(field), field));
  }

  /** The fields of this side that are selected: one, or the ends of a rule. */
  private Set<FieldRef> selected() {
    Selection selection = session.selection();
    Set<FieldRef> found = new HashSet<>();
    if (selection.field() != null && selection.side() == side) {
      found.add(selection.field());
    }
    RuleView view = selection.rule() == null ? null : session.index().view(selection.rule());
    if (view != null) {
      found.addAll(side == Side.SOURCE ? view.sources() : Set.of(view.target()));
    }
    return found;
  }

  private Predicate<SchemaRow> kind() {
    return switch (show.get()) {
      case ALL -> row -> true;
      case MAPPED -> row -> !row.expandable() && session.index().isMapped(row.field(), side);
      case UNMAPPED -> row -> !row.expandable() && !session.index().isMapped(row.field(), side);
      case REQUIRED -> row -> !row.expandable() && row.required();
      case PROBLEMS -> states::hasProblem;
    };
  }
}
