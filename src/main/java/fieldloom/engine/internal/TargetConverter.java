package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into what a target field holds: text, exact numbers, booleans, objects and lists of
 * these. Loses nothing; what would is an error of the record.
 */
final class TargetConverter {
  private final SchemaNode node;
  private final Map<SchemaNode, String> patterns;

  /** The type of the source field that is passed on as it stands; ANY where it is computed. */
  private final FieldType passed;

  private final @Nullable String passedPattern;

  TargetConverter(
      SchemaNode node, Map<SchemaNode, String> patterns, Typed.@Nullable RawSource raw) {
    this.node = node;
    this.patterns = patterns;
    this.passed = raw == null ? FieldType.ANY : raw.node().type();
    this.passedPattern = raw == null ? null : raw.pattern();
  }

  /** The field. */
  SchemaNode node() {
    return node;
  }

  /** The type of the source field that is passed on as it stands; ANY where it is computed. */
  FieldType passed() {
    return passed;
  }

  Object apply(Object value, Frame frame) {
    if (passed.isScalar()) {
      return passedOn(value, frame);
    }
    return convert(value, node, frame);
  }

  /** A source field as it was read: checked against its type, its text kept where that can be. */
  private Object passedOn(Object value, Frame frame) {
    if (value == Absent.ABSENT || value == Null.NULL) {
      return value;
    }
    Object typed = Coercion.read(value, passed, passedPattern, frame.zone(), frame.locale());
    boolean asText = node.type() == FieldType.STRING || node.type() == FieldType.ANY;
    boolean same = node.type() == passed && patterns.get(node) == null;
    boolean iso = passed.isTemporal() && passedPattern == null && value instanceof String;
    boolean keeps = iso && (asText || same);
    return convert(keeps ? value : typed, keeps && same ? null : node, frame);
  }

  private Object convert(Object value, @Nullable SchemaNode to, Frame frame) {
    if (to == null || value == Absent.ABSENT || value == Null.NULL) {
      return value;
    }
    return switch (to.type()) {
      case STRING -> text(value, to, frame);
      case INTEGER -> digits(Coercion.whole(value), to.facets());
      case DECIMAL -> decimal(Coercion.number(value), to.facets());
      case BOOLEAN -> Coercion.bool(value);
      case DATE, TIME, DATETIME -> {
        String pattern = patterns.get(to);
        Temporal temporal =
            Coercion.temporal(value, to.type(), pattern, frame.zone(), frame.locale());
        yield Temporals.text(temporal, pattern, frame.locale());
      }
      case BINARY -> Coercion.binary(value).base64();
      case OBJECT -> object(value, to, frame);
      case ARRAY -> array(value, to, frame);
      case ANY -> plain(value, frame);
    };
  }

  private String text(Object value, SchemaNode to, Frame frame) {
    String pattern = patterns.get(to);
    String text =
        pattern != null && value instanceof Temporal t
            ? Temporals.text(t, pattern, frame.locale())
            : Coercion.text(value);
    Integer max = to.facets().maxLength();
    if (max != null && text.length() > max && text.codePointCount(0, text.length()) > max) {
      throw new ValueException(
          "too-long",
          Coercion.shown(text)
              + " has "
              + text.codePointCount(0, text.length())
              + " characters; "
              + to.name()
              + " takes "
              + max
              + ".");
    }
    return text;
  }

  private static Num decimal(Num number, Facets facets) {
    Integer scale = facets.scale();
    if (scale == null) {
      return digits(number, facets);
    }
    BigDecimal value = number.value();
    if (value.scale() == scale) {
      return digits(number, facets);
    }
    try {
      return digits(Num.of(value.setScale(scale, RoundingMode.UNNECESSARY)), facets);
    } catch (ArithmeticException e) {
      throw new ValueException(
          "would-lose",
          Coercion.shown(number)
              + " has more than "
              + scale
              + " digits after the point; ROUND it.");
    }
  }

  private static Num digits(Num number, Facets facets) {
    Integer digits = facets.digits();
    if (digits != null) {
      BigDecimal value = number.value().stripTrailingZeros();
      int scale = facets.scale() == null ? Math.max(value.scale(), 0) : facets.scale();
      if (value.precision() - value.scale() > digits - scale && value.signum() != 0) {
        throw new ValueException(
            "too-long",
            Coercion.shown(number) + " has more digits than the field's " + digits + ".");
      }
    }
    return number;
  }

  private Object object(Object value, SchemaNode to, Frame frame) {
    if (!(value instanceof Obj from)) {
      throw new ValueException("not-an-object", Coercion.shown(value) + " is no object.");
    }
    Obj out = new Obj();
    from.fields()
        .forEach(
            (name, field) -> {
              SchemaNode child = to.child(name);
              out.put(name, child == null ? plain(field, frame) : convert(field, child, frame));
            });
    return out;
  }

  private Object array(Object value, SchemaNode to, Frame frame) {
    if (!(value instanceof List<?> list)) {
      throw new ValueException("not-a-list", Coercion.shown(value) + " is no list.");
    }
    List<Object> out = new ArrayList<>(list.size());
    for (Object item : list) {
      if (item != Absent.ABSENT) {
        out.add(convert(item, to.item(), frame));
      }
    }
    return out;
  }

  /** A value without a schema, as a payload can hold it. */
  static Object plain(Object value, Frame frame) {
    return switch (value) {
      case Temporal t -> Temporals.text(t, null, frame.locale());
      case Binary b -> b.base64();
      case Obj o -> {
        Obj out = new Obj();
        o.fields().forEach((name, field) -> out.put(name, plain(field, frame)));
        yield out;
      }
      case List<?> list -> {
        List<Object> out = new ArrayList<>(list.size());
        for (Object item : list) {
          if (item != Absent.ABSENT) {
            out.add(plain(item, frame));
          }
        }
        yield out;
      }
      default -> value;
    };
  }
}
