package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Members of a mapping file that this version does not know. They are kept as they stand and saved
 * again, so that an older Fieldloom does not take away what a newer one wrote.
 */
public record Extras(Map<String, JsonNode> members) {
  public static final Extras NONE = new Extras(Map.of());

  public Extras {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
