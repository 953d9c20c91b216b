package fieldloom.payload.xlsx;

import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet.
 *
 * @param index from 0
 * @param group name of the object that the column's field is in: its merged header; null for none
 */
record Column(int index, @Nullable String group, String name) {

  /** The path of its field, as messages show it. */
  String shown() {
    return group == null ? name : group + "." + name;
  }
}
