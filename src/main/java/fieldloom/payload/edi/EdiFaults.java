package fieldloom.payload.edi;

import fieldloom.payload.ReadCodes;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a message: the first of it in words, the rest counted. */
final class EdiFaults {
  private static final int SHOWN = 40;

  private @Nullable String first;
  private String code = ReadCodes.INVALID;
  private int more;

  void clear() {
    first = null;
    more = 0;
  }

  boolean any() {
    return first != null;
  }

  String code() {
    return code;
  }

  /** A sentence. */
  String message() {
    return more == 0
        ? first + "."
        : first + "; " + (more == 1 ? "1 more thing is" : more + " more things are") + " wrong.";
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
    add(code(at.getErrorType()), sentence(at, place, feed));
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
    return place.at(location) + words;
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
          "is " + shown + ", which is none of its codes";
      case INVALID_DATE -> "is no date but " + shown;
      case INVALID_TIME -> "is no time but " + shown;
      case CONTROL_REFERENCE_MISMATCH -> "is " + shown + ", which is not the number at the start";
      case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT ->
          "is " + shown + ", which is not the number of those that were read";
      default -> "breaks a rule of the schema: " + words(error);
    };
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
