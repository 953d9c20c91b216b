package fieldloom.function.aggregates;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Aggregates group of the library. All of them skip absent and null items. */
public final class AggregateFunctions {
  private AggregateFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(SumFunctions.all(), ExtremeFunctions.all(), ConditionalFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
