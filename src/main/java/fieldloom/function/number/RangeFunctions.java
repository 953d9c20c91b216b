package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.model.value.Num;
import java.util.List;

/** The least and the greatest of several numbers. */
final class RangeFunctions {
  private RangeFunctions() {}

  static List<FunctionDef> all() {
    return List.of(minOf(), maxOf(), clamp());
  }

  private static FunctionDef minOf() {
    return define("MIN_OF", Group.NUMBER, "The least of the numbers given.", "所给各数中最小的。")
        .repeated("number", Kind.NUMBER)
        .typing(Types::number)
        .example("MIN_OF(3, 1, 2)", "1")
        .example("MIN_OF(-0.5)", "-0.5")
        .example("MIN_OF(1, NULL)", "null")
        .aliases("least", "smallest of", "minimum of")
        .body(a -> extreme(a, -1));
  }

  private static FunctionDef maxOf() {
    return define("MAX_OF", Group.NUMBER, "The greatest of the numbers given.", "所给各数中最大的。")
        .repeated("number", Kind.NUMBER)
        .typing(Types::number)
        .example("MAX_OF(3, 1, 2)", "3")
        .example("MAX_OF(0, -0.5)", "0")
        .example("MAX_OF(1, \"x\")", "error")
        .aliases("greatest", "largest of", "maximum of")
        .body(a -> extreme(a, 1));
  }

  private static Num extreme(Arguments a, int sign) {
    Num best = a.number(0);
    for (int i = 1; i < a.size(); i++) {
      Num next = a.number(i);
      best = Integer.signum(next.compareTo(best)) == sign ? next : best;
    }
    return best;
  }

  private static FunctionDef clamp() {
    return define(
            "CLAMP",
            Group.NUMBER,
            "The number, or the nearer bound where it lies outside of them.",
            "把数值限制在上下限之间。")
        .param("number", Kind.NUMBER)
        .param("least", Kind.NUMBER)
        .param("greatest", Kind.NUMBER)
        .typing(Types::number)
        .example("CLAMP(15, 0, 10)", "10")
        .example("CLAMP(-1, 0, 10)", "0")
        .example("CLAMP(5, 0, 10)", "5")
        .aliases("limit", "bound")
        .body(
            a -> {
              if (a.number(1).compareTo(a.number(2)) > 0) {
                throw new ValueException(
                    "out-of-range",
                    "The lower bound %s is above the upper bound %s."
                        .formatted(a.number(1), a.number(2)));
              }
              if (a.number(0).compareTo(a.number(1)) < 0) {
                return a.number(1);
              }
              return a.number(0).compareTo(a.number(2)) > 0 ? a.number(2) : a.number(0);
            });
  }
}
