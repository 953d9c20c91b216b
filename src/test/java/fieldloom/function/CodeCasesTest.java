package fieldloom.function;

import fieldloom.payload.FormatException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes with check digits, and those of ISO. Today is 2 July 2024; see {@link Cases}. */
class CodeCasesTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "gtin, 96385074, true",
    "gtin8, 96385074, true",
    "gtin13, 96385074, false",
    "gtin, 036000291452, true",
    "GTIN-12, 036000291452, true",
    "gtin, 4006381333932, false",
    "gtin14, 10614141000415, true",
    "gtin, 123456789, false",
    "gtin, '', false",
    "gtin, 400638133393１, false",
    "iban, GB82WEST12345698765432, true",
    "iban, GB82WEST1234569876543, false",
    "iban, GB28WEST12345698765432, false",
    "iban, gb82west12345698765432, false",
    "iban, ZZ82WEST12345698765432, false",
    "iban, NO9386011117947, true",
    "luhn, 4111111111111111, true",
    "luhn, 79927398713, true",
    "luhn, 79927398710, false",
    "luhn, 7, false",
    "uscc, 91350100M000100Y43, true",
    "uscc, 91350100M000100Y44, false",
    "uscc, 91350100I000100Y43, false",
    "uscc, 914403001922038216, true",
    "uscc, 91330100799655058B, true",
    "uscc, 9144030071526726XG, true",
    "uscc, 914403001922038203, false",
    "uscc, 91990000192203821W, false",
    "uscc, 91350100M000100Y4, false",
    "resident-id, 11010519491231002X, true",
    "resident_id, 440524188001010014, true",
    "resident-id, 11010519491231002x, false",
    "resident-id, 110105194912310021, false",
    "resident-id, 11010519491331002X, false",
    "resident-id, 990105194912310023, false",
    "resident-id, 830000194912310021, true",
    "resident-id, 110105202302290022, false",
  })
  void a_code_is_valid_with_its_own_check_digit(String kind, String text, String result)
      throws FormatException {
    Cases.check("IS_VALID(\"%s\", \"%s\")".formatted(kind, text), result);
  }

  @ParameterizedTest(name = "born {0}: {1}")
  @CsvSource({"20230229, error", "20240702, true", "20240703, false", "20240229, true"})
  void a_resident_is_born_on_a_day_that_was(String birth, String result) throws FormatException {
    String id = "\"110105" + birth + "002\"";
    Cases.check(
        "IS_VALID(\"resident-id\", CONCAT(%1$s, CHECK_DIGIT(\"resident-id\", %1$s)))".formatted(id),
        result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CHECK_DIGIT(\"uscc\", \"91350100M000100Y4\") | \"3\"",
        "CHECK_DIGIT(\"gtin14\", \"1061414100041\") | \"5\"",
        "CHECK_DIGIT(\"gtin8\", \"123\") | error bad-argument",
        "CHECK_DIGIT(\"iban\", \"DE37\") | error bad-argument",
        "CHECK_DIGIT(\"isbn\", \"1\") | error bad-argument",
        "CHECK_DIGIT(\"luhn\", NULL) | null",
        "IS_VALID(\"luhn\", FIRST([])) | absent",
        "ISO_CODE(\"country\", \"deu\") | \"DE\"",
        "ISO_CODE(\"country\", \"德国\", \"alpha-3\") | \"DEU\"",
        "ISO_CODE(\"country\", \"DE\", \"fips\") | error bad-argument",
        "ISO_CODE(\"country\", \"AF\", \"numeric\") | \"004\"",
        "ISO_CODE(\"country\", \"156\") | \"CN\"",
        "ISO_CODE(\"currency\", \"978\") | \"EUR\"",
        "ISO_CODE(\"currency\", \"人民币\") | \"CNY\"",
        "ISO_CODE(\"currency\", \"US Dollar\") | \"USD\"",
        "ISO_CODE(\"currency\", \"all\", \"numeric\") | \"008\"",
        "ISO_CODE(\"unit\", \"公斤\") | \"KGM\"",
        "ISO_CODE(\"unit\", \"furlong\") | \"M50\"",
        "ISO_CODE(\"unit\", \"kilogram per square metre\") | \"28\"",
        "ISO_CODE(\"unit\", \"箱\") | \"XBX\"",
        "ISO_CODE(\"unit\", \"ha\") | \"H18\"",
        "ISO_CODE(\"unit\", \"HA\") | \"HA\"",
        "ISO_CODE(\"unit\", \"smidgen\") | absent",
        "ISO_CODE(\"planet\", \"Mars\") | error bad-argument",
        "ISO_CODE(\"country\", NULL) | null",
      })
  void digits_and_codes_of_hard_cases(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }
}
