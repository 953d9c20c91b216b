package fieldloom.function.address;

import fieldloom.function.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The divisions of China, read when an address is first split. Immutable and thread-safe. */
final class Divisions {
  /** What makes a short name the beginning of a street's: 北京路, 上海南路. */
  private static final Pattern STREET =
      Pattern.compile("[东西南北中]?[一二三四五六七八九十]?(?:路|街|道|大道|大街|巷|胡同|弄).*", Pattern.DOTALL);

  private final List<Division> provinces = new ArrayList<>();
  private final List<Division> cities = new ArrayList<>();

  /** Counties by name; null for a name that several have. */
  private final Map<String, @Nullable Division> counties = new HashMap<>();

  private final List<Division> uniqueCounties = new ArrayList<>();

  private Divisions() {}

  /** What stands at the start of a text. */
  record Hit(Division division, int length) {}

  /** The one copy. */
  private static final class Holder {
    static final Divisions ALL = read();
  }

  static Divisions all() {
    return Holder.ALL;
  }

  private static Divisions read() {
    Divisions all = new Divisions();
    Map<String, Division> byCode = new HashMap<>();
    for (String line : Resource.lines("divisions.tsv")) {
      all.add(line.split("\t"), byCode);
    }
    all.counties.values().stream().filter(c -> c != null).forEach(all.uniqueCounties::add);
    return all;
  }

  private void add(String[] cells, Map<String, Division> byCode) {
    String code = cells[0];
    Division parent = code.length() == 2 ? null : byCode.get(code.substring(0, code.length() - 2));
    Division division = new Division(code, cells[1], parent);
    byCode.put(code, division);
    switch (division.level()) {
      case 2 -> provinces.add(division);
      case 4 -> cities.add(division);
      default -> {
        boolean taken = counties.containsKey(division.name());
        counties.put(division.name(), taken ? null : division);
      }
    }
    if (cells.length > 2) {
      int number = 0;
      for (String town : cells[2].split(" ")) {
        number++;
        new Division("%s%03d".formatted(code, number), town, division);
      }
    }
  }

  /**
   * The division that an address begins with: a full name before a short one, the longest first; a
   * county only where no other has its name.
   */
  @Nullable Hit first(String text) {
    Hit hit = full(text, provinces, null);
    hit = full(text, cities.stream().filter(c -> !c.isFiller()).toList(), hit);
    hit = full(text, uniqueCounties, hit);
    if (hit == null) {
      hit = brief(text, provinces, null);
    }
    return hit == null ? brief(text, cities, null) : hit;
  }

  /** The name of a county that an address begins with, where several have it; null for none. */
  @Nullable String shared(String text) {
    return counties.entrySet().stream()
        .filter(county -> county.getValue() == null && text.startsWith(county.getKey()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** A prefecture or county of a province; the longest name, the prefecture where both have it. */
  static @Nullable Hit within(String text, Division province) {
    Hit hit = full(text, province.cities(), null);
    hit = full(text, province.counties(), hit);
    hit = hit == null ? brief(text, province.cities(), null) : hit;
    return hit == null ? brief(text, province.counties(), null) : hit;
  }

  /** A part of a division: a county of a prefecture, a town of a county. */
  static @Nullable Hit part(String text, Division of) {
    Hit hit = full(text, of.parts(), null);
    return hit == null ? brief(text, of.parts(), null) : hit;
  }

  private static @Nullable Hit full(String text, List<Division> among, @Nullable Hit before) {
    Hit best = before;
    for (Division division : among) {
      int length = division.name().length();
      if ((best == null || length > best.length()) && text.startsWith(division.name())) {
        best = new Hit(division, length);
      }
    }
    return best;
  }

  private static @Nullable Hit brief(String text, List<Division> among, @Nullable Hit before) {
    Hit best = before;
    for (Division division : among) {
      for (String name : division.shortNames()) {
        if ((best == null || name.length() > best.length())
            && text.startsWith(name)
            && !STREET.matcher(text.substring(name.length())).matches()) {
          best = new Hit(division, name.length());
        }
      }
    }
    return best;
  }
}
