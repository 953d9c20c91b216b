package fieldloom.landscape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A landscape as UTF-8 JSON: stable in order, so that two versions differ line by line. */
public final class LandscapeFile {
  private static final String VERSION = "fieldloomLandscape";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LandscapeFile() {}

  /** Reads a landscape; what is wrong in it is one sentence with a JSON pointer. */
  public static Landscape read(byte[] content) throws LandscapeException {
    JsonNode root;
    try {
      root = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new LandscapeException(
          "The landscape is no JSON at line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + "; restore an earlier version of it.");
    } catch (IOException e) {
      throw new LandscapeException("The landscape cannot be read: " + e.getMessage());
    }
    if (root.path(VERSION).asInt() != 1) {
      throw new LandscapeException(
          "The landscape is not of version 1 (/" + VERSION + "); open it with a newer Fieldloom.");
    }
    Landscape landscape = new Decoder().decode(root);
    check(landscape);
    return landscape;
  }

  /** Writes a landscape. */
  public static byte[] write(Landscape landscape) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put(VERSION, 1);
    ArrayNode areas = root.putArray("areas");
    landscape
        .areas()
        .forEach(area -> words(areas.addObject().put("id", area.id()), "title", area.title()));
    ArrayNode systems = root.putArray("systems");
    landscape.systems().forEach(system -> write(system, systems.addObject()));
    ArrayNode flows = root.putArray("flows");
    landscape.flows().forEach(flow -> write(flow, flows.addObject()));
    ArrayNode relations = root.putArray("relations");
    for (Relation relation : landscape.relations()) {
      ObjectNode node = relations.addObject().put("a", relation.a()).put("b", relation.b());
      words(node, "sentence", relation.sentence());
    }
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that cannot be written", e);
    }
  }

  private static void write(BusinessSystem system, ObjectNode to) {
    to.put("id", system.id()).put("area", system.area()).put("name", system.name());
    words(to, "title", system.title());
    words(to, "sentence", system.sentence());
    to.put("icon", system.icon());
    if (system.central()) {
      to.put("central", true);
    }
    to.put("x", system.x()).put("y", system.y());
  }

  private static void write(Flow flow, ObjectNode to) {
    to.put("id", flow.id()).put("from", flow.from()).put("to", flow.to());
    words(to, "title", flow.title());
    if (flow.mapping() != null) {
      to.put("mapping", flow.mapping());
    }
    if (flow.job() != null) {
      to.put("job", flow.job());
    }
  }

  private static void words(ObjectNode to, String name, Words words) {
    to.putObject(name).put("en", words.english()).put("zh", words.chinese());
  }

  private static void check(Landscape landscape) throws LandscapeException {
    Set<String> ids = new HashSet<>();
    for (BusinessSystem system : landscape.systems()) {
      if (!ids.add(system.id())) {
        throw new LandscapeException(
            "The landscape has two systems “" + system.id() + "”; give one another id.");
      }
      if (landscape.areas().stream().noneMatch(area -> area.id().equals(system.area()))) {
        throw new LandscapeException(
            "The system “" + system.id() + "” is in no area of the landscape; name one of them.");
      }
    }
    Set<String> flows = new HashSet<>();
    for (Flow flow : landscape.flows()) {
      if (!flows.add(flow.id())) {
        throw new LandscapeException(
            "The landscape has two flows “" + flow.id() + "”; give one another id.");
      }
      if (!ids.contains(flow.from()) || !ids.contains(flow.to()) || flow.from().equals(flow.to())) {
        throw new LandscapeException(
            "The flow “" + flow.id() + "” must go between two systems of the landscape.");
      }
    }
  }

  /** Takes the tree apart. */
  private static final class Decoder {

    Landscape decode(JsonNode root) throws LandscapeException {
      List<Area> areas = new ArrayList<>();
      for (At at : items(root, "areas")) {
        areas.add(new Area(at.text("id"), at.words("title")));
      }
      if (areas.isEmpty()) {
        throw new LandscapeException("The landscape has no area (/areas); give it one.");
      }
      List<BusinessSystem> systems = new ArrayList<>();
      for (At at : items(root, "systems")) {
        systems.add(
            new BusinessSystem(
                at.text("id"),
                at.text("area"),
                at.text("name"),
                at.words("title"),
                at.words("sentence"),
                at.node().path("icon").asText("box"),
                at.node().path("central").asBoolean(),
                at.number("x"),
                at.number("y")));
      }
      List<Flow> flows = new ArrayList<>();
      for (At at : items(root, "flows")) {
        flows.add(
            new Flow(
                at.text("id"),
                at.text("from"),
                at.text("to"),
                at.words("title"),
                at.node().path("mapping").textValue(),
                at.node().path("job").textValue()));
      }
      List<Relation> relations = new ArrayList<>();
      for (At at : items(root, "relations")) {
        relations.add(new Relation(at.text("a"), at.text("b"), at.words("sentence")));
      }
      return new Landscape(areas, systems, flows, relations);
    }

    private static List<At> items(JsonNode root, String name) {
      List<At> items = new ArrayList<>();
      for (int i = 0; i < root.path(name).size(); i++) {
        items.add(new At("/" + name + "/" + i, root.path(name).get(i)));
      }
      return items;
    }
  }

  /** A part of the file and its JSON pointer. */
  private record At(String pointer, JsonNode node) {

    String text(String name) throws LandscapeException {
      @Nullable String text = node.path(name).textValue();
      if (text == null || text.isBlank()) {
        throw fault(name, "a text");
      }
      return text;
    }

    double number(String name) throws LandscapeException {
      if (!node.path(name).isNumber()) {
        throw fault(name, "a number");
      }
      return node.path(name).doubleValue();
    }

    Words words(String name) {
      JsonNode words = node.path(name);
      return new Words(words.path("en").asText(""), words.path("zh").asText(""));
    }

    private LandscapeException fault(String name, String wanted) {
      return new LandscapeException(
          "The landscape needs " + wanted + " at " + pointer + "/" + name + "; put one there.");
    }
  }
}
