package fieldloom.pack;

import com.networknt.schema.path.NodePath;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Orders places by where they stand in a document, a container before what is in it. */
final class DocumentOrder implements Comparator<NodePath> {
  private final JsonNode document;

  DocumentOrder(JsonNode document) {
    this.document = document;
  }

  @Override
  public int compare(NodePath a, NodePath b) {
    JsonNode at = document;
    int common = Math.min(a.getNameCount(), b.getNameCount());
    for (int i = 0; i < common; i++) {
      Object one = a.getElement(i);
      Object other = b.getElement(i);
      if (!one.equals(other)) {
        return Integer.compare(position(at, one), position(at, other));
      }
      at = at.isArray() ? at.path((Integer) one) : at.path(one.toString());
    }
    return Integer.compare(a.getNameCount(), b.getNameCount());
  }

  private static int position(JsonNode parent, Object element) {
    if (element instanceof Integer index) {
      return index;
    }
    int position = 0;
    for (String name : parent.propertyNames()) {
      if (name.equals(element)) {
        return position;
      }
      position++;
    }
    return position;
  }
}
