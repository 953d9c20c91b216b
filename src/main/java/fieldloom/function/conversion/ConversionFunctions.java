package fieldloom.function.conversion;

import fieldloom.function.FunctionDef;
import java.util.List;

/** The Conversion group of the library. */
public final class ConversionFunctions {
  private ConversionFunctions() {}

  public static List<FunctionDef> all() {
    return List.of();
  }
}
