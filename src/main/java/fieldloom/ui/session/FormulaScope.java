package fieldloom.ui.session;

import fieldloom.model.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula that is being typed can read.
 *
 * @param mapping the mapping with what is being edited in it, whose loops give fields their names
 * @param target the target field in whose place it stands; null where it reads no fields at all
 * @param names further names that it can read
 */
public record FormulaScope(Mapping mapping, @Nullable FieldRef target, List<String> names) {
  public FormulaScope {
    names = List.copyOf(names);
  }

  public FormulaScope(Mapping mapping, FieldRef target) {
    this(mapping, target, List.of());
  }
}
