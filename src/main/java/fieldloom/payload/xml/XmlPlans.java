package fieldloom.payload.xml;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.xml.ElementPlan.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plans of all places of a source's documents, and what they have in common. */
final class XmlPlans {
  /** Places that no schema lists and that are remembered; more of them are met anew each time. */
  private static final int MOST_LEARNT = 100_000;

  private final XmlNames names;
  private final Map<SchemaNode, ElementPlan> known = new IdentityHashMap<>();
  private final Set<SchemaNode> patterned;
  private final Map<String, String> prefixes = new HashMap<>();
  private String rootNamespace = "";
  private boolean foreign;
  private int learnt;
  private final List<Slot> changed = new ArrayList<>();

  XmlPlans(XmlNames names, Set<SchemaNode> patterned) {
    this.names = names;
    this.patterned = patterned;
  }

  /** The date and time fields that the option {@code patterns} names. */
  static Set<SchemaNode> patterned(SchemaTree schema, @Nullable JsonNode options) {
    Set<SchemaNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (options != null) {
      for (Map.Entry<String, JsonNode> entry : options.path("patterns").properties()) {
        try {
          SchemaNode node = schema.find(Path.parse(entry.getKey()));
          if (node != null) {
            found.add(node);
          }
        } catch (IllegalArgumentException e) {
          // Compiling the mapping has said so already.
          continue;
        }
      }
    }
    return found;
  }

  /** The plan of a schema's node; a new one where nothing is known. */
  ElementPlan of(@Nullable SchemaNode node) {
    if (node == null) {
      learnt++;
      return new ElementPlan(this, null);
    }
    ElementPlan plan = known.get(node);
    if (plan == null) {
      plan = new ElementPlan(this, node);
      known.put(node, plan);
    }
    return plan;
  }

  boolean isPatterned(SchemaNode node) {
    return !patterned.isEmpty() && patterned.contains(node);
  }

  boolean mayLearn() {
    return learnt < MOST_LEARNT;
  }

  /**
   * Begins a document.
   *
   * @param namespace of its root element
   * @param asListed whether that is the one of the schema; elements of another are taken for those
   *     of the schema by their local names
   */
  void begin(String namespace, boolean asListed) {
    rootNamespace = namespace;
    foreign = !asListed;
  }

  /** Whether an element of a namespace that the schema does not have here is the one it has. */
  boolean takesAsListed(String namespace) {
    return foreign || namespace.isEmpty() || namespace.equals(rootNamespace);
  }

  /** The namespace of a name that may start with a prefix; "" where it has none that is known. */
  String namespaceOf(String name) {
    int colon = name.indexOf(':');
    String uri = colon < 0 ? names.uri("") : names.uri(name.substring(0, colon));
    return uri == null ? "" : uri;
  }

  /** Takes note of the prefix that a document has for a namespace. */
  void prefer(String namespace, String prefix) {
    if (!prefix.isEmpty()) {
      prefixes.putIfAbsent(namespace, prefix);
    }
  }

  /** A name with the prefix that options, else the document, give to its namespace. */
  String qualified(String namespace, String local) {
    if (namespace.isEmpty()) {
      return local;
    }
    String prefix = names.prefix(namespace);
    if (prefix == null) {
      prefix = prefixes.get(namespace);
    }
    if (prefix == null) {
      prefix = "ns" + (prefixes.size() + 1);
      prefixes.put(namespace, prefix);
    }
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  /** Takes note that a slot gets another name at the end of the record. */
  void changed(Slot slot) {
    changed.add(slot);
  }

  /** Whether names change at the end of this record. */
  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** Lets the names that changed hold from now on. */
  void settle() {
    changed.forEach(Slot::settle);
    changed.clear();
  }
}
