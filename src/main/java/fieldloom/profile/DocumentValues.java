package fieldloom.profile;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of all fields of a source or target as its records come. Not thread-safe. */
final class DocumentValues {
  /** Fields beyond that many are not told of. */
  static final int MOST_FIELDS = 5_000;

  private static final int DEEPEST = 30;

  private final boolean target;
  private final String name;
  private final ValueCounts.Room room;
  private final Group root;
  private int fields;

  /** The fields of an object, or of the items of a list. */
  private static final class Group {
    final String path;
    final Map<String, Field> fields = new LinkedHashMap<>();
    long places;

    Group(String path) {
      this.path = path;
    }
  }

  /** A field: its values, or its parts. */
  private static final class Field {
    final String path;
    final @Nullable SchemaNode node;
    final FieldValues values;
    @Nullable Group parts;

    Field(String path, @Nullable SchemaNode node, FieldValues values) {
      this.path = path;
      this.node = node;
      this.values = values;
    }
  }

  DocumentValues(boolean target, String name, SchemaTree schema, ValueCounts.Room room) {
    this.target = target;
    this.name = name;
    this.room = room;
    this.root = group("", schema.root(), 0);
  }

  String name() {
    return name;
  }

  /** The fields that a schema lists, down to where it begins to repeat itself. */
  private Group group(String path, @Nullable SchemaNode node, int depth) {
    Group group = new Group(path);
    if (node != null && depth < DEEPEST) {
      for (SchemaNode child : node.children()) {
        Field field = field(group, child.name(), child);
        if (field != null && child.innermost().children().size() > 0 && depth < 6) {
          field.parts = group(field.path, child.innermost(), depth + 1);
        }
      }
    }
    return group;
  }

  private @Nullable Field field(Group group, String fieldName, @Nullable SchemaNode node) {
    if (fields >= MOST_FIELDS) {
      return null;
    }
    fields++;
    String path = group.path + (group.path.isEmpty() ? "" : ".") + Path.quote(fieldName);
    path += node == null ? "" : "[]".repeat(node.arrays());
    Field field = new Field(path, node, new FieldValues(room));
    group.fields.put(fieldName, field);
    return field;
  }

  /** Takes a record. */
  void add(Object record) {
    if (record instanceof Obj object) {
      add(root, object, 0);
    }
  }

  private void add(Group group, Obj object, int depth) {
    group.places++;
    for (int i = 0; i < object.size(); i++) {
      String fieldName = object.name(i);
      Field known = group.fields.get(fieldName);
      Field field = known == null ? field(group, fieldName, null) : known;
      if (field != null && depth < DEEPEST) {
        value(field, object.value(i), depth);
      }
    }
  }

  private void value(Field field, Object value, int depth) {
    switch (value) {
      case Obj object -> {
        Group parts = field.parts;
        if (parts == null) {
          parts = new Group(field.path);
          field.parts = parts;
        }
        add(parts, object, depth + 1);
      }
      case List<?> list -> list.forEach(item -> value(field, item, depth + 1));
      default -> field.values.add(value);
    }
  }

  /** What its fields held; fields with parts are told of by these. */
  void tell(Map<String, Failures> failures, int top, List<FieldProfile> to) {
    tell(root, failures, top, to);
  }

  private void tell(Group group, Map<String, Failures> failures, int top, List<FieldProfile> to) {
    for (Field field : group.fields.values()) {
      Failures failed = target ? failures.get(field.path) : null;
      FieldValues values = field.values;
      if (field.parts == null || values.filled() > 0 || failed != null) {
        SchemaNode node = field.node;
        boolean list = field.path.endsWith("[]");
        to.add(
            new FieldProfile(
                target,
                name,
                field.path,
                node == null ? null : node.title(),
                node == null ? FieldType.ANY : node.innermost().type(),
                list ? Math.max(group.places, values.filled()) : group.places,
                values.filled(),
                values.counts().distinct(),
                values.counts().isEstimated(),
                values.minimum(),
                values.maximum(),
                values.shortest(),
                values.longest(),
                values.counts().top(top),
                failed == null ? 0 : failed.count(),
                failed == null ? null : failed.first()));
      }
      if (field.parts != null) {
        tell(field.parts, failures, top, to);
      }
    }
  }

  /**
   * Records that failed at a field.
   *
   * @param first why the first one did
   */
  record Failures(long count, String first) {
    Failures more() {
      return new Failures(count + 1, first);
    }
  }
}
