package fieldloom.payload.xlsx;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that are written: those of the schema, then what the first record has beyond. */
final class WrittenColumns {
  private final List<Written> all = new ArrayList<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> groups = new HashSet<>();

  /**
   * A column.
   *
   * @param group name of the object that its field is in; null for none
   * @param title what its header says
   */
  record Written(@Nullable String group, String name, FieldType type, String title) {}

  /**
   * Those of a schema; the fields of an object have a column each.
   *
   * @param titles whether headers are the schema's titles
   */
  WrittenColumns(SchemaNode root, boolean titles) {
    for (SchemaNode field : root.children()) {
      String title = title(field, titles);
      if (field.type() == FieldType.OBJECT && !field.children().isEmpty()) {
        for (SchemaNode part : field.children()) {
          add(
              new Written(
                  field.name(), part.name(), part.type(), title + "." + title(part, titles)));
        }
      } else {
        add(new Written(null, field.name(), field.type(), title));
      }
    }
  }

  private static String title(SchemaNode field, boolean titles) {
    String title = titles ? field.title() : null;
    return title == null ? field.name() : title;
  }

  private void add(Written column) {
    all.add(column);
    if (column.group() == null) {
      plain.add(column.name());
    } else {
      groups.add(column.group());
    }
  }

  /** Adds the fields of a record that have no column yet. */
  void extend(Obj record) {
    record
        .fields()
        .forEach(
            (name, value) -> {
              if (!plain.contains(name) && !groups.contains(name)) {
                if (value instanceof Obj parts) {
                  parts
                      .fields()
                      .keySet()
                      .forEach(
                          part -> add(new Written(name, part, FieldType.ANY, name + "." + part)));
                } else {
                  add(new Written(null, name, FieldType.ANY, name));
                }
              }
            });
  }

  List<Written> all() {
    return all;
  }

  /** A field of a record that no column takes; null where there is none. */
  @Nullable String without(Obj record) {
    for (var field : record.fields().entrySet()) {
      String name = field.getKey();
      if (groups.contains(name) && field.getValue() instanceof Obj parts) {
        for (String part : parts.fields().keySet()) {
          if (all.stream().noneMatch(one -> name.equals(one.group()) && one.name().equals(part))) {
            return name + "." + part;
          }
        }
      } else if (!plain.contains(name)) {
        return name;
      }
    }
    return null;
  }

  static Object value(Written column, Obj record) {
    String group = column.group();
    if (group == null) {
      return record.get(column.name());
    }
    return record.get(group) instanceof Obj parts ? parts.get(column.name()) : Absent.ABSENT;
  }
}
