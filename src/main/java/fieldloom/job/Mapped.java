package fieldloom.job;

import fieldloom.model.RecordError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record became.
 *
 * @param outputs records of each target; none where it failed, or where it became bytes
 * @param error why it failed; null where it did not
 * @param json records of each target as JSON; null where they are among the outputs
 */
record Mapped(
    ReadItem item,
    Map<String, List<Object>> outputs,
    @Nullable RecordError error,
    @Nullable List<Json> json) {

  /**
   * A record of a target as compact JSON.
   *
   * @param bytes that hold it from {@code from} to {@code to}
   */
  record Json(String target, byte[] bytes, int from, int to) {}

  Mapped(ReadItem item, Map<String, List<Object>> outputs, @Nullable RecordError error) {
    this(item, outputs, error, null);
  }
}
