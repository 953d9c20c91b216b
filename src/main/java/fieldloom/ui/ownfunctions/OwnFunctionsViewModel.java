package fieldloom.ui.ownfunctions;

import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.FunctionEdit;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Use;
import fieldloom.ui.session.Values;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the open mapping's own, one of them being edited. What is typed is the mapping's
 * once it is applied, as one step.
 */
public final class OwnFunctionsViewModel {
  private static final String PROBE = "probe";

  private final EditorSession session;
  private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.EMPTY);
  private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NONE);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final StringProperty message = new SimpleStringProperty("");
  private @Nullable String old;
  private @Nullable Rule from;

  /**
   * What a function gives.
   *
   * @param fault why it gives nothing; "" where nothing is wrong
   */
  record Result(String value, String fault) {
    static final Result NONE = new Result("", "");
  }

  public OwnFunctionsViewModel(EditorSession session) {
    this.session = session;
    List<OwnFunction> all = session.mapping().functions();
    if (!all.isEmpty()) {
      select(all.getFirst().name());
    }
  }

  /** Begins with what a rule's formula does, to make it a function that the rule calls. */
  public static OwnFunctionsViewModel extracting(EditorSession session, Rule rule) {
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session);
    model.old = null;
    model.from = rule;
    model.show(Draft.of(rule));
    return model;
  }

  List<String> names() {
    return session.mapping().functions().stream().map(OwnFunction::name).toList();
  }

  /** Edits a function; what is typed of another and not applied is given up. */
  void select(String name) {
    session.mapping().functions().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .ifPresent(
            f -> {
              old = f.name();
              from = null;
              show(Draft.of(f));
            });
  }

  /** Begins a new function. */
  void begin() {
    old = null;
    from = null;
    show(Draft.EMPTY);
  }

  private void show(Draft value) {
    message.set("");
    draft.set(value);
    revision.set(revision.get() + 1);
    evaluate();
  }

  /** Whether a function that is in the mapping is edited. */
  boolean isThere() {
    return old != null;
  }

  @Nullable String selected() {
    return old;
  }

  /** The rule whose formula becomes the function; null where it is made otherwise. */
  @Nullable Rule extracted() {
    return from;
  }

  Draft draft() {
    return draft.get();
  }

  ReadOnlyObjectProperty<Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** What the function gives with the arguments it is tried with. */
  ReadOnlyObjectProperty<Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Counts up whenever another function is shown, or the list of them is another. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  StringProperty messageProperty() {
    return message;
  }

  void type(Draft value) {
    if (!value.equals(draft.get())) {
      draft.set(value);
      evaluate();
    }
  }

  @Nullable String fault() {
    return draft.get().fault(session.mapping(), old);
  }

  List<Use> uses() {
    String name = old;
    return name == null ? List.of() : FunctionEdit.uses(session.mapping(), name);
  }

  /** What the function's formula can read: its parameters. */
  FormulaScope bodyScope() {
    return new FormulaScope(session.mapping(), null, draft.get().paramList());
  }

  /** What arguments to try it with can read: all fields of the sources. */
  FormulaScope argumentScope() {
    Mapping mapping = session.mapping();
    return new FormulaScope(mapping, FieldRef.root(mapping.mainTarget().name()));
  }

  private void evaluate() {
    Draft now = draft.get();
    if (now.formula().isBlank() || fault() != null || !isReady(now)) {
      result.set(Result.NONE);
      return;
    }
    Mapping mapping = session.mapping();
    Mapping with = new FunctionEdit.Put(old, now.finished(extras())).applyTo(mapping);
    Mapping probe =
        with.withTargets(List.of(new Document(PROBE, "json", new SchemaRef.None())))
            .withRules(List.of(Rule.formula("value", now.call())))
            .withTests(List.of());
    session.tryOut(
        new Edit.ReplaceMapping(probe, ""),
        preview -> {
          if (now.equals(draft.get())) {
            result.set(result(preview));
          }
        });
  }

  private static boolean isReady(Draft draft) {
    for (int i = 0; i < draft.paramList().size(); i++) {
      try {
        FormulaParser.parse(draft.argument(i));
      } catch (FormulaException e) {
        // Half typed, or not typed yet: there is nothing to try it with.
        return false;
      }
    }
    return true;
  }

  private static Result result(Preview preview) {
    for (Problem problem : preview.problems()) {
      if (problem.isError()) {
        return new Result("", Sentences.said(problem.message()));
      }
    }
    if (!preview.failures().isEmpty()) {
      return new Result("", Sentences.said(preview.failures().getFirst().message()));
    }
    return new Result(Values.show(preview.target(FieldRef.parse(PROBE + ".value"))), "");
  }

  private Extras extras() {
    return session.mapping().functions().stream()
        .filter(f -> f.name().equals(old))
        .map(OwnFunction::extras)
        .findFirst()
        .orElse(Extras.NONE);
  }

  /**
   * Makes what is typed the mapping's.
   *
   * @return whether it was
   */
  boolean apply() {
    String fault = fault();
    if (fault != null) {
      message.set(fault);
      return false;
    }
    OwnFunction function = draft.get().finished(extras());
    Rule rule = from;
    session.apply(
        rule == null
            ? new FunctionEdit.Put(old, function)
            : new FunctionEdit.Extract(rule, function, draft.get().call()));
    old = function.name();
    from = null;
    message.set("");
    revision.set(revision.get() + 1);
    return true;
  }

  /** Deletes the function unless something calls it; then says what does. */
  void delete() {
    String name = old;
    if (name == null) {
      return;
    }
    List<Use> uses = uses();
    if (!uses.isEmpty()) {
      message.set(Words.get("used", Words.list(uses)));
      return;
    }
    session.apply(new FunctionEdit.Delete(name));
    List<String> left = names();
    if (left.isEmpty()) {
      begin();
    } else {
      select(left.getFirst());
    }
  }
}
