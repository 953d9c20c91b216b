package fieldloom.ui.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Real payloads to see a mapping work on.
 *
 * @param name what people pick it by: {@code order-1.json}
 * @param records the records read of each source, by name, as {@link fieldloom.model.value} has
 *     them; the driving source's are previewed one at a time
 */
public record Sample(String name, Map<String, List<Object>> records) {
  public Sample {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
  }

  public List<Object> of(String source) {
    return records.getOrDefault(source, List.of());
  }
}
