package fieldloom.ui.shell;

import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.session.FunctionTarget;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands functions of the palette on: into the formula that is being typed, else to the view that is
 * shown; where that takes none, into the formula of the selected field.
 */
final class PutFunctions implements FunctionTarget {
  private final Supplier<@Nullable ViewPane> shown;
  private final FormulaBarView formula;
  private boolean caret;

  PutFunctions(Supplier<@Nullable ViewPane> shown, FormulaBarView formula) {
    this.shown = shown;
    this.formula = formula;
  }

  /** The caret of the formula was left for the palette, or for something else. */
  void setCaretInFormula(boolean value) {
    caret = value;
  }

  private @Nullable FunctionTarget view() {
    ViewPane pane = shown.get();
    return pane == null ? null : pane.functionTarget();
  }

  private boolean isOverFormula(double sceneX, double sceneY) {
    return formula.getLayoutBounds().contains(formula.sceneToLocal(sceneX, sceneY));
  }

  @Override
  public @Nullable Hint over(double sceneX, double sceneY, String function) {
    FunctionTarget view = view();
    if (isOverFormula(sceneX, sceneY)) {
      leave();
      return new Hint(Workbench.TEXTS.get("functions.formula", function), true);
    }
    return view == null ? null : view.over(sceneX, sceneY, function);
  }

  @Override
  public boolean drop(double sceneX, double sceneY, String function) {
    FunctionTarget view = view();
    if (isOverFormula(sceneX, sceneY)) {
      return formula.insertCall(function);
    }
    return view != null && view.drop(sceneX, sceneY, function);
  }

  @Override
  public void leave() {
    FunctionTarget view = view();
    if (view != null) {
      view.leave();
    }
  }

  @Override
  public @Nullable String insert(String function) {
    FunctionTarget view = view();
    if (view != null && !caret && !formula.isTyping()) {
      return view.insert(function);
    }
    return formula.insertCall(function) ? null : Workbench.TEXTS.get("functions.select");
  }
}
