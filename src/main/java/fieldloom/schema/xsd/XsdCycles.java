package fieldloom.schema.xsd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Notes which types, groups and elements are made of which others, to find those that are made of
 * themselves before anything follows them for ever.
 */
final class XsdCycles {
  /** Types derived from each other, and groups within each other, take stack. */
  private static final int MAX_DEPTH = 500;

  private final Map<String, Set<String>> uses = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private @Nullable String tooDeep;
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State("");

  /** Where in a file it is. */
  private static final class State {
    private final String namespace;
    private @Nullable String component;

    /** Depth of the element whose own type is being read, which is no part of the component. */
    private int inElement;

    private State(String namespace) {
      this.namespace = namespace;
    }
  }

  /**
   * Takes note of an element of a schema.
   *
   * @param depth 1 for {@code xs:schema} itself
   */
  void start(String local, int depth, Attributes attributes, XMLStreamReader2 cursor) {
    if (depth == 1) {
      outer.push(state);
      String own = attributes.getValue("targetNamespace");
      // A file without a namespace of its own takes that of the one that includes it.
      state = new State(own == null ? state.namespace : own);
    } else if (depth == 2) {
      String name = attributes.getValue("name");
      state.component = name == null ? null : kind(local) + "{" + state.namespace + "}" + name;
      state.inElement = local.equals("element") ? depth : 0;
      if (local.equals("element")) {
        use("element", attributes.getValue("substitutionGroup"), cursor);
      }
    } else if (state.inElement == 0) {
      nested(local, depth, attributes, cursor);
    }
  }

  private void nested(String local, int depth, Attributes attributes, XMLStreamReader2 cursor) {
    switch (local) {
      case "element" -> state.inElement = depth;
      case "group", "attributeGroup" -> {
        if (state.component != null && state.component.startsWith(kind(local))) {
          use(kind(local), attributes.getValue("ref"), cursor);
        }
      }
      case "extension", "restriction" -> {
        if (depth <= 4) {
          use("type", attributes.getValue("base"), cursor);
        }
      }
      case "list" -> use("type", attributes.getValue("itemType"), cursor);
      case "union" -> {
        String members = attributes.getValue("memberTypes");
        if (members != null) {
          for (String member : members.strip().split("\\s+")) {
            use("type", member, cursor);
          }
        }
      }
      default -> {
        // Nothing else is part of what a type or group is.
      }
    }
  }

  void end(String local, int depth) {
    if (depth == 1) {
      state = outer.pop();
    } else if (depth == state.inElement) {
      state.inElement = 0;
    }
  }

  private static String kind(String local) {
    return switch (local) {
      case "complexType", "simpleType" -> "type";
      default -> local;
    };
  }

  private void use(String kind, @Nullable String name, XMLStreamReader2 cursor) {
    if (name == null || state.component == null) {
      return;
    }
    String plain = name.strip();
    int colon = plain.indexOf(':');
    String uri = cursor.getNamespaceURI(colon < 0 ? "" : plain.substring(0, colon));
    String namespace = uri == null ? colon < 0 ? state.namespace : "" : uri;
    if (colon < 0 && (uri == null || uri.isEmpty())) {
      namespace = state.namespace;
    }
    uses.computeIfAbsent(state.component, key -> new HashSet<>())
        .add(kind + "{" + namespace + "}" + plain.substring(colon + 1));
  }

  /** The names of what is made of itself, in the order in which they lead round; null for none. */
  @Nullable List<String> find() {
    for (String start : uses.keySet()) {
      List<String> way = new ArrayList<>();
      Deque<String> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty() && tooDeep == null) {
        String next = open.peek();
        if (!way.isEmpty() && way.getLast().equals(next)) {
          way.removeLast();
          depths.put(next, depth(next));
          open.pop();
        } else if (way.contains(next)) {
          return way.subList(way.indexOf(next), way.size()).stream().map(XsdCycles::name).toList();
        } else if (depths.containsKey(next)) {
          open.pop();
        } else {
          way.add(next);
          tooDeep = way.size() > MAX_DEPTH ? name(start) : tooDeep;
          uses.getOrDefault(next, Set.of()).forEach(open::push);
        }
      }
    }
    return null;
  }

  private int depth(String component) {
    int deepest = 0;
    for (String used : uses.getOrDefault(component, Set.of())) {
      deepest = Math.max(deepest, depths.getOrDefault(used, 0));
    }
    if (deepest >= MAX_DEPTH) {
      tooDeep = name(component);
    }
    return deepest + 1;
  }

  /**
   * The name of a type or group that is made of others more deeply than can be followed; null for
   * none. To be asked after {@link #find}.
   */
  @Nullable String tooDeep() {
    return tooDeep;
  }

  private static String name(String component) {
    return component.substring(component.indexOf('}') + 1);
  }
}
