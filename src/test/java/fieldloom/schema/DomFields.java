package fieldloom.schema;

import fieldloom.model.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Counts the fields of an XML Schema by walking its files as plain documents, without any of the
 * product's code: what the product says is compared with it.
 */
final class DomFields {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";

  private final Map<String, Element> globals = new HashMap<>();
  private final Map<Element, Map<String, Element>> elements = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();

  /** Loads a schema and all it includes and imports with a place. */
  DomFields(Resources files, String main)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Set<String> seen = new LinkedHashSet<>(Set.of(main));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String file = open.poll();
      Element schema;
      try (InputStream in = files.open(file)) {
        schema = factory.newDocumentBuilder().parse(in).getDocumentElement();
      }
      String folder = file.substring(0, file.lastIndexOf('/') + 1);
      for (Element child : children(schema)) {
        String location = child.getAttribute("schemaLocation");
        String path = java.nio.file.Path.of(folder + location).normalize().toString();
        if (!location.isEmpty() && seen.add(path)) {
          open.add(path);
        }
        String kind = child.getLocalName().replaceAll("(simple|complex)Type", "type");
        String name = "{" + schema.getAttribute("targetNamespace") + "}";
        globals.put(kind + name + child.getAttribute("name"), child);
      }
    }
  }

  /** How many paths of fields there are down to a depth below a global element. */
  long count(String namespace, String root, int depth) {
    Element element = globals.get("element{" + namespace + "}" + root);
    if (element == null) {
      throw new AssertionError("no " + root);
    }
    return below(element, depth);
  }

  private long below(Element element, int depth) {
    if (depth == 0) {
      return 0;
    }
    String key = System.identityHashCode(element) + " " + depth;
    Long known = counts.get(key);
    if (known != null) {
      return known;
    }
    Element type = type(element);
    long count = 0;
    if (type != null && type.getLocalName().equals("complexType")) {
      Set<String> attributes = new LinkedHashSet<>();
      boolean text = attributes(type, attributes);
      Map<String, Element> parts = elements(type);
      count = parts.size();
      for (Element part : parts.values()) {
        count += below(part, depth - 1);
      }
      // A text without attributes is no field of its own.
      boolean own = isMixed(type) || text && (!attributes.isEmpty() || isUnknown(type));
      count += attributes.size() + (own ? 1 : 0);
    }
    counts.put(key, count);
    return count;
  }

  private @Nullable Element type(Element element) {
    if (element.hasAttribute("type")) {
      return global("type", element, "type");
    }
    return first(element, "complexType", "simpleType");
  }

  private @Nullable Element global(String kind, Element from, String attribute) {
    String name = from.getAttribute(attribute);
    int colon = name.indexOf(':');
    String uri = from.lookupNamespaceURI(colon < 0 ? null : name.substring(0, colon));
    return globals.get(kind + "{" + (uri == null ? "" : uri) + "}" + name.substring(colon + 1));
  }

  private @Nullable Element derivation(Element type) {
    Element content = first(type, "simpleContent", "complexContent");
    return content == null ? null : first(content, "extension", "restriction");
  }

  private boolean isMixed(Element type) {
    Element derivation = derivation(type);
    Element base = derivation == null ? null : global("type", derivation, "base");
    return type.getAttribute("mixed").equals("true")
        || first(type, "complexContent") != null
            && base != null
            && base.getLocalName().equals("complexType")
            && isMixed(base);
  }

  /** Whether a type's text is that of a type that no file has. */
  private boolean isUnknown(Element type) {
    Element derivation = derivation(type);
    if (derivation == null || first(type, "simpleContent") == null) {
      return false;
    }
    String name = derivation.getAttribute("base");
    String prefix = name.contains(":") ? name.substring(0, name.indexOf(':')) : null;
    Element base = global("type", derivation, "base");
    return base == null
        ? !XSD.equals(derivation.lookupNamespaceURI(prefix))
        : base.getLocalName().equals("complexType") && isUnknown(base);
  }

  /** Collects the names of attributes; returns whether the type has a simple content. */
  private boolean attributes(Element type, Set<String> into) {
    boolean text = first(type, "simpleContent") != null;
    Element derivation = derivation(type);
    Element own = derivation == null ? type : derivation;
    Element base = derivation == null ? null : global("type", derivation, "base");
    if (base != null && base.getLocalName().equals("complexType")) {
      attributes(base, into);
    }
    attributeUses(own, into);
    return text;
  }

  private void attributeUses(Element container, Set<String> into) {
    for (Element child : children(container)) {
      if (child.getLocalName().equals("attribute")) {
        String name = child.getAttribute("name") + child.getAttribute("ref");
        if (child.getAttribute("use").equals("prohibited")) {
          into.remove(name);
        } else {
          into.add(name);
        }
      } else if (child.getLocalName().equals("attributeGroup")) {
        Element group = global("attributeGroup", child, "ref");
        if (group == null && child.getAttribute("ref").startsWith("xml:")) {
          into.addAll(List.of("xml:base", "xml:lang", "xml:space", "xml:id"));
        } else if (group != null) {
          attributeUses(group, into);
        }
      }
    }
  }

  private Map<String, Element> elements(Element type) {
    Map<String, Element> found = elements.get(type);
    if (found == null) {
      found = new LinkedHashMap<>();
      Element derivation = derivation(type);
      Element base = derivation == null ? null : global("type", derivation, "base");
      boolean extension = derivation != null && derivation.getLocalName().equals("extension");
      if (extension && base != null && base.getLocalName().equals("complexType")) {
        found.putAll(elements(base));
      }
      particles(derivation == null ? type : derivation, found);
      elements.put(type, found);
    }
    return found;
  }

  private void particles(Element container, Map<String, Element> into) {
    for (Element child : children(container)) {
      if (child.getAttribute("maxOccurs").equals("0")) {
        continue;
      }
      switch (child.getLocalName()) {
        case "element" -> {
          boolean named = child.hasAttribute("name");
          Element meant = named ? child : global("element", child, "ref");
          if (meant != null) {
            into.putIfAbsent(meant.getAttribute("name"), meant);
          }
        }
        case "group" -> {
          Element group = global("group", child, "ref");
          if (group != null) {
            particles(group, into);
          }
        }
        case "sequence", "choice", "all" -> particles(child, into);
        default -> {
          // No element.
        }
      }
    }
  }

  private static @Nullable Element first(Element parent, String... names) {
    for (Element child : children(parent)) {
      for (String name : names) {
        if (child.getLocalName().equals(name)) {
          return child;
        }
      }
    }
    return null;
  }

  private static List<Element> children(Element parent) {
    List<Element> all = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && XSD.equals(element.getNamespaceURI())) {
        all.add(element);
      }
    }
    return all;
  }
}
