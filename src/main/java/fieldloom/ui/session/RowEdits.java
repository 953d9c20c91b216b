package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.formula.FormulaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Edits of rules as rows of a table: the rule, its default, its note, of any number at once. */
final class RowEdits {
  private RowEdits() {}

  static Mapping fill(Mapping mapping, List<Edit.Fill> fills) {
    Mapping result = changeFields(mapping, fills);
    // A loop's new alias is carried into the rules of its items: they must be there before.
    for (Edit.Fill fill : fills) {
      if (isLoop(fill)) {
        result = loop(result, fill);
      }
    }
    return result;
  }

  private static boolean isLoop(Edit.Fill fill) {
    Rule old = fill.old();
    return old == null
        ? fill.text() != null && LoopText.isLoop(fill.text())
        : old.each() != null && old.expression() == null;
  }

  private static Mapping changeFields(Mapping mapping, List<Edit.Fill> fills) {
    Map<Rule, Edit.Fill> changes = new LinkedHashMap<>();
    List<Edit.Fill> added = new ArrayList<>();
    for (Edit.Fill fill : fills) {
      if (!isLoop(fill) && !fill.to().isPlace()) {
        if (fill.old() == null) {
          added.add(fill);
        } else {
          changes.put(fill.old(), fill);
        }
      }
    }
    List<Rule> rules = new ArrayList<>();
    Mapping result = mapping;
    for (Rule rule : mapping.rules()) {
      Edit.Fill fill = changes.remove(rule);
      Rule now = fill == null ? rule : changed(rule, fill);
      if (now != null) {
        rules.add(now);
      }
      if (fill != null) {
        result = note(result, fill, now == null ? rule : null);
      }
    }
    result = rules.equals(mapping.rules()) ? result : result.withRules(rules);
    List<Rule> put = new ArrayList<>();
    for (Edit.Fill fill : added) {
      Rule now = changed(RuleEdits.blank(result, fill.to()), fill);
      String note = fill.note() != null || now == null ? "" : Notes.of(result, fill.to(), null);
      result = note(result, fill, now == null ? RuleEdits.blank(result, fill.to()) : null);
      if (now != null) {
        put.add(note.isEmpty() ? now : Notes.with(now, note));
      }
    }
    return RulePlaces.put(result, put);
  }

  /**
   * The note of a field goes with its rule; where there is none (any more), with the field.
   *
   * @param left the rule that is no more, or was never there; null where there is one now
   */
  private static Mapping note(Mapping mapping, Edit.Fill fill, @Nullable Rule left) {
    if (left == null) {
      return Notes.with(mapping, fill.to(), "");
    }
    String note = fill.note() == null ? Notes.of(mapping, fill.to(), left) : fill.note();
    return Notes.with(mapping, fill.to(), note);
  }

  /** The rule after the change; null where nothing is left of it. */
  private static @Nullable Rule changed(Rule rule, Edit.Fill fill) {
    Rule now = fill.note() == null ? rule : Notes.with(rule, fill.note());
    String before = rule.expression();
    if (fill.text() == null && fill.otherwise() == null) {
      return before == null && rule.each() == null ? null : now;
    }
    String formula = formula(Defaulted.of(before == null ? "" : before), fill);
    if (formula.isEmpty()) {
      return RuleEdits.emptied(now);
    }
    return RuleEdits.filled(fill.otherwise() == null ? now : now.withDefault(null), formula);
  }

  private static String formula(Defaulted before, Edit.Fill fill) {
    String text = fill.text() == null ? before.value() : RuleEdits.strip(fill.text());
    boolean own = fill.text() != null && Defaulted.isIn(text);
    if (fill.otherwise() == null) {
      return text.isEmpty() || own ? text : new Defaulted(text, before.otherwise()).formula();
    }
    String value = own ? Defaulted.of(text).value() : text;
    return new Defaulted(value, RuleEdits.strip(fill.otherwise())).formula();
  }

  private static Mapping loop(Mapping mapping, Edit.Fill fill) {
    Rule old = fill.old();
    String text = fill.text();
    Mapping result = mapping;
    Rule now = old;
    if (text != null && old != null && text.isBlank()) {
      String note = fill.note() == null ? Notes.of(mapping, fill.to(), old) : fill.note();
      return Notes.with(LoopEdits.delete(mapping, old, false), fill.to(), note);
    }
    if (text != null) {
      try {
        Each each = named(mapping, LoopText.read(text, old == null ? null : old.each()));
        int at = old == null ? -1 : mapping.rules().indexOf(old);
        result =
            old == null
                ? LoopEdits.add(mapping, fill.to(), each)
                : LoopEdits.set(mapping, old, each);
        now = old == null ? added(mapping, result) : at < 0 ? null : result.rules().get(at);
      } catch (FormulaException e) {
        // A line that cannot be read says nothing that a loop could be made of.
        return mapping;
      }
    }
    if (now == null) {
      return result;
    }
    String note = fill.note() == null ? Notes.of(result, fill.to(), now) : fill.note();
    return RuleEdits.replace(Notes.with(result, fill.to(), ""), now, Notes.with(now, note));
  }

  /** A loop whose line has no alias gets one, after its list. */
  private static Each named(Mapping mapping, Each each) {
    List<Path> paths = FormulaText.of(each.over()).paths();
    return each.as() != null || paths.isEmpty()
        ? each
        : each.withAs(Aliases.choose(mapping, FieldRef.of(paths.getFirst())));
  }

  private static @Nullable Rule added(Mapping before, Mapping after) {
    return after.rules().stream()
        .filter(rule -> rule.each() != null && !before.rules().contains(rule))
        .findFirst()
        .orElse(null);
  }

  /** What undo calls a change of one row. */
  static String label(Edit.Fill fill) {
    String text = fill.text();
    String key =
        text != null
            ? text.isBlank() ? "edit.clear" : "edit.change"
            : fill.otherwise() != null ? "edit.default" : "edit.note";
    return Words.get(key, Objects.requireNonNull(fill.to()).name());
  }
}
