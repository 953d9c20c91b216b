package fieldloom.model.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Acceptances;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.difference.Change.Aspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different in how mappings are drawn, and in the notes of fields that no rule fills. */
final class LayoutDifference {
  private static final String NODES = "nodes";
  private static final String NOTES = "notes";

  private LayoutDifference() {}

  static List<Change> of(Mapping before, Mapping after) {
    List<Change> found = new ArrayList<>();
    compare(found, Aspect.NOTE, notes(before), notes(after));
    compare(found, Aspect.LOOK, looks(before), looks(after));
    Map<String, JsonNode> old = rest(before);
    Map<String, JsonNode> now = rest(after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    for (String name : names) {
      JsonNode a = old.get(name);
      JsonNode b = now.get(name);
      if (!Objects.equals(Spelling.json(a), Spelling.json(b))) {
        found.add(new Change.OfMapping(Change.Setting.LAYOUT, shown(name, a), shown(name, b)));
      }
    }
    return found;
  }

  private record Place(String target, String to) {}

  private static void compare(
      List<Change> found, Aspect aspect, Map<Place, String> old, Map<Place, String> now) {
    Set<Place> places = new LinkedHashSet<>(now.keySet());
    places.addAll(old.keySet());
    for (Place place : places) {
      String a = old.get(place);
      String b = now.get(place);
      if (!Objects.equals(a, b)) {
        found.add(new Change.OfRule(place.target(), place.to(), aspect, a, b));
      }
    }
  }

  private static Map<Place, String> looks(Mapping mapping) {
    Map<Place, String> looks = new LinkedHashMap<>();
    JsonNode layout = mapping.layout();
    if (layout != null) {
      String main = mapping.mainTarget().name();
      for (JsonNode entry : layout.path(NODES)) {
        Place place = new Place(entry.path("target").asText(main), entry.path("to").asText());
        looks.merge(place, entry.toString(), (a, b) -> a + " " + b);
      }
    }
    return looks;
  }

  private static Map<Place, String> notes(Mapping mapping) {
    Map<Place, String> notes = new LinkedHashMap<>();
    if (mapping.extras().members().get(NOTES) instanceof ObjectNode all) {
      all.properties().forEach(e -> notes.put(place(mapping, e.getKey()), text(e.getValue())));
    }
    return notes;
  }

  private static String text(JsonNode note) {
    return note.isTextual() ? note.textValue() : note.toString();
  }

  /** The field that a note names: of the main target by its path, of another with its name. */
  private static Place place(Mapping mapping, String key) {
    for (Document target : mapping.targets()) {
      if (key.startsWith(target.name() + ".")) {
        return new Place(target.name(), key.substring(target.name().length() + 1));
      }
    }
    return new Place(mapping.mainTarget().name(), key);
  }

  /** Members of the mapping that this version does not know, without notes; null for none. */
  static @Nullable String others(Mapping mapping) {
    Map<String, JsonNode> members = new HashMap<>(mapping.extras().members());
    if (members.get(NOTES) instanceof ObjectNode) {
      members.remove(NOTES);
    }
    members.remove(Acceptances.MEMBER);
    return Spelling.orNull(Spelling.members(members));
  }

  /** What else the layout holds, by name. */
  private static Map<String, JsonNode> rest(Mapping mapping) {
    Map<String, JsonNode> rest = new LinkedHashMap<>();
    JsonNode all = mapping.layout();
    if (all instanceof ObjectNode layout) {
      layout.properties().forEach(e -> rest.put(e.getKey(), e.getValue()));
      if (layout.path(NODES).isArray()) {
        rest.remove(NODES);
      }
    } else if (all != null) {
      rest.put("", all);
    }
    return rest;
  }

  /** To be read: names and values without the signs around them. */
  private static @Nullable String shown(String name, @Nullable JsonNode value) {
    return value == null
        ? null
        : (name
                + " "
                + value
                    .toString()
                    .replaceAll("[{}\\[\\]\"]", "")
                    .replace(":", " ")
                    .replace(",", ", "))
            .strip();
  }
}
