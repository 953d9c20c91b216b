package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes JSON of a mapping: known members in one fixed order, unknown ones behind them. */
final class MappingEncoder {
  static final String CATALOG = "catalog:";
  static final int VERSION = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MappingEncoder() {}

  static ObjectNode mapping(Mapping m) {
    ObjectNode out = NODES.objectNode().put("fieldloom", VERSION).put("name", m.name());
    out.set("sources", array(m.sources(), MappingEncoder::document));
    if (m.singleTarget() && m.targets().size() == 1) {
      out.set("target", document(m.mainTarget()));
    } else {
      out.set("targets", array(m.targets(), MappingEncoder::document));
    }
    out.set("rules", array(m.rules(), RuleEncoder::rule));
    list(out, "variables", m.variables(), MappingEncoder::variable);
    list(out, "tables", m.tables(), MappingEncoder::table);
    list(out, "functions", m.functions(), MappingEncoder::function);
    list(out, "params", m.params(), MappingEncoder::param);
    list(out, "tests", m.tests(), test -> test(test, m.mainTarget().name()));
    text(out, "zone", m.zone());
    text(out, "locale", m.locale());
    value(out, "layout", m.layout());
    return extras(out, m.extras(), Known.MAPPING);
  }

  private static ObjectNode document(Document d) {
    ObjectNode out = NODES.objectNode().put("name", d.name()).put("format", d.format());
    switch (d.schema()) {
      case SchemaRef.File file -> out.put("schema", file.name());
      case SchemaRef.Catalog catalog -> out.put("schema", CATALOG + catalog.id());
      case SchemaRef.Inline inline -> out.set("schema", inline.schema());
      case SchemaRef.None none -> {}
    }
    value(out, "options", d.options());
    Document.Intake intake = d.intake();
    if (intake != null) {
      text(out, "where", intake.where());
      RuleEncoder.group(out, intake.groupBy(), intake.group());
    }
    return extras(out, d.extras(), Known.DOCUMENT);
  }

  private static ObjectNode variable(Mapping.Variable v) {
    ObjectNode out = NODES.objectNode().put("name", v.name()).put("formula", v.formula());
    text(out, "in", v.in());
    return extras(out, v.extras(), Known.VARIABLE);
  }

  private static ObjectNode table(Table t) {
    ObjectNode out = NODES.objectNode().put("name", t.name());
    list(out, "columns", t.columns(), NODES::textNode);
    text(out, "keyType", t.keyType());
    if (t.from() == null) {
      out.set("rows", array(t.rows(), row -> array(row, cell -> cell)));
    } else {
      out.set("from", t.from());
    }
    ObjectNode otherwise = out.putObject("otherwise");
    switch (t.otherwise()) {
      case Otherwise.Fail fail -> otherwise.put("use", "error");
      case Otherwise.Input input -> otherwise.put("use", "input");
      case Otherwise.Value value -> otherwise.set("value", value.value());
    }
    // Where MappingDecoder put the unknown members of "otherwise".
    if (t.extras().members().get("otherwise") instanceof ObjectNode unknown) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      unknown.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      extras(otherwise, new Extras(members), Known.OTHERWISE);
    }
    return extras(out, t.extras(), Known.TABLE);
  }

  private static ObjectNode function(Mapping.OwnFunction f) {
    ObjectNode out = NODES.objectNode().put("name", f.name());
    out.set("params", array(f.params(), NODES::textNode));
    return extras(out.put("formula", f.formula()), f.extras(), Known.FUNCTION);
  }

  private static ObjectNode param(Mapping.Param p) {
    ObjectNode out = NODES.objectNode().put("name", p.name());
    text(out, "type", p.type());
    value(out, "default", p.defaultValue());
    return extras(out, p.extras(), Known.PARAM);
  }

  private static ObjectNode test(Mapping.TestCase t, String mainTarget) {
    ObjectNode out = NODES.objectNode().put("name", t.name());
    out.set("in", texts(t.in()));
    if (t.expects().isEmpty()) {
      text(out, "expect", t.expect());
    } else {
      ObjectNode expect = texts(t.expects());
      if (t.expect() != null && !expect.has(mainTarget)) {
        expect.put(mainTarget, t.expect());
      }
      out.set("expect", expect);
    }
    if (!t.set().isEmpty()) {
      out.set("set", texts(t.set()));
    }
    if (!t.tables().isEmpty()) {
      out.set("tables", texts(t.tables()));
    }
    list(out, "lookups", t.lookups(), MappingEncoder::lookup);
    list(out, "ignore", t.ignore(), NODES::textNode);
    return extras(out, t.extras(), Known.TEST);
  }

  private static ObjectNode lookup(Mapping.Lookup l) {
    ObjectNode out = NODES.objectNode().put("connection", l.connection()).put("query", l.query());
    out.set("key", l.key());
    value(out, "value", l.value());
    return extras(out, l.extras(), Known.LOOKUP);
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode out = NODES.objectNode();
    texts.forEach(out::put);
    return out;
  }

  static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> item) {
    ArrayNode out = NODES.arrayNode(items.size());
    items.forEach(i -> out.add(item.apply(i)));
    return out;
  }

  /** Writes a list; an empty one is left out. */
  static <T> void list(
      ObjectNode out, String name, List<T> items, Function<T, ? extends JsonNode> item) {
    if (!items.isEmpty()) {
      out.set(name, array(items, item));
    }
  }

  static void text(ObjectNode out, String name, @Nullable String value) {
    if (value != null) {
      out.put(name, value);
    }
  }

  static void value(ObjectNode out, String name, @Nullable JsonNode value) {
    if (value != null) {
      out.set(name, value);
    }
  }

  /** Adds unknown members; one that bears a known name would change the meaning and is left out. */
  static ObjectNode extras(ObjectNode out, Extras extras, Set<String> known) {
    extras
        .members()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                out.set(name, value);
              }
            });
    return out;
  }

  static ObjectNode object(Extras extras) {
    return extras(NODES.objectNode(), extras, Set.of());
  }
}
