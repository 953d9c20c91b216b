package fieldloom.ui.table;

import fieldloom.ui.kit.Cells;
import fieldloom.ui.session.Defaulted;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.TextFault;
import fieldloom.ui.table.RowPlanner.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What is done with the cells of the table; each is one step of the session. */
final class CellEdits {
  private final RuleTableViewModel model;
  private final EditorSession session;
  private final RowStates states;
  private final RowPlanner planner;
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  CellEdits(RuleTableViewModel model, EditorSession session, RowStates states) {
    this.model = model;
    this.session = session;
    this.states = states;
    this.planner = new RowPlanner(states);
  }

  /** Why something was not done, to be shown until it is closed; "" where there is nothing. */
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Says why what was typed was not taken. */
  void refuse(Row row, Column column, TextFault fault) {
    message.set(Words.get("refuse.cell", row.path(), column.title(), fault.sentence()));
  }

  void closeMessage() {
    message.set("");
  }

  /** What stands in a cell's editor when it opens. */
  String text(Row row, Column column) {
    return planner.text(row, column);
  }

  /** Whether a cell can be written in. */
  boolean isEditable(Row row, Column column) {
    return column.isEditable()
        && !(column == Column.DEFAULT && states.isLoop(row))
        && !(column == Column.RULE && row.field().isPlace());
  }

  /** Keeps what is being typed into a rule's cell; the formula bar shows it as it comes. */
  void typed(Row row, Column column, String text) {
    if (column == Column.RULE) {
      boolean same = text.strip().equals(applied(row));
      states.setDraft(row, same ? null : whole(row, text));
    }
  }

  private String applied(Row row) {
    RuleView view = states.view(row);
    String expression = view == null ? null : view.rule().expression();
    if (view != null && expression == null && view.rule().each() != null) {
      return LoopText.of(view.rule().each());
    }
    return Defaulted.of(expression == null ? "" : expression).value();
  }

  /** The formula of a row with what is typed as its value. */
  private String whole(Row row, String text) {
    RuleView view = states.view(row);
    String expression = view == null ? null : view.rule().expression();
    if (expression == null || text.isBlank() || Defaulted.isIn(text)) {
      return text;
    }
    return new Defaulted(text, Defaulted.of(expression).otherwise()).formula();
  }

  /** Gives up what was typed. */
  void restore(Row row, Column column) {
    if (column == Column.RULE) {
      states.setDraft(row, null);
    }
  }

  /**
   * Makes what was typed the rule, the default or the note.
   *
   * @return why that cannot be; null where it was done. What is wrong of a rule stays a draft
   */
  @Nullable TextFault apply(Row row, Column column, String text) {
    Planned planned = planner.plan(row, Map.of(column, text));
    TextFault fault = planned.faults().get(column);
    if (fault != null) {
      return fault;
    }
    Edit.Fill fill = planned.fill();
    restore(row, column);
    if (fill != null) {
      session.apply(new Edit.FillRows(fill));
    }
    return null;
  }

  /** The selected cells as a spreadsheet takes them. */
  String copy() {
    CellRange range = model.range();
    List<List<String>> cells = new ArrayList<>();
    for (Row row : selectedRows()) {
      cells.add(
          model.columns().subList(range.left(), range.right() + 1).stream()
              .map(column -> model.text(row, column))
              .toList());
    }
    return Cells.write(cells);
  }

  /** Puts cells of a spreadsheet where the selection begins: all of them, or none. */
  void paste(String text) {
    if (model.range().isNone() || text.isEmpty()) {
      return;
    }
    Pasting pasting = new Pasting(planner, model::text);
    pasting.plan(Cells.read(text), model.rows(), model.columns(), model.range());
    message.set(pasting.sentence());
    if (pasting.sentence().isEmpty() && !pasting.fills().isEmpty()) {
      apply(pasting.fills(), Words.get("edit.paste", pasting.cells()));
    }
  }

  /** Empties the selected notes or defaults; where other cells are selected too, the rules go. */
  void delete() {
    Column only = onlyColumn();
    List<Edit.Fill> fills = new ArrayList<>();
    for (Row row : selectedRows()) {
      RowState state = states.of(row);
      RuleView view = state.view();
      if (only == Column.NOTE && !state.note().isEmpty()) {
        fills.add(fill(row, null, null, ""));
      } else if (only == Column.DEFAULT && !state.otherwise().isEmpty()) {
        fills.add(fill(row, null, "", null));
      } else if (only != Column.NOTE && only != Column.DEFAULT) {
        states.setDraft(row, null);
        if (view != null) {
          fills.add(fill(row, "", null, null));
        }
      }
    }
    if (fills.size() == 1) {
      session.apply(new Edit.FillRows(fills.getFirst()));
    } else if (!fills.isEmpty()) {
      String key =
          only == Column.NOTE
              ? "edit.notes"
              : only == Column.DEFAULT ? "edit.defaults" : "edit.delete";
      apply(fills, Words.get(key, fills.size()));
    }
  }

  /**
   * Copies what the first selected row has to those below; with one row selected, what the row
   * above has.
   */
  void fillDown() {
    CellRange range = model.range();
    if (range.isNone() || range.rows() == 1 && range.top() == 0) {
      return;
    }
    Row from = model.rows().get(range.rows() == 1 ? range.top() - 1 : range.top());
    List<Row> rows = selectedRows();
    List<Row> to = range.rows() == 1 ? rows : rows.subList(1, rows.size());
    Column only = onlyColumn();
    boolean rules = only != Column.NOTE && only != Column.DEFAULT;
    if (rules && (states.isLoop(from) || to.stream().anyMatch(states::isLoop))) {
      message.set(Words.get("fill.loop", from.path()));
      return;
    }
    RowState state = states.of(from);
    RuleView view = state.view();
    String expression = view == null ? null : view.rule().expression();
    Defaulted parts = Defaulted.of(expression == null ? "" : expression);
    List<Edit.Fill> fills = new ArrayList<>();
    for (Row row : to) {
      if (only == Column.NOTE) {
        fills.add(fill(row, null, null, state.note()));
      } else if (only == Column.DEFAULT) {
        if (!states.isLoop(row)) {
          fills.add(fill(row, null, parts.otherwise(), null));
        }
      } else if (states.view(row) != null || !parts.value().isEmpty()) {
        states.setDraft(row, null);
        fills.add(fill(row, parts.value(), parts.otherwise(), null));
      }
    }
    if (!fills.isEmpty()) {
      apply(fills, Words.get("edit.fill", from.path(), fills.size()));
    }
  }

  private void apply(List<Edit.Fill> fills, String label) {
    message.set("");
    session.apply(new Edit.FillRows(fills, label));
  }

  private Edit.Fill fill(
      Row row, @Nullable String text, @Nullable String otherwise, @Nullable String note) {
    RuleView view = states.view(row);
    return new Edit.Fill(row.field(), view == null ? null : view.rule(), text, otherwise, note);
  }

  private List<Row> selectedRows() {
    CellRange range = model.range();
    return range.isNone()
        ? List.of()
        : List.copyOf(
            model.rows().subList(range.top(), Math.min(range.bottom() + 1, model.rows().size())));
  }

  /** The one column that is selected; the rules' where there are several. */
  private Column onlyColumn() {
    CellRange range = model.range();
    return range.columns() == 1 ? model.columns().get(range.left()) : Column.RULE;
  }
}
