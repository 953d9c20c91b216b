package fieldloom.payload.edi;

import fieldloom.payload.ReadCodes;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a message: the first of it in words, the rest counted. */
final class EdiFaults {
  private static final int SHOWN = 40;

  /** Codes of a value set that are listed. */
  private static final int CODES = 5;

  private final String remedy;
  private @Nullable String first;
  private String code = ReadCodes.INVALID;
  private int more;

  /** The segment before which the first fault misses another; 0 where it is none of that kind. */
  private int missingBefore;

  /**
   * @param written whether what is read is about to be written
   */
  EdiFaults(boolean written) {
    remedy =
        written
            ? "correct the rules, the options or the schema"
            : "correct the message or its schema";
  }

  void clear() {
    first = null;
    more = 0;
    missingBefore = 0;
  }

  boolean any() {
    return first != null;
  }

  String code() {
    return code;
  }

  /** A sentence. */
  String message() {
    String others =
        switch (more) {
          case 0 -> "";
          case 1 -> ", and 1 more thing is wrong";
          default -> ", and " + more + " more things are wrong";
        };
    String toDo =
        code.equals(ReadCodes.CONTROL_MISMATCH)
            ? "parts may be missing: correct it or have it sent again"
            : remedy;
    return first + others + "; " + toDo + ".";
  }

  /**
   * Adds a fault.
   *
   * @param sentence without its full stop
   */
  void add(String faultCode, String sentence) {
    if (first == null) {
      first = sentence;
      code = faultCode;
    } else {
      more++;
    }
  }

  /** Adds what the library found at its reader's place. */
  void add(EDIStreamReader at, EdiPlace place, EdiFeed feed) {
    EDIStreamValidationError error = at.getErrorType();
    int segment = at.getLocation().getSegmentPosition();
    if (first == null) {
      add(code(error), sentence(at, place, feed));
      missingBefore = isMissing(error) ? segment : 0;
      return;
    }
    if (missingBefore == segment && isOutOfPlace(error)) {
      // A segment at a wrong place has others be missed; the wrong place is what has to be told.
      first = sentence(at, place, feed);
      missingBefore = 0;
    }
    more++;
  }

  private static boolean isMissing(EDIStreamValidationError error) {
    return switch (error) {
      case MANDATORY_SEGMENT_MISSING,
          IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE,
          CONDITIONAL_REQUIRED_SEGMENT_MISSING,
          IMPLEMENTATION_DEPENDENT_SEGMENT_MISSING,
          IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES ->
          true;
      default -> false;
    };
  }

  private static boolean isOutOfPlace(EDIStreamValidationError error) {
    return switch (error) {
      case SEGMENT_NOT_IN_PROPER_SEQUENCE,
          SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET,
          UNEXPECTED_SEGMENT,
          UNRECOGNIZED_SEGMENT_ID,
          SEGMENT_EXCEEDS_MAXIMUM_USE,
          LOOP_OCCURS_OVER_MAXIMUM_TIMES ->
          true;
      default -> false;
    };
  }

  static String code(EDIStreamValidationError error) {
    return switch (error) {
      case CONTROL_REFERENCE_MISMATCH, CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT ->
          ReadCodes.CONTROL_MISMATCH;
      default -> ReadCodes.INVALID;
    };
  }

  /** Whether what is wrong with a segment of the envelope leaves its messages what they are. */
  static boolean isHarmless(EDIStreamValidationError error) {
    return switch (error) {
      case DATA_ELEMENT_TOO_LONG,
          DATA_ELEMENT_TOO_SHORT,
          INVALID_CHARACTER_DATA,
          INVALID_CODE_VALUE,
          INVALID_DATE,
          INVALID_TIME,
          TOO_MANY_DATA_ELEMENTS,
          TOO_MANY_COMPONENTS ->
          true;
      default -> false;
    };
  }

  /** What the library found, in words; without the full stop. */
  static String sentence(EDIStreamReader at, EdiPlace place, EdiFeed feed) {
    EDIStreamValidationError error = at.getErrorType();
    Location location = at.getLocation();
    EDIReference reference = at.getSchemaTypeReference();
    String data = at.hasText() ? feed.restored(at.getText()) : "";
    String words =
        switch (error.getCategory()) {
          case SEGMENT_ERROR -> segment(error, reference, place.segment(location));
          default -> place.element(location) + " " + element(error, reference, data);
        };
    boolean missing =
        switch (error) {
          case REQUIRED_DATA_ELEMENT_MISSING,
              CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING,
              IMPLEMENTATION_DEPENDENT_DATA_ELEMENT_MISSING ->
              true;
          default -> false;
        };
    return place.at(missing ? place.end(location) : place.start(location)) + words;
  }

