package fieldloom.model.formula;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.formula.Formula.UnaryOp;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Formulas of every kind, also with names that only stand in backticks. */
public final class GeneratedFormulas {
  private GeneratedFormulas() {}

  /** Formulas that nest at most four levels. */
  public static Arbitrary<Formula> formulas() {
    return formulas(4);
  }

  private static Arbitrary<Formula> formulas(int depth) {
    return depth == 0 ? leaves() : Arbitraries.oneOf(leaves(), composed(depth - 1));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.of(
                "a",
                "line",
                "ship-to",
                "数量",
                "客户_编号",
                "not",
                "And",
                "x`y",
                "``",
                "@id",
                "TRUE",
                "null",
                "#text",
                "#id",
                "p:No",
                "@p:k",
                "a.b",
                "a[]",
                "1st",
                "两 处",
                "x->y",
                "é",
                "\uD83D\uDE00",
                "_",
                "$",
                "=",
                "\"",
                "\n",
                "SUM",
                "or")),
        Tuple.of(1, Arbitraries.strings().ofMinLength(1).ofMaxLength(3)));
  }

  /** Digits, a point, an exponent with and without sign. */
  private static Arbitrary<String> numbers() {
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(25);
    Arbitrary<String> fraction = digits.map(d -> "." + d).injectNull(0.5).map(f -> orNothing(f));
    Arbitrary<String> exponent =
        Arbitraries.of("", "", "e3", "E3", "e+12", "E-7", "e0", "e-0", "E+9999");
    return Combinators.combine(digits, fraction, exponent).as((d, f, e) -> d + f + e);
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Arbitrary<Path.Step> steps() {
    return Combinators.combine(names(), Arbitraries.integers().between(0, 2)).as(Path.Step::new);
  }

  private static Arbitrary<Formula> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(5).map(t -> new Formula.Text(t, Pos.START)),
        numbers().map(t -> new Formula.Number(t, Pos.START)),
        Arbitraries.of(true, false).map(b -> new Formula.Bool(b, Pos.START)),
        Arbitraries.just(new Formula.NullValue(Pos.START)),
        steps().list().ofMinSize(1).ofMaxSize(3).map(s -> new Formula.Ref(new Path(s), Pos.START)));
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
        Combinators.combine(Arbitraries.of("F", "IF", "ROUND", "NULL_IF", "函数"), lists)
            .as((name, args) -> new Formula.Call(name, args, Pos.START)),
        lists.map(l -> new Formula.ListOf(l, Pos.START)),
        Combinators.combine(names(), parts)
            .as(Formula.Entry::new)
            .list()
            .ofMaxSize(3)
            .map(entries -> new Formula.ObjectOf(entries, Pos.START)),
        Combinators.combine(names().list().ofMinSize(1).ofMaxSize(3), parts)
            .as((names, body) -> new Formula.Lambda(names, body, Pos.START)),
        Combinators.combine(
                parts.filter(of -> !(of instanceof Formula.Ref || of instanceof Formula.Member)),
                Arbitraries.integers().between(0, 2),
                steps().list().ofMaxSize(2))
            .filter((of, arrays, path) -> arrays > 0 || !path.isEmpty())
            .as((of, arrays, path) -> new Formula.Member(of, arrays, new Path(path), Pos.START)));
  }
}
