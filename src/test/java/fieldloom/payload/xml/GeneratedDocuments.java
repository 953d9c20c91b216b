package fieldloom.payload.xml;

import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.xml.GeneratedXsd.Attribute;
import fieldloom.payload.xml.GeneratedXsd.Complex;
import fieldloom.payload.xml.GeneratedXsd.Element;
import fieldloom.payload.xml.GeneratedXsd.Group;
import fieldloom.payload.xml.GeneratedXsd.Kind;
import fieldloom.payload.xml.GeneratedXsd.Particle;
import fieldloom.payload.xml.GeneratedXsd.Scalar;
import fieldloom.payload.xml.GeneratedXsd.Simple;
import fieldloom.payload.xml.GeneratedXsd.Type;
import fieldloom.payload.xml.GeneratedXsd.Valued;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Records that a generated schema allows, as its documents are read. */
final class GeneratedDocuments {
  private GeneratedDocuments() {}

  /** Records of a root element. */
  static Arbitrary<Object> of(Complex type) {
    return value(type);
  }

  private static Arbitrary<Object> value(Type type) {
    return switch (type) {
      case Simple simple -> scalar(simple.scalar());
      case Valued valued ->
          Combinators.combine(attributes(valued.attributes()), scalar(valued.scalar()))
              .as((object, text) -> object.put("#text", text));
      case Complex complex -> {
        Arbitrary<Obj> object =
            Combinators.combine(attributes(complex.attributes()), content(complex.content()))
                .as((parts, values) -> put(parts, values, complex.content()));
        yield complex.mixed()
            ? Combinators.combine(object, texts()).as((parts, text) -> parts.put("#text", text))
            : object.map(Object.class::cast);
      }
    };
  }

  private static Obj put(Obj object, Map<String, List<Object>> values, Group group) {
    for (Particle particle : group.parts()) {
      switch (particle) {
        case Group inner -> put(object, values, inner);
        case Element element -> {
          List<Object> all = values.getOrDefault(element.name(), List.of());
          boolean list = element.max() > 1 || group.max() > 1;
          if (!all.isEmpty()) {
            object.put(element.name(), list ? all : all.getFirst());
          }
        }
      }
    }
    return object;
  }

  private static Arbitrary<Obj> attributes(List<Attribute> attributes) {
    List<Arbitrary<Object>> values = new ArrayList<>();
    for (Attribute attribute : attributes) {
      Arbitrary<Object> value = scalar(attribute.scalar());
      values.add(attribute.required() ? value : value.injectNull(0.3));
    }
    return Combinators.combine(values)
        .as(
            given -> {
              Obj object = new Obj();
              for (int i = 0; i < given.size(); i++) {
                if (given.get(i) != null) {
                  object.put("@" + attributes.get(i).name(), given.get(i));
                }
              }
              return object;
            });
  }

  /** The values of each element, as many as its schema wants and no more than it allows. */
  private static Arbitrary<Map<String, List<Object>>> content(Particle particle) {
    return switch (particle) {
      case Element element -> {
        Arbitrary<Object> value = value(element.type());
        Arbitrary<Object> item =
            element.nillable()
                ? Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.just(Null.NULL)), Tuple.of(3, value))
                : value;
        yield item.list()
            .ofMinSize(element.min())
            .ofMaxSize(element.max())
            .map(values -> Map.of(element.name(), values));
      }
      case Group group ->
          round(group)
              .list()
              .ofMinSize(group.min())
              .ofMaxSize(group.max())
              .map(GeneratedDocuments::joined);
    };
  }

  private static Arbitrary<Map<String, List<Object>>> round(Group group) {
    List<Arbitrary<Map<String, List<Object>>>> parts =
        group.parts().stream().map(GeneratedDocuments::content).toList();
    return group.kind() == Kind.CHOICE
        ? Arbitraries.oneOf(parts)
        : Combinators.combine(parts).as(GeneratedDocuments::joined);
  }

  private static Map<String, List<Object>> joined(List<Map<String, List<Object>>> rounds) {
    Map<String, List<Object>> all = new LinkedHashMap<>();
    for (Map<String, List<Object>> round : rounds) {
      round.forEach(
          (name, values) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
    }
    return all;
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab<&>]\"'\t\n\r 华é\u00a0\u2028\ufffd").ofMaxLength(8),
        Arbitraries.of("", " ", "]]>", "<!-- -->", "&amp;", "😀𠮷", "\r\n", "true", "0"));
  }

  private static Arbitrary<Object> scalar(Scalar scalar) {
    Arbitrary<LocalDate> days =
        Arbitraries.longs().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
    return switch (scalar) {
      case STRING -> texts().map(Object.class::cast);
      case INT -> Arbitraries.integers().map(number -> Num.ofText(number.toString()));
      case DECIMAL ->
          Arbitraries.bigDecimals().ofScale(5).map(number -> Num.ofText(number.toPlainString()));
      case BOOLEAN -> Arbitraries.of(true, false).map(Object.class::cast);
      case DATE -> days.map(LocalDate::toString);
      case TIME -> times.map(time -> text(time) + "Z");
      case DATETIME ->
          Combinators.combine(days, times, Arbitraries.of("", "Z", "+08:00", "-03:30"))
              .as((day, time, zone) -> day + "T" + text(time) + zone);
      case BASE64, HEX ->
          Arbitraries.bytes()
              .array(byte[].class)
              .ofMinSize(1)
              .ofMaxSize(6)
              .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    };
  }

  private static String text(LocalTime time) {
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }
}
