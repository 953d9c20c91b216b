package fieldloom.payload;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import org.jspecify.annotations.Nullable;

/**
 * What a reader or writer must know of a source or target.
 *
 * @param name the source's or target's name, for messages
 * @param format json, ndjson, csv, …
 * @param options by format; null where none are given
 * @param schema of one record
 */
public record PayloadSpec(
    String name, String format, @Nullable JsonNode options, SchemaTree schema) {}
