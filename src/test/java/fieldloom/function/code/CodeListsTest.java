package fieldloom.function.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.neovisionaries.i18n.CountryCode;
import fieldloom.function.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.IBANValidator;
import org.junit.jupiter.api.Test;

/** Codes against lists that somebody else keeps. */
class CodeListsTest {

  /** Their IBANs begin with FI, FR and GB; the other list takes them under their own code too. */
  private static final List<String> UNDER_ANOTHER =
      List.of(
          "AX", "BL", "GF", "GG", "GP", "IM", "JE", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF",
          "YT");

  @Test
  void ibans_are_as_long_as_the_registry_says() {
    List<String> differ = new ArrayList<>();
    int known = 0;
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        String country = "" + a + b;
        var registered = IBANValidator.DEFAULT_IBAN_VALIDATOR.getValidator(country + "00");
        int wanted = registered == null ? 0 : registered.getIbanLength();
        known += wanted > 0 ? 1 : 0;
        if (IbanLengths.of(country) != wanted && !UNDER_ANOTHER.contains(country)) {
          differ.add(country + " " + wanted);
        }
      }
    }
    assertThat(differ).isEmpty();
    assertThat(known).isGreaterThan(80);
  }

  @Test
  void an_iban_with_any_one_digit_changed_is_not_valid() {
    for (String iban :
        List.of("GB82WEST12345698765432", "DE89370400440532013000", "NO9386011117947")) {
      assertThat(CheckedCode.IBAN.isValid(iban, LocalDate.MAX)).as(iban).isTrue();
      for (int i = 2; i < iban.length(); i++) {
        char other = iban.charAt(i) == '7' ? '8' : '7';
        String changed = iban.substring(0, i) + other + iban.substring(i + 1);
        assertThat(CheckedCode.IBAN.isValid(changed, LocalDate.MAX)).as(changed).isFalse();
        assertThat(IBANValidator.getInstance().isValid(changed)).as(changed).isFalse();
      }
    }
  }

  @Test
  void every_country_of_the_jdk_has_three_digits_that_lead_back_to_it() {
    for (String alpha2 : Locale.getISOCountries()) {
      Object digits = IsoCodes.code("country", alpha2, "numeric");
      assertThat(digits).as(alpha2).asString().matches("[0-9]{3}");
      assertThat(IsoCodes.code("country", digits.toString(), "")).isEqualTo(alpha2);
      assertThat(CountryCode.getByCode(Integer.parseInt(digits.toString())).getAlpha2())
          .isEqualTo(alpha2);
    }
  }

  @Test
  void every_unit_has_a_code_of_the_recommendation_by_its_name_and_by_the_code_itself() {
    Map<String, String> names =
        Resource.lines("units.tsv").stream()
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    assertThat(names).hasSizeGreaterThan(1_700);
    names.forEach(
        (code, name) -> {
          assertThat(IsoCodes.code("unit", code, "")).isEqualTo(code);
          // A code goes before a name, and two units share one.
          boolean taken = names.containsKey(name.toUpperCase(Locale.ROOT));
          if (!taken && !name.equals("denier")) {
            assertThat(IsoCodes.code("unit", name, "")).as(name).isEqualTo(code);
          }
        });
  }

  @Test
  void what_people_write_leads_to_codes_that_are_in_force() {
    List<String> codes =
        Resource.lines("units.tsv").stream().map(line -> line.split("\t")[0]).toList();
    for (String written : IsoCodes.written()) {
      Object code = IsoCodes.code("unit", written, "");
      // Packages have codes of Recommendation 21, with an X before them here.
      assertThat(codes.contains(code) || code.equals("XBX")).as(written + " " + code).isTrue();
    }
  }
}
