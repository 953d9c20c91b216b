package fieldloom.function.conversion;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Conversion group of the library. */
public final class ConversionFunctions {
  private ConversionFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            TypeFunctions.all(),
            PictureFunctions.all(),
            EncodingFunctions.all(),
            JsonFunctions.all(),
            DigestFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
