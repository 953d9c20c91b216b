package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a file offers to choose from: a global element, a message of an operation,
 * a sheet, a table.
 *
 * @param name as people know it: {@code POST /orders · request}
 * @param title what its author calls it; null where nothing says
 * @param options what chooses it, an object; they go into the options of the source or target
 */
public record SchemaChoice(String name, @Nullable String title, JsonNode options) {

  /** The choice of a root by its name. */
  public static SchemaChoice root(String name) {
    return new SchemaChoice(name, null, JsonNodeFactory.instance.objectNode().put("root", name));
  }
}
