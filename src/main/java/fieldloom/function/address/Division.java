package fieldloom.function.address;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A province, prefecture, county or town. */
final class Division {
  /** Names of a level that only fills the gap above counties of a municipality or a province. */
  private static final Set<String> FILLERS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  private static final Pattern PEOPLES =
      Pattern.compile("(.{2,}?)(?:.{1,4}?族|蒙古|柯尔克孜|哈萨克)+(自治[州县旗])");
  private static final Pattern KINDS =
      Pattern.compile("(.{2,}?)(?:省|市|地区|盟|(?:维吾尔|壮族|回族)?自治区|特别行政区)");

  private final String code;
  private final String name;
  private final @Nullable Division parent;
  private final List<Division> parts = new ArrayList<>();
  private final Set<String> shortNames;

  Division(String code, String name, @Nullable Division parent) {
    this.code = code;
    this.name = name;
    this.parent = parent;
    this.shortNames = level() > 6 ? Set.of() : shortNames(name);
    if (parent != null) {
      parent.parts.add(this);
    }
  }

  String name() {
    return name;
  }

  @Nullable Division parent() {
    return parent;
  }

  List<Division> parts() {
    return parts;
  }

  /** 2 for a province, 4 for a prefecture, 6 for a county; longer for a town. */
  int level() {
    return code.length();
  }

  /** Whether it has no name of its own. */
  boolean isFiller() {
    return level() == 4 && FILLERS.contains(name);
  }

  /** Beijing, Tianjin, Shanghai, Chongqing: a province that is a city. */
  boolean isMunicipality() {
    return level() == 2 && name.endsWith("市");
  }

  /** Hong Kong and Macau, whose parts no one writes. */
  boolean isRegion() {
    return level() == 2 && name.endsWith("特别行政区");
  }

  /** The prefectures below, and in place of those without a name nothing. */
  List<Division> cities() {
    return parts.stream().filter(part -> !part.isFiller()).toList();
  }

  /** The counties below a province or prefecture. */
  List<Division> counties() {
    return level() == 2 ? parts.stream().flatMap(city -> city.parts.stream()).toList() : parts;
  }

  /** What people write for the name. */
  Set<String> shortNames() {
    return shortNames;
  }

  private Set<String> shortNames(String whole) {
    Set<String> names = new LinkedHashSet<>();
    Matcher peoples = PEOPLES.matcher(whole);
    if (peoples.matches()) {
      String kind = peoples.group(2).substring(2);
      names.add(peoples.group(1) + kind);
      if (level() < 6) {
        names.add(peoples.group(1));
      }
    }
    Matcher kinds = KINDS.matcher(whole);
    if (level() < 6 && kinds.matches()) {
      names.add(kinds.group(1));
    }
    return names;
  }
}
