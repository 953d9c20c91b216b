package fieldloom.function.number;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Number group of the library. */
public final class NumberFunctions {
  private NumberFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            ArithmeticFunctions.all(),
            RoundingFunctions.all(),
            RangeFunctions.all(),
            PowerFunctions.all(),
            BitFunctions.all(),
            AmountFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
