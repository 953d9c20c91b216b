package fieldloom.ui.canvas;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.PasteRule;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule that was copied on the canvas, to be put on other fields. */
final class CopiedRule {
  private final EditorSession session;
  private final Consumer<String> say;
  private @Nullable Copy copy;

  /** What was copied, and the mapping in which its paths mean what they say. */
  private record Copy(Mapping from, Rule rule) {}

  /**
   * @param say tells what can be done now
   */
  CopiedRule(EditorSession session, Consumer<String> say) {
    this.session = session;
    this.say = say;
  }

  /** Takes the rule that is selected, or of the field that is; loops are not copied. */
  void take() {
    selected().stream()
        .filter(rule -> rule.expression() != null)
        .findFirst()
        .ifPresent(
            rule -> {
              copy = new Copy(session.mapping(), rule);
              say.accept(Words.get("copied", rule.to()));
            });
  }

  private List<Rule> selected() {
    Selection selection = session.selection();
    if (selection.rule() != null) {
      return List.of(selection.rule());
    }
    return selection.side() != Side.TARGET || selection.field() == null
        ? List.of()
        : session.index().filling(selection.field()).stream().map(RuleView::rule).toList();
  }

  /** Whether there is one. */
  boolean isThere() {
    return copy != null;
  }

  /**
   * Puts it on the target fields that are selected. Of several those with parts of their own are
   * left out: a range runs over them.
   *
   * @param marked the fields whose rows are marked together
   */
  void paste(List<FieldRef> marked) {
    Copy taken = copy;
    if (taken == null) {
      say.accept(Words.get("copied.none"));
      return;
    }
    List<FieldRef> chosen = chosen(marked);
    List<FieldRef> to =
        chosen.size() == 1 ? chosen : chosen.stream().filter(f -> !hasParts(f)).toList();
    if (chosen.isEmpty()) {
      say.accept(Words.get("paste.nowhere"));
      return;
    }
    if (!to.isEmpty()) {
      session.apply(new PasteRule(taken.from(), taken.rule(), to));
    }
    if (chosen.size() > 1) {
      say.accept(Words.get("pasted", to.size(), chosen.size() - to.size()));
    }
  }

  private List<FieldRef> chosen(List<FieldRef> marked) {
    Rule rule = session.selection().rule();
    RuleView view = rule == null ? null : session.index().view(rule);
    return view == null ? marked : List.of(view.target());
  }

  private boolean hasParts(FieldRef field) {
    SchemaTree tree = session.schemas().get(field.document());
    SchemaNode node = tree == null ? null : tree.find(field.path());
    return node != null && !node.innermost().children().isEmpty();
  }
}
