package fieldloom.payload.json.tape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the tape is what the reader of JSON makes of the same text. */
class TapeReaderTest {
  private static final String ORDER =
      """
      {"no": "A1", "unread": {"a": [1, {"b": null}], "c": "x\\"y"}, "total": -12.50, "n": 1e3,
       "buyer": {"name": "王\\u00e9 \\ud83d\\ude00", "vip": true, "none": null},
       "lines": [{"qty": 3, "x": 1}, {"qty": 0.10}, {}], "tags": ["a", "b"], "mixed": [1, {}]}
      """;

  @Test
  void wanted_fields_are_found_whatever_stands_between() {
    Shape shape = new Shape();
    int total = shape.field("total");
    int number = shape.field("n");
    int buyer = shape.field("buyer");
    int name = shape.object(buyer).field("name");
    int vip = shape.object(buyer).field("vip");
    int none = shape.object(buyer).field("none");
    int missing = shape.object(buyer).field("missing");
    int lines = shape.field("lines");
    int qty = shape.items(lines).field("qty");
    int tags = shape.field("tags");
    TapeReader reader = new TapeReader(shape.seal());

    int root = read(reader, ORDER);

    Tape tape = reader.tape();
    assertThat(root).isPositive();
    assertThat(tape.value(Tape.place(root, total))).hasToString("-12.50");
    assertThat(tape.value(Tape.place(root, number))).hasToString("1e3");
    int place = Tape.place(root, buyer);
    int inner = tape.object(place, tape.kind(place));
    assertThat(tape.value(Tape.place(inner, name))).isEqualTo("王é 😀");
    assertThat(tape.value(Tape.place(inner, vip))).isEqualTo(true);
    assertThat(tape.value(Tape.place(inner, none))).hasToString("null");
    assertThat(tape.value(Tape.place(inner, missing))).isEqualTo(Absent.ABSENT);
    List<Object> quantities = new ArrayList<>();
    for (int at = tape.first(Tape.place(root, lines)); at != 0; at = tape.next(at)) {
      quantities.add(tape.value(Tape.place(at, qty)).toString());
    }
    assertThat(quantities).containsExactly("3", "0.10", "absent");
    assertThat(tape.value(Tape.place(root, tags))).isEqualTo(List.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{}}",
        "{} {}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":+1}",
        "{\"a\":tru}",
        "{\"a\":nul }",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12G4\"}",
        "{\"a\":\"x}",
        "{\"a\":\"\t\"}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1e99999}",
        "{\"a\":1,\"a\":2}",
        "{\"x\":1,\"x\":2}",
        "{\"y\":{\"x\":1,\"x\":2}}",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":1}x",
        "{\"a\":-}",
        "{\"a\":--1}",
        "{\"a\":1} \u00a0"
      })
  void what_is_not_well_is_left_to_the_other_reader(String text) {
    Shape shape = new Shape();
    shape.field("a");
    assertThat(read(new TapeReader(shape.seal()), text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"C0 AE", "E0 80 80", "ED A0 80", "F4 90 80 80", "80", "C3", "F8 88 80 80"})
  void malformed_utf_8_is_refused_read_or_not(String hex) {
    Shape shape = new Shape();
    shape.field("a");
    TapeReader reader = new TapeReader(shape.seal());
    for (String key : List.of("a", "b")) {
      byte[] head = ("{\"" + key + "\":\"").getBytes(StandardCharsets.UTF_8);
      List<Byte> all = new ArrayList<>();
      for (byte b : head) {
        all.add(b);
      }
      for (String one : hex.split(" ")) {
        all.add((byte) Integer.parseInt(one, 16));
      }
      all.add((byte) '"');
      all.add((byte) '}');
      byte[] bytes = new byte[all.size() + TapeReader.PADDING];
      for (int i = 0; i < all.size(); i++) {
        bytes[i] = all.get(i);
      }
      assertThat(reader.read(bytes, 0, all.size())).isZero();
    }
  }

  @Property
  void any_object_comes_out_as_the_other_reader_reads_it(@ForAll("objects") Obj object)
      throws FormatException {
    String text = JsonText.of(object);
    Shape shape = new Shape();
    List<String> wanted =
        object.fields().keySet().stream().filter(n -> n.length() % 2 == 0).toList();
    wanted.forEach(shape::field);
    TapeReader reader = new TapeReader(shape.seal());
    int root = read(reader, text);
    assertThat(root).isPositive();
    Obj parsed = (Obj) JsonText.parse(text);
    for (int i = 0; i < wanted.size(); i++) {
      Object value = reader.tape().value(Tape.place(root, i));
      assertThat(value).isEqualTo(parsed.get(wanted.get(i)));
      JsonOut out = new JsonOut();
      out.value(value);
      String written = new String(out.bytes(), 0, out.length(), StandardCharsets.UTF_8);
      assertThat(written).isEqualTo(JsonText.of(parsed.get(wanted.get(i))));
    }
    assertThat(reader.tape().record(root)).isEqualTo(parsed);
  }

  @Property
  void a_damaged_text_is_taken_only_where_the_other_reader_takes_it(
      @ForAll("objects") Obj object,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll("damages") String damage) {
    String text = JsonText.of(object);
    int at = where % text.length();
    String damaged = text.substring(0, at) + damage + text.substring(at + 1);
    Shape shape = new Shape();
    shape.field("ab");
    if (read(new TapeReader(shape.seal()), damaged) != 0) {
      assertThat(parses(damaged)).isTrue();
    }
  }

  @Property
  void numbers_are_written_as_their_text(
      @ForAll long digits, @ForAll @IntRange(max = 18) int scale) {
    Num number = Num.of(digits % 1_000_000_000_000_000_000L, scale);
    JsonOut out = new JsonOut();
    out.number(number);
    assertThat(new String(out.bytes(), 0, out.length(), StandardCharsets.US_ASCII))
        .isEqualTo(number.text());
  }

  private static boolean parses(String text) {
    try {
      return JsonText.parse(text) instanceof Obj;
    } catch (FormatException e) {
      return false;
    }
  }

  private static int read(TapeReader reader, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return reader.read(Arrays.copyOf(bytes, bytes.length + TapeReader.PADDING), 0, bytes.length);
  }

  @Provide
  Arbitrary<String> damages() {
    return Arbitraries.of(
        "", "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", ".", "e", "x", " ");
  }

  @Provide
  Arbitrary<Obj> objects() {
    return object(3);
  }

  private static Arbitrary<Obj> object(int depth) {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('a', 'c').ofMaxLength(3),
            Arbitraries.strings().withCharRange('a', 'b').ofMinLength(7).ofMaxLength(18),
            Arbitraries.strings().withCharRange('一', '丁').ofMaxLength(4));
    return Combinators.combine(names, value(depth - 1))
        .as((name, value) -> new Object[] {name, value})
        .list()
        .ofMaxSize(6)
        .map(
            fields -> {
              Obj out = new Obj();
              fields.forEach(f -> out.put((String) f[0], f[1]));
              return out;
            });
  }

  private static Arbitrary<Object> value(int depth) {
    Arbitrary<Object> texts =
        Arbitraries.oneOf(
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(12))
            .map(t -> t);
    Arbitrary<Object> numbers =
        Arbitraries.of("0", "-0", "1", "-17", "3.50", "-0.0", "1E+2", "12345678901234567890.123")
            .map(Num::ofText);
    Arbitrary<Object> others = Arbitraries.of(true, false, fieldloom.model.value.Null.NULL);
    if (depth <= 0) {
      return Arbitraries.oneOf(texts, numbers, others);
    }
    Arbitrary<Object> objects = object(depth).map(o -> o);
    Arbitrary<Object> lists = value(depth - 1).list().ofMaxSize(4).map(l -> l);
    return Arbitraries.oneOf(texts, numbers, others, objects, lists);
  }
}
