package fieldloom.ui.table;

import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.Titles;
import fieldloom.ui.kit.FieldTypes;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.SchemaFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the rows: the target's fields in the order of its schema, then what only rules name. */
final class TableRows {
  private final EditorSession session;
  private final List<Row> rows = new ArrayList<>();
  private final Set<FieldRef> there = new HashSet<>();
  private final Map<FieldRef, Chain> chains = new HashMap<>();

  /** A group of one field, whose title and need are the field's. */
  private record Chain(Titles titles, boolean required) {}

  private TableRows(EditorSession session) {
    this.session = session;
  }

  static List<Row> of(EditorSession session) {
    TableRows made = new TableRows(session);
    for (Document target : session.mapping().targets()) {
      SchemaTree schema = session.schemas().get(target.name());
      if (schema != null) {
        SchemaFields.of(target.name(), schema).forEach(made::add);
      }
    }
    made.addRest();
    return List.copyOf(made.rows);
  }

  /** Groups are in the paths of their fields; one has a row of its own where a rule fills it. */
  private void add(SchemaFields.Field field) {
    SchemaNode own = field.own();
    Chain above = chains.get(field.ref().parent());
    boolean required = own.required() && (above == null || above.required());
    Titles titles =
        above == null || above.titles().equals(Titles.NONE) ? own.titles() : above.titles();
    boolean group = own.type() == FieldType.OBJECT && !own.children().isEmpty();
    if (group && own.children().size() == 1) {
      chains.put(field.ref(), new Chain(titles, required));
    }
    if (group && session.index().filling(field.ref()).isEmpty()) {
      return;
    }
    boolean list = own.arrays() > 0;
    boolean groups = list && field.type() == FieldType.OBJECT;
    String type =
        list && !groups
            ? Words.get("type.list", FieldTypes.text(field.node()))
            : FieldTypes.text(own);
    add(field.ref(), titles, own.type(), type, required, groups, true);
  }

  private void addRest() {
    for (RuleView view : session.index().views()) {
      FieldRef field = view.target();
      if (!there.contains(field)) {
        boolean loop = view.kind() == RuleView.Kind.LOOP;
        FieldType type = loop || field.isArray() ? FieldType.ARRAY : FieldType.ANY;
        add(field, Titles.NONE, type, "", false, loop, field.isRoot());
      }
    }
  }

  private void add(
      FieldRef field,
      Titles titles,
      FieldType type,
      String typeText,
      boolean required,
      boolean loop,
      boolean known) {
    RuleIndex index = session.index();
    boolean main = field.document().equals(session.mapping().mainTarget().name());
    String path = main && !field.isRoot() ? field.path().toString() : field.toString();
    there.add(field);
    int rules = Math.max(1, index.filling(field).size());
    for (int nth = 0; nth < rules; nth++) {
      rows.add(
          new Row(
              rows.size() + 1, field, nth, path, titles, type, typeText, required, loop, known));
    }
  }
}
