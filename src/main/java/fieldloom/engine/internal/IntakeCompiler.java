package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.ValueType;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Problem;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles the condition and the groups of the driving source. */
final class IntakeCompiler {
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final int slot;

  /**
   * The plan, and what the source's name then stands for.
   *
   * @param plan null where each record is mapped as it is
   */
  record Compiled(@Nullable IntakePlan plan, ValueType type) {}

  /**
   * @param slot of the driving record
   */
  IntakeCompiler(CompileContext context, ExprCompiler exprs, int slot) {
    this.context = context;
    this.exprs = exprs;
    this.slot = slot;
  }

  /** Says that only the source that drives is chosen from and grouped. */
  void refuse(Document document) {
    if (document.intake() != null) {
      context.problems.error(
          "not-driving",
          Problem.Place.named(document.name()),
          "Only the first source is chosen from and grouped; " + document.name() + " is not it.",
          "Remove where and groupBy there, or say it in the rule that reads or builds the list.");
    }
  }

  /**
   * Compiles.
   *
   * @param names what formulas see, with the source's name for a record of that type
   * @param outside what they see without the source and what is computed of it
   */
  Compiled compile(Document source, NameScope names, NameScope outside, ValueType record) {
    Document.Intake intake = source.intake();
    if (intake == null) {
      return new Compiled(null, record);
    }
    String label = "source " + source.name();
    Site site = new Site(-1, label, "where", false, null, List.of());
    Formula condition = intake.where() == null ? null : parse(intake.where(), site);
    Each.GroupBy groupBy = intake.groupBy();
    if (groupBy == null) {
      Expr where = condition == null ? null : exprs.condition(condition, names, site);
      return new Compiled(new IntakePlan(slot, where, null), record);
    }
    // Variables are of the group, which is not there yet.
    int single = context.newSlot();
    NameScope ofRecord = new NameScope(outside);
    ofRecord.with(source.name(), new Binding.Slot(single, record));
    Expr where = condition == null ? null : exprs.condition(condition, ofRecord, site);
    Site by = site.part("groupBy");
    List<Formula> formulas = new ArrayList<>();
    for (Each.GroupBy.Key key : groupBy.keys()) {
      Formula formula = parse(key.by(), by);
      if (formula == null) {
        return new Compiled(new IntakePlan(single, where, null), ValueType.ANY);
      }
      formulas.add(formula);
    }
    GroupCompiler groups = new GroupCompiler(exprs);
    GroupPlan plan = groups.group(groupBy, intake.group(), formulas, ofRecord, by);
    SchemaNode node = groups.node(source.name(), plan, formulas, record, ofRecord, by);
    return new Compiled(new IntakePlan(single, where, plan), ValueType.of(node));
  }

  private @Nullable Formula parse(String text, Site site) {
    try {
      return FormulaParser.parse(text);
    } catch (FormulaException e) {
      context.problems.error(
          "syntax", site.at(e.pos()), Objects.requireNonNull(e.getMessage()), e.remedy());
      return null;
    }
  }
}
