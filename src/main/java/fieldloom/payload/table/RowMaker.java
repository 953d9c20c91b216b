package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.database.SqlReasons;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.table.TableOptions.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes rows of records, and refuses what their table cannot hold before it is sent. */
final class RowMaker {
  private final CellValues values;

  RowMaker(CellValues values) {
    this.values = values;
  }

  WriteRow row(WriteLevel level, Obj record) throws UnwritableRecordException {
    WriteRow row = new WriteRow(level.size());
    for (int i = 0; i < record.size(); i++) {
      String name = record.name(i);
      int column = level.number(name);
      if (column < 0) {
        addRows(level, row, name, record.value(i));
      } else if (level.mode() != Mode.DELETE || isKey(level, column)) {
        row.values()[column] = value(level, level.column(column), column, record.value(i));
      }
    }
    check(level, row);
    return row;
  }

  private Object value(WriteLevel level, Column column, int number, Object value)
      throws UnwritableRecordException {
    if (level.isGiven(number)) {
      throw refused(
          level, column, "is filled from the row around it; leave the field out of the rules");
    }
    if (column.computed()) {
      throw refused(level, column, "is computed by the database; leave it out of the rules");
    }
    if (value instanceof Null && !column.nullable()) {
      throw refused(level, column, "must have a value, not null; give it one in its rule");
    }
    try {
      return values.of(value, column.type());
    } catch (UnfitException e) {
      throw refused(level, column, String.valueOf(e.getMessage()));
    }
  }

  private void addRows(WriteLevel level, WriteRow row, String name, Object value)
      throws UnwritableRecordException {
    try {
      WriteLevel.Child child = level.child(name);
      if (child == null) {
        throw new UnwritableRecordException(
            "The table "
                + level.name()
                + " has no column “"
                + name
                + "”; leave the field out or name one of "
                + level.offers()
                + ".");
      }
      if (value instanceof Null) {
        return;
      }
      if (!(value instanceof List<?> list)) {
        throw new UnwritableRecordException(
            "The field "
                + name
                + " stands for rows of the table "
                + child.level().name()
                + " and takes a list, not "
                + CellValues.shown(value)
                + "; fill it with a loop.");
      }
      List<WriteRow> rows = new ArrayList<>(list.size());
      for (Object item : list) {
        if (!(item instanceof Obj record)) {
          throw new UnwritableRecordException(
              "A row of the table "
                  + child.level().name()
                  + " is an object, not "
                  + CellValues.shown(item)
                  + "; fill its fields by rules.");
        }
        rows.add(row(child.level(), record));
      }
      row.children().put(child, rows);
    } catch (SQLException e) {
      throw new UnwritableRecordException(
          "What belongs to the table "
              + level.name()
              + " cannot be found: "
              + SqlReasons.of(e)
              + ".");
    }
  }

  private static void check(WriteLevel level, WriteRow row) throws UnwritableRecordException {
    for (int i = 0; i < level.size(); i++) {
      Column column = level.column(i);
      boolean absent = !row.has(i) && !level.isGiven(i);
      boolean key = isKey(level, i);
      boolean needed =
          switch (level.mode()) {
            case INSERT -> !column.nullable() && !column.filled();
            case UPSERT -> key && !column.filled();
            case UPDATE, DELETE -> key && !level.isChild();
          };
      if (absent && needed) {
        throw refused(level, column, "must have a value; give it one in a rule");
      }
      if (key && level.mode() != Mode.INSERT && row.values()[i] instanceof Null) {
        throw refused(level, column, "tells rows apart and must have a value; give it one");
      }
    }
  }

  private static boolean isKey(WriteLevel level, int column) {
    return Arrays.stream(level.key()).anyMatch(it -> it == column);
  }

  private static UnwritableRecordException refused(WriteLevel level, Column column, String why) {
    return new UnwritableRecordException(
        "The column " + column.name() + " of the table " + level.name() + " " + why + ".");
  }
}
