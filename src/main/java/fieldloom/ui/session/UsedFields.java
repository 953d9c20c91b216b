package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The fields of one source or target that a mapping uses. */
final class UsedFields {
  private UsedFields() {}

  /** They, and how many rules and variables use each. */
  static Map<FieldRef, Integer> of(Mapping mapping, Side side, String document) {
    Loops loops = Loops.of(mapping);
    Map<FieldRef, Integer> used = new LinkedHashMap<>();
    for (Rule rule : mapping.rules()) {
      Set<FieldRef> ofRule = new LinkedHashSet<>();
      if (side == Side.TARGET) {
        ofRule.add(loops.target(rule));
      }
      for (String text : Loops.texts(rule)) {
        for (Path path : FormulaText.of(text).paths()) {
          FieldRef ref = loops.resolve(path, rule);
          if (ref != null) {
            ofRule.add(ref);
          }
        }
      }
      count(ofRule, document, used);
    }
    for (Mapping.Variable variable : mapping.variables()) {
      Set<FieldRef> ofVariable = new LinkedHashSet<>();
      FormulaText.of(variable.formula()).paths().forEach(p -> ofVariable.add(FieldRef.of(p)));
      count(ofVariable, document, used);
    }
    return used;
  }

  private static void count(Set<FieldRef> found, String document, Map<FieldRef, Integer> used) {
    for (FieldRef ref : found) {
      if (ref.document().equals(document)) {
        used.merge(ref, 1, Integer::sum);
      }
    }
  }
}
