package fieldloom.ui.preview;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.ui.session.FieldRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the required fields of a target that its records lack. */
final class RequiredAbsent {
  private final Set<FieldRef> found = new LinkedHashSet<>();

  private RequiredAbsent() {}

  /**
   * The required fields that a record lacks, each once however many items lack it. Parts of what is
   * itself not there are not asked for.
   */
  static List<FieldRef> of(String document, SchemaTree schema, List<Object> records) {
    RequiredAbsent search = new RequiredAbsent();
    for (Object record : records) {
      search.look(schema.root(), FieldRef.root(document), record);
    }
    return List.copyOf(search.found);
  }

  private void look(SchemaNode node, FieldRef at, Object value) {
    switch (value) {
      case Obj object when node.type() != FieldType.ARRAY -> lookIn(node, at, object);
      case List<?> list when node.type() == FieldType.ARRAY -> {
        FieldRef items = items(at);
        list.forEach(item -> look(node.item(), items, item));
      }
      default -> {}
    }
  }

  private void lookIn(SchemaNode node, FieldRef at, Obj object) {
    for (SchemaNode child : node.children()) {
      Object part = object.get(child.name());
      FieldRef field = at.child(child.name(), 0);
      if (part != Absent.ABSENT) {
        look(child, field, part);
      } else if (child.required() && child.facets().defaultValue() == null) {
        found.add(child.type() == FieldType.ARRAY ? items(field) : field);
      }
    }
  }

  /** The items of a list that is a field, or of one among its items. */
  private static FieldRef items(FieldRef list) {
    Path.Step last = list.path().last();
    return new FieldRef(
        list.document(), list.path().parent().child(last.name(), last.arrays() + 1));
  }
}
