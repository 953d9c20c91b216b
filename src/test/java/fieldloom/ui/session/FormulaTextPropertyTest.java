package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.formula.GeneratedFormulas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the canvas draws of a formula's text is what the formula's tree says. */
class FormulaTextPropertyTest {

  @Property
  void links_are_drawn_of_the_paths_of_the_tree(@ForAll("formulas") Formula formula) {
    Tree tree = new Tree(formula);
    FormulaText text = FormulaText.of(FormulaPrinter.print(formula));
    assertThat(text.paths()).isEqualTo(tree.outerPaths());
    assertThat(text.functions()).isEqualTo(tree.calls);
  }

  @Property
  void paths_rewritten_in_the_text_are_those_rewritten_in_the_tree(
      @ForAll("formulas") Formula formula) throws FormulaException {
    Tree tree = new Tree(formula);
    String moved = FormulaText.of(FormulaPrinter.print(formula)).rewrite(p -> under("to `it", p));
    Tree after = new Tree(FormulaParser.parse(moved));
    assertThat(after.outerPaths())
        .isEqualTo(tree.outerPaths().stream().map(p -> under("to `it", p)).toList());
    assertThat(after.calls).isEqualTo(tree.calls);
    String back = FormulaText.of(moved).rewrite(p -> p.tail(1));
    assertThat(back).isEqualTo(FormulaPrinter.print(formula));
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return GeneratedFormulas.formulas();
  }

  private static Path under(String name, Path path) {
    List<Path.Step> steps = new ArrayList<>(List.of(new Path.Step(name, 0)));
    steps.addAll(path.steps());
    return new Path(steps);
  }

  /** The paths, parameters and calls of a tree in the order in which they are written. */
  private static final class Tree {
    private final List<Path> paths = new ArrayList<>();
    private final Set<String> params = new HashSet<>();
    final List<String> calls = new ArrayList<>();

    Tree(Formula formula) {
      visit(formula);
    }

    List<Path> outerPaths() {
      return paths.stream().filter(p -> !params.contains(p.steps().getFirst().name())).toList();
    }

    private void visit(Formula formula) {
      switch (formula) {
        case Formula.Ref ref -> paths.add(ref.path());
        case Formula.Member member -> visit(member.of());
        case Formula.Call call -> {
          calls.add(call.name());
          call.args().forEach(this::visit);
        }
        case Formula.Unary unary -> visit(unary.operand());
        case Formula.Binary binary -> {
          visit(binary.left());
          visit(binary.right());
        }
        case Formula.Lambda lambda -> {
          params.addAll(lambda.params());
          visit(lambda.body());
        }
        case Formula.ListOf list -> list.items().forEach(this::visit);
        case Formula.ObjectOf object -> object.entries().forEach(e -> visit(e.value()));
        case Formula.Text ignored -> {}
        case Formula.Number ignored -> {}
        case Formula.Bool ignored -> {}
        case Formula.NullValue ignored -> {}
      }
    }
  }
}
