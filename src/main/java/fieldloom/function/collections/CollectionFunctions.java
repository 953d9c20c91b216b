package fieldloom.function.collections;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Collections group of the library. */
public final class CollectionFunctions {
  private CollectionFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(ItemFunctions.all(), EachFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
