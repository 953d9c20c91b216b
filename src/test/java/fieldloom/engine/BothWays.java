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
  private final JsonOut out = new JsonOut();
  private int direct;

  BothWays(CompiledMapping.Run run) {
    bytes = run.bytes();
  }

  /** Maps the record by code too: it comes to the same, or is left to the interpreter. */
  void hold(Object record, long number, Outcome outcome) {
    if (bytes == null) {
      return;
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
    List<Object> main = outcome.outputs().values().iterator().next();
    assertThat(written).isEqualTo(JsonValues.toJson(main.getFirst()));
  }

  /** How many records the code has mapped. */
  int direct() {
    return direct;
  }

  /** Whether the mapping has code. */
  boolean hasCode() {
    return bytes != null;
  }
}
