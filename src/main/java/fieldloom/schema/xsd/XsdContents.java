package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSComplexType;
import com.sun.xml.xsom.XSComponent;
import com.sun.xml.xsom.XSElementDecl;
import com.sun.xml.xsom.XSModelGroup;
import com.sun.xml.xsom.XSParticle;
import com.sun.xml.xsom.XSTerm;
import fieldloom.model.XmlContent;
import fieldloom.model.XmlContent.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Locator;

/** Makes lists of fields of content models, however they are nested. */
final class XsdContents {
  private final XsdNaming naming;

  /** What was met of one content model. */
  private static final class Walk {
    private final Map<Key, Met> elements = new LinkedHashMap<>();
    private boolean open;
  }

  /** An element as it was first met. */
  private record Met(XSElementDecl decl, XsdNotes.Notes notes) {}

  /** An element's name. */
  private record Key(String uri, String local) {
    private static Key of(XSElementDecl decl) {
      return new Key(decl.getTargetNamespace(), decl.getName());
    }
  }

  /** How often an element stands. */
  private record Times(int min, int max) {}

  XsdContents(XsdNaming naming) {
    this.naming = naming;
  }

  /**
   * The content of a type, or of one of several that an element may be of.
   *
   * @param types at least one
   */
  XsdContent of(List<XSComplexType> types) {
    Walk walk = new Walk();
    List<Part> parts = new ArrayList<>();
    for (XSComplexType type : types) {
      XSParticle particle = type.getContentType().asParticle();
      Part part = particle == null ? null : part(particle, walk);
      parts.add(part == null ? new Part.Group(Kind.SEQUENCE, List.of(), 1, 1) : part);
    }
    if (walk.elements.isEmpty()) {
      return new XsdContent(List.of(), null, walk.open);
    }
    Part whole = parts.size() == 1 ? parts.getFirst() : new Part.Group(Kind.CHOICE, parts, 1, 1);
    Map<Key, String> names = names(walk.elements.keySet());
    Map<Key, Times> times = times(whole);
    List<XsdContent.Field> fields = new ArrayList<>();
    walk.elements.forEach(
        (key, met) -> {
          Times all = times.getOrDefault(key, new Times(0, 1));
          fields.add(
              new XsdContent.Field(
                  met.decl(), met.notes(), name(names, key), all.min(), all.max()));
        });
    return new XsdContent(fields, model(whole, key -> name(names, key)), walk.open);
  }

  private static String name(Map<Key, String> names, Key key) {
    String name = names.get(key);
    return name == null ? key.local() : name;
  }

