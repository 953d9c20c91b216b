package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The fields of a mapping's documents by name and title, for the palette. */
final class FieldNames {
  private static final int AT_MOST = 20_000;

  private final List<Named> found = new ArrayList<>();
  private final Deque<SchemaNode> way = new ArrayDeque<>();
  private final Side side;

  /** A field with the side it is on; its title is empty where the schema has none. */
  record Named(Side side, FieldRef field, String title) {
    boolean matches(String text) {
      String wanted = text.toLowerCase(Locale.ROOT);
      return field.toString().toLowerCase(Locale.ROOT).contains(wanted)
          || title.toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  private FieldNames(Side side) {
    this.side = side;
  }

  /** All fields of sources and targets, a schema that contains itself once round. */
  static List<Named> of(EditorSession session) {
    List<Named> all = new ArrayList<>();
    all.addAll(of(session, Side.SOURCE, session.mapping().sources()));
    all.addAll(of(session, Side.TARGET, session.mapping().targets()));
    return all;
  }

  private static List<Named> of(EditorSession session, Side side, List<Document> documents) {
    FieldNames names = new FieldNames(side);
    for (Document document : documents) {
      SchemaTree schema = session.schemas().get(document.name());
      if (schema != null) {
        names.add(schema.root(), FieldRef.root(document.name()));
      }
    }
    return names.found;
  }

  private void add(SchemaNode node, FieldRef at) {
    if (found.size() >= AT_MOST || way.contains(node)) {
      return;
    }
    way.push(node);
    int number = 0;
    for (SchemaNode place : node.places()) {
      name(at.at(++number), place);
    }
    for (SchemaNode child : node.children()) {
      FieldRef field = at.child(child.name(), child.arrays());
      name(field, child);
      add(child.innermost(), field);
    }
    way.pop();
  }

  private void name(FieldRef field, SchemaNode node) {
    String title = node.titles().in(Texts.language().locale());
    found.add(new Named(side, field, title == null ? "" : title));
  }
}
