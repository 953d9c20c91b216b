package fieldloom.engine.internal;

import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.util.List;

/** An argument that is itself a division, which ROUND asks for its own precision. */
sealed interface Division {
  /** Numerator and denominator. */
  BigDecimal[] parts(Frame frame);

  /** The same from what its parts came to: two numbers, or a list. */
  BigDecimal[] of(Object first, Object second);

  /** One value by another. */
  record Quotient(Expr left, Expr right) implements Division {
    @Override
    public BigDecimal[] parts(Frame frame) {
      return of(left.eval(frame), right.eval(frame));
    }

    @Override
    public BigDecimal[] of(Object first, Object second) {
      return new BigDecimal[] {Coercion.number(first).value(), Coercion.number(second).value()};
    }
  }

  /** The sum of a list by the count of its values. */
  record Average(Expr list) implements Division {
    @Override
    public BigDecimal[] parts(Frame frame) {
      Object given = list.eval(frame);
      return of(given, given);
    }

    @Override
    public BigDecimal[] of(Object given, Object again) {
      BigDecimal sum = BigDecimal.ZERO;
      long count = 0;
      for (Object item : given instanceof List<?> l ? l : List.of(given)) {
        if (!Operators.unknown(item)) {
          Num n = Coercion.number(item);
          sum = sum.add(n.value());
          count++;
        }
      }
      return new BigDecimal[] {sum, BigDecimal.valueOf(count)};
    }
  }
}
