package fieldloom.ui.session;

import org.jspecify.annotations.Nullable;

/**
 * A place of a mapping that uses a lookup table or a function.
 *
 * @param name the target field's path, or the name of a variable, a function or a source
 * @param field the target field; null where it is none
 */
public record Use(String name, @Nullable FieldRef field) {}
