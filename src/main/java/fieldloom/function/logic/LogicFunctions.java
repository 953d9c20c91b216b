package fieldloom.function.logic;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Logic group of the library. */
public final class LogicFunctions {
  private LogicFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            ChoiceFunctions.all(),
            TruthFunctions.all(),
            ComparisonFunctions.all(),
            MissingFunctions.all(),
            List.of(TryFunction.declared()))
        .flatMap(Collection::stream)
        .toList();
  }
}
