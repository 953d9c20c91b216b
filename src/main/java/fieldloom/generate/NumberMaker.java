package fieldloom.generate;

import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.Limits;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.Random;

/** Numbers of fields, within what their schema allows. */
final class NumberMaker {
  /**
   * As many digits as numbers have where the schema sets no limit and the largest are asked for.
   */
  private static final int DIGITS = 15;

  private NumberMaker() {}

  /** A number of a field. */
  static Num number(SchemaNode field, Meaning meaning, Scene scene) {
    Facets facets = field.facets();
    String listed = TextMaker.listed(facets, scene);
    if (listed != null) {
      return Num.ofText(listed);
    }
    int scale = scale(field, meaning);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal least = least(facets, unit);
    BigDecimal most = most(facets, unit);
    BigDecimal value =
        switch (scene.kind()) {
          case SMALLEST -> least;
          case LARGEST, LONGEST -> most;
          case TYPICAL, EMPTY, NULLS, MANY, FIRST, LAST, CHARACTERS ->
              usual(field, meaning, scene, scale).max(least).min(most);
        };
    return Num.of(stepped(value, facets.limits(), least, most));
  }

  /** Digits behind the point. */
  static int scale(SchemaNode field, Meaning meaning) {
    if (field.type() == FieldType.INTEGER) {
      return 0;
    }
    int usual =
        switch (meaning) {
          case QUANTITY, LINE_NO, ID -> 0;
          case EXCHANGE_RATE -> 4;
          case WEIGHT -> 3;
          default -> 2;
        };
    Integer given = field.facets().scale();
    Integer digits = field.facets().digits();
    int scale = given == null ? usual : Math.min(given, Math.max(usual, 0));
    return digits == null ? scale : Math.min(scale, Math.max(0, digits - 1));
  }

  private static BigDecimal least(Facets facets, BigDecimal unit) {
    BigDecimal bound = bound(facets, unit).negate();
    BigDecimal given = facets.minimum();
    if (given == null) {
      return facets.maximum() == null || facets.maximum().compareTo(bound) >= 0
          ? bound
          : facets.maximum().subtract(BigDecimal.TEN);
    }
    BigDecimal least = given.setScale(Math.max(0, unit.scale()), RoundingMode.CEILING);
    boolean moved = facets.limits().openMinimum() && least.compareTo(given) == 0;
    return moved ? least.add(unit) : least;
  }

  private static BigDecimal most(Facets facets, BigDecimal unit) {
    BigDecimal bound = bound(facets, unit);
    BigDecimal given = facets.maximum();
    if (given == null) {
      return facets.minimum() == null || facets.minimum().compareTo(bound) <= 0
          ? bound
          : facets.minimum().add(BigDecimal.TEN);
    }
    BigDecimal most = given.setScale(Math.max(0, unit.scale()), RoundingMode.FLOOR);
    boolean moved = facets.limits().openMaximum() && most.compareTo(given) == 0;
    return (moved ? most.subtract(unit) : most).min(facets.digits() == null ? most : bound);
  }

  /** The largest number of the field's digits. */
  private static BigDecimal bound(Facets facets, BigDecimal unit) {
    int digits = facets.digits() == null ? DIGITS : facets.digits();
    int scale = facets.scale() == null ? unit.scale() : facets.scale();
    int whole = Math.max(0, digits - Math.max(scale, unit.scale()));
    return BigDecimal.ONE.movePointRight(whole).subtract(unit);
  }

  private static BigDecimal usual(SchemaNode field, Meaning meaning, Scene scene, int scale) {
    Random random = scene.random();
    return switch (meaning) {
      case LINE_NO -> BigDecimal.valueOf(scene.item());
      case QUANTITY -> BigDecimal.valueOf(1 + random.nextInt(500));
      case PRICE -> cents(random, 100, 200_000, scale);
      case TAX_RATE, PERCENT -> rate(field);
      case EXCHANGE_RATE ->
          new BigDecimal("7.1024").setScale(Math.min(4, scale), RoundingMode.DOWN);
      case AMOUNT, TOTAL, TAX_AMOUNT -> cents(random, 1_000, 5_000_000, scale);
      case WEIGHT -> cents(random, 10, 50_000, scale);
      case ID -> BigDecimal.valueOf(100_000 + random.nextInt(900_000));
      case STATUS -> BigDecimal.valueOf(random.nextInt(3));
      case MOMENT, DATE ->
          // Whole numbers that are moments are milliseconds mostly.
          BigDecimal.valueOf(
              scene
                  .times()
                  .moment(Meaning.words(field.name()))
                  .toInstant(ZoneOffset.UTC)
                  .toEpochMilli());
      default ->
          scale == 0
              ? BigDecimal.valueOf(1 + random.nextInt(100))
              : cents(random, 100, 100_000, scale);
    };
  }

  /** A rate below one where the field's limits say so, else one of a hundred. */
  private static BigDecimal rate(SchemaNode field) {
    BigDecimal most = field.facets().maximum();
    boolean share = most != null && most.compareTo(BigDecimal.ONE) <= 0;
    return share ? new BigDecimal("0.13") : BigDecimal.valueOf(13);
  }

  private static BigDecimal cents(Random random, int from, int to, int scale) {
    return BigDecimal.valueOf(from + random.nextInt(to - from), 2)
        .setScale(scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal stepped(
      BigDecimal value, Limits limits, BigDecimal least, BigDecimal most) {
    BigDecimal step = limits.step();
    if (step == null || step.signum() <= 0) {
      return value;
    }
    BigDecimal times = value.divide(step, 0, RoundingMode.FLOOR);
    BigDecimal down = times.multiply(step);
    BigDecimal up = down.add(step);
    return down.compareTo(least) >= 0 || up.compareTo(most) > 0 ? down : up;
  }
}
