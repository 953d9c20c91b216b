package fieldloom.ui.canvas;

import fieldloom.model.Each;
import fieldloom.model.Path;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is typed about a loop. Of several sort or group keys the first is edited, the others stay.
 *
 * @param where "" where all items stay
 * @param orderBy "" where items keep their order
 * @param groupBy "" where items are not grouped
 * @param distinct whether equal items are left out
 */
record LoopForm(
    String over,
    String as,
    String where,
    String orderBy,
    boolean descending,
    String groupBy,
    boolean distinct) {

  /** The parts of the form that hold formulas, and the item's name. */
  enum Part {
    OVER,
    AS,
    WHERE,
    ORDER,
    GROUP
  }

  /** What is wrong with a part. */
  record Fault(Part part, String message) {}

  static LoopForm of(Each each) {
    boolean ordered = !each.orderBy().isEmpty();
    return new LoopForm(
        each.over(),
        text(each.as()),
        text(each.where()),
        ordered ? each.orderBy().getFirst().by() : "",
        ordered && each.orderBy().getFirst().descending(),
        each.groupBy() == null ? "" : each.groupBy().keys().getFirst().by(),
        each.distinct() != null);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The first thing that is wrong; null where nothing is. */
  @Nullable Fault fault() {
    if (over.isBlank()) {
      return fault(Part.OVER, over);
    }
    if (!as.isBlank() && (!Path.isPlain(as.strip()) || as.strip().startsWith("@"))) {
      return new Fault(Part.AS, Words.get("loop.name.plain"));
    }
    for (Part part : new Part[] {Part.OVER, Part.WHERE, Part.ORDER, Part.GROUP}) {
      Fault fault = fault(part, formula(part));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private String formula(Part part) {
    return switch (part) {
      case OVER -> over;
      case AS -> as;
      case WHERE -> where;
      case ORDER -> orderBy;
      case GROUP -> groupBy;
    };
  }

  private static @Nullable Fault fault(Part part, String formula) {
    if (formula.isBlank() && part != Part.OVER) {
      return null;
    }
    try {
      FormulaParser.parse(formula);
      return null;
    } catch (FormulaException e) {
      return new Fault(part, e.pos() + "  " + e.getMessage());
    }
  }

  /** The loop as the form has it; what the form does not show stays. */
  Each toEach(Each before) {
    return new Each(
        over.strip(),
        as.isBlank() ? null : as.strip(),
        before.join(),
        where.isBlank() ? null : where.strip(),
        distinct ? (before.distinct() == null ? List.of() : before.distinct()) : null,
        groups(before),
        groupBy.isBlank() ? null : before.group(),
        orders(before));
  }

  private Each.@Nullable GroupBy groups(Each before) {
    if (groupBy.isBlank()) {
      return null;
    }
    Each.GroupBy old = before.groupBy();
    if (old == null) {
      return Each.GroupBy.of(groupBy.strip());
    }
    List<Each.GroupBy.Key> keys = new ArrayList<>(old.keys());
    keys.set(0, new Each.GroupBy.Key(groupBy.strip(), old.keys().getFirst().as()));
    return new Each.GroupBy(keys, old.single());
  }

  private List<Each.OrderBy> orders(Each before) {
    List<Each.OrderBy> orders = new ArrayList<>(before.orderBy());
    if (orderBy.isBlank()) {
      return orders.isEmpty() ? orders : orders.subList(1, orders.size());
    }
    if (orders.isEmpty()) {
      orders.add(new Each.OrderBy(orderBy.strip(), descending));
    } else {
      Each.OrderBy old = orders.getFirst();
      orders.set(0, new Each.OrderBy(orderBy.strip(), descending, old.locale(), old.extras()));
    }
    return orders;
  }
}
