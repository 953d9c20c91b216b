package fieldloom.payload.edi;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.implementation.CompositeImplementation;
import io.xlate.edi.schema.implementation.ElementImplementation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elements and composites of the library's schemas. */
final class StaediElements {
  /** More positions than any segment has; a schema that says "any" may count thousands. */
  private static final int MAX_POSITIONS = 200;

  private StaediElements() {}

  /**
   * Elements of a segment, or components of a composite.
   *
   * @param parent the segment's tag, or the composite's name
   * @param sequence a place that a guide leaves out is null
   */
  static List<EdiElement> of(String parent, List<? extends @Nullable EDIReference> sequence) {
    List<EdiElement> elements = new ArrayList<>();
    for (int i = 0; i < Math.min(sequence.size(), MAX_POSITIONS); i++) {
      EDIReference reference = sequence.get(i);
      if (reference != null && reference.getReferencedType() != null) {
        elements.add(element(EdiNames.element(parent, i + 1), i + 1, reference));
      }
    }
    return elements;
  }

  private static EdiElement element(String name, int position, EDIReference reference) {
    EDIType type = reference.getReferencedType();
    List<EdiElement> components = List.of();
    EdiType simple = null;
    if (type instanceof EDISimpleType held) {
      simple = type(reference, held);
    } else if (reference instanceof CompositeImplementation guide) {
      components = of(name, guide.getSequence());
    } else if (type instanceof EDIComplexType composite) {
      components = of(name, composite.getReferences());
    }
    return new EdiElement(
        name,
        position,
        label(reference, type),
        reference.getMinOccurs() > 0,
        reference.getMaxOccurs() > 1,
        simple,
        components);
  }

  private static EdiType type(EDIReference reference, EDISimpleType type) {
    Integer scale = type.getScale();
    EdiType.Kind kind =
        switch (type.getBase()) {
          case STRING, IDENTIFIER -> EdiType.Kind.TEXT;
          case NUMERIC -> EdiType.Kind.NUMBER;
          case DECIMAL -> EdiType.Kind.DECIMAL;
          case DATE -> EdiType.Kind.DATE;
          case TIME -> EdiType.Kind.TIME;
          case BINARY -> EdiType.Kind.BINARY;
        };
    return new EdiType(
        kind,
        kind == EdiType.Kind.NUMBER && scale != null ? scale : 0,
        type.getMinLength(),
        type.getMaxLength(),
        codes(reference, type));
  }

  /** A guide names the codes it allows, the standard says what they mean. */
  private static Map<String, String> codes(EDIReference reference, EDISimpleType type) {
    Map<String, @Nullable String> standard = type.getValues();
    Map<String, @Nullable String> allowed = standard;
    if (reference instanceof ElementImplementation guide && !guide.getValues().isEmpty()) {
      allowed = guide.getValues();
    }
    Map<String, String> codes = new LinkedHashMap<>();
    allowed.forEach(
        (code, meaning) -> {
          String known = meaning == null ? standard.get(code) : meaning;
          codes.put(code, known == null ? "" : known);
        });
    return codes;
  }

  /** What the place says of a part, else what its type says. */
  static EdiLabel label(@Nullable EDIReference reference, EDIType type) {
    String title = reference == null ? null : reference.getTitle();
    String description = reference == null ? null : reference.getDescription();
    return new EdiLabel(
        title == null ? type.getTitle() : title,
        description == null ? type.getDescription() : description);
  }
}
