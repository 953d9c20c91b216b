package fieldloom.engine.internal;

import fieldloom.engine.RunSettings;
import fieldloom.function.CallContext.LookupTable;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What one run holds: its settings, its parameters, its other sources and their indexes. */
final class RunData {
  final String id;
  final String driver;
  final ZonedDateTime now;
  final ZoneId zone;
  final Locale locale;
  final boolean everyFailure;
  final long maxSteps;
  final Map<String, Object> params;
  final Map<String, LookupTable> tables;

  /** Records of the sources that do not drive, by source. */
  final Map<String, List<Object>> sources = new HashMap<>();

  /**
   * Indexes of joins and lookups whose list is the same for the whole run, by the join or lookup.
   * Shared by all threads of the run.
   */
  private final Map<Object, Object> indexes = new IdentityHashMap<>();

  RunData(
      String id,
      String driver,
      ZonedDateTime now,
      Locale locale,
      RunSettings settings,
      Map<String, Object> params,
      Map<String, LookupTable> tables) {
    this.id = id;
    this.driver = driver;
    this.now = now;
    this.zone = now.getZone();
    this.locale = locale;
    this.everyFailure = settings.everyFailure();
    this.maxSteps = settings.maxSteps();
    this.params = params;
    this.tables = tables;
  }

  /** The index of a join or a lookup, made when the first thread asks for it. */
  Object index(Object of, Supplier<Object> make) {
    synchronized (indexes) {
      Object known = indexes.get(of);
      if (known == null) {
        known = make.get();
        indexes.put(of, known);
      }
      return known;
    }
  }
}
