package fieldloom.function;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run offers to functions. */
public interface CallContext {
  /** The moment of the run, fixed once; a test or {@code --set NOW=…} may set it. */
  ZonedDateTime now();

  /** Zone of datetimes that have none of their own. */
  ZoneId zone();

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

  /** A lookup table with its rows indexed. */
  interface LookupTable {
    String name();

    /** Index (from 0) of a column by name; -1 where there is none. */
    int column(String name);

    int columns();

    /**
     * The row of a key, compared after coercion to the table's key type; null where there is none.
     */
    Object @Nullable [] find(Object key);

    /** The row whose interval [from, to) holds the number; null where there is none. */
    Object @Nullable [] findRange(Object number);

    /**
     * What a key without a row gives.
     *
     * @throws ValueException where the table says that is an error
     */
    Object otherwise(Object key);
  }
}
