package fieldloom.function;

import fieldloom.payload.FormatException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hard cases of TRY, MASK, PINYIN, PIVOT and UNPIVOT. */
class BeyondCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "TRY(\"20211417\", \"date\", \"no\") | \"no\"",
        "TRY(\"2024-02-29\", \"date\", \"no\") | \"2024-02-29\"",
        "TRY(\"1.5\", \"integer\", 0) | 0",
        "TRY(\"9999999999999\", \"Integer\", 0) | 9999999999999",
        "TRY(\"maybe\", \"boolean\", FALSE) | false",
        "TRY(\"25:00:00\", \"time\", NULL) | null",
        "TRY(\"2024-07-01\", \"datetime\", \"no\") | \"no\"",
        "TRY([1, 2], \"text\", \"list\") | \"list\"",
        "TRY(FIRST([]), \"date\", 1) | absent",
        "TRY(1, \"number\", ERROR(\"unused\")) | 1",
        "TRY(\"x\", \"number\", ERROR(\"used\")) | error error",
        "TRY(ERROR(\"x\"), \"text\", 2) | 2",
        "[TRY(SEQUENCE_NUMBER(\"t\"), \"date\", \"no\"), SEQUENCE_NUMBER(\"t\")] | [\"no\", 2]",
        "SEQUENCE_NUMBER(\"\") | error bad-argument",
        "SEQUENCE_NUMBER(\"a\", 1.5) | error would-lose",
        "SEQUENCE_NUMBER(NULL) | null",
        "[SEQUENCE_NUMBER(\"a\", 9223372036854775807), SEQUENCE_NUMBER(\"a\")] | error out-of-range",
        "TO_SIMPLIFIED(\"𠮷野家😀\") | \"𠮷野家😀\"",
        "TO_TRADITIONAL(TO_SIMPLIFIED(\"臺灣後面\")) | \"臺灣後面\"",
        "MASK(\"😀a😀b\", 1, 1) | \"😀**b\"",
        "MASK(\"\", 1) | \"\"",
        "MASK(\"abc\", 2147483647, 2147483647) | \"***\"",
        "MASK(\"abc\", 1, 0, \"😀\") | \"a😀😀\"",
        "MASK(\"abc\", 1, 0, \"\") | error bad-argument",
        "MASK(\"abc\", 1, 0, \"xx\") | error bad-argument",
        "MASK(NULL, 1) | null",
        "PINYIN(\"绿色\") | \"lv se\"",
        "PINYIN(\"绿色\", \"tone\") | \"lǜ sè\"",
        "PINYIN(\"重庆银行还有重量\") | \"chong qing yin hang hai you zhong liang\"",
        "PINYIN(\"頭髮重慶\") | \"tou fa chong qing\"",
        "PINYIN(\"长度增长\", \"tone\") | \"cháng dù zēng zhǎng\"",
        "PINYIN(\"绿〇㐀\", \"number\") | \"lv4 ling2 qiu1\"",
        "PINYIN(\"订单，数量 x\") | \"ding dan，shu liang x\"",
        "PINYIN(\"😀国A\") | \"😀guo A\"",
        "PINYIN(\"国\", \"morse\") | error bad-argument",
        "PINYIN(FIRST([])) | absent",
        "PIVOT([{\"k\": 1, \"m\": 1.0, \"n\": NULL}, {\"k\": 1, \"m\": 2, \"n\": 4}], [\"k\"],"
            + " \"m\", \"n\") | [{\"k\": 1, \"1\": null, \"2\": 4}]",
        "PIVOT([{\"k\": 1, \"m\": \"k\", \"n\": 2}], [\"k\"], \"m\", \"n\") | error two-values",
        "PIVOT([1], [\"k\"], \"m\", \"n\") | error not-an-object",
        "PIVOT([{\"k\": 1}], [\"k\"], \"m\", \"n\") | [{\"k\": 1}]",
        "PIVOT(UNPIVOT([{\"k\": 1, \"a\": 2, \"b\": 3}], [\"k\"], \"m\", \"n\"), [\"k\"], \"m\","
            + " \"n\") | [{\"k\": 1, \"a\": 2, \"b\": 3}]",
        "UNPIVOT([NULL], [\"k\"], \"m\", \"n\") | error not-an-object",
      })
  void hard_cases_beyond_the_peers(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }
}
