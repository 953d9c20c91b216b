package fieldloom.model.difference;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Extras;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what means the same in one way, so that texts can be compared. */
final class Spelling {
  private Spelling() {}

  /** A formula as it is printed; one that cannot be read stays as it is. */
  static @Nullable String formula(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return FormulaPrinter.print(FormulaParser.parse(text));
    } catch (FormulaException e) {
      return text.strip();
    }
  }

  static @Nullable String json(@Nullable JsonNode node) {
    return node == null ? null : node.toString();
  }

  /** Members that are not known, in alphabetical order; "" where there are none. */
  static String extras(Extras extras) {
    return members(extras.members());
  }

  static String members(Map<String, JsonNode> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining(", "));
  }

  /** Null where nothing is said. */
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
