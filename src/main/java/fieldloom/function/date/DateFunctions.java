package fieldloom.function.date;

import fieldloom.function.FunctionDef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The Date and time group of the library. */
public final class DateFunctions {
  private DateFunctions() {}

  public static List<FunctionDef> all() {
    return Stream.of(
            MomentFunctions.all(),
            MakingFunctions.all(),
            ParsingFunctions.all(),
            AddingFunctions.all(),
            SpanFunctions.all(),
            WorkdayFunctions.all(),
            PartFunctions.all(),
            PeriodFunctions.all(),
            ZoneFunctions.all())
        .flatMap(Collection::stream)
        .toList();
  }
}
