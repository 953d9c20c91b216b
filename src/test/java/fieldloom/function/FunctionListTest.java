package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.FunctionDef.Mode;
import fieldloom.function.FunctionDef.Param;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every declaration of the library must hold. */
class FunctionListTest {
  private static final List<FunctionDef> ALL = FunctionLibrary.standard().all();

  @TestFactory
  Stream<DynamicTest> every_declaration_is_whole() {
    assertThat(ALL).hasSizeGreaterThan(150);
    return ALL.stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> isWhole(f)));
  }

  private static void isWhole(FunctionDef f) {
    assertThat(f.name()).matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    assertThat(f.help().english()).matches("[\\p{Lu}0-9-].*\\.").doesNotContain("\n");
    assertThat(f.help().chinese()).matches(".*[\\p{IsHan}].*。").doesNotContain("\n");
    assertThat(f.examples()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(f.examples())
        .allSatisfy(e -> assertThat(e.formula()).containsPattern("\\b" + f.name() + "\\b"));
    assertThat(f.aliases()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(f.params()).extracting(Param::name).doesNotHaveDuplicates();
    assertThat(f.params()).allSatisfy(p -> assertThat(p.name()).matches("[a-z][A-Za-z]*"));
    paramsAreInOrder(f.params());
  }

  private static void paramsAreInOrder(List<Param> params) {
    boolean optional = false;
    for (int i = 0; i < params.size(); i++) {
      Param p = params.get(i);
      assertThat(!optional || p.optional()).as("%s stands behind an optional one", p).isTrue();
      assertThat(!p.repeated() || i == params.size() - 1).as("%s is not the last", p).isTrue();
      optional = p.optional();
    }
  }

  @Test
  void names_are_unique_and_no_alias_is_another_functions_name() {
    Set<String> names = new HashSet<>();
    assertThat(ALL).allSatisfy(f -> assertThat(names.add(f.name())).as(f.name()).isTrue());
    List<String> clashes = new ArrayList<>();
    for (FunctionDef f : ALL) {
      f.aliases().stream()
          .map(a -> a.toUpperCase(Locale.ROOT))
          .filter(names::contains)
          .forEach(a -> clashes.add(f.name() + ": " + a));
    }
    assertThat(clashes).as("aliases that are names").isEmpty();
  }

  @Test
  void every_group_has_functions() {
    for (Group group : Group.values()) {
      assertThat(ALL).as(group.label()).anyMatch(f -> f.group() == group);
    }
  }

  @Test
  void the_functions_asked_for_are_there() {
    List<String> wanted =
        List.of(
            // Text
            "CONCAT JOIN LEFT RIGHT MID SUBSTRING_BEFORE SUBSTRING_AFTER LENGTH LENGTHB UPPER LOWER"
                + " PROPER TRIM TRIM_START TRIM_END CLEAN PAD_START PAD_END REPEAT REPLACE"
                + " REPLACE_FIRST REGEX_REPLACE REGEX_MATCH REGEX_EXTRACT TRANSLATE SPLIT"
                + " SPLIT_BY_LENGTH SPLIT_REGEX CONTAINS STARTS_WITH ENDS_WITH FIND FIND_LAST"
                + " COUNT_TEXT IS_BLANK COMPARE_TEXT CHAR CODE REMOVE_ACCENTS TO_HALF_WIDTH"
                + " TO_FULL_WIDTH TO_SIMPLIFIED TO_TRADITIONAL PINYIN CAMEL_CASE SNAKE_CASE KEBAB_CASE ESCAPE_XML ESCAPE_JSON QUOTE"
                + " LIKE",
            // Number
            "ADD SUBTRACT MULTIPLY DIVIDE INT_DIVIDE MOD ABS NEGATE SIGN CEILING FLOOR TRUNC ROUND"
                + " ROUND_EVEN POWER SQRT EXP LN LOG10 MIN_OF MAX_OF CLAMP BIT_AND BIT_OR BIT_XOR"
                + " RANDOM RMB_UPPERCASE UNIT",
            // Date and time
            "TODAY NOW DATE TIME DATETIME PARSEDATE PARSETIME PARSEDATETIME FORMATDATE ADD_DAYS"
                + " ADD_MONTHS ADD_YEARS ADD_HOURS ADD_MINUTES ADD_SECONDS DATE_DIFF YEAR QUARTER"
                + " MONTH WEEK DAY WEEKDAY DAY_OF_YEAR HOUR MINUTE SECOND MILLIS DATE_OF TIME_OF"
                + " START_OF END_OF TO_ZONE TO_UTC FROM_EPOCH TO_EPOCH WORKDAYS WORKDAY_ADD"
                + " IS_DATE AGE",
            // Logic
            "IF IFS SWITCH AND OR NOT XOR EQ NE LT LE GT GE BETWEEN IN EXISTS IS_NULL IS_NUMBER"
                + " IS_TEXT DEFAULT COALESCE NULL_IF IF_ERROR ERROR",
            // Conversion
            "TEXT NUMBER INTEGER BOOLEAN FORMAT_NUMBER IMPLIED_DECIMAL BASE64_ENCODE BASE64_DECODE"
                + " HEX_ENCODE HEX_DECODE URL_ENCODE URL_DECODE TO_BASE FROM_BASE TO_JSON FROM_JSON"
                + " MD5 SHA1 SHA256 HMAC_SHA256",
            // Collections
            "FILTER MAP SORT DISTINCT REVERSE FLATTEN UNION INTERSECT EXCEPT ZIP POSITION FIRST"
                + " LAST ITEM_AT TAKE SKIP SLICE SEQUENCE GROUP CHUNK INDEX_BY KEYS VALUES ANY ALL",
            // Aggregates, lookup, generate
            "COUNT SUM AVERAGE MIN MAX PRODUCT MEDIAN TEXT_MIN TEXT_MAX SUM_IF COUNT_IF"
                + " RUNNING_SUM",
            "LOOKUP LOOKUP_IN LOOKUP_RANGE LOOKUP_DB EXISTS_IN",
            "UUID UUID_FROM SEQUENCE_NUMBER ROW_NUMBER RUN_ID RUN_TIME SOURCE_NAME RECORD_INDEX",
            // Beyond the peers
            "CONVERT_UNIT CONVERT_CURRENCY CHECK_DIGIT IS_VALID ISO_CODE TRY MASK PIVOT UNPIVOT"
                + " SPLIT_ADDRESS");
    List<String> names = wanted.stream().flatMap(line -> Stream.of(line.split(" "))).toList();
    assertThat(ALL).extracting(FunctionDef::name).containsAll(names);
  }

  @Test
  void a_function_is_found_by_its_name_only() {
    FunctionLibrary library = FunctionLibrary.standard();
    assertThat(library.find("UPPER")).get().extracting(FunctionDef::name).isEqualTo("UPPER");
    assertThat(library.find("upper")).isEmpty();
    assertThat(library.find("uppercase")).isEmpty();
  }

  @ParameterizedTest(name = "{0} is near {1}")
  @CsvSource({
    "UPER, UPPER",
    "LENGHT, LENGTH",
    "substring-before, SUBSTRING_BEFORE",
    "vlookup, LOOKUP",
    "NVL, DEFAULT",
    "DATEDIFF, DATE_DIFF",
    "FORMAT_DATE, FORMATDATE"
  })
  void what_was_meant_is_found(String written, String meant) {
    assertThat(FunctionLibrary.standard().nearest(written, List.of(), 1)).containsExactly(meant);
  }

  @Test
  void what_is_far_off_is_near_nothing() {
    assertThat(FunctionLibrary.standard().nearest("QWXZKJVB", List.of(), 5)).isEmpty();
    assertThat(FunctionLibrary.standard().nearest("SUN", List.of(), 2)).startsWith("SUM");
  }

  @Test
  void a_typing_claims_nothing_where_nothing_is_known() {
    for (FunctionDef f : ALL) {
      List<ValueType> unknown = Collections.nCopies(f.minArguments(), ValueType.ANY);
      assertThat(f.typing().of(unknown)).as(f.name()).isNotNull();
    }
  }

  @Test
  void a_function_that_takes_lambdas_takes_a_list_first() {
    assertThat(ALL)
        .filteredOn(f -> f.params().stream().anyMatch(p -> p.kind() == Kind.LAMBDA))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.param(0).kind()).isEqualTo(Kind.LIST))
        .allSatisfy(f -> assertThat(f.mode()).isNotEqualTo(Mode.LAZY));
  }
}
