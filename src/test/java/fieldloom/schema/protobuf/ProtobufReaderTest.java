package fieldloom.schema.protobuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Resources;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.Payloads;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtobufReaderTest {
  private static final String ORDER =
      """
      // Copyright.
      syntax = "proto3";
      package shop;
      import "google/protobuf/timestamp.proto";
      import "google/protobuf/wrappers.proto";

      // An order.
      // With its lines.
      message Order {
        string no = 1;  // Its number
        oneof paid {
          string card = 2;
          bool cash = 3;
        }
        /* When it was made */
        google.protobuf.Timestamp made = 4;
        google.protobuf.Int32Value rating = 5;
        repeated Line lines = 6;
        map<string, Line> by_sku = 7;
        optional int64 total = 8;
        uint32 count = 9;
        bytes raw = 10;
        State state = 11;
        repeated string tags = 12;
        google.protobuf.Struct free = 13;
        google.protobuf.ListValue list = 14;
        .shop.Order parent = 15;
        message Line {
          string sku = 1;
          Price price = 2;
          message Price { double amount = 1; string currency = 2; }
        }
        enum State { NEW = 0; PAID = 1; }
        reserved 20, 21;
      }
      message Other { Order order = 1; Order.Line.Price price = 2; }
      service Orders { rpc Get (Other) returns (Order); }
      """;

  @Test
  void eachTypeIsWhatItMeans() throws SchemaException {
    SchemaTree tree = read(ORDER, "{'root':'Order'}");

    assertThat(tree.title()).isEqualTo("An order.");
    assertThat(tree.root().facets().documentation()).isEqualTo("An order.\nWith its lines.");
    assertThat(SchemaText.tsv(tree).lines().filter(row -> !row.startsWith("parent.")))
        .containsExactly(
            """
            no	string	0..1	Its number\t
            card	string	0..1\t\t
            cash	boolean	0..1\t\t
            made	datetime	0..1	When it was made\t
            rating	integer	0..1		minimum=-2147483648; maximum=2147483647; nullable
            lines[]	object	0..n\t\t
            lines[].sku	string	0..1\t\t
            lines[].price	object	0..1\t\t
            lines[].price.amount	decimal	0..1\t\t
            lines[].price.currency	string	0..1\t\t
            by_sku	object	0..1\t\t
            total	integer	0..1		minimum=-9223372036854775808; maximum=9223372036854775807
            count	integer	0..1		minimum=0; maximum=4294967295
            raw	binary	0..1\t\t
            state	string	0..1		enum=NEW|PAID
            tags[]	string	0..n\t\t
            free	object	0..1\t\t
            list[]	any	0..n\t\t
            parent	object	0..1	An order.\t
            """
                .split("\n"));
    SchemaNode parent = tree.root().child("parent");
    assertThat(parent.child("parent")).isSameAs(parent);
    assertThat(tree.root().child("by_sku").open()).isTrue();
    assertThat(tree.root().child("free").open()).isTrue();
    assertThat(parent.open()).isFalse();
  }

  @Test
  void versionTwoHasRequiredFieldsDefaultsAndGroups() throws SchemaException {
    SchemaTree tree =
        read(
            """
            message A {
              required int32 a = 1 [default = 5];
              optional string s = 2 [default = "x\\"y"];
              optional bool b = 3 [default = true, deprecated = true];
              optional E e = 4 [default = Y];
              repeated group Part = 5 { optional int32 x = 1; }
              extensions 100 to max;
              enum E { X = 0; Y = 1; }
            }
            extend A { optional int32 y = 100; }
            """);

    assertThat(SchemaText.tsv(tree))
        .isEqualTo(
            """
            a	integer	1		minimum=-2147483648; maximum=2147483647; default=5
            s	string	0..1		default="x\\"y"
            b	boolean	0..1		default=true
            e	string	0..1		enum=X|Y; default="Y"
            part[]	object	0..n\t\t
            part[].x	integer	0..1		minimum=-2147483648; maximum=2147483647
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "message A { B b = 1; } message B {} | A",
        "message A {} message B { A a = 1; } | B",
        "message A { A a = 1; } | A",
        "message A {} message B {} | A",
        "message A { map<string, B> b = 1; } message B {} | A",
      })
  void theRecordIsTheFirstMessageThatNoOtherUses(String text, String root) throws SchemaException {
    assertThat(read("syntax = \"proto3\"; " + text).root().name()).isEqualTo(root);
  }

  @Test
  void messagesThatUseEachOtherAreNamedAsAChoice() throws SchemaException {
    String circle = "syntax = \"proto3\"; package p; message A { B b = 1; } message B { A a = 1; }";

    assertThatThrownBy(() -> read(circle))
        .hasMessage(
            "Each message of the Protobuf schema order.proto is used by another; choose the record"
                + " with the option root, one of p.A, p.B.");
    assertThat(read(circle, "{'root':'B'}").root().name()).isEqualTo("B");
    assertThatThrownBy(() -> read(circle, "{'root':'C'}"))
        .hasMessageContaining("has no message “C”; name one of p.A, p.B.");
    assertThatThrownBy(() -> read("syntax = \"proto3\";")).hasMessageContaining("has no message");
  }

  @Test
  void importsAreFoundFromAnyFolderAboveAndReadOnce() throws SchemaException {
    Map<String, String> files =
        Map.of(
            "proto/shop/line.proto",
            "syntax = \"proto3\"; package shop; import \"base/money.proto\";"
                + " import \"shop/order.proto\"; message Line { base.Money price = 1; }",
            "proto/base/money.proto",
            "syntax = \"proto3\"; package base; message Money { string amount = 1; }");
    List<String> notes = new ArrayList<>();
    String order =
        "syntax = \"proto3\"; package shop; import public \"shop/line.proto\";"
            + " import \"gone/options.proto\"; message Order { repeated Line lines = 1;"
            + " base.Money total = 2; }";
    SchemaTree tree =
        SchemaReaders.read(file("proto/shop/order.proto", order, null, files), null, notes::add);

    assertThat(SchemaText.tsv(tree)).contains("lines[].price.amount\tstring", "total.amount\t");
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("refers to gone/options.proto, which cannot be read");
    assertThatThrownBy(
            () ->
                SchemaReaders.read(
                    file(
                        "a.proto",
                        "import \"../x.proto\"; message A { optional X x = 1; }",
                        null,
                        files),
                    null))
        .hasMessageContaining("leads out of the folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "message A { int32 = 1; }| at line 2, column 19: expected a word; correct it.",
        "message A { Nobody x = 1; }| gives the field “x” of A the type “Nobody” (line 2)",
        "message A {| at line 2, column",
        "message A { string s = 1 [default=\"abc ]; }| at line 2",
        "message A { string s = 99999999999; }| order.proto is no Protobuf",
        "/* never closed| at line 2, column 15: unterminated comment; correct it.",
      })
  void aFaultIsOneSentenceWithItsPlace(String text, String said) {
    assertThatThrownBy(() -> read("syntax = \"proto3\";\n" + text))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said)
        .message()
        .contains("order.proto")
        .endsWith(".");
  }

  @Test
  void endlessLevelsAreRefusedAndBracketsInCommentsAreNone() throws SchemaException {
    assertThatThrownBy(() -> read("message A {".repeat(100_000)))
        .hasMessageContaining("more than 200 levels of brackets");
    assertThat(read("// " + "{".repeat(900) + "\nmessage A {}").root().name()).isEqualTo("A");
  }

  @Test
  void whateverStandsInAFileItEndsInASchemaOrASentence() {
    Random random = new Random(5);
    String[] words = ORDER.split("(?<=[ \\n;{}])");
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("syntax = \"proto3\"; message A {");
      for (int j = random.nextInt(25); j > 0; j--) {
        text.append(words[random.nextInt(words.length)]);
      }
      try {
        SchemaText.tsv(read(text.toString()));
      } catch (SchemaException e) {
        assertThat(e.getMessage()).contains("order.proto").endsWith(".");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "google/api/service.proto, google.api.Service, 26",
    "google/apps/card/v1/card.proto, google.apps.card.v1.Card, 8",
    "google/protobuf/descriptor.proto, FileDescriptorProto, 14",
    "google/rpc/context/attribute_context.proto, AttributeContext, 8",
  })
  void filesThatNobodyHereWroteAreReadWithTheirImports(String path, String root, int fields)
      throws SchemaException, IOException {
    Resources around =
        name -> {
          InputStream in = ProtobufReaderTest.class.getResourceAsStream("/" + name);
          if (in == null) {
            throw new FileNotFoundException("There is no " + name + ".");
          }
          return in;
        };
    JsonNode options = Payloads.json("{\"root\":\"" + root + "\"}");
    SchemaFile file = new SchemaFile(path, path, around.read(path), options, around);
    SchemaTree tree = SchemaReaders.read(file, null);

    // Counted in the files by a script that knows nothing of ours.
    assertThat(tree.root().children()).hasSize(fields);
    assertThat(SchemaText.tsv(tree).lines().count()).isBetween((long) fields, 100_001L);
    assertThat(SchemaReaders.choose(file, null).roots(file)).contains(root);
  }

  private static SchemaTree read(String text) throws SchemaException {
    return read(text, null);
  }

  private static SchemaTree read(String text, @Nullable String options) throws SchemaException {
    return SchemaReaders.read(file("order.proto", text, options, Map.of()), null);
  }

  private static SchemaFile file(
      String path, String text, @Nullable String options, Map<String, String> files) {
    JsonNode given = options == null ? null : Payloads.json(options.replace('\'', '"'));
    Resources around =
        name -> {
          String found = name.equals(path) ? text : files.get(name);
          if (found == null) {
            throw new FileNotFoundException("There is no " + name + ".");
          }
          return new ByteArrayInputStream(found.getBytes(UTF_8));
        };
    return new SchemaFile(path, path, text.getBytes(UTF_8), given, around);
  }
}
