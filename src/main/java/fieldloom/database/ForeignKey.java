package fieldloom.database;

import java.util.List;

/**
 * Rows of one table that belong to a row of another.
 *
 * @param child the table with the foreign key
 * @param parent the table it points to
 * @param columns of the child, in the key's order
 * @param refers the parent's columns they point to, one for each
 */
public record ForeignKey(TableId child, TableId parent, List<String> columns, List<String> refers) {

  public ForeignKey {
    columns = List.copyOf(columns);
    refers = List.copyOf(refers);
  }
}
