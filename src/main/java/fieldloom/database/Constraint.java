package fieldloom.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that rows of a table keep to: a key, a unique index, a foreign key.
 *
 * @param columns of the table
 * @param refers the name of the table that a foreign key points to; null for others
 */
public record Constraint(String name, List<String> columns, @Nullable String refers) {
  public Constraint {
    columns = List.copyOf(columns);
  }
}
