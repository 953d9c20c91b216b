package fieldloom.ui.table;

import fieldloom.model.FieldType;
import fieldloom.model.Titles;
import fieldloom.ui.session.FieldRef;

/**
 * A row: a target field, or one of several rules of a field.
 *
 * @param number from 1, in the order of the schema
 * @param field what it fills
 * @param nth which of the field's rules it shows, from 0
 * @param path as it is written; of a further target with its name before it
 * @param type array where the field repeats
 * @param typeText with length or digits
 * @param loop whether its items are made by a loop: it is a list of groups
 * @param known whether the target's schema has it
 */
record Row(
    int number,
    FieldRef field,
    int nth,
    String path,
    Titles titles,
    FieldType type,
    String typeText,
    boolean required,
    boolean loop,
    boolean known) {}
