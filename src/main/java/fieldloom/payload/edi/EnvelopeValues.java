package fieldloom.payload.edi;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.IsoText;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in an envelope: what its options say, and over it what the record itself says. */
sealed interface EnvelopeValues permits X12Values, EdifactValues {
  Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}");

  /** The header of the interchange with the delimiters that it tells. */
  String header(String segment);

  /** The header of the interchange, as the first record has it. */
  Obj interchange(Obj first) throws UnfitException;

  /** Whether a record stands in a group. */
  boolean hasGroup(Obj record);

  /**
   * The header of a record's group.
   *
   * @param message the header of its message
   * @param number of the group, from 1, where the record does not say another
   */
  Obj group(Obj record, Obj message, long number) throws UnfitException;

  /**
   * The header of a record's message.
   *
   * @param number of the message, from 1, where the record does not say another
   */
  Obj message(Obj record, long number) throws UnfitException;

  /** What a record says of a segment of its envelope; nothing where it does not have it. */
  default Obj own(Obj record, String tag) {
    return record.get(tag) instanceof Obj own ? own : new Obj();
  }

  /** The text of a field; "" where it has none. */
  static String text(Obj segment, String field) {
    return segment.get(field) instanceof String text ? text : "";
  }

  /** Lays what a record says over what holds otherwise. */
  static void lay(Obj own, Obj over) {
    own.fields()
        .forEach(
            (name, value) -> {
              if (value instanceof Obj composite && over.get(name) instanceof Obj below) {
                lay(composite, below);
              } else if (value != Null.NULL) {
                over.put(name, value);
              }
            });
  }

  /** Puts a text where there is one. */
  static Obj put(Obj segment, String field, @Nullable String text) {
    return segment.put(field, text == null || text.isEmpty() ? Absent.ABSENT : text);
  }

  /** Turns a date or a time in ISO form into digits. */
  static void compact(Obj segment, String field, int length) {
    Object value = segment.get(field);
    String text =
        switch (value) {
          case Temporal time -> IsoText.of(time);
          case String given -> given;
          default -> "";
        };
    if (DATE.matcher(text).lookingAt()) {
      String digits = text.substring(0, 10).replace("-", "");
      segment.put(field, digits.substring(8 - length));
    } else if (TIME.matcher(text).lookingAt()) {
      String digits = text.substring(0, 8).replace(":", "");
      segment.put(field, digits.endsWith("00") || length < 6 ? digits.substring(0, 4) : digits);
    }
  }

  static String dated(LocalDateTime at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
  }

  /** What is said where a field of the envelope has no value. */
  static UnfitException lacks(String what, String option, String field) {
    return new UnfitException(
        "has no "
            + what
            + " for its envelope; set "
            + option
            + " in the options of the target, or map "
            + field);
  }
}
