package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field whose parts are filled by rules, over what a rule of its own may give. */
final class ObjectNode extends TargetNode {
  private static final TargetNode[] NO_NODES = {};

  private final Map<String, TargetNode> fields = new LinkedHashMap<>();
  private @Nullable ValueNode base;
  private String[] names = {};
  private TargetNode[] nodes = NO_NODES;
  private Required[] required = {};

  /** Whether this is the record or an item, which are there even when empty. */
  private final boolean always;

  private record Required(SchemaNode schema, Object fallback) {}

  ObjectNode(String path, SchemaNode schema, boolean always) {
    super(path, schema);
    this.always = always;
  }

  void put(String name, TargetNode node) {
    fields.put(name, node);
  }

  void base(ValueNode node) {
    base = node;
  }

  @Nullable ValueNode base() {
    return base;
  }

  Map<String, TargetNode> fields() {
    return fields;
  }

  /** Puts the fields in the schema's order, those it does not list behind them. */
  void seal() {
    Map<String, TargetNode> ordered = new LinkedHashMap<>();
    for (SchemaNode child : schema.children()) {
      TargetNode node = fields.get(child.name());
      if (node != null) {
        ordered.put(child.name(), node);
      }
    }
    fields.forEach(ordered::putIfAbsent);
    names = ordered.keySet().toArray(new String[0]);
    nodes = ordered.values().toArray(NO_NODES);
    required =
        schema.children().stream()
            .filter(SchemaNode::required)
            .map(c -> new Required(c, fallback(c)))
            .toArray(Required[]::new);
  }

  private static Object fallback(SchemaNode node) {
    String json = node.facets().defaultValue();
    try {
      return json == null ? Absent.ABSENT : JsonValues.parse(json);
    } catch (FormatException e) {
      return Absent.ABSENT;
    }
  }

  @Override
  Object assemble(Scope scope, Frame frame) {
    Object own = base == null ? Absent.ABSENT : base.assemble(scope, frame);
    Obj out = new Obj();
    if (own instanceof Obj o) {
      o.fields().forEach(out::put);
    }
    for (int i = 0; i < nodes.length; i++) {
      Object value = nodes[i].assemble(scope, frame);
      if (value != Absent.ABSENT) {
        out.put(names[i], value);
      }
    }
    if (out.isEmpty() && !always && !(own instanceof Obj)) {
      return own;
    }
    for (Required r : required) {
      check(r, out, scope, frame);
    }
    return out;
  }

  private void check(Required r, Obj out, Scope scope, Frame frame) {
    Object value = out.get(r.schema.name());
    if (value == Absent.ABSENT && r.fallback != Absent.ABSENT) {
      out.put(r.schema.name(), r.fallback);
      return;
    }
    boolean missing = value == Absent.ABSENT;
    if (!missing && (value != Null.NULL || r.schema.nullable())) {
      return;
    }
    TargetNode node = fields.get(r.schema.name());
    if (node instanceof ValueNode v && v.failed(scope)) {
      return;
    }
    FieldFailure failure =
        new FieldFailure(
            scope.path(missingPath(r.schema)), node instanceof ValueNode v ? v.rule.index() : -1,
            null, missing ? "required-missing" : "required-null",
            missing
                ? "The required field " + r.schema.name() + " has no value."
                : "The required field " + r.schema.name() + " is null, which its schema forbids.");
    frame.failures.add(failure);
    if (!frame.run.everyFailure) {
      throw new RuleFailure(failure);
    }
  }

  /** The path of what is missing: of an object, its first required part. */
  private String missingPath(SchemaNode missing) {
    StringBuilder out = new StringBuilder(path);
    SchemaNode node = missing;
    while (node != null) {
      out.append(out.isEmpty() ? "" : ".").append(fieldloom.model.Path.quote(node.name()));
      SchemaNode inner = null;
      if (node.type() == FieldType.OBJECT) {
        inner = node.children().stream().filter(SchemaNode::required).findFirst().orElse(null);
      }
      node = inner == missing ? null : inner;
    }
    return out.toString();
  }

  @Override
  void rules(Set<Integer> into) {
    if (base != null) {
      base.rules(into);
    }
    fields.values().forEach(n -> n.rules(into));
  }
}
