package fieldloom.job;

import fieldloom.model.RecordError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one record became.
 *
 * @param outputs records of each target; none where it failed
 * @param error why it failed; null where it did not
 */
record Mapped(ReadItem item, Map<String, List<Object>> outputs, @Nullable RecordError error) {}
