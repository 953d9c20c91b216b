package fieldloom.ui.schematree;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of a side and their schemas. */
final class TreeDocuments {
  private final EditorSession session;
  private final Side side;

  TreeDocuments(EditorSession session, Side side) {
    this.session = session;
    this.side = side;
  }

  List<Document> of(Mapping mapping) {
    return side == Side.SOURCE ? mapping.sources() : mapping.targets();
  }

  /** The schemas there are, by document. */
  Map<String, SchemaTree> schemas() {
    Map<String, SchemaTree> trees = new LinkedHashMap<>();
    for (Document document : of(session.mapping())) {
      SchemaTree tree = session.schemas().get(document.name());
      if (tree != null) {
        trees.put(document.name(), tree);
      }
    }
    return trees;
  }

  /** Name of the first document; "" where there is none. */
  String name() {
    List<Document> documents = of(session.mapping());
    return documents.isEmpty() ? "" : documents.getFirst().name();
  }

  /** Title of the first document's schema; "" where it has none. */
  String title() {
    SchemaTree tree = session.schemas().get(name());
    String title = tree == null ? null : tree.title(Texts.language().locale());
    return title == null ? "" : title;
  }

  /** Whether there is a schema to show; one about which nothing is known is none. */
  boolean any() {
    return schemas().values().stream().anyMatch(tree -> !tree.isUnknown());
  }
}
