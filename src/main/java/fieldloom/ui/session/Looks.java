package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.NodeLook.Hue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the drawings of a mapping's rules were made to look, as its {@code layout} keeps it under
 * {@code nodes}: an entry a rule, found by what the rule fills. What cannot be read counts as not
 * there.
 */
public final class Looks {
  private static final String NODES = "nodes";

  private final Map<Key, RuleLook> looks = new HashMap<>();
  private final Map<Rule, Key> keys = new HashMap<>();
  private final List<Rule> rules;

  /**
   * What tells a rule from others.
   *
   * @param nth of those that are alike in all else, from 0
   */
  private record Key(String to, @Nullable String target, @Nullable String in, int nth) {}

  private Looks(Mapping mapping) {
    rules = mapping.rules();
    JsonNode nodes = entries(mapping);
    if (nodes.isArray() && !nodes.isEmpty()) {
      keys.putAll(keys(mapping));
      nodes.forEach(entry -> looks.put(key(entry), look(entry)));
    }
  }

  public static Looks of(Mapping mapping) {
    return new Looks(mapping);
  }

  /** The look of a rule of the mapping. */
  public RuleLook of(Rule rule) {
    Key key = keys.get(rule);
    return key == null ? RuleLook.PLAIN : looks.getOrDefault(key, RuleLook.PLAIN);
  }

  /** Indexes of the rules that are shown node by node. */
  Set<Integer> unfolded() {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < rules.size() && !looks.isEmpty(); i++) {
      if (of(rules.get(i)).open()) {
        found.add(i);
      }
    }
    return found;
  }

  private static JsonNode entries(Mapping mapping) {
    JsonNode layout = mapping.layout();
    return layout == null ? JsonNodeFactory.instance.missingNode() : layout.path(NODES);
  }

  private static Map<Rule, Key> keys(Mapping mapping) {
    Map<Key, Integer> counts = new HashMap<>();
    Map<Rule, Key> found = new HashMap<>();
    for (Rule rule : mapping.rules()) {
      int nth = counts.merge(new Key(rule.to(), rule.target(), rule.in(), 0), 1, Integer::sum) - 1;
      found.putIfAbsent(rule, new Key(rule.to(), rule.target(), rule.in(), nth));
    }
    return found;
  }

  private static Key key(JsonNode entry) {
    return new Key(
        entry.path("to").asText(),
        entry.path("target").textValue(),
        entry.path("in").textValue(),
        entry.path("nth").asInt());
  }

  private static RuleLook look(JsonNode entry) {
    Map<NodePath, RuleLook.Kept> nodes = new LinkedHashMap<>();
    for (JsonNode node : entry.path("steps")) {
      String at = node.path("at").asText();
      if (at.matches("(\\d{1,6}(\\.\\d{1,6})*)?")) {
        NodeLook look =
            new NodeLook(
                node.path("x").asInt(),
                node.path("y").asInt(),
                node.path("name").asText(),
                node.path("comment").asText(),
                hue(node.path("colour").asText()));
        nodes.put(NodePath.parse(at), new RuleLook.Kept(node.path("is").asText(), look));
      }
    }
    boolean placed = entry.path("x").isInt() && entry.path("y").isInt();
    return new RuleLook(
        entry.path("open").asBoolean(),
        placed ? new RuleLook.Place(entry.path("x").intValue(), entry.path("y").intValue()) : null,
        nodes,
        entry.path("group").asText().strip());
  }

  private static Hue hue(String name) {
    for (Hue hue : Hue.values()) {
      if (hue.name().equalsIgnoreCase(name)) {
        return hue;
      }
    }
    return Hue.NONE;
  }

  /** The mapping with that look of a rule; entries of rules that are gone go. */
  static Mapping put(Mapping mapping, Rule rule, RuleLook look) {
    Map<Rule, Key> keys = keys(mapping);
    Key own = keys.get(rule);
    if (own == null || Looks.of(mapping).of(rule).equals(look)) {
      return mapping;
    }
    Map<Key, JsonNode> entries = new HashMap<>();
    entries(mapping).forEach(entry -> entries.put(key(entry), entry));
    JsonNode before = entries.get(own);
    entries.put(own, entry(own, look, before));
    List<JsonNode> kept = new ArrayList<>();
    for (Rule each : mapping.rules()) {
      JsonNode entry = entries.remove(keys.get(each));
      if (entry != null && !look(entry).equals(RuleLook.PLAIN)) {
        kept.add(entry);
      }
    }
    return mapping.withLayout(layout(mapping.layout(), kept));
  }

  /**
   * The edited mapping with the looks of the one before, where rules have come to fill other fields
   * or to belong to other loops, each in its place.
   */
  static Mapping follow(Mapping before, Mapping edited) {
    JsonNode nodes = entries(before);
    if (edited == before || nodes.isEmpty() || before.rules().size() != edited.rules().size()) {
      return edited;
    }
    Map<Rule, Key> was = keys(before);
    Map<Rule, Key> is = keys(edited);
    Map<Key, Key> moved = new HashMap<>();
    for (int i = 0; i < before.rules().size(); i++) {
      moved.put(was.get(before.rules().get(i)), is.get(edited.rules().get(i)));
    }
    List<JsonNode> kept = new ArrayList<>();
    for (JsonNode entry : nodes) {
      Key now = moved.getOrDefault(key(entry), key(entry));
      kept.add(now.equals(key(entry)) ? entry : entry(now, look(entry), entry));
    }
    JsonNode layout = layout(edited.layout(), kept);
    return layout == null || layout.equals(edited.layout()) ? edited : edited.withLayout(layout);
  }

  private static @Nullable JsonNode layout(@Nullable JsonNode before, List<JsonNode> entries) {
    ObjectNode layout =
        before instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    layout.remove(NODES);
    if (!entries.isEmpty()) {
      layout.putArray(NODES).addAll(entries);
    }
    return layout.isEmpty() && before == null ? null : layout;
  }

  private static ObjectNode entry(Key key, RuleLook look, @Nullable JsonNode before) {
    ObjectNode entry =
        before instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    entry.remove(List.of("target", "in", "nth"));
    entry.put("to", key.to());
    put(entry, "target", key.target());
    put(entry, "in", key.in());
    put(entry, "nth", key.nth());
    entry.remove(List.of("open", "x", "y", "steps", "group"));
    if (look.open()) {
      entry.put("open", true);
    }
    if (look.place() != null) {
      entry.put("x", look.place().x()).put("y", look.place().y());
    }
    put(entry, "group", look.group().isEmpty() ? null : look.group());
    if (!look.nodes().isEmpty()) {
      ArrayNode steps = entry.putArray("steps");
      look.nodes().forEach((path, kept) -> steps.add(step(path, kept)));
    }
    return entry;
  }

  private static ObjectNode step(NodePath path, RuleLook.Kept kept) {
    ObjectNode step = JsonNodeFactory.instance.objectNode();
    NodeLook look = kept.look();
    step.put("at", path.toString()).put("is", kept.is());
    put(step, "x", look.x());
    put(step, "y", look.y());
    put(step, "name", look.name().isEmpty() ? null : look.name());
    put(step, "comment", look.comment().isEmpty() ? null : look.comment());
    boolean coloured = look.hue() != Hue.NONE;
    put(step, "colour", coloured ? look.hue().name().toLowerCase(Locale.ROOT) : null);
    return step;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static void put(ObjectNode node, String name, int value) {
    if (value != 0) {
      node.put(name, value);
    }
  }
}
