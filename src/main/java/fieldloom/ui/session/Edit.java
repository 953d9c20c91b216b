package fieldloom.ui.session;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of editing: a pure function from a mapping to a mapping, and the name that undo shows.
 * An edit whose fields or rules are not in the mapping (any more) changes nothing.
 */
public sealed interface Edit
    permits Edit.Link,
        Edit.LinkList,
        Edit.Combine,
        Edit.LinkGroup,
        Edit.MakeLoop,
        Edit.SetLoop,
        Edit.SetFormula,
        Edit.ChangeRule,
        Edit.SetConstant,
        Edit.SetWhen,
        Edit.FillRows,
        Edit.PutFunction,
        Edit.SetLine,
        Edit.DeleteRules,
        Edit.DeleteLoop,
        Edit.PutDocument,
        Edit.Rebind,
        Edit.RenameDocument,
        Edit.ReplaceMapping,
        SetIntake,
        PasteRule,
        RemoveDocument,
        ProblemEdit,
        TableEdit,
        TestEdit,
        FunctionEdit,
        DrawingEdit,
        ViewEdit {

  /** The mapping after the step; the same instance where nothing changes. */
  Mapping applyTo(Mapping mapping);

  /** What undo calls it: {@code Link orderNo to FBillNo}. */
  String label();

  /**
   * A plain link. Where it crosses arrays that no loop builds yet, the loops are made; the source
   * is written through their aliases. What the target field had is replaced, its condition and
   * default stay.
   */
  record Link(FieldRef from, FieldRef to) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LinkEdits.link(mapping, from, to);
    }

    @Override
    public String label() {
      return Words.get("edit.link", from.name(), to.name());
    }
  }

  /** A list linked to a field of one value: one value is made of it. */
  record LinkList(FieldRef from, FieldRef to, How how) implements Edit {
    /** Which value. */
    public enum How {
      FIRST,
      LAST,
      JOIN,
      SUM,
      COUNT;

      String formula(String list) {
        return this == JOIN ? "JOIN(\", \", " + list + ")" : name() + "(" + list + ")";
      }
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return LinkEdits.linkList(mapping, from, to, how);
    }

    @Override
    public String label() {
      return Words.get("edit.link", from.name(), to.name());
    }
  }

  /** A second source joined to what fills a target field already. */
  record Combine(FieldRef from, FieldRef to, How how) implements Edit {
    /** How both become one value. */
    public enum How {
      JOIN_TEXT,
      FIRST_NON_EMPTY
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return LinkEdits.combine(mapping, from, to, how);
    }

    @Override
    public String label() {
      return Words.get("edit.combine", from.name(), to.name());
    }
  }

  /** Several links in one step, as between the like-named children of two groups. */
  record LinkGroup(List<Link> links, String label) implements Edit {
    public LinkGroup {
      links = List.copyOf(links);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping result = mapping;
      for (Link link : links) {
        result = link.applyTo(result);
      }
      return result;
    }
  }

  /** A loop from a source array to a target array; a second one appends its items. */
  record MakeLoop(FieldRef from, FieldRef to) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LoopEdits.make(mapping, from, to);
    }

    @Override
    public String label() {
      return Words.get("edit.loop", from.name(), to.name());
    }
  }

  /** Other settings for a loop; a new alias is carried into the rules that use it. */
  record SetLoop(Rule loop, Each each) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return Looks.follow(mapping, LoopEdits.set(mapping, loop, each));
    }

    @Override
    public String label() {
      return Words.get("edit.loop.change", loop.to());
    }
  }

  /**
   * The text that fills a field: a path makes a link, anything else a formula, nothing removes the
   * rule. Kept as it is typed, valid or not.
   *
   * @param in the loop whose rule it is, where a field has one for each of several
   */
  record SetFormula(FieldRef to, @Nullable String in, String text) implements Edit {
    public SetFormula(FieldRef to, String text) {
      this(to, null, text);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.setFormula(mapping, to, in, text);
    }

    @Override
    public String label() {
      return Words.get(text.isBlank() ? "edit.clear" : "edit.change", to.name());
    }
  }

  /** As {@link SetFormula}, for a rule that is there. */
  record ChangeRule(Rule rule, String text) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.setText(mapping, rule, text);
    }

    @Override
    public String label() {
      return Words.get(text.isBlank() ? "edit.clear" : "edit.change", rule.to());
    }
  }

  /**
   * A fixed value.
   *
   * @param literal as a formula writes it: {@code "100"} with its quotes, {@code 12}, {@code TRUE}
   */
  record SetConstant(FieldRef to, String literal) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.setFormula(mapping, to, null, literal);
    }

    @Override
    public String label() {
      return Words.get("edit.constant", to.name(), literal);
    }
  }

  /**
   * A call of a function becomes the rule of a field that has none, unfolded: fields are linked to
   * its ports then.
   *
   * @param what the function's name
   */
  record PutFunction(FieldRef to, String what) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.putFunction(mapping, to, what);
    }

    @Override
    public String label() {
      return Words.get("edit.function", what, to.name());
    }
  }

  /** The condition under which a field is written; null removes it. */
  record SetWhen(Rule rule, @Nullable String when) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return RuleEdits.replace(mapping, rule, rule.withWhen(when));
    }

    @Override
    public String label() {
      return Words.get("edit.when", rule.to());
    }
  }

  /**
   * Other cells of one row of the table of rules. What is null stays.
   *
   * @param to the target field
   * @param old its rule; null where it has none yet
   * @param text what gives the value, or of a loop its line ({@link LoopText}); "" takes the rule
   *     away, and with a loop what lives by it
   * @param otherwise the formula that stands in for a missing value; "" takes it away
   * @param note "" takes it away
   */
  record Fill(
      FieldRef to,
      @Nullable Rule old,
      @Nullable String text,
      @Nullable String otherwise,
      @Nullable String note) {}

  /** Cells of the table of rules in one step. A note stays with its field when its rule goes. */
  record FillRows(List<Fill> rows, String label) implements Edit {
    public FillRows {
      rows = List.copyOf(rows);
    }

    /** One row. */
    public FillRows(Fill row) {
      this(List.of(row), RowEdits.label(row));
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return RowEdits.fill(mapping, rows);
    }
  }

  /**
   * The line of a field in the text of all rules ({@link RuleText}): what gives the value, or a
   * loop, and the condition. "" takes the rule away.
   *
   * @param old its rule; null where it has none yet
   */
  record SetLine(FieldRef to, @Nullable Rule old, String text) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return Looks.follow(mapping, LineEdits.set(mapping, to, old, text));
    }

    @Override
    public String label() {
      return Words.get(text.isBlank() ? "edit.clear" : "edit.change", to.name());
    }
  }

  /** Rules go; a loop among them takes the rules that live by it along. */
  record DeleteRules(List<Rule> rules) implements Edit {
    public DeleteRules {
      rules = List.copyOf(rules);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      Mapping result = mapping;
      for (Rule rule : rules) {
        result =
            rule.each() != null
                ? LoopEdits.delete(result, rule, false)
                : RuleEdits.replace(result, rule, null);
      }
      return result;
    }

    @Override
    public String label() {
      return rules.size() == 1
          ? Words.get("edit.delete", rules.getFirst().to())
          : Words.get("edit.delete.many", rules.size());
    }
  }

  /**
   * A loop goes.
   *
   * @param keepRules whether the rules under it stay, reading their lists from the document down;
   *     else those that use its alias go with it, and all of them with the array's last loop
   */
  record DeleteLoop(Rule loop, boolean keepRules) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return LoopEdits.delete(mapping, loop, keepRules);
    }

    @Override
    public String label() {
      return Words.get("edit.loop.delete", loop.to());
    }
  }

  /** A source or target is added, or takes the place of the one of its name; rules stay. */
  record PutDocument(Side side, Document document) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DocumentEdits.put(mapping, side, document);
    }

    @Override
    public String label() {
      return Words.get(side == Side.SOURCE ? "edit.source" : "edit.target", document.name());
    }
  }

  /**
   * A source or target gets another schema, and what used the fields that have moved uses them
   * where they are now.
   *
   * @param document with its new schema, under its old name
   * @param moved from the fields of the old schema to those of the new one
   */
  record Rebind(Side side, Document document, Map<FieldRef, FieldRef> moved) implements Edit {
    public Rebind {
      moved = Map.copyOf(moved);
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return Looks.follow(mapping, RebindEdits.rebind(mapping, side, document, moved));
    }

    @Override
    public String label() {
      return Words.get("edit.schema", document.name());
    }
  }

  /** A source or target gets another name, in all that reads or fills it too. */
  record RenameDocument(Side side, String from, String to) implements Edit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return Looks.follow(mapping, DocumentEdits.rename(mapping, side, from, to));
    }

    @Override
    public String label() {
      return Words.get("edit.rename", from, to);
    }
  }

  /** Another mapping altogether: an older version, an import, many rules at once. */
  record ReplaceMapping(Mapping mapping, String label) implements Edit {
    @Override
    public Mapping applyTo(Mapping before) {
      return mapping.equals(before) ? before : mapping;
    }
  }
}
