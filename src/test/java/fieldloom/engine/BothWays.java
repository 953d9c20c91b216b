package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.JsonValues;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.TapeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the code of a mapping against its interpreter. */
final class BothWays {
  private static final byte[] BEFORE = "[1]".getBytes(StandardCharsets.UTF_8);

  private final CompiledMapping.@Nullable BytesRun bytes;
  private final CompiledMapping.@Nullable RecordsRun records;
  private final JsonOut out = new JsonOut();
  private int direct;
  private int directRecords;

  BothWays(CompiledMapping.Run run) {
    bytes = run.bytes();
    records = run.records();
    assertThat(records != null || bytes == null).isTrue();
  }

  /** Maps the record by code too: it comes to the same, or is left to the interpreter. */
  void hold(Object record, long number, Outcome outcome) {
    if (records == null) {
      return;
    }
    Outcome made = records.map(record, number);
    if (made != null) {
      directRecords++;
      assertThat(outcome.failures()).isEmpty();
      assertThat(made.failures()).isEmpty();
      assertThat(written(made)).isEqualTo(written(outcome));
    }
    if (bytes != null) {
      hold(bytes, record, number, outcome);
    }
  }

  private void hold(CompiledMapping.BytesRun code, Object record, long number, Outcome outcome) {
    byte[] json = JsonValues.toJson(record).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, json.length + TapeReader.PADDING);
    out.back(0);
    // What stands there already stays.
    out.raw(BEFORE);
    if (!code.map(padded, 0, json.length, number, out)) {
      assertThat(out.length()).isEqualTo(BEFORE.length);
      return;
    }
    direct++;
    assertThat(outcome.failures()).isEmpty();
    Map<String, List<String>> written = new LinkedHashMap<>();
    outcome.outputs().keySet().forEach(t -> written.put(t, new ArrayList<>()));
    code.made(
        (target, from, to) ->
            written
                .getOrDefault(target, List.of())
                .add(new String(out.bytes(), from, to - from, StandardCharsets.UTF_8)));
    assertThat(written).isEqualTo(written(outcome));
  }

  /** The records of each target as text, so that digits and the order of fields count. */
  private static Map<String, List<String>> written(Outcome outcome) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    outcome
        .outputs()
        .forEach((target, made) -> all.put(target, made.stream().map(JsonValues::toJson).toList()));
    return all;
  }

  /** How many records the code has mapped from bytes to bytes. */
  int direct() {
    return direct;
  }

  /** How many records the code has mapped from values to values. */
  int directRecords() {
    return directRecords;
  }
}
