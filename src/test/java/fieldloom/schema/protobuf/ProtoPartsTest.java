package fieldloom.schema.protobuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is parsed in parts is what it is as a whole: declarations, places and comments. */
class ProtoPartsTest {
  private static final String ODD =
      """
      /* syntax of it: { */ syntax = "proto2"; // message No {
      package a.b;
      import "x.proto"; option java_package = "a\\"{'";
      // Of A
      message A { optional string a = 1; } message B {}
      /* Of C
      message No {
       */
      message C {
        option (x) = { a: [1, 2] };
        message D { enum E { F = 0; } }
        required group G = 2 { optional string it = 1 [default = "}"]; }
      } // behind C

      option (y) = { b: "/*" }
      ;
      enum H { /* } */ I = 0; J = 1; }
      import public "y.proto";
      extend A { optional int32 k = 100; }
      service S { rpc M (A) returns (B) { option z = 1; } }
      ;
      message // who
      L { reserved 1, 2 to 4; extensions 100 to max; map<string, A> m = 5; oneof n { A o = 6; } }
      """;

  private static void isTheSame(String text) throws SchemaException {
    SchemaFile file = SchemaFile.of("a.proto", text.getBytes(UTF_8));
    ProtoFileElement whole = ProtoParser.Companion.parse(Location.get("schema.proto"), text);

    assertThat(ProtoParsing.parse(file, 0)).isEqualTo(whole);
    assertThat(ProtoParsing.parse(file, 40)).isEqualTo(whole);
    assertThat(ProtoParsing.parse(file)).isEqualTo(whole);
  }

  @Test
  void declarations_of_all_kinds_are_parted() throws SchemaException {
    isTheSame(ODD);
    ProtoScan scan = new ProtoScan(ODD, 10, 0);
    assertThat(scan.walk(SchemaFile.of("a", new byte[0]).watch(1))).isTrue();
    assertThat(scan.parts())
        .extracting(ProtoScan.Part::line)
        .containsExactly(1, 4, 6, 17, 19, 20, 22);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google/api/service.proto",
        "google/apps/card/v1/card.proto",
        "google/protobuf/descriptor.proto",
        "google/rpc/context/attribute_context.proto"
      })
  void files_that_nobody_here_wrote_are_parted(String path) throws SchemaException, IOException {
    try (InputStream in = ProtoPartsTest.class.getResourceAsStream("/" + path)) {
      assertThat(in).isNotNull();
      isTheSame(new String(in.readAllBytes(), UTF_8));
    }
  }

  @Test
  void what_is_wrong_in_a_later_part_is_told_with_its_place() {
    SchemaFile wrong = file("syntax = \"proto3\";\nmessage A {}\nmessage B {\n  string = 1;\n}\n");
    assertThatThrownBy(() -> ProtoParsing.parse(wrong, 0))
        .hasMessageContaining("a.proto")
        .hasMessageContaining("line 4, column");

    SchemaFile twice =
        file("syntax = \"proto3\";\nmessage A {}\nenum B { C = 0; }\n  message A {}\n");
    assertThatThrownBy(() -> ProtoParsing.parse(twice, 0))
        .hasMessage(
            "The file a.proto is no Protobuf that can be read at line 4, column 3: A is already"
                + " defined before; leave one of them.");
  }

  @Test
  void a_package_in_a_later_part_is_that_of_the_file() throws SchemaException {
    isTheSame("message A {}\nmessage B {}\npackage p;\nmessage C {}\n");
  }

  private static SchemaFile file(String text) {
    return SchemaFile.of("a.proto", text.getBytes(UTF_8));
  }
}
