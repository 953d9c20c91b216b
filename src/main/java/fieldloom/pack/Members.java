package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Extras;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that is known to keep to the schema. */
record Members(JsonNode object) {

  /** A text that must be there. */
  String text(String name) {
    return object.path(name).asText();
  }

  @Nullable String textOrNull(String name) {
    JsonNode value = object.get(name);
    return value == null ? null : value.asText();
  }

  /** Any value, a JSON null included; null where the member is not there. */
  @Nullable JsonNode valueOrNull(String name) {
    return object.get(name);
  }

  /** The items of a list, none where it is not there. */
  <T> List<T> list(String name, Function<JsonNode, T> item) {
    return listOf(object.path(name), item);
  }

  static <T> List<T> listOf(JsonNode array, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>(array.size());
    array.forEach(node -> items.add(item.apply(node)));
    return items;
  }

  /** An object of texts; empty where it is not there or no object. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode value = object.path(name);
    value.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
    return texts;
  }

  /** The members that this version does not know. */
  Extras extras(Set<String> known) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!known.contains(member.getKey())) {
        members.put(member.getKey(), member.getValue());
      }
    }
    return members.isEmpty() ? Extras.NONE : new Extras(members);
  }
}
