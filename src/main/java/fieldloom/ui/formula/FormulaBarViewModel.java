package fieldloom.ui.formula;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Each;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Drafts;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaDraft;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The formula of the selected target field while it is read or typed. What is typed is a draft
 * until it is applied; drafts stay with their fields when another is selected, and the last one is
 * kept over a restart.
 */
public final class FormulaBarViewModel {
  private final EditorSession session;
  private final ReadOnlyObjectWrapper<@Nullable FieldRef> target = new ReadOnlyObjectWrapper<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper draft = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<FormulaResult> result =
      new ReadOnlyObjectWrapper<>(new FormulaResult.Nothing());
  private final Drafts drafts;
  private @Nullable Rule rule;
  private String applied = "";
  private boolean showing;
  private @Nullable Completions completions;

  public FormulaBarViewModel(EditorSession session) {
    this.session = session;
    this.drafts = session.drafts();
    session.selectionProperty().subscribe(s -> selected());
    session.indexProperty().subscribe(i -> selected());
    session.previewProperty().subscribe(p -> previewed());
    session.schemasProperty().subscribe(s -> completions = null);
    session.foundDraftProperty().subscribe(this::offer);
    Texts.follow(this, model -> model.completions = null);
    text.subscribe(t -> typed());
    drafts.revisionProperty().subscribe(r -> typedElsewhere());
  }

  /** A formula that is typed in a cell of the table is shown here too. */
  private void typedElsewhere() {
    FieldRef field = target.get();
    String typed = field == null ? null : drafts.of(field);
    if (typed != null) {
      text.set(typed);
    } else if (draft.get()) {
      text.set(applied);
    }
  }

  private void offer(@Nullable FormulaDraft found) {
    if (found != null) {
      drafts.found(found);
      session.select(Selection.target(found.target()));
      selected();
    }
  }

  /** Takes up what is selected; a source field leaves the bar as it is. */
  private void selected() {
    Selection selection = session.selection();
    RuleIndex index = session.index();
    completions = null;
    if (selection.rule() != null) {
      RuleView view = index.view(selection.rule());
      if (view != null) {
        show(view.target(), view.rule());
      }
    } else if (selection.side() == Side.TARGET) {
      FieldRef field = Objects.requireNonNull(selection.field());
      List<RuleView> rules = index.filling(field);
      show(field, rules.isEmpty() ? null : rules.getLast().rule());
    } else if (target.get() != null) {
      FieldRef field = target.get();
      List<RuleView> rules = index.filling(field);
      show(field, rules.isEmpty() ? null : rules.getLast().rule());
    }
  }

  private void show(FieldRef field, @Nullable Rule of) {
    boolean same = field.equals(target.get());
    boolean typing = same && draft.get();
    target.set(field);
    rule = of;
    applied = textOf(of);
    if (typing) {
      typed();
      return;
    }
    showing = true;
    String typed = drafts.of(field);
    text.set(typed == null ? applied : typed);
    showing = false;
    typed();
  }

  private static String textOf(@Nullable Rule rule) {
    if (rule == null) {
      return "";
    }
    String expression = rule.expression();
    Each each = rule.each();
    return expression != null ? expression : each == null ? "" : each.over();
  }

  private void typed() {
    FieldRef field = target.get();
    boolean changed = field != null && !text.get().strip().equals(applied.strip());
    draft.set(changed);
    if (field == null || showing) {
      return;
    }
    if (changed) {
      drafts.keep(field, text.get());
    } else {
      drafts.drop(field);
    }
    evaluate();
  }

  private void previewed() {
    if (!draft.get()) {
      evaluate();
    }
  }

  private void evaluate() {
    String now = text.get();
    FieldRef field = target.get();
    if (field == null || now.isBlank()) {
      result.set(new FormulaResult.Nothing());
      return;
    }
    try {
      FormulaParser.parse(now);
    } catch (FormulaException e) {
      result.set(fault(e.pos(), e.getMessage(), e.remedy()));
      return;
    }
    if (!draft.get()) {
      if (!session.isPreviewStale()) {
        result.set(result(session.preview(), field));
      }
      return;
    }
    session.tryOut(
        edit(now),
        preview -> {
          if (now.equals(text.get()) && field.equals(target.get())) {
            result.set(result(preview, field));
          }
        });
  }

