package fieldloom.function;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run offers to functions. */
public interface CallContext {
  /** The moment of the run, fixed once; a test or {@code --set NOW=…} may set it. */
  ZonedDateTime now();

  /** Zone of datetimes that have none of their own. */
  ZoneId zone();

  /** The date of the run in its zone. */
  default LocalDate today() {
    return now().withZoneSameInstant(zone()).toLocalDate();
  }

  Locale locale();

  /** The run's id, the same for all its records. */
  String runId();

  /** Number of the record in the run, from 1. */
  long recordNumber();

  /** Name of the driving source. */
  String sourceName();

  /** Position of the current item of the innermost loop, from 1; 0 outside a loop. */
  long position();

  /** The lookup table of that name. */
  @Nullable LookupTable table(String name);

  /** The numbers that go on from run to run. */
  Sequences sequences();

  /** Where values of databases are looked up. */
  DatabaseLookup databases();

  /** A lookup table with its rows indexed. */
  interface LookupTable {
    String name();

    /** Index (from 0) of a column by name; -1 where there is none. */
    int column(String name);

    int columns();

    /** The name of a column (from 0), or its number from 1 where it has none. */
    default String columnName(int index) {
      return String.valueOf(index + 1);
    }

    /** All rows in their order; neither the list nor a row may be changed. */
    List<Object[]> rows();

    /**
     * Something made of the rows, such as an index of another kind: made once for all runs of the
     * mapping.
     *
     * @throws ValueException where the rows do not allow it; then nothing is kept
     */
    <T> T derived(Class<T> kind, Function<LookupTable, T> make);

    /**
     * The row of a key, compared after coercion to the table's key type; null where there is none.
     */
    Object @Nullable [] find(Object key);

    /**
     * The row whose interval [from, to) holds a key, compared after coercion to the table's key
     * type, a number without one; null where there is none.
     */
    Object @Nullable [] findRange(Object key);

    /**
     * What a key without a row gives.
     *
     * @throws ValueException where the table says that is an error
     */
    Object otherwise(Object key);
  }
}
