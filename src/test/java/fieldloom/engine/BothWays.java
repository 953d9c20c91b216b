package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.JsonValues;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.TapeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the code of a mapping against its interpreter. */
final class BothWays {
  private final CompiledMapping.@Nullable BytesRun bytes;
  private final CompiledMapping.@Nullable RecordsRun records;
  private final JsonOut out = new JsonOut();
  private int direct;
  private int directRecords;

  BothWays(CompiledMapping.Run run) {
    bytes = run.bytes();
    records = run.records();
    assertThat(records == null).isEqualTo(bytes == null);
  }

  /** Maps the record by code too: it comes to the same, or is left to the interpreter. */
  void hold(Object record, long number, Outcome outcome) {
    if (bytes == null || records == null) {
      return;
    }
    Object made = records.map(record, number);
    if (made != null) {
      directRecords++;
      assertThat(outcome.failures()).isEmpty();
      assertThat(JsonValues.toJson(made)).isEqualTo(written(outcome));
    }
    byte[] json = JsonValues.toJson(record).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, json.length + TapeReader.PADDING);
    out.back(0);
    boolean mapped = bytes.map(padded, 0, json.length, number, out);
    if (!mapped) {
      assertThat(out.length()).isZero();
      return;
    }
    direct++;
    assertThat(outcome.failures()).isEmpty();
    String written = new String(out.bytes(), 0, out.length(), StandardCharsets.UTF_8);
    assertThat(written).isEqualTo(written(outcome));
  }

  private static String written(Outcome outcome) {
    List<Object> main = outcome.outputs().values().iterator().next();
    return JsonValues.toJson(main.getFirst());
  }

  /** How many records the code has mapped from bytes to bytes. */
  int direct() {
    return direct;
  }

  /** How many records the code has mapped from values to values. */
  int directRecords() {
    return directRecords;
  }

  /** Whether the mapping has code. */
  boolean hasCode() {
    return bytes != null;
  }
}
