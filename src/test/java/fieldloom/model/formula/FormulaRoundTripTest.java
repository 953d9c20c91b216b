package fieldloom.model.formula;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.formula.Formula.UnaryOp;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaRoundTripTest {

  @Property(tries = 500)
  void what_is_printed_reads_back_as_the_same(@ForAll("formulas") Formula formula)
      throws FormulaException {
    String printed = FormulaPrinter.print(formula);
    assertThat(FormulaPrinter.print(FormulaParser.parse(printed))).isEqualTo(printed);
    assertThat(FormulaShape.of(FormulaParser.parse(printed))).isEqualTo(FormulaShape.of(formula));
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return formulas(4);
  }

  private static Arbitrary<Formula> formulas(int depth) {
    return depth == 0 ? leaves() : Arbitraries.oneOf(leaves(), composed(depth - 1));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "line", "ship-to", "数量", "not", "x`y", "@id", "TRUE");
  }

  private static Arbitrary<Formula> leaves() {
    Arbitrary<Path.Step> steps =
        Combinators.combine(names(), Arbitraries.integers().between(0, 2)).as(Path.Step::new);
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(5).map(t -> new Formula.Text(t, Pos.START)),
        Arbitraries.of("0", "1.50", "1e3", "12345678901234567890")
            .map(t -> new Formula.Number(t, Pos.START)),
        Arbitraries.of(true, false).map(b -> new Formula.Bool(b, Pos.START)),
        Arbitraries.just(new Formula.NullValue(Pos.START)),
        steps.list().ofMinSize(1).ofMaxSize(3).map(s -> new Formula.Ref(new Path(s), Pos.START)));
  }

  private static Arbitrary<Formula> composed(int depth) {
    Arbitrary<Formula> parts = formulas(depth);
    Arbitrary<List<Formula>> lists = parts.list().ofMaxSize(3);
    Arbitrary<Formula> binary =
        Combinators.combine(Arbitraries.of(BinaryOp.values()), parts, parts)
            .as((op, l, r) -> new Formula.Binary(op, l, r, Pos.START));
    Arbitrary<Formula> unary =
        Combinators.combine(Arbitraries.of(UnaryOp.values()), parts)
            .as((op, o) -> new Formula.Unary(op, o, Pos.START));
    return Arbitraries.oneOf(
        binary,
        unary,
        lists.map(l -> new Formula.Call("F", l, Pos.START)),
        lists.map(l -> new Formula.ListOf(l, Pos.START)),
        Combinators.combine(names(), parts)
            .as((n, v) -> new Formula.ObjectOf(List.of(new Formula.Entry(n, v)), Pos.START)),
        parts.map(
            p ->
                new Formula.Call(
                    "G", List.of(new Formula.Lambda(List.of("x", "i"), p, Pos.START)), Pos.START)),
        lists.map(
            l ->
                new Formula.Member(
                    new Formula.Call("F", l, Pos.START),
                    1,
                    new Path(List.of(new Path.Step("q", 0))),
                    Pos.START)));
  }
}
