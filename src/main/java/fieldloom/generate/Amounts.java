package fieldloom.generate;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets amounts be what their quantities, prices and lines come to. */
final class Amounts {
  private Amounts() {}

  /** Sets the amount of an object to quantity by price, or to the sum of its lines. */
  static void settle(Obj made, SchemaNode node, Function<SchemaNode, Meaning> meaning) {
    SchemaNode amount = first(made, node, meaning, Meaning.AMOUNT);
    SchemaNode quantity = first(made, node, meaning, Meaning.QUANTITY);
    SchemaNode price = first(made, node, meaning, Meaning.PRICE);
    if (amount != null && quantity != null && price != null) {
      set(made, amount, Meaning.AMOUNT, number(made, quantity).multiply(number(made, price)));
    }
    SchemaNode total = first(made, node, meaning, Meaning.TOTAL);
    if (total == null && quantity == null) {
      total = amount;
    }
    BigDecimal sum = total == null ? null : lines(made, node);
    if (total != null && sum != null) {
      set(made, total, Meaning.TOTAL, sum);
    }
  }

  /** What the amounts of the first list of objects with some add up to; null where none has. */
  private static @Nullable BigDecimal lines(Obj made, SchemaNode node) {
    for (SchemaNode child : node.children()) {
      if (child.type() == FieldType.ARRAY && made.get(child.name()) instanceof List<?> items) {
        SchemaNode item = child.item();
        SchemaNode amount =
            item.children().stream()
                .filter(field -> field.type().isNumber())
                .filter(field -> Meaning.of(field, item) == Meaning.AMOUNT)
                .findFirst()
                .orElse(null);
        if (amount != null && !items.isEmpty()) {
          BigDecimal sum = BigDecimal.ZERO;
          for (Object one : items) {
            boolean is = one instanceof Obj line && line.get(amount.name()) instanceof Num;
            sum = is ? sum.add(number((Obj) one, amount)) : sum;
          }
          return sum;
        }
      }
    }
    return null;
  }

  private static @Nullable SchemaNode first(
      Obj made, SchemaNode node, Function<SchemaNode, Meaning> meaning, Meaning wanted) {
    for (SchemaNode child : node.children()) {
      if (child.type().isNumber()
          && made.get(child.name()) instanceof Num
          && meaning.apply(child) == wanted) {
        return child;
      }
    }
    return null;
  }

  private static BigDecimal number(Obj made, SchemaNode field) {
    return made.get(field.name()) instanceof Num number ? number.value() : BigDecimal.ZERO;
  }

  private static void set(Obj made, SchemaNode field, Meaning meaning, BigDecimal value) {
    Facets facets = field.facets();
    int scale = NumberMaker.scale(field, meaning);
    BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
    Integer digits = facets.digits();
    int most = digits == null ? Integer.MAX_VALUE : digits;
    int behind = facets.scale() == null ? scale : facets.scale();
    boolean fits =
        facets.enumeration().isEmpty()
            && isMultiple(rounded, facets.limits().step())
            && rounded.precision() - rounded.scale() + behind <= most
            && (facets.minimum() == null || rounded.compareTo(facets.minimum()) >= 0)
            && (facets.maximum() == null || rounded.compareTo(facets.maximum()) <= 0);
    if (fits) {
      made.put(field.name(), Num.of(rounded));
    }
  }

  private static boolean isMultiple(BigDecimal value, @Nullable BigDecimal step) {
    return step == null || step.signum() > 0 && value.remainder(step).signum() == 0;
  }
}
