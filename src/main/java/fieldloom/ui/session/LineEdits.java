package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Edits of rules as lines of text: what gives the value and the condition at once. */
final class LineEdits {
  private LineEdits() {}

  static Mapping set(Mapping mapping, FieldRef to, @Nullable Rule old, String text) {
    RuleText parts = RuleText.split(text);
    int at = old == null ? -1 : mapping.rules().indexOf(old);
    if (to.isPlace() || old != null && at < 0) {
      return mapping;
    }
    boolean formula = old != null && (old.expression() != null || old.each() == null);
    Mapping result =
        formula && !parts.body().isEmpty()
            ? RuleEdits.setText(mapping, old, parts.body())
            : RowEdits.fill(mapping, List.of(new Edit.Fill(to, old, parts.body(), null, null)));
    if (parts.body().isEmpty()) {
      return result;
    }
    Rule now = old == null ? added(mapping, result) : result.rules().get(at);
    return now == null || Objects.equals(now.when(), parts.when())
        ? result
        : RuleEdits.replace(result, now, now.withWhen(parts.when()));
  }

  private static @Nullable Rule added(Mapping before, Mapping after) {
    return after.rules().stream()
        .filter(rule -> !before.rules().contains(rule))
        .findFirst()
        .orElse(null);
  }
}
