package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages and pinned fields, as a mapping's {@code layout} keeps them: {@code "pages": [{"name":
 * "Lines", "source": ["order.lines[]"], "target": ["bill.FEntity[]"]}]} and {@code "pins":
 * {"source": ["order.orderNo"]}}. A place of a list is {@code {"list": "order.row[]", "place": 3}}.
 * What cannot be read counts as not there, and stays in the file.
 */
public final class LayoutFields {
  private static final String PAGES = "pages";
  private static final String PINS = "pins";
  private static final String NAME = "name";

  private LayoutFields() {}

  /** The pages, in the order they were made; of two of one name the first. */
  public static List<Page> pages(Mapping mapping) {
    List<Page> pages = new ArrayList<>();
    for (JsonNode entry : section(mapping, PAGES)) {
      String name = entry.path(NAME).asText().strip();
      if (!name.isEmpty() && pages.stream().noneMatch(p -> p.name().equals(name))) {
        pages.add(new Page(name, fields(entry, Side.SOURCE), fields(entry, Side.TARGET)));
      }
    }
    return pages;
  }

  /** The page of that name; null where there is none. */
  public static @Nullable Page page(Mapping mapping, String name) {
    return pages(mapping).stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  /** The pinned fields of a side, in the order they were pinned. */
  public static List<FieldRef> pins(Mapping mapping, Side side) {
    return fields(section(mapping, PINS), side).stream().distinct().toList();
  }

  static Mapping addPage(Mapping mapping, Page page) {
    if (page.name().isBlank() || page.isEmpty() || page(mapping, page.name()) != null) {
      return mapping;
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put(NAME, page.name().strip());
    for (Side side : Side.values()) {
      if (!page.fields(side).isEmpty()) {
        page.fields(side).forEach(field -> entry.withArray(key(side)).add(json(field)));
      }
    }
    return changed(mapping, layout -> layout.withArray(PAGES).add(entry));
  }

  static Mapping renamePage(Mapping mapping, String from, String to) {
    if (to.isBlank() || page(mapping, from) == null || page(mapping, to.strip()) != null) {
      return mapping;
    }
    return changed(
        mapping,
        layout -> {
          for (JsonNode entry : layout.withArray(PAGES)) {
            if (isNamed(entry, from) && entry instanceof ObjectNode object) {
              object.put(NAME, to.strip());
            }
          }
        });
  }

  static Mapping deletePage(Mapping mapping, String name) {
    return page(mapping, name) == null
        ? mapping
        : changed(mapping, layout -> remove(layout.withArray(PAGES), e -> isNamed(e, name)));
  }

  static Mapping pin(Mapping mapping, Side side, FieldRef field, boolean on) {
    if (pins(mapping, side).contains(field) == on) {
      return mapping;
    }
    return changed(
        mapping,
        layout -> {
          ArrayNode list = layout.withObject("/" + PINS).withArray(key(side));
          if (on) {
            list.add(json(field));
          } else {
            remove(list, entry -> field.equals(field(entry)));
          }
        });
  }

  /**
   * The edited mapping with the pages and pins of the one before, where fields have other names.
   *
   * @param now the field that is where another was, of a side
   */
  static Mapping follow(Mapping before, Mapping edited, BiFunction<Side, FieldRef, FieldRef> now) {
    if (edited == before || section(before, PAGES).isEmpty() && section(before, PINS).isEmpty()) {
      return edited;
    }
    return changed(
        edited,
        layout -> {
          layout.path(PAGES).forEach(entry -> follow(entry, now));
          follow(layout.path(PINS), now);
        });
  }

  private static void follow(JsonNode entry, BiFunction<Side, FieldRef, FieldRef> now) {
    for (Side side : Side.values()) {
      if (entry.path(key(side)) instanceof ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
          FieldRef field = field(list.get(i));
          if (field != null) {
            list.set(i, json(now.apply(side, field)));
          }
        }
      }
    }
  }

  private static void remove(ArrayNode list, Predicate<JsonNode> which) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (which.test(list.get(i))) {
        list.remove(i);
      }
    }
  }

  private static boolean isNamed(JsonNode entry, String name) {
    return entry.path(NAME).asText().strip().equals(name);
  }

  private static Mapping changed(Mapping mapping, Consumer<ObjectNode> change) {
    ObjectNode layout =
        mapping.layout() instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    change.accept(layout);
    if (layout.path(PINS) instanceof ObjectNode pins) {
      drop(pins, key(Side.SOURCE));
      drop(pins, key(Side.TARGET));
    }
    drop(layout, PINS);
    drop(layout, PAGES);
    return mapping.withLayout(layout.isEmpty() ? null : layout);
  }

  /** An empty list or object says nothing: it goes. */
  private static void drop(ObjectNode from, String name) {
    if (from.path(name).isContainerNode() && from.path(name).isEmpty()) {
      from.remove(name);
    }
  }

  private static JsonNode section(Mapping mapping, String name) {
    JsonNode layout = mapping.layout();
    return layout == null ? JsonNodeFactory.instance.missingNode() : layout.path(name);
  }

  private static String key(Side side) {
    return side == Side.SOURCE ? "source" : "target";
  }

  private static List<FieldRef> fields(JsonNode entry, Side side) {
    List<FieldRef> fields = new ArrayList<>();
    for (JsonNode one : entry.path(key(side))) {
      FieldRef field = field(one);
      if (field != null) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static @Nullable FieldRef field(JsonNode entry) {
    try {
      if (entry.isTextual()) {
        return FieldRef.parse(entry.textValue());
      }
      int place = entry.path("place").asInt();
      return place > 0 ? FieldRef.parse(entry.path("list").asText()).at(place) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static JsonNode json(FieldRef field) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return field.isPlace()
        ? nodes.objectNode().put("list", field.whole().toString()).put("place", field.place())
        : nodes.textNode(field.toString());
  }
}
