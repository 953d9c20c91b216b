package fieldloom.ui.table;

import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.table.RowFilter.Show;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The table of rules: which rows are shown in which order, which cells are selected. It follows the
 * session while it is {@link #setActive active} and catches up when it becomes so. Rows that were
 * filtered stay while they are edited, until they are filtered anew.
 */
public final class RuleTableViewModel {
  private static final String LAYOUT = "table.columns";

  private final EditorSession session;
  private final Lens lens;
  private final Settings settings;
  private final RowStates states;
  private final RowFilter filter;
  private final CellEdits edits;
  private final ObservableList<Row> shown = FXCollections.observableArrayList();
  private final ObservableList<Row> rows = FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
  private final ReadOnlyObjectWrapper<CellRange> range =
      new ReadOnlyObjectWrapper<>(CellRange.NONE);
  private final ReadOnlyObjectWrapper<TableLayout> layout = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final Map<Show, Integer> counts = new EnumMap<>(Show.class);
  private List<Row> all = List.of();
  private List<Row> looked = List.of();
  private @Nullable Supplier<Comparator<Row>> order;
  private boolean active;
  private boolean selecting;

  /** All of the mapping is looked at. */
  public RuleTableViewModel(EditorSession session, Settings settings) {
    this(session, new Lens(session), settings);
  }

  /**
   * @param lens what of the mapping is looked at, shared by all that show it
   * @param settings remember the columns
   */
  public RuleTableViewModel(EditorSession session, Lens lens, Settings settings) {
    this.session = session;
    this.lens = lens;
    this.settings = settings;
    this.states = new RowStates(session);
    this.filter = new RowFilter(states);
    this.edits = new CellEdits(this, session, states);
    layout.set(TableLayout.read(settings.get(LAYOUT, "")));
    session.indexProperty().subscribe(i -> changed(true));
    session.schemasProperty().subscribe(s -> changed(true));
    session.previewProperty().subscribe(p -> changed(false));
    session.previewLateProperty().subscribe(late -> changed(false));
    session.drafts().revisionProperty().subscribe(r -> changed(false));
    changed(true);
    Texts.follow(this, model -> model.changed(true));
    session.selectionProperty().subscribe(s -> selected());
    lens.scopeProperty().subscribe(s -> look());
    search.subscribe(s -> filtered());
    show.subscribe(s -> filtered());
  }

  /** Whether the table is seen; only then it follows what happens. */
  public void setActive(boolean value) {
    if (value != active) {
      active = value;
      changed(true);
      selected();
    }
  }

  private void changed(boolean rowsToo) {
    states.forget();
    counts.clear();
    if (!active) {
      return;
    }
    if (rowsToo) {
      List<Row> now = TableRows.of(session);
      if (!now.equals(all)) {
        all = now;
        look();
      }
    }
    revision.set(revision.get() + 1);
  }

  /** Takes the rows that the lens shows, and with them the selected one, as the trees do. */
  private void look() {
    Scope scope = lens.scope();
    FieldRef selected = selectedField();
    looked =
        scope.isAll()
            ? all
            : all.stream()
                .filter(row -> row.field().equals(selected) || shows(scope, row))
                .toList();
    counts.clear();
    filtered();
    revision.set(revision.get() + 1);
  }

  private boolean shows(Scope scope, Row row) {
    RuleView view = states.view(row);
    return view == null ? scope.shows(Side.TARGET, row.field()) : scope.shows(view.rule());
  }

  /** Shows what the chip and the words leave; the cell with the keyboard keeps it. */
  private void filtered() {
    if (!active) {
      return;
    }
    List<String> words = RowFilter.words(search.get());
    List<Row> left =
        looked.stream()
            .filter(row -> filter.has(show.get(), row) && filter.holds(row, words))
            .sorted(order == null ? (a, b) -> 0 : order.get())
            .toList();
    if (left.equals(shown)) {
      return;
    }
    Row current = current();
    shown.setAll(left);
    int at = current == null ? -1 : rowOf(current.field(), current.nth());
    range.set(at < 0 ? CellRange.NONE : CellRange.of(at, range.get().column()));
    revision.set(revision.get() + 1);
  }

  /** Shows the rows of a chip, as they are now. */
  void filter(Show chip) {
    if (show.get() == chip) {
      filtered();
    } else {
      show.set(chip);
    }
  }

  /**
   * Sorts what is shown, as a view only.
   *
   * @param by makes the order of the rows as they are when they are sorted; null is the schema's
   */
  void sort(@Nullable Supplier<Comparator<Row>> by) {
    order = by;
    filtered();
  }

  /** What was selected elsewhere is selected here; where the filter hides it, the filter goes. */
  private void selected() {
    FieldRef field = selectedField();
    Row current = current();
    if (!active || selecting || field == null || current != null && current.field().equals(field)) {
      return;
    }
    int at = rowOf(field, 0);
    if (at < 0 && all.stream().anyMatch(row -> row.field().isIn(field))) {
      show.set(Show.ALL);
      search.set("");
      look();
      at = rowOf(field, 0);
    }
    if (at >= 0) {
      int column = range.get().isNone() ? column(Column.RULE) : range.get().column();
      range.set(CellRange.of(at, Math.max(0, column)));
    }
  }

  private @Nullable FieldRef selectedField() {
    Selection selection = session.selection();
    if (selection.rule() != null) {
      RuleView view = session.index().view(selection.rule());
      return view == null ? null : view.target();
    }
    return selection.side() == Side.TARGET ? selection.field() : null;
  }

  /** The row of a field, else the first of what is in it; -1 where none is shown. */
  int rowOf(FieldRef field, int nth) {
    int within = -1;
    for (int i = 0; i < shown.size(); i++) {
      Row row = shown.get(i);
      if (row.field().equals(field) && row.nth() == nth) {
        return i;
      }
      within = within < 0 && row.field().isIn(field) ? i : within;
    }
    return within;
  }

  /** Selects cells; the field of the first is selected in the session. */
  void select(CellRange cells) {
    range.set(cells);
    Row row = current();
    if (row != null && !row.field().equals(selectedField())) {
      selecting = true;
      RuleView view = states.view(row);
      session.select(
          row.nth() > 0 && view != null
              ? Selection.rule(view.rule())
              : Selection.target(row.field()));
      selecting = false;
    }
  }

  /** Moves the keyboard to another cell, or draws the selected rectangle to it. */
  void move(int down, int right, boolean extend) {
    if (shown.isEmpty()) {
      return;
    }
    CellRange now = range.get();
    int lastRow = shown.size() - 1;
    int lastColumn = columns().size() - 1;
    if (now.isNone()) {
      select(CellRange.of(0, Math.max(0, column(Column.RULE))));
    } else if (extend) {
      select(
          now.to(
              Math.clamp((long) now.toRow() + down, 0, lastRow),
              Math.clamp((long) now.toColumn() + right, 0, lastColumn)));
    } else {
      select(
          CellRange.of(
              Math.clamp((long) now.row() + down, 0, lastRow),
              Math.clamp((long) now.column() + right, 0, lastColumn)));
    }
  }

  /** The row that has the keyboard; null where none has. */
  @Nullable Row current() {
    int at = range.get().row();
    return at >= 0 && at < shown.size() ? shown.get(at) : null;
  }

  /** The column that has the keyboard. */
  Column currentColumn() {
    List<Column> columns = columns();
    return columns.get(Math.clamp(range.get().column(), 0, columns.size() - 1));
  }

  /** The place of a column among those that are shown; -1 where it is hidden. */
  int column(Column column) {
    return columns().indexOf(column);
  }

  /** The columns that are shown, in order. */
  List<Column> columns() {
    return layout.get().shown();
  }

  /** Moves, resizes or hides columns, and remembers that. */
  void setLayout(TableLayout value) {
    if (!value.equals(layout.get())) {
      Column at = range.get().isNone() ? null : currentColumn();
      layout.set(value);
      settings.put(LAYOUT, value.write());
      if (at != null) {
        range.set(CellRange.of(range.get().row(), Math.max(0, column(at))));
      }
    }
  }

  ReadOnlyObjectProperty<TableLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  RowState stateOf(Row row) {
    return states.of(row);
  }

  RowState.Example exampleOf(Row row) {
    return states.example(row);
  }

  boolean isLoop(Row row) {
    return states.isLoop(row);
  }

  /** What is done with cells: typing, pasting, copying, deleting. */
  CellEdits edits() {
    return edits;
  }

  /** What a cell reads, as it is copied, sorted and spoken. */
  String text(Row row, Column column) {
    return switch (column) {
      case NUMBER -> String.valueOf(row.number());
      case PATH -> row.path();
      case TITLE -> title(row);
      case TYPE -> row.typeText();
      case REQUIRED -> row.required() ? Words.get("required.yes") : "";
      case RULE -> states.of(row).rule();
      case DEFAULT -> states.of(row).otherwise();
      case EXAMPLE -> states.example(row).text();
      case NOTE -> states.of(row).note();
      case STATUS -> {
        RowState.Verdict verdict = states.verdict(row);
        yield verdict.sentence().isEmpty()
            ? Words.get("status." + verdict.status().name().toLowerCase(java.util.Locale.ROOT))
            : verdict.sentence();
      }
    };
  }

  static String title(Row row) {
    return Objects.requireNonNullElse(row.titles().in(Texts.language().locale()), "");
  }

  /** How many rows a chip would show. */
  int count(Show chip) {
    if (counts.isEmpty()) {
      counts.putAll(filter.counts(looked));
    }
    return counts.getOrDefault(chip, 0);
  }

  /** Whether there is anything to show: a target's schema, or rules. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether the target has a schema of which something is known. */
  boolean hasSchema() {
    return session.mapping().targets().stream()
        .map(target -> session.schemas().get(target.name()))
        .anyMatch((@Nullable SchemaTree tree) -> tree != null && !tree.isUnknown());
  }

  EditorSession session() {
    return session;
  }

  /** What of the mapping is looked at. */
  Lens lens() {
    return lens;
  }

  /** The rows that are shown, in order. */
  ObservableList<Row> rows() {
    return rows;
  }

  StringProperty searchProperty() {
    return search;
  }

  ObjectProperty<Show> showProperty() {
    return show;
  }

  ReadOnlyObjectProperty<CellRange> rangeProperty() {
    return range.getReadOnlyProperty();
  }

  CellRange range() {
    return range.get();
  }

  /** Counts up whenever a row may show something else. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