  private static String segment(
      EDIStreamValidationError error, @Nullable EDIReference reference, String segment) {
    String part =
        reference == null || reference.getReferencedType() == null
            ? "segment"
            : reference.getReferencedType().getCode();
    return switch (error) {
      case MANDATORY_SEGMENT_MISSING,
          IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE,
          CONDITIONAL_REQUIRED_SEGMENT_MISSING,
          IMPLEMENTATION_DEPENDENT_SEGMENT_MISSING ->
          "the segment " + part + ", which is required, is missing before " + segment;
      case IMPLEMENTATION_LOOP_OCCURS_UNDER_MINIMUM_TIMES ->
          "the loop " + part + " comes fewer times than the schema demands, before " + segment;
      case SEGMENT_EXCEEDS_MAXIMUM_USE ->
          segment + " comes more often than the schema allows" + most(reference);
      case LOOP_OCCURS_OVER_MAXIMUM_TIMES ->
          "the loop " + part + " comes more often than the schema allows" + most(reference);
      case SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET, UNEXPECTED_SEGMENT, UNRECOGNIZED_SEGMENT_ID ->
          segment + " is none of the schema's";
      case SEGMENT_NOT_IN_PROPER_SEQUENCE ->
          segment + " does not belong at this place of the message";
      case IMPLEMENTATION_UNUSED_SEGMENT_PRESENT,
          IMPLEMENTATION_DEPENDENT_UNUSED_SEGMENT_PRESENT,
          SEGMENT_EXCLUSION_CONDITION_VIOLATED ->
          segment + " must not be there";
      default -> segment + " breaks a rule of the schema: " + words(error);
    };
  }

  private static String most(@Nullable EDIReference reference) {
    return reference == null || reference.getMaxOccurs() < 1
        ? ""
        : ", " + reference.getMaxOccurs() + " at most";
  }

  private static String element(
      EDIStreamValidationError error, @Nullable EDIReference reference, String data) {
    String shown = "“" + (data.length() > SHOWN ? data.substring(0, SHOWN) + "…" : data) + "”";
    EDISimpleType type =
        reference != null && reference.getReferencedType() instanceof EDISimpleType simple
            ? simple
            : null;
    return switch (error) {
      case REQUIRED_DATA_ELEMENT_MISSING,
          CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING,
          IMPLEMENTATION_DEPENDENT_DATA_ELEMENT_MISSING ->
          "is required and missing";
      case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS -> "is one more than the schema has";
      case TOO_MANY_REPETITIONS ->
          "is repeated more often than the schema allows" + most(reference);
      case IMPLEMENTATION_TOO_FEW_REPETITIONS -> "is repeated fewer times than the schema demands";
      case EXCLUSION_CONDITION_VIOLATED,
          IMPLEMENTATION_UNUSED_DATA_ELEMENT_PRESENT,
          IMPLEMENTATION_DEPENDENT_UNUSED_DATA_ELEMENT_PRESENT ->
          "must not be there, but is " + shown;
      case DATA_ELEMENT_TOO_SHORT ->
          "is "
              + shown
              + ", shorter than its "
              + (type == null ? 1 : type.getMinLength())
              + " characters at least";
      case DATA_ELEMENT_TOO_LONG ->
          "is "
              + shown
              + ", longer than its "
              + (type == null ? 0 : type.getMaxLength())
              + " characters at most";
      case INVALID_CHARACTER_DATA ->
          type == null
              ? "has a character that must not be there: " + shown
              : "is no " + kind(type) + " but " + shown;
      case INVALID_CODE_VALUE, IMPLEMENTATION_INVALID_CODE_VALUE ->
          "is " + shown + ", which is none of its codes" + codes(type);
      case INVALID_DATE -> "is no date but " + shown;
      case INVALID_TIME -> "is no time but " + shown;
      case CONTROL_REFERENCE_MISMATCH -> "is " + shown + ", which is not the number at the start";
      case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT ->
          "is " + shown + ", which is not the number of those that were read";
      default -> "breaks a rule of the schema: " + words(error);
    };
  }

  private static String codes(@Nullable EDISimpleType type) {
    if (type == null || type.getValues().isEmpty()) {
      return "";
    }
    List<String> codes = type.getValues().keySet().stream().sorted().toList();
    String listed = String.join(", ", codes.subList(0, Math.min(CODES, codes.size())));
    return " " + listed + (codes.size() > CODES ? " and others" : "");
  }

  private static String kind(EDISimpleType type) {
    return switch (type.getBase()) {
      case NUMERIC -> "whole number";
      case DECIMAL -> "number";
      case STRING, IDENTIFIER, DATE, TIME, BINARY -> "text of characters that may stand there";
    };
  }

  private static String words(EDIStreamValidationError error) {
    return error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
