package fieldloom.payload.edi;

import fieldloom.model.Path;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDILoopType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.implementation.EDITypeImplementation;
import io.xlate.edi.schema.implementation.LoopImplementation;
import io.xlate.edi.schema.implementation.SegmentImplementation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out from the library's schemas what messages and envelopes are made of. */
public final class StaediGrammar {
  private final Map<EDIReference, EdiPart> byReference = new IdentityHashMap<>();

  private StaediGrammar() {}

  /**
   * The messages of a schema; those of its implementation guide where it has one.
   *
   * @param xml a schema that has been checked
   * @throws EDISchemaException where its parts do not belong together
   */
  public static EdiGrammar message(String xml) throws EDISchemaException {
    Schema schema = StaediSchemas.read(xml);
    LoopImplementation guide = schema.getImplementation();
    EDIComplexType standard = schema.getStandard();
    if (standard == null || standard.getType() != EDIType.Type.TRANSACTION) {
      throw new EDISchemaException("it describes no transaction");
    }
    StaediGrammar grammar = new StaediGrammar();
    List<EdiPart> parts =
        grammar.parts(guide == null ? standard.getReferences() : guide.getSequence());
    EdiLabel label = StaediElements.label(guide == null ? null : guide, standard);
    return new EdiGrammar(label, parts, schema, grammar.byReference);
  }

  /**
   * The segments that open an envelope: of interchange, group and message, in that order.
   *
   * @param control the schema of the envelope
   */
  static List<EdiPart.Segment> headers(EdiStandard standard, Schema control) {
    StaediGrammar grammar = new StaediGrammar();
    List<EdiPart.Segment> headers = new ArrayList<>();
    for (String tag : standard.headers()) {
      EDIType type = control.getType(tag);
      if (type instanceof EDIComplexType segment) {
        headers.add(
            new EdiPart.Segment(
                tag,
                tag,
                StaediElements.label(null, type),
                false,
                false,
                StaediElements.of(tag, segment.getReferences())));
      }
    }
    return headers;
  }

  /** The newest envelope that is common in a standard. */
  static List<EdiPart.Segment> headers(EdiStandard standard) {
    Schema control =
        switch (standard) {
          case X12 -> StaediSchemas.control(standard, "00501");
          case EDIFACT -> StaediSchemas.control(standard, "UNOC", "3");
        };
    if (control == null) {
      throw new IllegalStateException("the library has no envelope of " + standard.label());
    }
    return headers(standard, control);
  }

  private List<EdiPart> parts(List<? extends EDIReference> references) {
    Set<String> taken = new HashSet<>();
    List<EdiPart> parts = new ArrayList<>(references.size());
    for (EDIReference reference : references) {
      EDIType type = reference.getReferencedType();
      if (type == null) {
        continue;
      }
      EdiPart part =
          switch (type.getType()) {
            case SEGMENT -> segment(reference, type, taken);
            case LOOP -> loop(reference, type, taken);
            case INTERCHANGE, GROUP, TRANSACTION, COMPOSITE, ELEMENT -> null;
          };
      if (part != null) {
        taken.add(part.name());
        parts.add(part);
        byReference.put(reference, part);
      }
    }
    return parts;
  }

  private EdiPart.Segment segment(EDIReference reference, EDIType type, Set<String> taken) {
    String tag = type.getId();
    String code = reference instanceof SegmentImplementation guide ? guide.getCode() : tag;
    String name = Path.isPlain(code) ? code : tag;
    List<? extends EDIReference> sequence =
        reference instanceof SegmentImplementation guide
            ? guide.getSequence()
            : ((EDIComplexType) type).getReferences();
    return new EdiPart.Segment(
        EdiNames.free(name, taken),
        tag,
        StaediElements.label(reference, type),
        reference.getMinOccurs() > 0,
        reference.getMaxOccurs() > 1,
        StaediElements.of(tag, sequence));
  }

  private EdiPart.@Nullable Loop loop(EDIReference reference, EDIType type, Set<String> taken) {
    List<? extends EDIReference> sequence =
        reference instanceof LoopImplementation guide
            ? guide.getSequence()
            : ((EDIComplexType) type).getReferences();
    List<EdiPart> parts = parts(sequence);
    if (parts.isEmpty()) {
      return null;
    }
    if (parts.getFirst() instanceof EdiPart.Segment first && !first.required()) {
      EdiPart.Segment opening =
          new EdiPart.Segment(
              first.name(), first.tag(), first.label(), true, first.repeats(), first.elements());
      replace(first, opening);
      parts.set(0, opening);
    }
    String code =
        reference instanceof EDITypeImplementation guide ? guide.getCode() : type.getCode();
    boolean nested = type instanceof EDILoopType levels && levels.getLevelIdPosition() != null;
    return new EdiPart.Loop(
        EdiNames.free(EdiNames.loop(code, parts.getFirst().opener()), taken),
        StaediElements.label(reference, type),
        reference.getMinOccurs() > 0,
        reference.getMaxOccurs() > 1,
        parts.getFirst().opener(),
        nested,
        parts);
  }

  private void replace(EdiPart old, EdiPart part) {
    byReference.replaceAll((reference, known) -> known == old ? part : known);
  }
}
