package fieldloom.pack;

import fieldloom.function.DatabaseLookup;
import fieldloom.function.RunPorts;
import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.Mapping;
import fieldloom.model.value.Absent;
import fieldloom.payload.JsonValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What databases answer where none is asked: in tests and in the preview. */
public final class RecordedLookups implements DatabaseLookup {
  private final Map<Asked, Object> answers = new HashMap<>();

  private record Asked(String connection, String query, Object key) {}

  private RecordedLookups(List<Mapping.Lookup> lookups) {
    for (Mapping.Lookup lookup : lookups) {
      Object value = lookup.value() == null ? Absent.ABSENT : JsonValues.of(lookup.value());
      answers.putIfAbsent(
          new Asked(lookup.connection(), lookup.query(), JsonValues.of(lookup.key())), value);
    }
  }

  /** Only these answers are given, and sequences begin anew. */
  static RunPorts of(Mapping.TestCase test) {
    return ports(test.lookups());
  }

  /** The answers of all tests are given, of several to one question the first. */
  public static RunPorts of(Mapping mapping) {
    return ports(mapping.tests().stream().flatMap(test -> test.lookups().stream()).toList());
  }

  private static RunPorts ports(List<Mapping.Lookup> lookups) {
    return lookups.isEmpty()
        ? RunPorts.closed()
        : new RunPorts(Sequences.forgetful(), new RecordedLookups(lookups));
  }

  @Override
  public Object find(String connection, String query, Object key) {
    Object written = JsonValues.of(JsonValues.toNode(key));
    Object answer = answers.get(new Asked(connection, query, written));
    if (answer == null) {
      throw new ValueException(
          "no-answer",
          "Nothing says what %s answers to this query for %s: add it to lookups in the test."
              .formatted(connection, Values.shown(key)));
    }
    return answer;
  }
}
