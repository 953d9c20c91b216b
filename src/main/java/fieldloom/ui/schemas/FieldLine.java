package fieldloom.ui.schemas;

import fieldloom.model.FieldType;
import fieldloom.model.Titles;

/**
 * A field of a schema that is being chosen.
 *
 * @param depth how deep it lies, from 0
 * @param label its name, with {@code []} where it repeats; a place's number
 */
public record FieldLine(int depth, String label, FieldType type, Titles titles, boolean required) {}
