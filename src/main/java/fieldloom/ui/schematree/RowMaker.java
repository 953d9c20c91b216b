package fieldloom.ui.schematree;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes rows of schema nodes; the only children of only children share one. */
final class RowMaker {
  private final FieldSearch search;

  RowMaker(FieldSearch search) {
    this.search = search;
  }

  SchemaRow root(String name, SchemaNode node, @Nullable String title, boolean expanded) {
    return row(FieldRef.root(name), node, name, title, 0, false, expanded, 1);
  }

  /** The rows right under one. */
  List<SchemaRow> children(SchemaRow row, Predicate<FieldRef> expanded) {
    List<SchemaRow> found = new ArrayList<>();
    for (SchemaNode place : item(row.node()).places()) {
      found.add(place(row, place, found.size() + 1));
    }
    for (SchemaNode child : item(row.node()).children()) {
      Chain chain = chain(row.field(), child);
      found.add(
          row(
              chain.field(),
              chain.node(),
              chain.label(),
              chain.title(),
              row.depth() + 1,
              chain.required(),
              expanded.test(chain.field()),
              chain.names()));
    }
    return found;
  }

  /** A place of a list: its number, and no parts, for no path leads into it. */
  private SchemaRow place(SchemaRow list, SchemaNode node, int number) {
    String title = node.titles().in(Texts.language().locale());
    FieldRef field = list.field().at(number);
    String label = String.valueOf(number);
    return row(field, node, label, title, list.depth() + 1, false, false, 1, 0);
  }

  private SchemaRow row(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      int depth,
      boolean required,
      boolean expanded,
      int names) {
    int fields = parts(item(node));
    return row(field, node, label, title, depth, required, expanded, names, fields);
  }

  private SchemaRow row(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      int depth,
      boolean required,
      boolean expanded,
      int names,
      int fields) {
    return new SchemaRow(
        field,
        node,
        label,
        title,
        depth,
        required,
        fields,
        expanded && fields > 0,
        names,
        search.in(label),
        search.in(title));
  }

  /** The row of a field that is held at the top, under its whole name; null where there is none. */
  @Nullable SchemaRow pinned(SchemaRow root, FieldRef field) {
    SchemaRow at = root;
    while (at != null && !at.field().equals(field)) {
      at =
          children(at, f -> false).stream()
              .filter(child -> field.isIn(child.field()))
              .findFirst()
              .orElse(null);
    }
    if (at == null || at.depth() == 0 || at.expandable()) {
      return null;
    }
    String label = field.isPlace() ? field.name() : field.path().toString();
    return row(field, at.node(), label, at.title(), 1, at.required(), false, at.names(), 0);
  }

  static SchemaRow withExpanded(SchemaRow r, boolean expanded) {
    return new SchemaRow(
        r.field(),
        r.node(),
        r.label(),
        r.title(),
        r.depth(),
        r.required(),
        r.fields(),
        expanded,
        r.names(),
        r.labelHit(),
        r.titleHit());
  }

  /** A child, and with it the only children of only children: {@code FCustId.FNumber}. */
  record Chain(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      boolean required,
      int names) {}

  static Chain chain(FieldRef parent, SchemaNode child) {
    FieldRef field = ref(parent, child);
    SchemaNode node = child;
    StringBuilder label = new StringBuilder(label(child));
    String title = child.titles().in(Texts.language().locale());
    boolean required = child.required();
    int names = 1;
    for (int i = 0; i < 8 && node.type() == FieldType.OBJECT && node.children().size() == 1; i++) {
      SchemaNode only = node.children().getFirst();
      if (only == node) {
        break;
      }
      field = ref(field, only);
      label.append('.').append(label(only));
      title = title != null ? title : only.titles().in(Texts.language().locale());
      required &= only.required();
      node = only;
      names++;
      if (only.type() == FieldType.ARRAY) {
        break;
      }
    }
    return new Chain(field, node, label.toString(), title, required, names);
  }

  private static String label(SchemaNode node) {
    return node.name() + "[]".repeat(node.arrays());
  }

  private static FieldRef ref(FieldRef parent, SchemaNode child) {
    return parent.child(child.name(), child.arrays());
  }

  static SchemaNode item(SchemaNode node) {
    return node.innermost();
  }

  /** How many rows a group opens to: its fields, or the places of a list that has such. */
  static int parts(SchemaNode item) {
    return item.isTuple() ? item.places().size() : item.children().size();
  }
}
