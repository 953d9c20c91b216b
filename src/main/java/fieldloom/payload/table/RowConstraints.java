package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.Constraint;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words what a database says of a row that breaks a rule of its table. */
final class RowConstraints {
  private final WriteLevel level;
  private final Catalog catalog;

  RowConstraints(WriteLevel level, Catalog catalog) {
    this.level = level;
    this.catalog = catalog;
  }

  /** What kind of rule was broken. */
  private enum Kind {
    UNIQUE,
    NO_PARENT,
    HAS_CHILDREN,
    EMPTY,
    OTHER
  }

  String sentence(SQLException fault, String reason) {
    String table = "table " + level.name();
    Constraint constraint = constraint(fault);
    String columns = constraint == null ? "" : " " + String.join(", ", constraint.columns());
    return switch (kind(fault)) {
      case UNIQUE ->
          "The "
              + table
              + " has a row with the same"
              + (columns.isEmpty() ? " key" : columns)
              + " already ("
              + reason
              + "); leave the record out, or overwrite the row with the mode upsert.";
      case NO_PARENT ->
          "The"
              + (columns.isEmpty() ? " row" : " column" + columns)
              + " of the "
              + table
              + " names a row that the table "
              + (constraint == null || constraint.refers() == null
                  ? "it refers to"
                  : constraint.refers())
              + " does not have ("
              + reason
              + "); write that row first, or correct the value.";
      case HAS_CHILDREN ->
          "The row of the "
              + table
              + " cannot be removed or get another key, since rows of another table belong to it ("
              + reason
              + "); remove those first.";
      case EMPTY ->
          "A column of the "
              + table
              + " must have a value ("
              + reason
              + "); give it one in a rule.";
      case OTHER -> "The " + table + " refuses the row: " + reason + "; correct the value.";
    };
  }

  private static Kind kind(SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    return switch (fault.getErrorCode()) {
      case 1062, 1586 -> Kind.UNIQUE;
      case 1452, 1216 -> Kind.NO_PARENT;
      case 1451, 1217 -> Kind.HAS_CHILDREN;
      case 1048, 1364 -> Kind.EMPTY;
      default ->
          switch (state) {
            case "23505" -> Kind.UNIQUE;
            case "23506" -> Kind.NO_PARENT;
            case "23502" -> Kind.EMPTY;
            case "23503" -> isDeletion(fault) ? Kind.HAS_CHILDREN : Kind.NO_PARENT;
            default -> Kind.OTHER;
          };
    };
  }

  /** PostgreSQL has one state for both sides of a foreign key, H2 its 23503 for this one. */
  private static boolean isDeletion(SQLException fault) {
    String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return fault.getErrorCode() == 23503 || message.contains("update or delete on");
  }

  /** The rule that the database names. */
  private @Nullable Constraint constraint(SQLException fault) {
    String message = String.valueOf(fault.getMessage());
    try {
      List<Constraint> all = catalog.constraints(level.table().id());
      Constraint found = null;
      for (Constraint one : all) {
        // The longest name, since one may be part of another.
        boolean named = message.contains(one.name());
        if (named && (found == null || one.name().length() > found.name().length())) {
          found = one;
        }
      }
      return found;
    } catch (SQLException e) {
      // The reason has to tell alone then.
      return null;
    }
  }
}
