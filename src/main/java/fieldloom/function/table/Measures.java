package fieldloom.function.table;

import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units of length, mass, area and volume, by names in any case. */
public final class Measures {
  /** Quantity, unit, and the unit in m, kg, m2 or m3: exact, a fraction where it must be. */
  private static final String TABLE =
      """
      length nm 1e-9
      length um 1e-6
      length mm 1e-3
      length cm 0.01
      length dm 0.1
      length m 1
      length km 1000
      length in 0.0254
      length ft 0.3048
      length yd 0.9144
      length mi 1609.344
      length nmi 1852
      length 寸 1/30
      length 尺 1/3
      length 丈 10/3
      length 里 500
      length 公里 1000
      length 米 1
      length 厘米 0.01
      length 毫米 0.001
      mass ug 1e-9
      mass mg 1e-6
      mass g 0.001
      mass kg 1
      mass t 1000
      mass oz 0.028349523125
      mass lb 0.45359237
      mass st 6.35029318
      mass 两 0.05
      mass 斤 0.5
      mass 公斤 1
      mass 千克 1
      mass 克 0.001
      mass 吨 1000
      area mm2 1e-6
      area cm2 1e-4
      area dm2 0.01
      area m2 1
      area a 100
      area ha 10000
      area km2 1e6
      area in2 0.00064516
      area ft2 0.09290304
      area yd2 0.83612736
      area ac 4046.8564224
      area mi2 2589988.110336
      area 亩 2000/3
      area 公顷 10000
      area 平方米 1
      volume mm3 1e-9
      volume ml 1e-6
      volume cm3 1e-6
      volume cl 1e-5
      volume dl 1e-4
      volume l 0.001
      volume dm3 0.001
      volume hl 0.1
      volume m3 1
      volume in3 0.000016387064
      volume ft3 0.028316846592
      volume yd3 0.764554857984
      volume floz 0.0000295735295625
      volume pt 0.000473176473
      volume qt 0.000946352946
      volume gal 0.003785411784
      volume bbl 0.158987294928
      volume impgal 0.00454609
      volume 升 0.001
      volume 毫升 1e-6
      volume 立方米 1
      """;

  private static final Map<String, Measure> KNOWN = read();

  private record Measure(String quantity, Fraction size) {}

  private Measures() {}

  /** The amount in another unit: exact where that is a decimal number, else to 34 digits. */
  public static Num convert(Num amount, String from, String to) {
    Measure given = measure(from);
    Measure wanted = measure(to);
    if (!given.quantity().equals(wanted.quantity())) {
      throw new ValueException(
          "bad-argument",
          "%s is a unit of %s, %s of %s.".formatted(from, given.quantity(), to, wanted.quantity()));
    }
    Num converted = given.size().times(wanted.size().inverse()).of(amount);
    return Numbers.stripped(converted.value());
  }

  /** What one of a unit is in another; null where they do not measure the same. */
  static @Nullable Fraction factor(String from, String to) {
    Measure given = KNOWN.get(from);
    Measure wanted = KNOWN.get(to);
    boolean same = given != null && wanted != null && given.quantity().equals(wanted.quantity());
    return same ? given.size().times(wanted.size().inverse()) : null;
  }

  private static Measure measure(String unit) {
    Measure known = KNOWN.get(unit.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new ValueException(
          "bad-argument", "“" + unit + "” is no unit of length, mass, area or volume.");
    }
    return known;
  }

  private static Map<String, Measure> read() {
    Map<String, Measure> known = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] parts = line.split(" ");
      String[] fraction = parts[2].split("/");
      BigDecimal denominator = fraction.length > 1 ? new BigDecimal(fraction[1]) : BigDecimal.ONE;
      Fraction size = new Fraction(new BigDecimal(fraction[0]), denominator);
      known.put(parts[1], new Measure(parts[0], size));
    }
    return known;
  }
}
