package fieldloom.payload.edi;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import io.xlate.edi.schema.EDISchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out from a tree of fields, a sample's or a JSON Schema's, what messages are made of. */
final class TreeGrammar {
  /** Loops within loops; deeper only schemas that contain themselves go. */
  private static final int MAX_DEPTH = 16;

  private TreeGrammar() {}

  /**
   * What the messages of a source or target are made of.
   *
   * @return null where nothing is known
   * @throws FormatException where its EDI schema does not hold together
   */
  static @Nullable EdiGrammar of(PayloadSpec spec) throws FormatException {
    SchemaTree tree = spec.schema();
    if (tree.edi() != null) {
      try {
        return StaediGrammar.message(tree.edi().xml());
      } catch (EDISchemaException e) {
        throw new FormatException(
            "The EDI schema of " + spec.name() + " cannot be used: " + e.getMessage() + ".");
      }
    }
    List<EdiPart> parts = parts(tree.root(), 0);
    return parts.isEmpty() ? null : new EdiGrammar(EdiLabel.NONE, parts, null, Map.of());
  }

  private static List<EdiPart> parts(SchemaNode parent, int depth) {
    List<EdiPart> parts = new ArrayList<>();
    for (SchemaNode child : parent.children()) {
      boolean repeats = child.type() == FieldType.ARRAY;
      SchemaNode item = repeats ? child.item() : child;
      EdiPart part = item.type() == FieldType.OBJECT ? part(child, item, repeats, depth) : null;
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static @Nullable EdiPart part(
      SchemaNode field, SchemaNode item, boolean repeats, int depth) {
    String name = field.name();
    String tag = EdiNames.tag(name);
    if (isEnvelope(tag)) {
      return null;
    }
    boolean segment =
        !tag.isEmpty()
            && item.children().stream().allMatch(c -> EdiNames.position(c.name(), tag) > 0);
    if (segment) {
      return new EdiPart.Segment(
          name, tag, EdiLabel.NONE, field.required(), repeats, elements(item, tag));
    }
    List<EdiPart> parts = depth < MAX_DEPTH ? parts(item, depth + 1) : List.of();
    if (parts.isEmpty()) {
      return null;
    }
    return new EdiPart.Loop(
        name, EdiLabel.NONE, field.required(), repeats, parts.getFirst().opener(), false, parts);
  }

  private static boolean isEnvelope(String tag) {
    for (EdiStandard standard : EdiStandard.values()) {
      if (standard.isEnvelope(tag)) {
        return true;
      }
    }
    return false;
  }

  private static List<EdiElement> elements(SchemaNode parent, String prefix) {
    List<EdiElement> elements = new ArrayList<>();
    for (SchemaNode child : parent.children()) {
      int position = EdiNames.position(child.name(), prefix);
      boolean repeats = child.type() == FieldType.ARRAY;
      SchemaNode item = repeats ? child.item() : child;
      boolean composite = item.type() == FieldType.OBJECT;
      if (position > 0) {
        elements.add(
            new EdiElement(
                child.name(),
                position,
                EdiLabel.NONE,
                child.required(),
                repeats,
                composite ? null : type(item.type()),
                composite ? elements(item, child.name()) : List.of()));
      }
    }
    elements.sort((a, b) -> Integer.compare(a.position(), b.position()));
    return elements;
  }

  private static EdiType type(FieldType type) {
    return switch (type) {
      case INTEGER, DECIMAL -> EdiType.of(EdiType.Kind.DECIMAL);
      case DATE -> EdiType.of(EdiType.Kind.DATE);
      case TIME -> EdiType.of(EdiType.Kind.TIME);
      case STRING, BOOLEAN, DATETIME, BINARY, OBJECT, ARRAY, ANY -> EdiType.TEXT;
    };
  }
}
