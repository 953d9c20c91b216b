package fieldloom.payload.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "General|NUMBER",
        "0.00|NUMBER",
        "#,##0.00;[Red]-#,##0.00|NUMBER",
        "0.00E+00|NUMBER",
        "##0.0e-0|NUMBER",
        "@|NUMBER",
        "00000|NUMBER",
        "0\" days\"|NUMBER",
        "0\\d|NUMBER",
        "_-* #,##0.00\\ _€_-|NUMBER",
        "[Magenta]0|NUMBER",
        "[$USD-409] #,##0|NUMBER",
        "[>=100]0;0.0|NUMBER",
        "[h]:mm:ss|NUMBER",
        "[mm]:ss|NUMBER",
        "[$-804]General|NUMBER",
        "yyyy-mm-dd|DATE",
        "dd.mm.yyyy|DATE",
        "mmm|DATE",
        "MMM-YY|DATE",
        "[$-409]d-mmm-yy;@|DATE",
        "yyyy\"年\"m\"月\"d\"日\"|DATE",
        "[$-804]aaaa;@|DATE",
        "[$-411]ge.m.d;@|DATE",
        "[Blue]dddd|DATE",
        "h:mm|TIME",
        "mm:ss.0|TIME",
        "h:mm AM/PM|TIME",
        "上午/下午h\"时\"mm\"分\"|TIME",
        "yyyy/m/d h:mm|DATETIME",
        "[$-F400]h:mm:ss\\ AM/PM|TIME",
        "m/d/yy h:mm AM/PM;@|DATETIME",
        "yyyy-mm-dd\\Thh:mm:ss.000|DATETIME",
      })
  void aFormatTellsWhatItsNumbersAre(String code, CellKind kind) {
    assertThat(NumberFormats.ofCode(code)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "0, NUMBER",
    "4, NUMBER",
    "14, DATE",
    "20, TIME",
    "22, DATETIME",
    "31, DATE",
    "46, NUMBER"
  })
  void builtInFormatsAreKnown(int id, CellKind kind) {
    assertThat(NumberFormats.ofId(id)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "701, ZZ", "702, AAA", "16383, XFD"})
  void columnsHaveLetters(int column, String letters) {
    assertThat(Places.letters(column)).isEqualTo(letters);
    assertThat(Places.column(letters + "17")).isEqualTo(column);
    assertThat(Places.column(letters.toLowerCase(java.util.Locale.ROOT) + "1")).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"Orders, Orders!C7", "订单, 订单!C7", "My Sheet, 'My Sheet'!C7", "2026, '2026'!C7"})
  void aCellIsNamedAsInExcel(String sheet, String place) {
    assertThat(Places.of(sheet, 2, 7)).isEqualTo(place);
    assertThat(Places.of("it's", 0, 1)).isEqualTo("'it''s'!A1");
  }

  /** Blocks of many and of long texts, asked for in order and out of it. */
  @Test
  void textsInAFileAreFoundByTheirNumbers() throws IOException {
    try (SpilledTexts texts = SpilledTexts.create()) {
      for (int i = 0; i < 70_000; i++) {
        texts.add(text(i));
        assertThat(texts.get(i)).isEqualTo(text(i));
      }
      for (int i = 0; i < 70_000; i += 1) {
        int index = (int) (i * 7919L % 70_000);
        if (i % 50 == 0 || index % 20_000 == 0) {
          assertThat(texts.get(index)).isEqualTo(text(index));
        }
      }
    }
  }

  private static String text(int i) {
    return i % 20_000 == 0 ? "长😀".repeat(100_000) + i : i % 3 == 0 ? "" : "text 华 " + i;
  }
}
