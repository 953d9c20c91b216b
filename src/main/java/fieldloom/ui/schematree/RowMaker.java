package fieldloom.ui.schematree;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.ui.session.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of schema nodes, closed and without hits; the only children of only children share
 * one. Immutable.
 *
 * @param language of the titles
 */
record RowMaker(Locale language) {
  private static final int MOST_IN_A_ROW = 8;

  SchemaRow root(String name, SchemaNode node, @Nullable String title) {
    return row(FieldRef.root(name), node, name, title, 0, false, 1, parts(item(node)));
  }

  /** The rows right under one. */
  List<SchemaRow> children(SchemaRow row) {
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
              title(chain),
              row.depth() + 1,
              chain.required(),
              chain.names(),
              parts(item(chain.node()))));
    }
    return found;
  }

  /** A place of a list: its number, and no parts, for no path leads into it. */
  private SchemaRow place(SchemaRow list, SchemaNode node, int number) {
    FieldRef field = list.field().at(number);
    String label = String.valueOf(number);
    return row(field, node, label, node.titles().in(language), list.depth() + 1, false, 1, 0);
  }

  /** The row of a field that is held at the top, under its whole name. */
  SchemaRow pinned(SchemaRow row) {
    FieldRef field = row.field();
    String label = field.isPlace() ? field.name() : field.path().toString();
    return row(field, row.node(), label, row.title(), 1, row.required(), row.names(), 0);
  }

  private static SchemaRow row(
      FieldRef field,
      SchemaNode node,
      String label,
      @Nullable String title,
      int depth,
      boolean required,
      int names,
      int fields) {
    return new SchemaRow(
        field, node, label, title, depth, required, fields, false, names, null, null);
  }

  /** The first title on the way down. */
  private @Nullable String title(Chain chain) {
    for (SchemaNode node : chain.nodes()) {
      String title = node.titles().in(language);
      if (title != null) {
        return title;
      }
    }
    return null;
  }

  /**
   * A child, and with it the only children of only children: {@code FCustId.FNumber}.
   *
   * @param nodes from the child down, at least one
   */
  record Chain(FieldRef field, List<SchemaNode> nodes) {
    /** The deepest. */
    SchemaNode node() {
      return nodes.getLast();
    }

    int names() {
      return nodes.size();
    }

    boolean required() {
      return nodes.stream().allMatch(SchemaNode::required);
    }

    String label() {
      return nodes.size() == 1
          ? RowMaker.label(node())
          : nodes.stream().map(RowMaker::label).collect(Collectors.joining("."));
    }
  }

  static Chain chain(FieldRef parent, SchemaNode child) {
    FieldRef field = ref(parent, child);
    if (!goesOn(child)) {
      return new Chain(field, List.of(child));
    }
    List<SchemaNode> nodes = new ArrayList<>(List.of(child));
    for (int i = 0; i < MOST_IN_A_ROW && goesOn(nodes.getLast()); i++) {
      SchemaNode only = nodes.getLast().children().getFirst();
      field = ref(field, only);
      nodes.add(only);
    }
    return new Chain(field, nodes);
  }

  /** Whether a row goes on with the only child. */
  private static boolean goesOn(SchemaNode node) {
    return node.type() == FieldType.OBJECT
        && node.children().size() == 1
        && node.children().getFirst() != node;
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
