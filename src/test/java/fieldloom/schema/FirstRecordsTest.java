package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples cut anywhere: what is read of them is a sample of the records that end before. */
class FirstRecordsTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String MARK = "\uFEFF";

  private static SchemaReader reader(String name) {
    return SchemaReaders.all().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A sample of that beginning. */
  private static SchemaFile cut(String kind, byte[] start, @Nullable JsonNode options)
      throws SchemaException {
    SchemaFile file = new SchemaFile("a." + kind, "a." + kind, start, options, null);
    return reader(kind).firstRecords(file);
  }

  private static String fields(String kind, byte[] content, @Nullable JsonNode options)
      throws SchemaException {
    SchemaFile file = new SchemaFile("a." + kind, "a." + kind, content, options, null);
    return SchemaText.tsv(reader(kind).read(file));
  }

  private static byte[] start(byte[] all, int share) {
    return BegunText.start(all, (int) ((long) all.length * share / 1_000));
  }

  /** How many of some parts stand whole in the first bytes of a text. */
  private static int whole(String before, List<String> parts, Charset charset, int bytes) {
    StringBuilder text = new StringBuilder(before);
    int whole = 0;
    for (String part : parts) {
      text.append(part);
      if (text.toString().getBytes(charset).length > bytes) {
        break;
      }
      whole++;
    }
    return whole;
  }

  private static byte[] text(String before, List<String> parts, int many, Charset charset) {
    return (before + String.join("", parts.subList(0, many))).getBytes(charset);
  }

  private static long records(SchemaFile file) {
    assertThat(file.extent()).isInstanceOf(Extent.FirstRecords.class);
    return file.extent() instanceof Extent.FirstRecords some ? some.records() : -1;
  }

  @Property(tries = 1_000)
  void a_csv_is_cut_behind_its_last_whole_row(
      @ForAll("rows") List<String> rows,
      @ForAll("charsets") Charset charset,
      @ForAll @IntRange(min = 0, max = 999) int share)
      throws SchemaException {
    JsonNode options =
        JsonNodeFactory.instance.objectNode().put("encoding", charset.name()).put("trim", true);
    byte[] start = start(text("", rows, rows.size(), charset), share);
    int whole = whole("", rows, charset, start.length);

    if (whole == 0) {
      assertThatThrownBy(() -> cut("csv", start, options))
          .hasMessageContaining("none of its records ends in the first 8 MB");
      return;
    }
    SchemaFile cut = cut("csv", start, options);

    assertThat(cut.content()).isEqualTo(text("", rows, whole, charset));
    assertThat(records(cut)).isEqualTo(whole - 1);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> cell =
        Arbitraries.of(
            "1",
            "商品",
            "\"a,b\"",
            "\"two\nlines\"",
            "\"say \"\"乾\"\"\"",
            "5\" pipe",
            " \"x\" ",
            "𠮷");
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n");
    return cell.list()
        .ofMinSize(2)
        .ofMaxSize(4)
        .map(cells -> String.join(",", cells))
        .flatMap(row -> end.map(one -> row + one))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Charset> charsets() {
    return Arbitraries.of(UTF_8, GB18030, UTF_16LE);
  }

  @Property(tries = 1_000)
  void lines_are_cut_behind_the_last_whole_one(
      @ForAll("lines") List<String> lines,
      @ForAll("marks") String mark,
      @ForAll @IntRange(min = 0, max = 999) int share)
      throws SchemaException {
    Charset charset = mark.isEmpty() ? UTF_8 : UTF_16LE;
    byte[] start = start(text(mark, lines, lines.size(), charset), share);
    int whole = whole(mark, lines, charset, start.length);

    if (whole == 0) {
      assertThatThrownBy(() -> cut("ndjson", start, null))
          .hasMessageContaining("none of its records ends in the first 8 MB");
      return;
    }
    SchemaFile cut = cut("ndjson", start, null);

    assertThat(cut.content()).isEqualTo(text(mark, lines, whole, charset));
    assertThat(records(cut)).isEqualTo(whole);
    assertThat(cut("fixed", start, null).content()).isEqualTo(cut.content());
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return objects().map(all -> all.stream().map(record -> record + "\n").toList());
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.of("", MARK);
  }

  @Property(tries = 1_000)
  void a_json_list_is_cut_behind_its_last_whole_item(
      @ForAll("objects") List<String> records,
      @ForAll("places") String place,
      @ForAll("marks") String mark,
      @ForAll @IntRange(min = 0, max = 999) int share)
      throws SchemaException {
    Charset charset = mark.isEmpty() ? UTF_8 : UTF_16LE;
    String before = mark + before(place);
    List<String> items =
        records.stream()
            .map(record -> (record == records.getFirst() ? "" : " , ") + record)
            .toList();
    byte[] all = (before + String.join("", items) + "]").getBytes(charset);
    byte[] start = start(all, share);
    int whole = whole(before, items, charset, start.length);
    if (whole == 0) {
      return;
    }
    JsonNode options =
        place.isEmpty() ? null : JsonNodeFactory.instance.objectNode().put("records", place);
    byte[] some =
        (before + String.join("", items.subList(0, whole)) + after(place)).getBytes(charset);

    SchemaFile cut = cut("json", start, options);

    assertThat(cut.content()).isEqualTo(some);
    assertThat(records(cut)).isEqualTo(whole);
    assertThat(fields("json", cut.content(), options))
        .isEqualTo(
            fields(
                "json",
                ("[" + String.join("", items.subList(0, whole)) + "]").getBytes(UTF_8),
                null));
  }

  private static String before(String place) {
    return switch (place) {
      case "" -> " [";
      case "/orders" -> "{\"no\":[[1],{}], \"名\":\"]\", \"orders\":[";
      case "/data/1/orders" -> "{\"data\":[{\"orders\":[{\"z\":1}]},{\"day\":null,\"orders\":[";
      default -> throw new IllegalArgumentException(place);
    };
  }

  private static String after(String place) {
    return switch (place) {
      case "" -> "]";
      case "/orders" -> "]}";
      case "/data/1/orders" -> "]}]}";
      default -> throw new IllegalArgumentException(place);
    };
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of("", "/orders");
  }

  @Provide
  Arbitrary<List<String>> objects() {
    Arbitrary<String> value =
        Arbitraries.of(
            "1",
            "-2.50",
            "\"t\"",
            "null",
            "true",
            "\"2026-01-02\"",
            "[]",
            "[1,\"a\",{}]",
            "{\"x\":[{\"y\":1},2]}",
            "\"}]\\\"\"",
            "\"商品𠮷\"");
    return value
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            values -> {
              StringBuilder record = new StringBuilder("{");
              for (int i = 0; i < values.size(); i++) {
                record.append(i == 0 ? "" : ",").append("\"f" + i + "\": ").append(values.get(i));
              }
              return record.append("}").toString();
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 1_000)
  void an_xml_document_is_cut_behind_the_last_whole_element_of_its_list(
      @ForAll("elements") List<String> elements,
      @ForAll("charsets") Charset charset,
      @ForAll @IntRange(min = 0, max = 999) int share)
      throws SchemaException {
    String before =
        charset == UTF_16LE
            ? MARK
            : "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\r\n";
    before += "<!-- <o:order/> --><o:orders xmlns:o='urn:o'>\n<head 名='>'/>";
    byte[] all = (before + String.join("", elements) + "</o:orders>").getBytes(charset);
    byte[] start = start(all, share);
    int whole = whole(before, elements, charset, start.length);
    if (whole < 2) {
      return;
    }

    SchemaFile cut = cut("xml", start, null);

    String some = before + String.join("", elements.subList(0, whole)).strip();
    assertThat(cut.content()).isEqualTo((some + "</o:orders>").getBytes(charset));
    assertThat(records(cut)).isEqualTo(whole);
  }

  @Provide
  Arbitrary<List<String>> elements() {
    Arbitrary<String> part =
        Arbitraries.of(
            "<line>1</line>",
            "<line/>",
            "<![CDATA[</o:order>]]>",
            "商品",
            "<名>\r\n</名>",
            "&amp;",
            "<?p </o:order>?>",
            "<sub><sub/></sub>");
    return part.list()
        .ofMaxSize(4)
        .map(parts -> "<o:order>" + String.join("", parts) + "</o:order>")
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "an object whose list is cut | {\"a\":{\"b\":1},\"c\":[1,2,3 | {\"a\":{\"b\":1},\"c\":[1,2]} | 2",
        "the outermost list counts | [{\"a\":[1,2]},{\"a\":[1,2 | [{\"a\":[1,2]}] | 1",
        "a first item that does not end | [{\"a\":[1,2],\"b\":[1,2 | [{\"a\":[1,2],\"b\":[1]}] | 1",
        "no list at all | {\"a\":{\"b\":1,\"c\":\"x | {\"a\":{\"b\":1}} | 0",
        "a number that may go on | [1,2,34 | [1,2] | 2",
        "a word that goes on | [true,fal | [true] | 1",
        "behind a comma | [{}, | [{}] | 1",
        "behind a name | {\"a\":[{}],\"b\" | {\"a\":[{}]} | 0",
        "within an escape | [\"a\",\"\\u12 | [\"a\"] | 1",
      })
  void json_is_closed_where_it_was_cut(String why, String start, String some, int records)
      throws SchemaException {
    SchemaFile cut = cut("json", start.getBytes(UTF_8), null);

    assertThat(new String(cut.content(), UTF_8)).as(why).isEqualTo(some);
    assertThat(records(cut)).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a><h/><b/><b><c | <a><h/><b/></a> | 1",
        "<a><b/><c/><b/><c><d | <a><b/><c/><b/></a> | 1",
        "<a><h/><h/><l><b/><b/><b> | <a><h/><h/><l><b/><b/></l></a> | 2",
        "<a><l><b>x</b></l><m><c>text | <a><l><b>x</b></l></a> | 0",
        "<a><b/><b/><! | <a><b/><b/></a> | 2",
        "<a><b/><b/><![CDA | <a><b/><b/></a> | 2",
        "<a><b/><b/>&am | <a><b/><b/></a> | 2",
        "<a><p:l xmlns:p='u'><p:b/><p:b/ | <a><p:l xmlns:p='u'><p:b/></p:l></a> | 0",
      })
  void xml_is_closed_where_it_was_cut(String start, String some, int records)
      throws SchemaException {
    SchemaFile cut = cut("xml", start.getBytes(UTF_8), null);

    assertThat(new String(cut.content(), UTF_8)).isEqualTo(some);
    assertThat(records(cut)).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json | {\"a\":\"x",
        "json | [{\"a\":1",
        "xml | <a><b>x",
        "xml | <!-- <a/>",
        "ndjson | {\"a\":1}",
        "csv | a,b",
        "csv | `a,\"b\n1,2\n`",
        "fixed | A1  B",
      })
  void a_sample_of_which_no_record_ends_is_refused(String kind, String start) {
    assertThatThrownBy(() -> cut(kind, start.getBytes(UTF_8), null))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The sample a."
                + kind
                + " has more than 64 MB, and none of its records ends in the first 8 MB; give a"
                + " sample with shorter records.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json | [{\"a\":1},{\"a\":}, | line 1, column 15",
        "json | [1,2] 3, | line 1, column 8",
        "xml | <a><b/><b></c></b><b/> | line 1, column 13",
      })
  void what_is_wrong_before_the_cut_is_told(String kind, String start, String place)
      throws SchemaException {
    SchemaFile cut = cut(kind, start.getBytes(UTF_8), null);

    assertThat(cut.isBeginning()).isFalse();
    assertThatThrownBy(() -> reader(kind).read(cut)).hasMessageContaining(place);
  }

  @Test
  void a_beginning_ends_between_characters_whatever_its_encoding() {
    for (Charset charset : List.of(UTF_8, GB18030, UTF_16LE)) {
      byte[] all = "a,商品,𠮷\n".repeat(40).getBytes(charset);
      for (int most = 80; most < 140; most++) {
        byte[] start = BegunText.start(all, most);
        String text = new String(start, charset);
        assertThat(start).as("%s %d", charset, most).hasSizeGreaterThan(most - 16);
        assertThat(text).doesNotContain("\uFFFD");
        assertThat(start).isEqualTo(Arrays.copyOf(all, start.length));
      }
    }
  }
}
