package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a mapping of JSON that keeps to the schema of mapping files. */
final class MappingDecoder {
  private MappingDecoder() {}

  static Mapping mapping(JsonNode json) {
    Members m = new Members(json);
    boolean single = json.has("target");
    return new Mapping(
        m.text("name"),
        m.list("sources", MappingDecoder::document),
        single
            ? List.of(document(json.path("target")))
            : m.list("targets", MappingDecoder::document),
        single,
        m.list("rules", RuleDecoder::rule),
        m.list("variables", MappingDecoder::variable),
        m.list("tables", MappingDecoder::table),
        m.list("functions", MappingDecoder::function),
        m.list("params", MappingDecoder::param),
        m.list("tests", MappingDecoder::test),
        m.textOrNull("zone"),
        m.textOrNull("locale"),
        m.valueOrNull("layout"),
        m.extras(Known.MAPPING));
  }

  private static Document document(JsonNode json) {
    Members m = new Members(json);
    return new Document(
        m.text("name"),
        m.text("format"),
        schema(m.valueOrNull("schema")),
        m.valueOrNull("options"),
        intake(json, m),
        m.extras(Known.DOCUMENT));
  }

  private static Document.@Nullable Intake intake(JsonNode json, Members m) {
    if (!json.has("where") && !json.has("groupBy")) {
      return null;
    }
    return new Document.Intake(
        m.textOrNull("where"),
        RuleDecoder.groupBy(m.valueOrNull("groupBy")),
        m.textOrNull("group"));
  }

  private static SchemaRef schema(@Nullable JsonNode json) {
    if (json == null) {
      return new SchemaRef.None();
    }
    if (json.isObject()) {
      return new SchemaRef.Inline(json);
    }
    String text = json.asText();
    return text.startsWith(MappingEncoder.CATALOG)
        ? new SchemaRef.Catalog(text.substring(MappingEncoder.CATALOG.length()))
        : new SchemaRef.File(text);
  }

  private static Mapping.Variable variable(JsonNode json) {
    Members m = new Members(json);
    return new Mapping.Variable(
        m.text("name"), m.text("formula"), m.textOrNull("in"), m.extras(Known.VARIABLE));
  }

  private static Table table(JsonNode json) {
    Members m = new Members(json);
    JsonNode otherwise = json.path("otherwise");
    return new Table(
        m.text("name"),
        m.list("columns", JsonNode::asText),
        m.textOrNull("keyType"),
        m.list("rows", row -> Members.listOf(row, cell -> cell)),
        m.valueOrNull("from"),
        otherwise(otherwise),
        tableExtras(m, otherwise));
  }

  private static Otherwise otherwise(JsonNode json) {
    JsonNode value = json.get("value");
    if (value != null) {
      return new Otherwise.Value(value);
    }
    return json.path("use").asText().equals("input") ? new Otherwise.Input() : new Otherwise.Fail();
  }

  /** Unknown members of {@code otherwise} stand among the table's own under that name. */
  private static Extras tableExtras(Members table, JsonNode otherwise) {
    Extras own = table.extras(Known.TABLE);
    Extras inner = new Members(otherwise).extras(Known.OTHERWISE);
    if (inner.members().isEmpty()) {
      return own;
    }
    Map<String, JsonNode> both = new LinkedHashMap<>(own.members());
    both.put("otherwise", MappingEncoder.object(inner));
    return new Extras(both);
  }

  private static Mapping.OwnFunction function(JsonNode json) {
    Members m = new Members(json);
    return new Mapping.OwnFunction(
        m.text("name"),
        m.list("params", JsonNode::asText),
        m.text("formula"),
        m.extras(Known.FUNCTION));
  }

  private static Mapping.Param param(JsonNode json) {
    Members m = new Members(json);
    return new Mapping.Param(
        m.text("name"), m.textOrNull("type"), m.valueOrNull("default"), m.extras(Known.PARAM));
  }

  private static Mapping.TestCase test(JsonNode json) {
    Members m = new Members(json);
    boolean perTarget = json.path("expect").isObject();
    return new Mapping.TestCase(
        m.text("name"),
        m.texts("in"),
        perTarget ? null : m.textOrNull("expect"),
        perTarget ? m.texts("expect") : Map.of(),
        m.texts("set"),
        m.texts("tables"),
        m.list("lookups", MappingDecoder::lookup),
        m.list("ignore", JsonNode::asText),
        m.extras(Known.TEST));
  }

  private static Mapping.Lookup lookup(JsonNode json) {
    Members m = new Members(json);
    return new Mapping.Lookup(
        m.text("connection"),
        m.text("query"),
        json.path("key"),
        m.valueOrNull("value"),
        m.extras(Known.LOOKUP));
  }
}
