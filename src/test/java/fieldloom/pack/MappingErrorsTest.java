package fieldloom.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of files that break the format: the pointer, what is wrong, what to do. */
class MappingErrorsTest {
  private static final String HEAD = "orders.flmap: ";

  private static PackException refused(String json) {
    return refused(json.getBytes(StandardCharsets.UTF_8));
  }

  private static PackException refused(byte[] content) {
    PackException e =
        catchThrowableOfType(PackException.class, () -> MappingFile.read(content, "orders.flmap"));
    assertThat(e).as("refused").isNotNull();
    return e;
  }

  @Test
  void the_worked_case_names_the_pointer_the_fault_and_the_remedy() {
    String json =
        MappingFileTest.minimal("")
            .replace(
                "\"rules\": []",
                "\"rules\": [{\"to\": \"x\", \"from\": \"order.a\"}, {\"to\": 5, \"from\":"
                    + " \"a\"}]");
    PackException e = refused(json);
    assertThat(e)
        .hasMessage(
            HEAD
                + "/rules/1/to must be a string, it is an integer;"
                + " write the path of a target field.");
    assertThat(e.pointers()).containsExactly("/rules/1/to");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`x` | /rules/0 must be an object, it is a string",
        "{} | /rules/0/to is missing; write the path of a target field",
        "{\"to\": null} | /rules/0/to must be a string, it is null",
        "{\"to\": \"a\", \"from\": [\"b\"]} | /rules/0/from must be a string, it is a list",
        "{\"to\": \"a\", \"from\": \"b\", \"formula\": \"c\"} | /rules/0/from must not stand here;"
            + " keep either \"from\" or \"formula\"",
        "{\"to\": \"a\", \"formula\": 1} | /rules/0/formula must be a string, it is an integer;"
            + " write a formula",
        "{\"to\": \"a\", \"when\": true} | /rules/0/when must be a string, it is true; write a"
            + " condition",
        "{\"to\": \"a\", \"where\": \"b\"} | /rules/0/where needs “each” beside it; write the path"
            + " of a list",
        "{\"to\": \"a\", \"as\": \"b\"} | /rules/0/as needs “each” beside it",
        "{\"to\": \"a\", \"each\": \"b\", \"group\": \"key\"} | /rules/0/group needs “groupBy”"
            + " beside it",
        "{\"to\": \"a\", \"each\": \"b\", \"groupBy\": \"c\", \"group\": \"runs\"} | /rules/0/group"
            + " must be one of \"key\", \"adjacent\", \"startingWith\", \"blocks\", it is \"runs\";"
            + " write one of these words",
        "{\"to\": \"a\", \"each\": \"b\", \"groupBy\": 0} | /rules/0/groupBy must be at least 1, it"
            + " is 0",
        "{\"to\": \"a\", \"each\": \"b\", \"groupBy\": []} | /rules/0/groupBy must not be empty",
        "{\"to\": \"a\", \"each\": \"b\", \"groupBy\": {\"as\": \"x\"}} | /rules/0/groupBy/by is"
            + " missing; write a formula",
        "{\"to\": \"a\", \"each\": \"b\", \"groupBy\": [{\"as\": \"x\"}]} | /rules/0/groupBy/0/by"
            + " is missing; write a formula",
        "{\"to\": \"a\", \"each\": \"b\", \"distinct\": []} | /rules/0/distinct must not be empty",
        "{\"to\": \"a\", \"each\": \"b\", \"distinct\": 1} | /rules/0/distinct must be true or"
            + " false, a string or a list, it is an integer",
        "{\"to\": \"a\", \"each\": \"b\", \"orderBy\": \"c\"} | /rules/0/orderBy must be a list, it"
            + " is a string",
        "{\"to\": \"a\", \"each\": \"b\", \"orderBy\": [{}]} | /rules/0/orderBy/0/by is missing",
        "{\"to\": \"a\", \"each\": \"b\", \"orderBy\": [{\"by\": \"c\", \"descending\": \"yes\"}]}"
            + " | /rules/0/orderBy/0/descending must be true or false, it is a string; write true"
            + " or false",
        "{\"to\": \"a\", \"each\": \"b\", \"join\": \"c\"} | /rules/0/join must be an object or a"
            + " list, it is a string",
        "{\"to\": \"a\", \"each\": \"b\", \"join\": {\"as\": \"o\", \"on\": \"c\"}} |"
            + " /rules/0/join/with is missing; write the path of a list",
        "{\"to\": \"a\", \"each\": \"b\", \"join\": [{\"with\": \"c\", \"as\": \"o\"}]} |"
            + " /rules/0/join/0/on is missing; write a condition such as \"o.id == line.id\"",
        "{\"to\": \"a\", \"each\": \"b\", \"join\": {\"with\": \"c\", \"as\": \"o\", \"on\": \"d\","
            + " \"kind\": \"outer\"}} | /rules/0/join/kind must be one of \"inner\", \"left\", it"
            + " is \"outer\"",
        "{\"to\": \"a\", \"each\": \"b\", \"join\": {\"with\": \"c\", \"as\": \"o\", \"on\": \"d\","
            + " \"match\": \"last\"}} | /rules/0/join/match must be one of",
      })
  void a_rule_that_breaks_the_format_is_refused(String rule, String said) {
    String json = rule.equals("x") ? "\"x\"" : rule;
    assertThat(refused(MappingFileTest.minimal("").replace("[]", "[" + json + "]")))
        .hasMessageStartingWith(HEAD + said)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"variables\": {} | /variables must be a list, it is an object",
        "\"variables\": [{\"name\": \"v\"}] | /variables/0/formula is missing; write a formula",
        "\"tables\": [{\"name\": \"t\"}] | /tables/0/rows is missing; write a list of rows, each a"
            + " list of values",
        "\"tables\": [{\"name\": \"t\", \"rows\": [[]]}] | /tables/0/rows/0 must not be empty",
        "\"tables\": [{\"name\": \"t\", \"rows\": [\"a\"]}] | /tables/0/rows/0 must be a list, it"
            + " is a string",
        "\"tables\": [{\"name\": \"t\", \"rows\": [], \"from\": {\"csv\": \"x\"}}] | /tables/0/rows"
            + " must not stand here; keep either \"rows\" or \"from\"",
        "\"tables\": [{\"name\": \"t\", \"from\": {}}] | /tables/0/from/xlsx is missing; write the"
            + " name of a file",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"query\": \"q\"}}] | /tables/0/from/query needs"
            + " “connection” beside it",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"csv\": \"\"}}] | /tables/0/from/csv must not"
            + " be empty",
        "\"tables\": [{\"name\": \"t\", \"from\": {\"csv\": \"x\", \"header\": 1}}] |"
            + " /tables/0/from/header must be true or false",
        "\"tables\": [{\"name\": \"t\", \"rows\": [], \"keyType\": \"text\"}] | /tables/0/keyType"
            + " must be one of \"string\", ",
        "\"tables\": [{\"name\": \"t\", \"rows\": [], \"otherwise\": {}}] | /tables/0/otherwise/use"
            + " is missing; write one of these words",
        "\"tables\": [{\"name\": \"t\", \"rows\": [], \"otherwise\": {\"use\": \"key\"}}] |"
            + " /tables/0/otherwise/use must be one of \"error\", \"input\", it is \"key\"",
        "\"tables\": [{\"name\": \"t\", \"rows\": [], \"otherwise\": {\"use\": \"error\","
            + " \"value\": 1}}] | /tables/0/otherwise/use must not stand here",
        "\"functions\": [{\"name\": \"F\", \"params\": \"x\", \"formula\": \"x\"}] |"
            + " /functions/0/params must be a list",
        "\"params\": [{\"name\": \"p\", \"type\": \"money\"}] | /params/0/type must be one of",
        "\"tests\": [{\"name\": \"t\"}] | /tests/0/in is missing; write an object with a file for"
            + " each source",
        "\"tests\": [{\"name\": \"t\", \"in\": {\"a/b~c\": 1}}] | /tests/0/in/a~1b~0c must be a"
            + " string, it is an integer",
        "\"tests\": [{\"name\": \"t\", \"in\": {}, \"expect\": []}] | /tests/0/expect must be a"
            + " string or an object, it is a list",
        "\"tests\": [{\"name\": \"t\", \"in\": {}, \"set\": {\"p\": null}}] | /tests/0/set/p must"
            + " be a string, a number or true or false, it is null",
        "\"zone\": null | /zone must be a string, it is null",
        "\"layout\": [] | /layout must be an object, it is a list",
        "\"targets\": [] | /target must not stand here; keep either \"target\" or \"targets\"",
      })
  void a_mapping_that_breaks_the_format_is_refused(String member, String said) {
    assertThat(refused(MappingFileTest.minimal(member)))
        .hasMessageStartingWith(HEAD + said)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"format\": \"json\"} | /sources/0/name is missing",
        "{\"name\": \"\", \"format\": \"json\"} | /sources/0/name must not be empty; write the"
            + " first name of its paths",
        "{\"name\": \"o\", \"format\": \"jsn\"} | /sources/0/format must be one of \"json\","
            + " \"ndjson\", \"xml\", \"csv\", \"fixed\", \"xlsx\", \"edi\", \"table\", it is"
            + " \"jsn\"",
        "{\"name\": \"o\", \"format\": \"json\", \"schema\": \"\"} | /sources/0/schema must not be"
            + " empty; write a file name, a catalog: id, or a JSON Schema as an object",
        "{\"name\": \"o\", \"format\": \"json\", \"schema\": true} | /sources/0/schema must be a"
            + " string or an object, it is true",
        "{\"name\": \"o\", \"format\": \"json\", \"options\": {\"records\": 1}} |"
            + " /sources/0/options/records must be a string",
        "{\"name\": \"o\", \"format\": \"csv\", \"options\": {\"emptyIs\": \"none\"}} |"
            + " /sources/0/options/emptyIs must be one of \"absent\", \"null\", \"text\"",
        "{\"name\": \"o\", \"format\": \"xml\", \"options\": {\"namespaces\": {\"x\": 1}}} |"
            + " /sources/0/options/namespaces/x must be a string",
        "{\"name\": \"o\", \"format\": \"xlsx\", \"options\": {\"headerRow\": 0}} |"
            + " /sources/0/options/headerRow must be at least 1",
        "{\"name\": \"o\", \"format\": \"fixed\", \"options\": {\"records\": [{\"fields\":"
            + " [{\"name\": \"a\", \"at\": 1.5, \"length\": 3}]}]}} |"
            + " /sources/0/options/records/0/fields/0/at must be an integer, it is a number with a"
            + " fraction",
        "{\"name\": \"o\", \"format\": \"json\", \"options\": {\"patterns\": {\"a\": 1}}} |"
            + " /sources/0/options/patterns/a must be a string",
      })
  void a_source_that_breaks_the_format_is_refused(String source, String said) {
    String json =
        MappingFileTest.minimal("").replace("{\"name\": \"order\", \"format\": \"json\"}", source);
    assertThat(refused(json)).hasMessageStartingWith(HEAD + said).hasMessageEndingWith(".");
  }

  @Test
  void everything_that_is_wrong_is_pointed_at_in_the_order_of_the_file() {
    PackException e =
        refused(
            "{\"rules\": [{\"to\": 1}, 2, {}], \"fieldloom\": 1, \"name\": 3,"
                + " \"sources\": [], \"zone\": 4, \"locale\": 5, \"params\": [6]}");
    assertThat(e.pointers())
        .containsExactly(
            "/target",
            "/rules/0/to",
            "/rules/1",
            "/rules/2/to",
            "/name",
            "/sources",
            "/zone",
            "/locale",
            "/params/0");
    assertThat(e)
        .hasMessage(
            HEAD
                + "/target is missing; write the one target here, or several in \"targets\" (also"
                + " wrong: /rules/0/to, /rules/1, /rules/2/to, /name, /sources and 3 more).");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | is no mapping; a mapping file is one JSON object.",
        "5 | is no mapping; a mapping file is one JSON object.",
        "{} | /fieldloom is missing; a mapping file begins with \"fieldloom\": 1.",
        "{\"fieldloom\": \"1\"} | /fieldloom must be 1, the version of the format.",
        "{\"fieldloom\": 0} | /fieldloom must be 1, the version of the format.",
        "{\"fieldloom\": 2, \"rules\": 7} | was written by a newer version of Fieldloom (/fieldloom"
            + " is 2, this version reads 1); open it with that version.",
        "{\"fieldloom\": 1, \"name\": \"a\", \"name\": \"b\"} | /name stands twice, again at line"
            + " 1, column 31; keep one of them.",
        "{\"fieldloom\": 1, \"rules\": [{}, {\"to\": 1, \"to\": 2}]} | /rules/1/to stands twice,"
            + " again at line 1, column 42; keep one of them.",
        "{\"fieldloom\": 1} {} | has something behind the end of its JSON, at line 1, column 18.",
        "{\"a\": 1,} | has a comma too many before “}”, at line 1, column 9.",
        "[1, 2,] | has a comma too many before “]”, at line 1, column 7.",
        "{\"a\": 1] | has a “]” that closes nothing or is not expected there, at line 1, column 8.",
        "} | has a “}” that closes nothing or is not expected there, at line 1, column 1.",
        "{\"a\": 1 \"b\": 2} | lacks a comma or a colon before “\"”, at line 1, column 9.",
        "{'a': 1} | has a single quote; names and text stand in double quotes, at line 1, column"
            + " 2.",
        "{a: 1} | has a “a” where a name or text in double quotes is expected, at line 1, column"
            + " 2.",
        "{\"a\": tru} | has a “t” that is not expected there, at line 1, column 7.",
        "{\"a\": \"\\q\"} | has an unknown escape “\\q”; a backslash in text is written \\\\, at"
            + " line 1, column 9.",
        "{\"a\": 1 // note | has what looks like a comment; JSON has none, at line 1, column 9.",
        "{\"客户😀\": 1,} | has a comma too many before “}”, at line 1, column 11.",
        "{\"\\ud800\": 1} | has a name with half a character in it (a surrogate without the other),"
            + " at line 1, column 9.",
        "{\"a\": \"x | ends at line 1, column 9 before its JSON is complete; is it cut off?",
        "{\"a\": | ends at line 1, column 6 before its JSON is complete; is it cut off?",
        "{\"a\": 1e99999} | /a is a number of more than 1,000 digits or with an exponent beyond"
            + " ±9,999, at line 1, column 7; write it as text.",
      })
  void a_file_that_is_no_mapping_says_where_it_stops_being_one(String json, String said) {
    assertThat(refused(json)).hasMessage(HEAD + said);
  }

  @Test
  void lines_are_counted() {
    assertThat(refused("{\n  \"a\": 1,\n  \"b\": \"x\ny\"\n}"))
        .hasMessage(
            HEAD
                + "has a line break or another control character inside text; it is written \\n or"
                + " \\t, at line 3, column 10.");
  }

  @Test
  void empty_and_foreign_files_are_told_apart() {
    assertThat(refused("")).hasMessage(HEAD + "is empty; one JSON object is expected.");
    assertThat(refused(" \n")).hasMessage(HEAD + "is empty; one JSON object is expected.");
    assertThat(refused(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAE}))
        .hasMessage(
            HEAD + "is not UTF-8 text, the first fault is at line 1, column 3; save it as UTF-8.");
    assertThat(refused("{}".getBytes(StandardCharsets.UTF_16)))
        .hasMessageContaining("is not UTF-8 text");
  }

  @Test
  void depth_is_limited_and_a_thousand_levels_are_fine() throws PackException {
    String deep = "\"deep\": " + "[".repeat(999) + "]".repeat(999);
    assertThat(MappingFileTest.written(MappingFileTest.read(MappingFileTest.minimal(deep))))
        .contains("\"deep\": [");
    String deeper = "\"deep\": " + "[".repeat(1_000) + "]".repeat(1_000);
    assertThat(refused(MappingFileTest.minimal(deeper)))
        .hasMessageContaining("is nested deeper than 1,000 levels");
  }

  @Test
  void numbers_made_to_hurt_do_not() {
    String fixed =
        "\"targets\": [{\"name\": \"t\", \"format\": \"xlsx\", \"options\": {\"headerRow\":"
            + " 1e9999}}]";
    long start = System.nanoTime();
    PackException e = refused(MappingFileTest.minimal(fixed));
    assertThat(e.pointers()).contains("/target");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
