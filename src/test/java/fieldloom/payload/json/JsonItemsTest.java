package fieldloom.payload.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by bytes is what is read by characters, errors and warnings included. */
class JsonItemsTest {
  private static final int FAR = 1 << 16;

  /** The parser tells the column of a broken exponent by where its buffer ends, off by one. */
  private static final String SEED = "20261128";

  /** A document and the pointer to its records; null where the root is them. */
  record Document(@Nullable String pointer, String text) {}

  @Property
  void documents_are_read_alike_however_their_bytes_come(
      @ForAll("documents") Document document, @ForAll @IntRange(min = 1, max = 40) int piece)
      throws IOException {
    alike(document.text().getBytes(UTF_8), document.pointer(), piece);
  }

  @Property(seed = SEED)
  void damaged_documents_fail_alike(
      @ForAll("documents") Document document,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll("damages") String damage,
      @ForAll @IntRange(min = 1, max = 40) int piece)
      throws IOException {
    String text = document.text();
    int at = text.isEmpty() ? 0 : where % text.length();
    String damaged =
        text.substring(0, at) + damage + text.substring(Math.min(at + 1, text.length()));
    alike(damaged.getBytes(UTF_8), document.pointer(), piece);
  }

  @Property(seed = SEED)
  void documents_that_are_cut_off_fail_alike(
      @ForAll("documents") Document document,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll @IntRange(min = 1, max = 40) int piece)
      throws IOException {
    byte[] all = document.text().getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(all, where % (all.length + 1));
    alike(cut, document.pointer(), piece);
  }

  @Property(tries = 200, seed = SEED)
  void wrong_bytes_fail_alike(
      @ForAll("documents") Document document,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll byte wrong)
      throws IOException {
    byte[] all = (document.text() + " ").getBytes(UTF_8);
    all[where % all.length] = wrong;
    alike(all, document.pointer(), 7);
  }

  @Property(tries = 200)
  void any_encoding_is_read_alike(
      @ForAll("documents") Document document, @ForAll("encodings") String encoding)
      throws IOException {
    byte[] bytes = ("\uFEFF" + document.text()).getBytes(Charset.forName(encoding));
    alike(bytes, document.pointer(), 11);
    alike(document.text().getBytes(Charset.forName(encoding)), document.pointer(), 11);
  }

  /** Behind more than a buffer of items, in one line and in many. */
  @Property(tries = 60)
  void documents_of_many_buffers_are_read_alike(
      @ForAll("documents") Document document,
      @ForAll("damages") String damage,
      @ForAll boolean lines)
      throws IOException {
    String item = "{\"name\":\"华东 𠮷\\n\",\"n\":[1,2.50,null,true]}";
    String many = (item + (lines ? ",\r\n" : ",")).repeat(FAR * 2 / item.length());
    String text = document.text();
    String all = "[" + many + text + "," + item + damage + "]";
    alike(all.getBytes(UTF_8), null, FAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF\uFEFF[1]",
        "[\uFEFF1]",
        "[1\uFEFF]",
        "[{}]x",
        "[{}]\n\n ,",
        "[{}x]",
        "[{}1]",
        "[{},]",
        "[,{}]",
        "[{}",
        "[{},",
        "[{}}",
        "[1,2,3",
        "[12",
        "[ false0]",
        "[{},truex, 1]",
        "[nullnull]",
        "[1, false\u00e9]",
        "[12a]",
        "[\r\n1,\r2,\n\r3]\r",
        "{}{}",
        "7 8",
        "",
        " ",
        "nul",
        "[\"a\\u00",
        "[{\"a\":1,\"a\":2},\n {\"b\":1e99999},{\"a\":{\"a\":1,\n\"a\":2}}, 1e99999, -0, 01]"
      })
  void what_is_at_the_edge_is_read_alike(String text) throws IOException {
    for (int piece : new int[] {1, 3, 1000}) {
      alike(text.getBytes(UTF_8), null, piece);
    }
  }

