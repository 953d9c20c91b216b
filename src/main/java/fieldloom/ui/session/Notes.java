package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people write down beside target fields: with the rule as its member {@code note}; of a field
 * without a rule as a member of the mapping's {@code notes}, named by the field's path.
 */
public final class Notes {
  private static final String NOTE = "note";
  private static final String NOTES = "notes";

  private Notes() {}

  /**
   * The note of a field.
   *
   * @param rule that fills it; null where none does
   * @return "" where there is none
   */
  public static String of(Mapping mapping, FieldRef field, @Nullable Rule rule) {
    String own = rule == null ? "" : text(rule.extras().members().get(NOTE));
    if (!own.isEmpty()) {
      return own;
    }
    return mapping.extras().members().get(NOTES) instanceof ObjectNode notes
        ? text(notes.get(key(mapping, field)))
        : "";
  }

  private static String text(@Nullable JsonNode node) {
    return node == null || node.isNull()
        ? ""
        : node.isTextual() ? node.textValue() : node.toString();
  }

  private static String key(Mapping mapping, FieldRef field) {
    boolean main = field.document().equals(mapping.mainTarget().name());
    return main && !field.isRoot() ? field.path().toString() : field.toString();
  }

  /** The rule with another note; "" takes it away. */
  static Rule with(Rule rule, String note) {
    Map<String, JsonNode> members = new LinkedHashMap<>(rule.extras().members());
    if (note.isBlank()) {
      members.remove(NOTE);
    } else {
      members.put(NOTE, TextNode.valueOf(note.strip()));
    }
    return rule.withExtras(members.isEmpty() ? Extras.NONE : new Extras(members));
  }

  /** The mapping with another note for a field that no rule fills; "" takes it away. */
  static Mapping with(Mapping mapping, FieldRef field, String note) {
    Map<String, JsonNode> members = new LinkedHashMap<>(mapping.extras().members());
    ObjectNode notes =
        members.get(NOTES) instanceof ObjectNode known
            ? known.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    if (note.isBlank()) {
      notes.remove(key(mapping, field));
    } else {
      notes.put(key(mapping, field), note.strip());
    }
    if (notes.isEmpty() && members.remove(NOTES) == null) {
      return mapping;
    }
    if (!notes.isEmpty()) {
      members.put(NOTES, notes);
    }
    Extras extras = members.isEmpty() ? Extras.NONE : new Extras(members);
    return extras.equals(mapping.extras()) ? mapping : mapping.withExtras(extras);
  }
}
