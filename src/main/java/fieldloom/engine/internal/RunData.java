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

  /** Indexes of joins whose list is the same for the whole run. */
  final Map<JoinPlan, JoinIndex> indexes = new IdentityHashMap<>();

  /** Indexes of lookups in other sources, by the lookup. */
  final Map<IndexedLookup, Map<String, Object>> lookups = new IdentityHashMap<>();

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
}