  /** Local names where these are unambiguous, else names with prefixes. */
  private Map<Key, String> names(Collection<Key> keys) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key.local(), 1, Integer::sum));
    Map<Key, String> names = new HashMap<>();
    for (Key key : keys) {
      boolean plain = counts.get(key.local()) == 1;
      names.put(key, plain ? key.local() : naming.qualified(key.uri(), key.local()));
    }
    return names;
  }

  /** A content model whose elements have no names of fields yet. */
  private sealed interface Part {
    int min();

    int max();

    record Element(Key key, int min, int max) implements Part {}

    record Anything(int min, int max) implements Part {}

    record Group(Kind kind, List<Part> parts, int min, int max) implements Part {}
  }

  private @Nullable Part part(XSParticle particle, Walk walk) {
    int min = count(particle.getMinOccurs());
    int max = count(particle.getMaxOccurs());
    if (max == 0) {
      return null;
    }
    XSTerm term = particle.getTerm();
    if (term.isElementDecl()) {
      return element(term.asElementDecl(), particle, walk);
    }
    if (term.isWildcard()) {
      walk.open = true;
      return new Part.Anything(min, max);
    }
    XSModelGroup group =
        term.isModelGroupDecl() ? term.asModelGroupDecl().getModelGroup() : term.asModelGroup();
    List<Part> parts = new ArrayList<>();
    for (XSParticle child : group.getChildren()) {
      Part part = part(child, walk);
      if (part != null) {
        parts.add(part);
      }
    }
    Kind kind =
        switch (group.getCompositor()) {
          case SEQUENCE -> Kind.SEQUENCE;
          case CHOICE -> Kind.CHOICE;
          case ALL -> Kind.ALL;
        };
    return new Part.Group(kind, parts, min, max);
  }

  /** An element, or a choice of those that may stand in its place. */
  private static Part element(XSElementDecl decl, XSParticle particle, Walk walk) {
    int min = count(particle.getMinOccurs());
    int max = count(particle.getMaxOccurs());
    List<XSElementDecl> members = new ArrayList<>();
    for (XSElementDecl member : decl.isLocal() ? List.of(decl) : decl.getSubstitutables()) {
      if (!member.isAbstract()) {
        members.add(member);
      }
    }
    members.sort(
        Comparator.comparing((XSElementDecl member) -> member != decl).thenComparing(PLACE));
    XsdNotes.Notes here = XsdNotes.of(particle);
    for (XSElementDecl member : members) {
      XsdNotes.Notes notes = member == decl ? here : XsdNotes.Notes.NONE;
      walk.elements.putIfAbsent(Key.of(member), new Met(member, notes));
    }
    if (members.size() == 1) {
      return new Part.Element(Key.of(members.getFirst()), min, max);
    }
    List<Part> choice =
        members.stream().<Part>map(member -> new Part.Element(Key.of(member), 1, 1)).toList();
    return new Part.Group(Kind.CHOICE, choice, min, max);
  }

  /** As the author wrote them; within several files as these are named. */
  static final Comparator<XSComponent> PLACE =
      Comparator.comparing(
              (XSComponent component) -> {
                Locator at = component.getLocator();
                return at == null || at.getSystemId() == null ? "" : at.getSystemId();
              },
              Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
          .thenComparing(component -> line(component.getLocator()))
          .thenComparing(component -> column(component.getLocator()));

  private static int line(@Nullable Locator at) {
    return at == null ? 0 : at.getLineNumber();
  }

  private static int column(@Nullable Locator at) {
    return at == null ? 0 : at.getColumnNumber();
  }

  private static int count(BigInteger times) {
    return times.signum() < 0 || times.bitLength() > 31 ? XmlContent.UNBOUNDED : times.intValue();
  }

  private static Map<Key, Times> times(Part part) {
    Map<Key, Times> all = new HashMap<>();
    switch (part) {
      case Part.Element element -> all.put(element.key(), new Times(1, 1));
      case Part.Anything anything -> {}
      case Part.Group group -> {
        boolean choice = group.kind() == Kind.CHOICE;
        boolean first = true;
        for (Part inner : group.parts()) {
          Map<Key, Times> times = times(inner);
          if (choice) {
            boolean begins = first;
            times.forEach(
                (key, own) ->
                    all.merge(key, begins || all.containsKey(key) ? own : from0(own), either()));
            all.replaceAll((key, own) -> times.containsKey(key) ? own : from0(own));
          } else {
            times.forEach((key, own) -> all.merge(key, own, both()));
          }
          first = false;
        }
      }
    }
    all.replaceAll(
        (key, own) -> new Times(product(own.min(), part.min()), product(own.max(), part.max())));
    return all;
  }

  private static Times from0(Times times) {
    return new Times(0, times.max());
  }

  private static BinaryOperator<Times> either() {
    return (a, b) -> new Times(Math.min(a.min(), b.min()), Math.max(a.max(), b.max()));
  }

  private static BinaryOperator<Times> both() {
    return (a, b) -> new Times(sum(a.min(), b.min()), sum(a.max(), b.max()));
  }

  private static int product(int a, int b) {
    return (int) Math.min((long) a * b, XmlContent.UNBOUNDED);
  }

  private static int sum(int a, int b) {
    return (int) Math.min((long) a + b, XmlContent.UNBOUNDED);
  }

  private static XmlContent model(Part part, Function<Key, String> names) {
    return switch (part) {
      case Part.Element element ->
          new XmlContent.Field(names.apply(element.key()), element.min(), element.max());
      case Part.Anything anything -> new XmlContent.Anything(anything.min(), anything.max());
      case Part.Group group ->
          new XmlContent.Group(
              group.kind(),
              group.parts().stream().map(inner -> model(inner, names)).toList(),
              group.min(),
              group.max());
    };
  }
}
