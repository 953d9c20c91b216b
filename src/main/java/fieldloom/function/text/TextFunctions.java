package fieldloom.function.text;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Text group of the library. */
public final class TextFunctions {
  private TextFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            JoiningFunctions.all(),
            PartFunctions.all(),
            SpaceFunctions.all(),
            ReplaceFunctions.all(),
            SearchFunctions.all(),
            SplitFunctions.all(),
            RegexFunctions.all(),
            FormFunctions.all(),
            MaskFunctions.all(),
            ChineseFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
