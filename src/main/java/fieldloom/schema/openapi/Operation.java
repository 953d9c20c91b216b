package fieldloom.schema.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An operation of an API.
 *
 * @param name method and path: {@code POST /orders}
 * @param id its operationId; null where it has none
 * @param pointer where it stands
 * @param item the path it belongs to, whose parameters it shares
 */
record Operation(String name, @Nullable String id, String pointer, JsonNode node, JsonNode item) {}
