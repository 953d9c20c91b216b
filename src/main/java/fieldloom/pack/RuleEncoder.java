package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Join;
import fieldloom.model.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes JSON of rules; a loop's members stand in the rule, in the order in which they work. */
final class RuleEncoder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RuleEncoder() {}

  static ObjectNode rule(Rule r) {
    ObjectNode out = NODES.objectNode().put("to", r.to());
    MappingEncoder.text(out, "target", r.target());
    MappingEncoder.text(out, "from", r.from());
    MappingEncoder.text(out, "formula", r.formula());
    Each each = r.each();
    if (each != null) {
      each(out, each);
    }
    MappingEncoder.text(out, "in", r.in());
    MappingEncoder.text(out, "when", r.when());
    MappingEncoder.value(out, "default", r.defaultValue());
    return MappingEncoder.extras(out, r.extras(), Known.RULE);
  }

  private static void each(ObjectNode out, Each each) {
    out.put("each", each.over());
    MappingEncoder.text(out, "as", each.as());
    if (each.join().size() == 1) {
      out.set("join", join(each.join().getFirst()));
    } else {
      MappingEncoder.list(out, "join", each.join(), RuleEncoder::join);
    }
    MappingEncoder.text(out, "where", each.where());
    List<String> distinct = each.distinct();
    if (distinct != null) {
      out.set(
          "distinct",
          distinct.isEmpty()
              ? NODES.booleanNode(true)
              : MappingEncoder.array(distinct, NODES::textNode));
    }
    group(out, each.groupBy(), each.group());
    MappingEncoder.list(out, "orderBy", each.orderBy(), RuleEncoder::orderBy);
  }

  /** Writes what groups, where anything does. */
  static void group(ObjectNode out, @Nullable GroupBy groupBy, @Nullable String kind) {
    if (groupBy != null) {
      out.set("groupBy", groupBy(groupBy, kind));
      MappingEncoder.text(out, "group", kind);
    }
  }

  private static ObjectNode join(Join j) {
    ObjectNode out = NODES.objectNode().put("with", j.with()).put("as", j.as()).put("on", j.on());
    MappingEncoder.text(out, "kind", j.kind());
    MappingEncoder.text(out, "match", j.match());
    MappingEncoder.text(out, "rejects", j.rejects());
    return MappingEncoder.extras(out, j.extras(), Known.JOIN);
  }

  private static JsonNode groupBy(GroupBy groupBy, @Nullable String kind) {
    if (!groupBy.single() || groupBy.keys().size() != 1) {
      return MappingEncoder.array(groupBy.keys(), RuleEncoder::key);
    }
    GroupBy.Key key = groupBy.keys().getFirst();
    // A single key has no name: its value is the group's key.
    JsonNode json = key(new GroupBy.Key(key.by(), null, key.extras()));
    boolean size = "blocks".equals(kind) && json.isTextual() && isSize(key.by());
    return size ? NODES.numberNode(Integer.parseInt(key.by())) : json;
  }

  /** Whether it is written as a number: a size of blocks that reads back as the same text. */
  private static boolean isSize(String formula) {
    return formula.length() <= 9
        && !formula.isEmpty()
        && formula.charAt(0) != '0'
        && formula.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static JsonNode key(GroupBy.Key key) {
    if (key.as() == null && key.extras().members().isEmpty()) {
      return NODES.textNode(key.by());
    }
    ObjectNode out = NODES.objectNode().put("by", key.by());
    MappingEncoder.text(out, "as", key.as());
    return MappingEncoder.extras(out, key.extras(), Known.GROUP_KEY);
  }

  private static ObjectNode orderBy(OrderBy o) {
    ObjectNode out = NODES.objectNode().put("by", o.by()).put("descending", o.descending());
    MappingEncoder.text(out, "locale", o.locale());
    return MappingEncoder.extras(out, o.extras(), Known.ORDER_BY);
  }
}
