package fieldloom.function.collections;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Collections group of the library; POSITION stands with what the run knows of itself. */
public final class CollectionFunctions {
  private CollectionFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            EachFunctions.all(),
            OrderFunctions.all(),
            SetFunctions.all(),
            ItemFunctions.all(),
            ShapeFunctions.all(),
            KeyFunctions.all(),
            PivotFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
