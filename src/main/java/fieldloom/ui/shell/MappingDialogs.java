package fieldloom.ui.shell;

import fieldloom.model.Rule;
import fieldloom.ui.formula.FormulaInput;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.loops.LoopDialog;
import fieldloom.ui.loops.LoopViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FormulaScope;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;

/** The editors of parts of the open mapping: loops, and what the source's records go through. */
final class MappingDialogs {
  private final Workbench bench;
  private final Overlay overlay;

  MappingDialogs(Workbench bench, Overlay overlay) {
    this.bench = bench;
    this.overlay = overlay;
  }

  /** Edits the loop that is selected, or of the field that is. */
  void selectedLoop() {
    with(
        session ->
            loops(session).stream()
                .findFirst()
                .ifPresentOrElse(
                    this::loop,
                    () -> overlay.toast().show(Toast.Kind.INFO, Workbench.TEXTS.get("loop.none"))));
  }

  private static List<Rule> loops(EditorSession session) {
    Selection selection = session.selection();
    if (selection.rule() != null) {
      return selection.rule().each() == null ? List.of() : List.of(selection.rule());
    }
    if (selection.side() != Side.TARGET || selection.field() == null) {
      return List.of();
    }
    return session.index().filling(selection.field()).stream()
        .map(RuleView::rule)
        .filter(rule -> rule.each() != null)
        .toList();
  }

  void loop(Rule rule) {
    with(
        session ->
            overlay.show(new LoopDialog(LoopViewModel.of(session, rule), formulas(session))));
  }

  /** Edits which records of the driving source are mapped, and how they are grouped. */
  void records() {
    with(
        session ->
            overlay.show(new LoopDialog(LoopViewModel.ofSource(session), formulas(session))));
  }

  private static BiFunction<Supplier<FormulaScope>, Pane, ProposingField> formulas(
      EditorSession session) {
    return (scope, over) -> FormulaInput.of(session, scope, over);
  }

  private void with(Consumer<EditorSession> then) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      then.accept(open.session());
    }
  }
}
