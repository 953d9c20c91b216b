package fieldloom.function.address;

import fieldloom.function.address.Divisions.Hit;
import fieldloom.model.value.Obj;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits one address, from its widest part to its narrowest. */
final class AddressParts {
  private static final Pattern COUNTRY = Pattern.compile("(?:中华人民共和国|中国)(?!.{0,4}[路街道])");
  private static final Pattern FILLER =
      Pattern.compile("市辖区|(?:省|自治区)?直辖县级?行政(?:区划|单位)|县(?=.{1,6}县)");
  private static final Pattern GAP = Pattern.compile("[\\s,，、]+");

  private static final String NAME = "[\\p{IsHan}A-Za-z0-9０-９·&&[^号]]{1,24}?";
  private static final String SEGMENT = "(?:[东西南北中一二三四五六七八九十]段)?";
  private static final String DIGITS = "[0-9０-９]+";
  private static final String NUMBER =
      "(?:[0-9０-９]+弄(?:\\s*[0-9０-９]+[号號])?"
          + "|[甲乙丙丁]?"
          + DIGITS
          + "[A-Za-z]?(?:[-－—~至之]"
          + DIGITS
          + ")*[号號](?:院)?"
          + "|[〇零一二三四五六七八九十百]+[号號](?:院)?"
          + "|"
          + DIGITS
          + "(?:[-－]"
          + DIGITS
          + ")*(?=[\\s,，]|$))";

  /** A street whose number follows; a lane or a quarter counts as one here. */
  private static final Pattern STREET_AND_NUMBER =
      Pattern.compile(
          "("
              + NAME
              + "(?:大道|大街|公路|国道|省道|县道|胡同|路|街|道|巷|里|条|坊)"
              + "(?:[东西南北中一二三四五六七八九十]段|[东西南北中])?"
              + ")\\s*("
              + NUMBER
              + ")");

  private static final Pattern STREET =
      Pattern.compile("(" + NAME + "(?:大道|大街|公路|国道|省道|胡同|路|街|巷)" + SEGMENT + ")");
  private static final Pattern NUMBER_ALONE = Pattern.compile(NUMBER);

  private final Obj parts = new Obj();
  private String rest;
  private boolean cityWasWritten;

  private AddressParts(String text) {
    this.rest = text.strip();
  }

  /** The parts that an address has, by name; what no part takes is the rest. */
  static Obj of(String text) {
    AddressParts address = new AddressParts(text);
    address.split();
    return address.parts;
  }

  private void split() {
    drop(COUNTRY);
    Hit first = Divisions.all().first(rest);
    Division county = null;
    if (first != null) {
      take(first);
      county = below(first.division());
    } else {
      String shared = Divisions.all().shared(rest);
      if (shared != null) {
        parts.put("county", shared);
        cut(shared.length());
      }
    }
    if (county != null) {
      Hit town = Divisions.part(rest, county);
      if (town != null) {
        take(town);
        parts.put("town", town.division().name());
      }
    }
    street();
    if (!rest.isEmpty()) {
      parts.put("rest", rest);
    }
  }

  /** Goes on from the first division; the county whose towns may follow, null where unknown. */
  private @Nullable Division below(Division first) {
    Division province = first;
    Division found = first;
    if (first.level() == 2) {
      repeated(province);
      Hit next = Divisions.within(rest, province);
      if (next != null) {
        take(next);
        found = next.division();
      }
    }
    if (found.level() == 4) {
      drop(FILLER);
      Hit county = Divisions.part(rest, found);
      if (county != null) {
        take(county);
        found = county.division();
      }
    }
    return put(found);
  }

  /** 北京市北京市朝阳区, 北京市市辖区朝阳区, 河南省省直辖县级行政区划济源市. */
  private void repeated(Division province) {
    drop(FILLER);
    if (province.isMunicipality() && rest.startsWith(province.name())) {
      take(new Hit(province, province.name().length()));
      drop(FILLER);
    }
  }

  /** Names the divisions from the province down. */
  private @Nullable Division put(Division found) {
    Division county = found.level() == 6 ? found : null;
    Division city = county == null ? (found.level() == 4 ? found : null) : county.parent();
    Division province = city == null ? found : city.parent();
    boolean several =
        county != null
            && province != null
            && province.counties().stream().filter(c -> c.name().equals(found.name())).count() > 1;
    if (province != null) {
      parts.put("province", province.name());
    }
    boolean named = city != null && !city.isFiller();
    boolean sure = cityWasWritten || !several && province != null && !province.isRegion();
    if (named && sure) {
      parts.put("city", city.name());
    } else if (province != null && province.isMunicipality()) {
      parts.put("city", province.name());
    }
    if (county != null && !(named && county.name().equals(city.name()))) {
      parts.put("county", county.name());
    }
    return towns(county, city, several);
  }

  /** A prefecture without counties, as 东莞市, has its towns below a county of its own name. */
  private @Nullable Division towns(
      @Nullable Division county, @Nullable Division city, boolean several) {
    if (county != null) {
      return several && !cityWasWritten ? null : county;
    }
    return city == null
        ? null
        : city.parts().stream().filter(c -> c.name().equals(city.name())).findFirst().orElse(null);
  }

  private void street() {
    Matcher both = STREET_AND_NUMBER.matcher(rest);
    if (both.lookingAt()) {
      parts.put("street", both.group(1));
      parts.put("number", both.group(2));
      cut(both.end());
      return;
    }
    Matcher street = STREET.matcher(rest);
    if (street.lookingAt()) {
      parts.put("street", street.group(1));
      cut(street.end());
      return;
    }
    Matcher number = NUMBER_ALONE.matcher(rest);
    if (number.lookingAt()) {
      parts.put("number", number.group());
      cut(number.end());
    }
  }

  private void take(Hit hit) {
    cityWasWritten |= hit.division().level() == 4;
    cut(hit.length());
  }

  private void drop(Pattern pattern) {
    Matcher matcher = pattern.matcher(rest);
    if (matcher.lookingAt()) {
      cut(matcher.end());
    }
  }

  private void cut(int length) {
    Matcher gap = GAP.matcher(rest.substring(length));
    rest = rest.substring(length + (gap.lookingAt() ? gap.end() : 0));
  }
}
