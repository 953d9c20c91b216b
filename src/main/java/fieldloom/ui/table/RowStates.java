package fieldloom.ui.table;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.Defaulted;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldProblems;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.Literals;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.Notes;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import fieldloom.ui.table.RowState.Example;
import fieldloom.ui.table.RowState.Status;
import fieldloom.ui.table.RowState.Verdict;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what rows show, from the session as it stands; each row's once until it is told news. */
final class RowStates {
  private static final int MOST_INPUTS = 3;

  private final EditorSession session;
  private final Map<Row, RowState> known = new HashMap<>();
  private final Map<Row, String> drafts = new HashMap<>();
  private @Nullable Preview judged;
  private FieldProblems problems;

  RowStates(EditorSession session) {
    this.session = session;
    this.problems = FieldProblems.of(session.preview());
  }

  /** Something in the session has changed. */
  void forget() {
    known.clear();
  }

  RowState of(Row row) {
    RowState state = known.get(row);
    if (state == null) {
      state = find(row);
      known.put(row, state);
    }
    return state;
  }

  /** The rule a row shows; null where it has none. */
  @Nullable RuleView view(Row row) {
    List<RuleView> rules = session.index().filling(row.field());
    return row.nth() < rules.size() ? rules.get(row.nth()) : null;
  }

  /**
   * What is typed and not applied: a formula is the session's draft, for the formula bar shows it
   * too; anything else is kept here.
   */
  @Nullable String draft(Row row) {
    return sharesDraft(row) ? session.drafts().of(row.field()) : drafts.get(key(row));
  }

  void setDraft(Row row, @Nullable String text) {
    if (!sharesDraft(row)) {
      if (text == null) {
        drafts.remove(key(row));
      } else {
        drafts.put(key(row), text);
      }
      known.remove(row);
    } else if (text == null) {
      session.drafts().drop(row.field());
    } else {
      session.drafts().keep(row.field(), text);
    }
  }

  /** A row is the same one whatever stands before it. */
  private static Row key(Row row) {
    return new Row(
        0, row.field(), row.nth(), "", row.titles(), row.type(), "", false, row.loop(), true);
  }

  private boolean sharesDraft(Row row) {
    return !isLoop(row) && session.index().filling(row.field()).size() < 2;
  }

  /** Whether a row's cell holds the line of a loop. */
  boolean isLoop(Row row) {
    RuleView view = view(row);
    return view == null ? row.loop() : view.kind() == RuleView.Kind.LOOP;
  }

  private RowState find(Row row) {
    RuleView view = view(row);
    String draft = draft(row);
    Defaulted parts = parts(view, draft);
    return new RowState(
        view,
        parts.value(),
        otherwise(view, parts),
        Notes.of(session.mapping(), row.field(), view == null ? null : view.rule()),
        draft != null,
        verdict(row));
  }

  /** How a row stands, without all that it shows. */
  Verdict verdict(Row row) {
    Preview preview = session.preview();
    if (judged != preview) {
      problems = FieldProblems.of(preview);
      judged = preview;
    }
    boolean filled = view(row) != null;
    boolean within = !filled && within(row);
    String draft = draft(row);
    String wrong = draft == null ? "" : wrong(draft);
    FieldFailure failure = filled ? problems.failure(row.field()) : null;
    Problem problem = problems.of(row.field());
    if (!wrong.isEmpty()) {
      return new Verdict(Status.ERROR, filled || within, Words.get("draft.sentence", wrong));
    }
    if (problem != null && problem.isError()) {
      return new Verdict(Status.ERROR, filled || within, Sentences.said(problem.message()));
    }
    if (failure != null) {
      return new Verdict(Status.ERROR, filled || within, Sentences.said(failure.message()));
    }
    if (problem != null) {
      return new Verdict(Status.WARNING, filled || within, Sentences.said(problem.message()));
    }
    return filled
        ? new Verdict(Status.MAPPED, true, "")
        : new Verdict(within ? Status.WITHIN : Status.UNMAPPED, within, "");
  }

  Example example(Row row) {
    String out = row.field().isRoot() ? "" : Values.show(session.preview().target(row.field()));
    return new Example(in(view(row)), out, session.isPreviewLate());
  }

  private static Defaulted parts(@Nullable RuleView view, @Nullable String draft) {
    if (draft != null) {
      return LoopText.isLoop(draft) ? new Defaulted(draft, "") : Defaulted.of(draft);
    }
    if (view == null) {
      return new Defaulted("", "");
    }
    Rule rule = view.rule();
    String expression = rule.expression();
    if (expression != null) {
      return Defaulted.of(expression);
    }
    return new Defaulted(rule.each() == null ? "" : LoopText.of(rule.each()), "");
  }

  /** The default as people type it: the formula's, else the rule's own. */
  private static String otherwise(@Nullable RuleView view, Defaulted parts) {
    if (!parts.otherwise().isEmpty()) {
      return typed(parts.otherwise());
    }
    if (view == null || view.rule().defaultValue() == null) {
      return "";
    }
    return view.rule().defaultValue().isTextual()
        ? view.rule().defaultValue().textValue()
        : view.rule().defaultValue().toString();
  }

  private static String typed(String formula) {
    return FormulaText.of(formula).isLiteral() ? Literals.typed(formula) : "=" + formula;
  }

  private static String wrong(String draft) {
    try {
      if (LoopText.isLoop(draft)) {
        LoopText.read(draft, null);
      } else {
        FormulaParser.parse(draft);
      }
      return "";
    } catch (FormulaException e) {
      return e.getMessage();
    }
  }

  private boolean within(Row row) {
    for (FieldRef at = row.field().parent(); !at.isRoot(); at = at.parent()) {
      if (session.index().filling(at).stream().anyMatch(v -> v.rule().expression() != null)) {
        return true;
      }
    }
    return false;
  }

  /** The sample's values that a rule reads, the first few. */
  private String in(@Nullable RuleView view) {
    if (view == null) {
      return "";
    }
    Set<String> shown = new LinkedHashSet<>();
    for (RuleView.Input input : view.inputs()) {
      boolean read = input.side() == Side.SOURCE && input.role() != RuleView.Role.CONDITION;
      String value = read ? Values.show(session.preview().source(input.field())) : "";
      if (!value.isEmpty()) {
        shown.add(value);
      }
    }
    boolean more = shown.size() > MOST_INPUTS;
    return String.join(", ", shown.stream().limit(MOST_INPUTS).toList()) + (more ? ", …" : "");
  }
}
