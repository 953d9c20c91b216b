package fieldloom.schema.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.Payloads;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroReaderTest {
  private static final String ORDER =
      """
      {'type':'record','name':'Order','namespace':'com.shop','doc':'An order.\\nOf a shop.',
       'fields':[
        {'name':'no','type':'string','doc':'Its number'},
        {'name':'qty','type':'int','default':7},
        {'name':'big','type':'long'},
        {'name':'weight','type':['null','double'],'default':null},
        {'name':'must','type':['null','string']},
        {'name':'price','type':{'type':'bytes','logicalType':'decimal','precision':12,'scale':2}},
        {'name':'fixedPrice','type':{'type':'fixed','name':'Price','size':8,
           'logicalType':'decimal','precision':5}},
        {'name':'day','type':{'type':'int','logicalType':'date'}},
        {'name':'at','type':{'type':'long','logicalType':'time-micros'}},
        {'name':'made','type':['null',{'type':'long','logicalType':'timestamp-millis'}]},
        {'name':'local','type':{'type':'long','logicalType':'local-timestamp-micros'}},
        {'name':'odd','type':{'type':'string','logicalType':'date'}},
        {'name':'id','type':{'type':'string','logicalType':'uuid'}},
        {'name':'raw','type':'bytes'},
        {'name':'md5','type':{'type':'fixed','name':'MD5','size':16}},
        {'name':'kind','type':{'type':'enum','name':'Kind','symbols':['A','B']},'default':'A'},
        {'name':'again','type':'Kind'},
        {'name':'tags','type':{'type':'array','items':'string'},'default':[]},
        {'name':'attrs','type':{'type':'map','values':'long'}},
        {'name':'number','type':['int','double']},
        {'name':'either','type':['int','string']},
        {'name':'nothing','type':'null'},
        {'name':'buyer','type':{'type':'record','name':'org.people.Person','fields':[
          {'name':'name','type':'string'},{'name':'boss','type':['null','Person']}]}},
        {'name':'seller','type':'org.people.Person'},
        {'name':'lines','type':{'type':'array','items':{'type':'record','name':'Line','fields':[
          {'name':'sku','type':'string'},{'name':'order','type':['null','Order']}]}}},
        {'name':'who','type':['null','Line','org.people.Person']}
       ]}
      """;

  @Test
  void eachTypeIsWhatItMeans() throws SchemaException {
    SchemaTree tree = read(ORDER);

    assertThat(tree.title()).isEqualTo("An order.");
    assertThat(tree.root().facets().documentation()).isEqualTo("An order.\nOf a shop.");
    String rows =
        SchemaText.tsv(tree)
            .lines()
            .filter(row -> !row.startsWith("lines[].order") && !row.startsWith("who"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(rows)
        .isEqualTo(
            """
            no	string	1	Its number\t
            qty	integer	0..1		minimum=-2147483648; maximum=2147483647; default=7
            big	integer	1		minimum=-9223372036854775808; maximum=9223372036854775807
            weight	decimal	0..1		nullable
            must	string	0..1		nullable
            price	decimal	1		digits=12; scale=2
            fixedPrice	decimal	1		digits=5; scale=0
            day	date	1\t\t
            at	time	1\t\t
            made	datetime	0..1		nullable
            local	datetime	1\t\t
            odd	string	1\t\t
            id	string	1		maxLength=36
            raw	binary	1\t\t
            md5	binary	1		maxLength=16
            kind	string	0..1		enum=A|B; default="A"
            again	string	1		enum=A|B
            tags[]	string	0..n\t\t
            attrs	object	1\t\t
            number	decimal	1\t\t
            either	any	1\t\t
            nothing	any	0..1		nullable
            buyer	object	1\t\t
            buyer.name	string	1\t\t
            buyer.boss	object	0..1		nullable
            buyer.boss.name	string	1\t\t
            buyer.boss.boss	object	0..1		nullable; recursive=buyer.boss
            seller	object	1\t\t
            seller.name	string	1\t\t
            seller.boss	object	0..1		nullable
            seller.boss.name	string	1\t\t
            seller.boss.boss	object	0..1		nullable; recursive=seller.boss
            lines[]	object	1..n\t\t
            lines[].sku	string	1\t\t
            """);
    assertThat(tree.root().child("who").children().stream().map(SchemaNode::name))
        .containsExactly("sku", "order", "name", "boss");
    SchemaNode order = tree.root().child("lines").item().child("order");
    assertThat(order.child("lines").item().child("order")).isSameAs(order);
    assertThat(tree.root().child("attrs").open()).isTrue();
    assertThat(tree.root().open()).isFalse();
  }

  @Test
  void ofSeveralRecordsTheOneThatNoOtherUsesIsTheRecord() throws SchemaException {
    String several =
        """
        [{'type':'record','name':'Line','fields':[{'name':'sku','type':'string'}]},
         {'type':'record','name':'Order','fields':[{'name':'lines',
           'type':{'type':'array','items':'Line'}}]}]
        """;
    String protocol =
        """
        {'protocol':'P','namespace':'a.b','types':[
          {'type':'record','name':'Q','fields':[{'name':'x','type':'R'}]},
          {'type':'record','name':'R','fields':[{'name':'y','type':'int'}]}],'messages':{}}
        """;

    assertThat(read(several).root().name()).isEqualTo("Order");
    assertThat(read(several, "{'root':'Line'}").root().children()).hasSize(1);
    assertThat(read(protocol).root().child("x").children()).hasSize(1);
    assertThat(read(protocol, "{'root':'a.b.R'}").root().name()).isEqualTo("R");
    assertThatThrownBy(() -> read(several, "{'root':'Nobody'}"))
        .hasMessage("The Avro schema order.json has no record “Nobody”; name one of Line, Order.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'type':'record','name':'A','fields':[{'name':'x','type':'B'}]}"
            + "| What stands at /fields/0/type of the Avro schema order.json names the type “B”,",
        "{'type':'record','name':'A','fields':[{'name':'x'}]}| at /fields/0/type",
        "{'type':'record','name':'A','fields':[{'type':'int'}]}| at /fields/0/name",
        "{'type':'record','name':'A','fields':[{'name':'x','type':'int'},"
            + "{'name':'x','type':'int'}]}| is a second field “x”",
        "{'type':'record','name':'A','fields':[{'name':'x','type':{'type':'array'}}]}"
            + "| at /fields/0/type/items",
        "{'type':'record','name':'A','fields':[{'name':'x','type':{'type':'record','name':'A',"
            + "'fields':[]}}]}| defines the type “A” a second time",
        "{'type':'record','fields':[]}| at /name",
        "{'type':'record','name':'no name','fields':[]}| at /name",
        "{'type':'enum','name':'E','symbols':7,'fields':[]}| is an enum without a list of symbols",
        "{'type':'record','name':'A','fields':[{'name':'x','type':{'type':'fixed','name':'F'}}]}"
            + "| is a fixed without a size",
      })
  void aFaultIsOneSentenceWithItsPointer(String schema, String said) {
    assertThatThrownBy(() -> read(schema))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(said)
        .message()
        .contains("order.json")
        .endsWith(".");
  }

  @Test
  void aFileIsKnownByItsNameOrItsContent() throws SchemaException {
    assertThat(choose("a.json", ORDER)).isEqualTo("avro");
    assertThat(choose("a.avsc", "{'type':'string'}")).isEqualTo("avro");
    assertThat(choose("a.json", "{'type':'record','fields':'x'}")).isEqualTo("json");
    assertThat(choose("a.json", "{'type':'object','properties':{}}")).isEqualTo("json-schema");
    assertThatThrownBy(() -> SchemaReaders.read(file("a.avsc", "{'type':", null), null))
        .hasMessageContaining("The file a.avsc ends at line 1, column 9 in the middle of its JSON");
  }

  @Test
  void aThousandLevelsAreRefusedInASentence() {
    String deep = "{'type':'array','items':".repeat(2_000);

    assertThatThrownBy(() -> SchemaReaders.read(file("a.avsc", deep, null), "avro"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("a.avsc");
  }

  private static String choose(String name, String text) throws SchemaException {
    return SchemaReaders.choose(file(name, text, null), null).name();
  }

  private static SchemaTree read(String text) throws SchemaException {
    return read(text, null);
  }

  private static SchemaTree read(String text, @Nullable String options) throws SchemaException {
    return SchemaReaders.read(file("order.json", text, options), "avro");
  }

  private static SchemaFile file(String name, String text, @Nullable String options) {
    JsonNode given = options == null ? null : Payloads.json(options.replace('\'', '"'));
    return new SchemaFile(name, name, text.replace('\'', '"').getBytes(UTF_8), given, null);
  }
}