  private FormulaResult result(Preview preview, FieldRef field) {
    List<Problem> errors = preview.problems().stream().filter(Problem::isError).toList();
    List<RuleView> rules = errors.isEmpty() ? List.of() : index(preview).filling(field);
    for (Problem problem : errors) {
      if (rules.stream().anyMatch(r -> r.index() == problem.place().ruleIndex())) {
        Problem.Place place = problem.place();
        Formula.Pos pos = place.line() == 0 ? null : new Formula.Pos(place.line(), place.column());
        return fault(pos, problem.message(), problem.remedy());
      }
    }
    List<FieldFailure> failures = preview.failuresByPath().get(field.path().toString());
    if (failures != null) {
      FieldFailure first = failures.getFirst();
      return fault(first.position(), first.message(), "");
    }
    String value = Values.show(preview.target(field));
    return preview.outcome() == null || value.isEmpty()
        ? new FormulaResult.Nothing()
        : new FormulaResult.Value(value);
  }

  private RuleIndex index(Preview preview) {
    RuleIndex known = session.index();
    return known.mapping() == preview.mapping() ? known : known.next(preview.mapping());
  }

  private FormulaResult.Fault fault(Formula.@Nullable Pos pos, String english, String whatToDo) {
    String message = Sentences.said(english);
    String remedy = Sentences.said(whatToDo);
    if (pos == null) {
      return new FormulaResult.Fault("", -1, -1, message, remedy);
    }
    String now = text.get();
    int from = indexOf(now, pos);
    int to = from;
    while (to < now.length() && fieldloom.model.Path.isNamePart(now.codePointAt(to))) {
      to += Character.charCount(now.codePointAt(to));
    }
    to = Math.max(to, Math.min(now.length(), from + 1));
    return new FormulaResult.Fault(pos.toString(), Math.min(from, to), to, message, remedy);
  }

  /** The char index of a place counted in lines and code points from 1. */
  private static int indexOf(String text, Formula.Pos pos) {
    int at = 0;
    for (int line = 1; line < pos.line(); line++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    int points = Math.min(pos.column() - 1, text.codePointCount(at, text.length()));
    return text.offsetByCodePoints(at, points);
  }

  private Edit edit(String now) {
    Rule old = rule;
    Each each = old == null ? null : old.each();
    if (each != null && old.expression() == null) {
      return new Edit.SetLoop(
          old,
          new Each(
              now.strip(),
              each.as(),
              each.join(),
              each.where(),
              each.distinct(),
              each.groupBy(),
              each.group(),
              each.orderBy()));
    }
    return old != null
        ? new Edit.ChangeRule(old, now)
        : new Edit.SetFormula(Objects.requireNonNull(target.get()), now);
  }

  /**
   * Makes the draft the field's rule.
   *
   * @return whether it was; a formula that cannot be read stays a draft
   */
  public boolean apply() {
    FieldRef field = target.get();
    if (field == null || !draft.get()) {
      return true;
    }
    String now = text.get();
    if (!now.isBlank()) {
      try {
        FormulaParser.parse(now);
      } catch (FormulaException e) {
        result.set(fault(e.pos(), e.getMessage(), e.remedy()));
        return false;
      }
    }
    draft.set(false);
    drafts.drop(field);
    session.apply(edit(now));
    return true;
  }

  /** Gives the draft up. */
  public void restore() {
    text.set(applied);
  }

  /** What may be typed at a caret. */
  Completions.Found complete(int caret, boolean asked) {
    FieldRef field = target.get();
    if (field == null) {
      return Completions.Found.NONE;
    }
    Completions known = completions;
    if (known == null) {
      known = new Completions(session, field);
      completions = known;
    }
    return known.at(text.get(), caret, asked);
  }

  /** The fields that have a rule, and the one that is shown. */
  public List<FieldRef> targets() {
    List<FieldRef> found = new ArrayList<>();
    for (RuleView view : session.index().views()) {
      if (!found.contains(view.target())) {
        found.add(view.target());
      }
    }
    FieldRef now = target.get();
    if (now != null && !found.contains(now)) {
      found.addFirst(now);
    }
    return found;
  }

  public void selectTarget(FieldRef field) {
    session.select(Selection.target(field));
  }

  public EditorSession session() {
    return session;
  }

  /** The field whose formula is shown; null before any was selected. */
  public ReadOnlyObjectProperty<@Nullable FieldRef> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** The formula, without the leading {@code =}. */
  public StringProperty textProperty() {
    return text;
  }

  /** Whether the text is not the field's rule (yet). */
  public ReadOnlyBooleanProperty draftProperty() {
    return draft.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<FormulaResult> resultProperty() {
    return result.getReadOnlyProperty();
  }
}