  @Test
  void objects_are_handed_out_in_their_bytes() throws IOException {
    String text = "[{\"a\":1},\n {\"a\":2} , {\"a\":3}\n]";
    try (JsonItems reader = new JsonItems("order", new Pieces(text.getBytes(UTF_8), 100), null)) {
      List<String> cut = new ArrayList<>();
      for (RawRecords.Raw raw = reader.nextRaw(); raw != null; raw = reader.nextRaw()) {
        String bytes = new String(raw.bytes(), raw.from(), raw.to() - raw.from(), UTF_8);
        cut.add(raw.line() + ": " + bytes);
      }
      assertThat(cut).containsExactly("1: {\"a\":1}", "2: {\"a\":2} ", "2: {\"a\":3}\n");
    }
  }

  @Test
  void an_item_longer_than_is_held_is_read_alike() throws IOException {
    String text = "\"" + "x".repeat(1_000_000) + "\",";
    String item = "{\"a\":[" + text.repeat(RecordBudget.BYTES / 1_000_000 + 1) + "\n1]}";
    alike(("[1,\n " + item + ", {\"b\":2}, 3").getBytes(UTF_8), null, FAR);
    alike((item + "\n").getBytes(UTF_8), null, FAR);
  }

  @Test
  void objects_of_many_fields_and_of_keys_that_are_data_are_read_alike() throws IOException {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 6_000; i++) {
      text.append(i == 0 ? "" : ",").append("{\"k").append(i).append("\":{\"same\":1}}");
    }
    text.append(",{");
    for (int i = 0; i < 300; i++) {
      text.append(i == 0 ? "" : ",").append("\"").append("k".repeat(i)).append("\":").append(i);
    }
    alike(text.append("},{\"same\":2}]").toString().getBytes(UTF_8), null, FAR);
  }

  private static void alike(byte[] bytes, @Nullable String pointer, int piece) throws IOException {
    JsonPointer records = pointer == null ? null : JsonPointer.compile(pointer);
    List<String> slow =
        told(
            () ->
                new JsonReader(
                    "order",
                    new StrictReader(new ByteArrayInputStream(bytes), UTF_8),
                    records,
                    Origin.START,
                    new RecordBuilder(PlainPlaces.OWN)));
    List<String> quick = told(() -> new JsonItems("order", new Pieces(bytes, piece), records));
    assertThat(quick).isEqualTo(slow);
    assertThat(toldOfBytes(new Pieces(bytes, piece), records)).isEqualTo(slow);
  }

  /** The same, where records are handed out in their bytes and only read when all are there. */
  private static List<String> toldOfBytes(InputStream in, @Nullable JsonPointer pointer) {
    List<String> told = new ArrayList<>();
    Map<Integer, RawRecords.Raw> handedOut = new LinkedHashMap<>();
    try (JsonItems reader = new JsonItems("order", in, pointer)) {
      told.add("single: " + reader.singleRoot());
      reader.onWarning(text -> told.add("warning: " + text));
      for (boolean more = true; more; ) {
        RawRecords.Raw raw = reader.nextRaw();
        if (raw == null) {
          more = tellNext(reader, told);
        } else {
          handedOut.put(told.size(), raw);
          told.add("");
        }
      }
      RawRecords.Parser parser = reader.parser();
      handedOut.forEach((at, raw) -> told.set(at, read(parser, raw)));
    } catch (IOException e) {
      told.add(e.getClass() + ": " + e.getMessage());
    }
    return told;
  }

  private static String read(RawRecords.Parser parser, RawRecords.Raw raw) {
    try {
      RecordReader.InputRecord record = parser.read(raw);
      return record.line() + ": " + JsonText.of(record.value());
    } catch (BadRecordException e) {
      return "handed out, but " + e.getMessage();
    }
  }

  /** Opens a reader. */
  private interface Opening {
    RecordReader open() throws IOException;
  }

  /** All that a reader gives and says, in order. */
  private static List<String> told(Opening opening) {
    List<String> told = new ArrayList<>();
    try (RecordReader reader = opening.open()) {
      told.add("single: " + reader.singleRoot());
      reader.onWarning(text -> told.add("warning: " + text));
      for (boolean more = true; more; ) {
        more = tellNext(reader, told);
      }
    } catch (IOException e) {
      told.add(e.getClass() + ": " + e.getMessage());
    }
    return told;
  }

  /** Tells of the next record; false at the end. */
  private static boolean tellNext(RecordReader reader, List<String> told) throws IOException {
    try {
      RecordReader.InputRecord record = reader.next();
      told.add(record == null ? "end" : record.line() + ": " + JsonText.of(record.value()));
      return record != null;
    } catch (BadRecordException e) {
      told.add(e.code() + " " + e.line() + " " + e.raw() + e.last() + ": " + e.getMessage());
      return true;
    }
  }

  /** Bytes that come a few at a time. */
  private static final class Pieces extends InputStream {
    private final byte[] bytes;
    private final int piece;
    private int at;

    Pieces(byte[] bytes, int piece) {
      this.bytes = bytes;
      this.piece = piece;
    }

    @Override
    public int read() {
      return at == bytes.length ? -1 : bytes[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (at == bytes.length) {
        return -1;
      }
      int count = Math.min(Math.min(piece, length), bytes.length - at);
      System.arraycopy(bytes, at, target, from, count);
      at += count;
      return count;
    }
  }

  @Provide
  Arbitrary<String> damages() {
    return Arbitraries.of(
        "",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "0",
        "-",
        ".",
        "e",
        "x",
        " ",
        "\n",
        "\uFEFF",
        "\u0000",
        "[[",
        "{\"a\":1,\"a\":2}");
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");
  }

  @Provide
  Arbitrary<Document> documents() {
    Arbitrary<String> items =
        Combinators.combine(value(3), blanks())
            .as((value, blank) -> blank + value + blank)
            .list()
            .ofMaxSize(5)
            .map(all -> "[" + (all.isEmpty() ? " " : String.join(",", all)) + "]");
    Arbitrary<Document> rooted = items.map(text -> new Document(null, text));
    Arbitrary<Document> single = value(3).map(text -> new Document(null, text));
    Arbitrary<Document> pointed =
        Combinators.combine(items, value(2), blanks(), Arbitraries.of("/o", "/a~1b/1", "/1/o", ""))
            .as(
                (array, other, blank, pointer) ->
                    new Document(pointer, around(pointer, array, other, blank)));
    return Combinators.combine(
            Arbitraries.oneOf(rooted, single, pointed), Arbitraries.of("", "\n", " \r\n"))
        .as((document, end) -> new Document(document.pointer(), document.text() + end));
  }

  private static String around(String pointer, String array, String other, String blank) {
    return switch (pointer) {
      case "/o" -> "{\"x\":" + other + blank + ",\"o\":" + array + ",\"y\":" + other + "}";
      case "/a~1b/1" -> "{" + blank + "\"a/b\" :[" + other + "," + blank + array + "],\"z\":[]}";
      case "/1/o" -> "[" + other + ",{\"o\":" + blank + array + "}" + blank + "]";
      default -> array;
    };
  }

  private static Arbitrary<String> blanks() {
    return Arbitraries.of("", "", " ", "\n", "\r\n", "\r", " \n\t ");
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> texts =
        Arbitraries.strings().ofMaxLength(12).map(JsonText::of).map(text -> text);
    Arbitrary<String> others =
        Arbitraries.of(
            "0",
            "-0",
            "1",
            "-17",
            "3.50",
            "-0.0",
            "1E+2",
            "12345678901234567890.123",
            "1e99999",
            "true",
            "false",
            "null",
            "\"\\u00e9\\ud83d\\ude00\\n\"",
            "\"plain\"",
            "\"王\"",
            "{}",
            "[]",
            "[".repeat(105) + "]".repeat(105));
    if (depth <= 0) {
      return Arbitraries.oneOf(texts, others);
    }
    Arbitrary<String> names =
        Arbitraries.of(
            "\"a\"", "\"b\"", "\"long name of a field\"", "\"\\u0061\"", "\"华\"", "\"\"");
    Arbitrary<String> objects =
        Combinators.combine(names, blanks(), value(depth - 1))
            .as((name, blank, value) -> blank + name + blank + ":" + value + blank)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(fields -> "{" + String.join(",", fields) + "}");
    Arbitrary<String> lists =
        Combinators.combine(value(depth - 1), blanks())
            .as((value, blank) -> blank + value + blank)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(items -> "[" + String.join(",", items) + "]");
    return Arbitraries.oneOf(texts, others, objects, lists);
  }
}
