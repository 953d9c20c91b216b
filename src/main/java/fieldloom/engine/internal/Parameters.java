package fieldloom.engine.internal;

import fieldloom.engine.RunSettings;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.payload.JsonValues;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Resolves the parameters of a run: what is set, what has a default, NOW and ZONE. */
final class Parameters implements MappingPlan.RunStart {
  private final Mapping mapping;
  private final Map<String, FieldType> declared;
  private final Set<String> used;

  Parameters(Mapping mapping, Map<String, FieldType> declared, Set<String> used) {
    this.mapping = mapping;
    this.declared = Map.copyOf(declared);
    this.used = Set.copyOf(used);
  }

  @Override
  public RunData start(RunSettings settings, Map<String, LookupTable> tables) {
    for (String name : settings.set().keySet()) {
      if (!declared.containsKey(name)) {
        throw new ValueException(
            "unknown-param",
            "There is no parameter “"
                + name
                + "”; the mapping declares "
                + String.join(", ", declared.keySet().stream().sorted().toList())
                + ".");
      }
    }
    ZoneId zone = zone(settings.set().getOrDefault("ZONE", mapping.zone()));
    ZonedDateTime now = now(settings, zone);
    Locale locale = Locale.forLanguageTag(mapping.locale() == null ? "en" : mapping.locale());
    Map<String, Object> values = new HashMap<>();
    values.put("NOW", now);
    values.put("ZONE", zone.getId());
    for (Mapping.Param param : mapping.params()) {
      value(param, settings, zone, locale, values);
    }
    for (String name : used) {
      if (!values.containsKey(name)) {
        throw new ValueException(
            "param-not-set",
            "The parameter “" + name + "” is not set; add --set " + name + "=VALUE.");
      }
    }
    return new RunData(
        UUID.randomUUID().toString(),
        mapping.driver().name(),
        now,
        locale,
        settings,
        values,
        tables);
  }

  private void value(
      Mapping.Param param,
      RunSettings settings,
      ZoneId zone,
      Locale locale,
      Map<String, Object> values) {
    Object raw = settings.set().get(param.name());
    if (raw == null) {
      if (param.defaultValue() == null) {
        return;
      }
      raw = JsonValues.of(param.defaultValue());
    }
    FieldType type = declared.getOrDefault(param.name(), FieldType.STRING);
    try {
      values.put(param.name(), Coercion.read(raw, type, null, zone, locale));
    } catch (ValueException e) {
      throw new ValueException(
          "bad-param", "The parameter “" + param.name() + "” is wrong: " + e.getMessage());
    }
  }

  private static ZoneId zone(@org.jspecify.annotations.Nullable String id) {
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new ValueException("bad-zone", "“" + id + "” is no time zone.");
    }
  }

  private static ZonedDateTime now(RunSettings settings, ZoneId zone) {
    String set = settings.set().get("NOW");
    if (set == null) {
      ZonedDateTime given = settings.now();
      return given == null ? ZonedDateTime.now(zone) : given.withZoneSameInstant(zone);
    }
    Temporal parsed;
    try {
      parsed = Temporals.parse(set, FieldType.DATETIME, null, zone, Locale.ROOT);
    } catch (ValueException e) {
      throw new ValueException("bad-param", "NOW is wrong: " + e.getMessage());
    }
    return parsed instanceof OffsetDateTime o
        ? o.atZoneSameInstant(zone)
        : ((ZonedDateTime) parsed).withZoneSameInstant(zone);
  }
}
