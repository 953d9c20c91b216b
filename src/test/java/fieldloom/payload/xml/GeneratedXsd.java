package fieldloom.payload.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A schema made by chance: sequences, choices and groups that repeat, elements that may be left
 * out, repeat or be nil, attributes, mixed content, with a namespace or without.
 */
record GeneratedXsd(Complex root, String namespace, boolean qualified) {
  private static final String[] NAMES = {"a", "单", "c-d", "e.f", "_g", "Größe"};

  /** Types of texts. */
  enum Scalar {
    STRING("string"),
    INT("int"),
    DECIMAL("decimal"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    DATETIME("dateTime"),
    BASE64("base64Binary"),
    HEX("hexBinary");

    private final String xsd;

    Scalar(String name) {
      xsd = "xs:" + name;
    }
  }

  /** How the parts of a group stand. */
  enum Kind {
    SEQUENCE,
    CHOICE,
    ALL
  }

  /** What an element may have. */
  sealed interface Type {}

  record Simple(Scalar scalar) implements Type {}

  record Valued(Scalar scalar, List<Attribute> attributes) implements Type {}

  record Complex(boolean mixed, Group content, List<Attribute> attributes) implements Type {}

  record Attribute(String name, Scalar scalar, boolean required) {}

  /** A part of a content. */
  sealed interface Particle {}

  record Element(String name, Type type, int min, int max, boolean nillable) implements Particle {}

  record Group(Kind kind, int min, int max, List<Particle> parts) implements Particle {}

  /** Schemas of some depth. */
  static Arbitrary<GeneratedXsd> all() {
    return Combinators.combine(complex(2), Arbitraries.of("", "urn:o"), Arbitraries.of(true, false))
        .as(GeneratedXsd::new);
  }

  private static Arbitrary<Complex> complex(int depth) {
    Arbitrary<Particle> parts =
        Arbitraries.oneOf(element(depth, 3), element(depth, 3), group(depth));
    Arbitrary<Group> sequences =
        parts.list().ofMinSize(1).ofMaxSize(4).map(list -> new Group(Kind.SEQUENCE, 1, 1, list));
    Arbitrary<Group> alls =
        element(depth, 1)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> new Group(Kind.ALL, 1, 1, list));
    return Combinators.combine(
            Arbitraries.of(true, false, false, false),
            Arbitraries.oneOf(sequences, sequences, alls),
            attributes())
        .as(
            (mixed, content, attributes) ->
                new Complex(mixed, named(content, new ArrayList<>()), attributes));
  }

  private static Arbitrary<Particle> group(int depth) {
    return Combinators.combine(
            Arbitraries.of(Kind.SEQUENCE, Kind.CHOICE),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(1, 3),
            element(depth, 1).list().ofMinSize(1).ofMaxSize(3))
        .as(Group::new);
  }

  private static Arbitrary<Particle> element(int depth, int most) {
    return Combinators.combine(
            type(depth),
            Arbitraries.integers().between(0, Math.min(most, 2)),
            Arbitraries.integers().between(1, most),
            Arbitraries.of(true, false, false))
        .as(
            (type, min, max, nillable) ->
                new Element("", type, min, Math.max(min, max), nillable && mayBeNil(type)));
  }

  /** What an element requires of its attributes it requires of a nil one too. */
  private static boolean mayBeNil(Type type) {
    return switch (type) {
      case Simple _ -> true;
      case Valued valued -> valued.attributes().stream().noneMatch(Attribute::required);
      case Complex complex -> complex.attributes().stream().noneMatch(Attribute::required);
    };
  }

  private static Arbitrary<Type> type(int depth) {
    Arbitrary<Type> simple = Arbitraries.of(Scalar.class).map(Simple::new);
    Arbitrary<Type> valued =
        Combinators.combine(Arbitraries.of(Scalar.STRING, Scalar.DECIMAL), attributes())
            .as(Valued::new)
            .filter(type -> !type.attributes().isEmpty())
            .map(Type.class::cast);
    return depth == 0
        ? Arbitraries.oneOf(simple, simple, valued)
        : Arbitraries.oneOf(
            simple,
            simple,
            valued,
            Arbitraries.lazy(() -> complex(depth - 1).map(Type.class::cast)));
  }

  private static Arbitrary<List<Attribute>> attributes() {
    return Combinators.combine(Arbitraries.of(Scalar.class), Arbitraries.of(true, false))
        .as((scalar, required) -> new Attribute("", scalar, required))
        .list()
        .ofMaxSize(2)
        .map(
            list -> {
              List<Attribute> named = new ArrayList<>();
              for (Attribute each : list) {
                named.add(new Attribute("k" + named.size(), each.scalar(), each.required()));
              }
              return named;
            });
  }

  /** Gives each element of a content a name of its own. */
  private static Group named(Group group, List<String> taken) {
    List<Particle> parts = new ArrayList<>();
    for (Particle part : group.parts()) {
      switch (part) {
        case Group inner -> parts.add(named(inner, taken));
        case Element element -> {
          int number = taken.size();
          taken.add(NAMES[number % NAMES.length] + (number < NAMES.length ? "" : number));
          parts.add(
              new Element(
                  taken.getLast(),
                  element.type(),
                  element.min(),
                  element.max(),
                  element.nillable()));
        }
      }
    }
    return new Group(group.kind(), group.min(), group.max(), parts);
  }

  /** The schema as a file. */
  String text() {
    return "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
        + (namespace.isEmpty() ? "" : " targetNamespace='" + namespace + "'")
        + (qualified ? " elementFormDefault='qualified'" : "")
        + "><xs:element name='root'>"
        + text(root)
        + "</xs:element></xs:schema>";
  }

  private static String text(Type type) {
    return switch (type) {
      case Simple simple ->
          "<xs:simpleType><xs:restriction base='" + simple.scalar().xsd + "'/></xs:simpleType>";
      case Valued valued ->
          "<xs:complexType><xs:simpleContent><xs:extension base='"
              + valued.scalar().xsd
              + "'>"
              + texts(valued.attributes())
              + "</xs:extension></xs:simpleContent></xs:complexType>";
      case Complex complex ->
          "<xs:complexType mixed='"
              + complex.mixed()
              + "'>"
              + text(complex.content())
              + texts(complex.attributes())
              + "</xs:complexType>";
    };
  }

  private static String texts(List<Attribute> attributes) {
    StringBuilder all = new StringBuilder();
    for (Attribute each : attributes) {
      all.append("<xs:attribute name='").append(each.name()).append("' type='");
      all.append(each.scalar().xsd).append("' use='");
      all.append(each.required() ? "required" : "optional").append("'/>");
    }
    return all.toString();
  }

  private static String text(Particle particle) {
    return switch (particle) {
      case Element element ->
          "<xs:element name='"
              + element.name()
              + "' nillable='"
              + element.nillable()
              + "'"
              + occurs(element.min(), element.max())
              + ">"
              + text(element.type())
              + "</xs:element>";
      case Group group -> {
        String tag = "xs:" + group.kind().name().toLowerCase(Locale.ROOT);
        StringBuilder all = new StringBuilder("<" + tag + occurs(group.min(), group.max()) + ">");
        group.parts().forEach(part -> all.append(text(part)));
        yield all.append("</").append(tag).append('>').toString();
      }
    };
  }

  private static String occurs(int min, int max) {
    return " minOccurs='" + min + "' maxOccurs='" + max + "'";
  }
}
