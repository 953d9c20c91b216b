package fieldloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.code.CheckedCode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final byte[] KEY = {1, 2, 3};
  private static final SchemaTree NOTHING_KNOWN = SchemaTree.unknown("order");

  private static Obj record(String json) {
    try {
      return (Obj) JsonValues.parse(json);
    } catch (FormatException e) {
      throw new AssertionError(json, e);
    }
  }

  private static Obj masked(Masking masking, Obj record) {
    Set<String> paths =
        masking.find(List.of(record)).stream().map(Masking.Found::path).collect(Collectors.toSet());
    return (Obj) masking.masked(record, paths);
  }

  @Test
  void personalDataIsFoundByNameByFormAndInText() {
    Obj record =
        record(
            """
            {"orderNo":"SO-1","contact":"王小明","customer":{"mobile":"13800138000","name":"华盛公司"},
             "lines":[{"note":"请联系王小明 13912345678","qty":2}],"x":"a.b@corp.com",
             "bankAccount":"6228480402564890018"}
            """);
    List<Masking.Found> found = new Masking(NOTHING_KNOWN, new Masker(KEY)).find(List.of(record));
    assertThat(found)
        .extracting(Masking.Found::path)
        .containsExactlyInAnyOrder(
            "contact", "customer.mobile", "lines[].note", "x", "bankAccount");
    assertThat(found)
        .filteredOn(Masking.Found::within)
        .extracting(Masking.Found::path)
        .containsExactly("lines[].note");
  }

  @Test
  void theSameIsReplacedByTheSameAlsoWithinTexts() {
    Obj record =
        record(
            """
            {"contact":"王小明","receiver":"王小明","mobile":"13800138000","tel":"138-0013-8000",
             "note":"王小明 13800138000"}
            """);
    Obj made = masked(new Masking(NOTHING_KNOWN, new Masker(KEY)), record);
    String name = (String) made.get("contact");
    assertThat(name).isNotEqualTo("王小明").matches("\\p{IsHan}{2,4}");
    assertThat(made.get("receiver")).isEqualTo(name);
    String mobile = (String) made.get("mobile");
    assertThat(((String) made.get("tel")).replace("-", "")).isEqualTo(mobile);
    assertThat(made.get("note")).isEqualTo(name + " " + mobile);
  }

  @ParameterizedTest
  @CsvSource({
    "RESIDENT_ID, 11010519491231002X, RESIDENTID",
    "IBAN, DE89 3704 0044 0532 0130 00, IBAN",
    "BANK_ACCOUNT, 4111111111111111, LUHN"
  })
  void checkDigitsStayRight(Meaning meaning, String value, CheckedCode code) {
    String made = new Masker(KEY).mask(meaning, value);
    assertThat(made).isNotEqualTo(value).hasSameSizeAs(value);
    assertThat(code.isValid(made, TODAY)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MOBILE, 13800138000, 138\\d{8}",
    "PHONE, +49 (30) 901820, \\+\\d\\d \\(\\d\\d\\) \\d{6}",
    "PERSON, JOHN SMITH, [A-Z]+ [A-Z]+",
    "PERSON, U0012, U\\d{4}",
    "EMAIL, Anna.Berg@firma.de, [a-z0-9.]+@[a-z]+\\.example"
  })
  void theFormIsKept(Meaning meaning, String value, String form) {
    assertThat(new Masker(KEY).mask(meaning, value)).isNotEqualTo(value).matches(form);
  }

  @Test
  void anotherKeyGivesOtherReplacements() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      made.add(new Masker().mask(Meaning.MOBILE, "13800138000"));
    }
    assertThat(made).hasSizeGreaterThan(3);
  }

  @Property(tries = 30)
  void differentNumbersStayDifferent(@ForAll @IntRange(min = 2, max = 300) int many) {
    Masker masker = new Masker(new byte[] {(byte) many});
    List<String> made = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      made.add(masker.mask(Meaning.MOBILE, String.valueOf(13_800_000_000L + i)));
    }
    assertThat(made).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotTickedStaysAndWhatIsNotPersonalIsLeftAlone() {
    Obj record =
        record("{\"contact\":\"Anna Berg\",\"email\":\"a@b.de\",\"orderNo\":\"4711\",\"n\":null}");
    Masking masking = new Masking(NOTHING_KNOWN, new Masker(KEY));
    masking.find(List.of(record));
    Obj made = (Obj) masking.masked(record, Set.of("email"));
    assertThat(made.get("contact")).isEqualTo("Anna Berg");
    assertThat(made.get("orderNo")).isEqualTo("4711");
    assertThat(made.get("email")).isNotEqualTo("a@b.de");
    assertThat(made.fields().keySet()).containsExactly("contact", "email", "orderNo", "n");
  }
}
