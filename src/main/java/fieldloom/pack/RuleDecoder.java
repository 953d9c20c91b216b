package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Join;
import fieldloom.model.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rules and their loops of JSON that keeps to the schema of mapping files. */
final class RuleDecoder {
  private RuleDecoder() {}

  static Rule rule(JsonNode json) {
    Members m = new Members(json);
    return new Rule(
        m.text("to"),
        m.textOrNull("from"),
        m.textOrNull("formula"),
        json.has("each") ? each(m) : null,
        m.textOrNull("when"),
        m.textOrNull("in"),
        m.textOrNull("target"),
        m.valueOrNull("default"),
        m.extras(Known.RULE));
  }

  private static Each each(Members m) {
    return new Each(
        m.text("each"),
        m.textOrNull("as"),
        joins(m.valueOrNull("join")),
        m.textOrNull("where"),
        distinct(m.valueOrNull("distinct")),
        groupBy(m.valueOrNull("groupBy")),
        m.textOrNull("group"),
        m.list("orderBy", RuleDecoder::orderBy));
  }

  private static List<Join> joins(@Nullable JsonNode json) {
    if (json == null) {
      return List.of();
    }
    return json.isArray() ? Members.listOf(json, RuleDecoder::join) : List.of(join(json));
  }

  private static Join join(JsonNode json) {
    Members m = new Members(json);
    return new Join(
        m.text("with"),
        m.text("as"),
        m.text("on"),
        m.textOrNull("kind"),
        m.textOrNull("match"),
        m.textOrNull("rejects"),
        m.extras(Known.JOIN));
  }

  private static @Nullable List<String> distinct(@Nullable JsonNode json) {
    if (json == null || json.isBoolean() && !json.booleanValue()) {
      return null;
    }
    if (json.isBoolean()) {
      return List.of();
    }
    return json.isArray() ? Members.listOf(json, JsonNode::asText) : List.of(json.asText());
  }

  static @Nullable GroupBy groupBy(@Nullable JsonNode json) {
    if (json == null) {
      return null;
    }
    if (json.isArray()) {
      return new GroupBy(Members.listOf(json, RuleDecoder::key), false);
    }
    GroupBy.Key key = key(json);
    return new GroupBy(List.of(key), key.as() == null);
  }

  private static GroupBy.Key key(JsonNode json) {
    if (!json.isObject()) {
      return new GroupBy.Key(json.asText(), null);
    }
    Members m = new Members(json);
    return new GroupBy.Key(m.text("by"), m.textOrNull("as"), m.extras(Known.GROUP_KEY));
  }

  private static OrderBy orderBy(JsonNode json) {
    Members m = new Members(json);
    return new OrderBy(
        m.text("by"),
        json.path("descending").booleanValue(),
        m.textOrNull("locale"),
        m.extras(Known.ORDER_BY));
  }
}
