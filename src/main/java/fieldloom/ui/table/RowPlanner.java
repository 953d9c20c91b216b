package fieldloom.ui.table;

import fieldloom.model.FieldType;
import fieldloom.model.Rule;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.Literals;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.RuleView;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns texts typed or pasted into the cells of a row into an edit, or says why it cannot. */
final class RowPlanner {
  private final RowStates states;

  RowPlanner(RowStates states) {
    this.states = states;
  }

  /**
   * What came of it.
   *
   * @param fill the edit; null where nothing changes or something is wrong
   * @param faults by column what is wrong
   */
  record Planned(Edit.@Nullable Fill fill, Map<Column, Fault> faults) {}

  /** What stands in a cell when it is edited; what is shown of a constant is what is typed. */
  String text(Row row, Column column) {
    RowState state = states.of(row);
    return switch (column) {
      case RULE -> state.rule();
      case DEFAULT -> state.otherwise();
      case NOTE -> state.note();
      case NUMBER, PATH, TITLE, TYPE, REQUIRED, EXAMPLE, STATUS -> "";
    };
  }

  /** Plans other texts for cells that can be written in. */
  Planned plan(Row row, Map<Column, String> texts) {
    RuleView view = states.view(row);
    Rule old = view == null ? null : view.rule();
    Map<Column, Fault> faults = new EnumMap<>(Column.class);
    String rule = changed(row, Column.RULE, texts);
    String otherwise = changed(row, Column.DEFAULT, texts);
    String note = changed(row, Column.NOTE, texts);
    boolean loop = states.isLoop(row);
    if (row.field().isPlace() && rule != null) {
      faults.put(Column.RULE, new Fault(-1, Words.get("refuse.place")));
    } else if (rule != null && !rule.isBlank()) {
      rule = loop ? line(rule, view) : rule;
      Fault fault = loop ? faultOfLine(rule, view) : faultOf(rule);
      if (fault != null) {
        faults.put(Column.RULE, fault);
      }
    }
    if (otherwise != null && !otherwise.isBlank()) {
      otherwise = literal(otherwise.strip(), row.type());
      Fault fault = loop ? new Fault(-1, Words.get("refuse.default")) : faultOf(otherwise);
      if (fault != null) {
        faults.put(Column.DEFAULT, fault);
      }
    }
    boolean same = rule == null && otherwise == null && note == null;
    return new Planned(
        same || !faults.isEmpty()
            ? null
            : new Edit.Fill(row.field(), old, rule, loop ? null : otherwise, note),
        faults);
  }

  /** The text of a cell where it is another one; null where it stays. */
  private @Nullable String changed(Row row, Column column, Map<Column, String> texts) {
    String text = texts.get(column);
    boolean applied = column != Column.RULE || !states.of(row).draft();
    return text == null || applied && text.strip().equals(text(row, column)) ? null : text;
  }

  /** A list alone, typed where there is no loop yet, begins one. */
  private static String line(String text, @Nullable RuleView view) {
    String plain = text.strip().startsWith("=") ? text.strip().substring(1).strip() : text.strip();
    return view == null && !LoopText.isLoop(plain) ? "each " + plain : plain;
  }

  private static @Nullable Fault faultOfLine(String text, @Nullable RuleView view) {
    try {
      LoopText.read(text, view == null ? null : view.rule().each());
      return null;
    } catch (FormulaException e) {
      return fault(text, e);
    }
  }

  static @Nullable Fault faultOf(String formula) {
    try {
      FormulaParser.parse(formula);
      return null;
    } catch (FormulaException e) {
      return fault(formula, e);
    }
  }

  private static Fault fault(String text, FormulaException e) {
    int points = Math.min(e.pos().column() - 1, text.codePointCount(0, text.length()));
    boolean first = e.pos().line() == 1;
    String remedy = e.remedy().isBlank() ? "" : " " + e.remedy();
    return new Fault(first ? text.offsetByCodePoints(0, points) : -1, e.getMessage() + remedy);
  }

  /** A default is a value, typed as it is; {@code =} before it makes it a formula. */
  private static String literal(String typed, FieldType type) {
    if (typed.startsWith("=")) {
      return typed.substring(1).strip();
    }
    boolean written = FormulaText.of(typed).isLiteral();
    return written && (typed.startsWith("\"") || !type.isScalar())
        ? typed
        : Literals.of(typed, type);
  }
}
