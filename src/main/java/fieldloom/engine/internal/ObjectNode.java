package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field whose parts are filled by rules, over what a rule of its own may give. */
final class ObjectNode extends TargetNode {
  private final Map<String, TargetNode> fields = new LinkedHashMap<>();
  private @Nullable ValueNode base;
  private Part[] parts = {};

  /** Whether this is the record or an item, which are there even when empty. */
  private final boolean always;

  /**
   * A part in the order it is written.
   *
   * @param node what fills it; null where no rule does
   * @param required its schema where it must have a value; null where it need not
   * @param fallback the schema's default of a required part
   */
  record Part(
      String name, @Nullable TargetNode node, @Nullable SchemaNode required, Object fallback) {}

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

  /** The parts in the order they are written. */
  List<Part> parts() {
    return List.of(parts);
  }

  boolean always() {
    return always;
  }

  Map<String, TargetNode> fields() {
    return fields;
  }

  /** Puts the fields in the schema's order, those it does not list behind them. */
  void seal() {
    List<Part> all = new ArrayList<>();
    for (SchemaNode child : schema.children()) {
      TargetNode node = fields.get(child.name());
      if (node != null || child.required()) {
        SchemaNode required = child.required() ? child : null;
        Object fallback = fallbackOf(child);
        all.add(new Part(child.name(), node, required, fallback));
      }
    }
    fields.forEach(
        (name, node) -> {
          if (schema.child(name) == null) {
            all.add(new Part(name, node, null, Absent.ABSENT));
          }
        });
    parts = all.toArray(new Part[0]);
  }

  /** What stands for a part that has no value, by its schema; absent where nothing does. */
  static Object fallbackOf(SchemaNode part) {
    return part.required() ? fallback(part) : Absent.ABSENT;
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
    for (Part part : parts) {
      Object value = part.node == null ? Absent.ABSENT : part.node.assemble(scope, frame);
      if (value != Absent.ABSENT) {
        out.put(part.name, value);
      }
    }
    if (out.isEmpty() && !always && !(own instanceof Obj)) {
      return own;
    }
    return complete(out, scope, frame);
  }

  /** Adds defaults in their places and checks that what is required is there. */
  private Obj complete(Obj out, Scope scope, Frame frame) {
    for (Part part : parts) {
      if (part.required != null && lacks(part.required, part.fallback, out.get(part.name))) {
        report(part.required, out.get(part.name), scope, frame);
      }
    }
    return withDefaults(out);
  }

  /** Whether a part that must have a value has none, and no default either. */
  boolean lacks(Obj out) {
    for (Part part : parts) {
      if (part.required != null && lacks(part.required, part.fallback, out.get(part.name))) {
        return true;
      }
    }
    return false;
  }

  private static boolean lacks(SchemaNode part, Object fallback, Object value) {
    return value == Absent.ABSENT
        ? fallback == Absent.ABSENT
        : value == Null.NULL && !part.nullable();
  }

  /** The object with the defaults of its parts in their places. */
  Obj withDefaults(Obj out) {
    boolean defaults = false;
    for (Part part : parts) {
      defaults |= part.fallback != Absent.ABSENT && !out.has(part.name);
    }
    if (!defaults) {
      return out;
    }
    Obj completed = new Obj();
    for (Part part : parts) {
      Object value = out.get(part.name);
      completed.put(part.name, value == Absent.ABSENT ? part.fallback : value);
    }
    out.fields().forEach((name, value) -> completed.put(name, value));
    return completed;
  }

  private void report(SchemaNode part, Object value, Scope scope, Frame frame) {
    boolean missing = value == Absent.ABSENT;
    TargetNode node = fields.get(part.name());
    if (node instanceof ValueNode v && v.failed(scope)) {
      return;
    }
    FieldFailure failure =
        new FieldFailure(
            scope.path(missingPath(part)),
            node instanceof ValueNode v ? v.rule.index() : -1,
            null,
            missing ? "required-missing" : "required-null",
            missing
                ? "The required field " + part.name() + " has no value."
                : "The required field " + part.name() + " is null, which its schema forbids.");
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
