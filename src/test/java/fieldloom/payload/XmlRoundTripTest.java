package fieldloom.payload;

import static fieldloom.payload.Payloads.json;
import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.schema.Xsds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is valid by its schema, and is read again as it was. */
class XmlRoundTripTest {

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        "{}",
        "{\"indent\":true}",
        "{\"encoding\":\"UTF-16\"}",
        "{\"encoding\":\"GB18030\",\"indent\":true}",
        "{\"encoding\":\"GBK\"}",
        "{\"declaration\":false}",
        "{\"namespaces\":{\"x\":\"urn:t\"}}",
        "{\"namespaces\":{\"\":\"urn:t\"}}");
  }

  /** Fields that may repeat are read as lists even where one stands alone. */
  private static Object asRead(Object value, SchemaNode node) {
    return switch (value) {
      case Obj object -> {
        Obj read = new Obj();
        for (SchemaNode child : node.children()) {
          if (object.has(child.name())) {
            Object part = object.get(child.name());
            boolean repeats = child.type() == FieldType.ARRAY;
            SchemaNode item = repeats ? child.item() : child;
            if (part instanceof List<?> list) {
              List<Object> items = new ArrayList<>();
              list.forEach(one -> items.add(asRead(one, item)));
              read.put(child.name(), items);
            } else {
              read.put(child.name(), repeats ? List.of(asRead(part, item)) : asRead(part, item));
            }
          }
        }
        yield read;
      }
      default -> value;
    };
  }

  @Property(tries = 400)
  void ofAnySchema(@ForAll long seed, @ForAll("options") String options) throws IOException {
    GeneratedXml.Case made = new GeneratedXml(seed).make();
    JsonNode given = json(options.replaceFirst("\\{", "{\"validate\":true,").replace(",}", "}"));
    SchemaTree tree = Xsds.tree(made.xsd(), given);
    PayloadSpec spec = new PayloadSpec("bill", "xml", given, tree);
    byte[] xml = write(spec, List.of(made.record()), true);
    Payloads.Result result = read(spec, xml);

    assertThat(result.bad())
        .as(made.xsd() + "\n" + new String(xml, StandardCharsets.UTF_8))
        .extracting(Throwable::getMessage)
        .isEmpty();
    assertThat(result.values()).isEqualTo(List.of(asRead(made.record(), tree.root())));
    assertThat(result.records().getFirst().misfits()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @Property(tries = 400)
  void withoutASchema(@ForAll long seed, @ForAll("options") String options) throws IOException {
    Obj record = new GeneratedXml(seed).loose(3);
    PayloadSpec spec = Payloads.spec("xml", options);
    Payloads.Result result = read(spec, write(spec, List.of(record), true));

    assertThat(result.bad()).isEmpty();
    assertThat(result.values()).isEqualTo(List.of(record));
  }
}
