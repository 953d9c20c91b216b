package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The segments around the message that is being read. Their elements are texts as they stand,
 * without the blanks that fill them up, so that control numbers keep their zeros; dates and times
 * are in ISO form.
 */
public final class EnvelopeFields {
  private static final Set<String> DELIMITERS = Set.of("ISA11", "ISA16");

  private final EdiStandard standard;
  private final SegmentFiller filler;
  private final Map<String, EdiPart.Segment> headers = new HashMap<>();
  private final Map<String, Obj> values = new HashMap<>();
  private EdiPart.@Nullable Segment open;

  EnvelopeFields(EdiStandard standard, Schema control) {
    this.standard = standard;
    this.filler = new SegmentFiller(standard);
    for (EdiPart.Segment header : fields(StaediGrammar.headers(standard, control))) {
      headers.put(header.tag(), header);
    }
  }

  /** The segments as fields of a record: without the delimiters that a header tells. */
  static List<EdiPart.Segment> fields(List<EdiPart.Segment> headers) {
    return asTexts(headers, true).stream()
        .map(
            header ->
                new EdiPart.Segment(
                    header.name(),
                    header.tag(),
                    header.label(),
                    header.required(),
                    header.repeats(),
                    header.elements().stream()
                        .filter(element -> !DELIMITERS.contains(element.name()))
                        .toList()))
        .toList();
  }

  /** The segments of the newest envelope that is common in a standard, as fields of a record. */
  public static List<EdiPart.Segment> fields(EdiStandard standard) {
    return fields(StaediGrammar.headers(standard));
  }

  /**
   * The segments with numbers as the texts that they are.
   *
   * @param dates whether dates and times stay such
   */
  static List<EdiPart.Segment> asTexts(List<EdiPart.Segment> headers, boolean dates) {
    return headers.stream()
        .map(
            header ->
                new EdiPart.Segment(
                    header.name(),
                    header.tag(),
                    header.label(),
                    header.required(),
                    header.repeats(),
                    header.elements().stream().map(e -> asText(e, dates)).toList()))
        .toList();
  }

  private static EdiElement asText(EdiElement element, boolean dates) {
    EdiType type = element.type();
    if (type != null && !(dates && isTime(type.kind()))) {
      type = new EdiType(EdiType.Kind.TEXT, 0, type.minLength(), type.maxLength(), type.codes());
    }
    return new EdiElement(
        element.name(),
        element.position(),
        element.label(),
        element.required(),
        element.repeats(),
        type,
        element.components().stream().map(e -> asText(e, dates)).toList());
  }

  private static boolean isTime(EdiType.Kind kind) {
    return kind == EdiType.Kind.DATE || kind == EdiType.Kind.TIME;
  }

  /** A segment outside the message's own begins. */
  void start(String tag) {
    open = headers.get(tag);
    if (open != null) {
      values.put(tag, new Obj());
    }
  }

  void element(String text, Location at) {
    EdiPart.Segment segment = open;
    if (segment != null) {
      filler.put(value(segment.tag()), segment.elements(), text.stripTrailing(), at);
    }
  }

  /** A group has ended. */
  void endGroup() {
    values.remove(standard.group());
  }

  private Obj value(String tag) {
    return values.computeIfAbsent(tag, none -> new Obj());
  }

  /** The kind of the message: {@code 850}, {@code ORDERS}; "" where it does not say. */
  String messageType() {
    Obj header = value(standard.message());
    Object type =
        switch (standard) {
          case X12 -> header.get("ST01");
          case EDIFACT -> header.get("UNH02") instanceof Obj id ? id.get("UNH0201") : "";
        };
    return type instanceof String text ? text : "";
  }

  /** A record that has the envelope's segments, and the message's to come. */
  Obj record() {
    Obj record = new Obj();
    for (String tag : standard.headers()) {
      Obj segment = values.get(tag);
      if (segment != null) {
        record.put(tag, segment);
      }
    }
    return record;
  }
}
