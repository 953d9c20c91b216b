package fieldloom.payload.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet one after another. Not thread-safe. */
final class SheetRows implements AutoCloseable {
  private final PartXml xml;
  private final List<Cell> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int count;
  private int number;
  private int lastColumn;
  private @Nullable String fault;

  SheetRows(PartXml xml) {
    this.xml = xml;
  }

  /**
   * Goes to the next row, empty or not; false at the end.
   *
   * @throws WorkbookFault where the sheet cannot be read any further
   */
  boolean next() throws IOException {
    while (xml.nextElement()) {
      if (xml.name().equals("row")) {
        row();
        return true;
      }
    }
    return false;
  }

  /** The row's number, from 1. */
  int number() {
    return number;
  }

  /** How many cells it lists. */
  int count() {
    return count;
  }

  Cell cell(int index) {
    return cells.get(index);
  }

  /** Why the row is none: the end of a sentence about the sheet; null where it is one. */
  @Nullable String fault() {
    return fault;
  }

  private void row() throws IOException {
    int before = number;
    count = 0;
    lastColumn = -1;
    fault = null;
    String given = xml.attribute("r");
    number = given == null ? before + 1 : Whole.parse(given, 0);
    if (number <= before || number > XlsxLimits.ROWS) {
      fault = "has the row “" + given + "” behind row " + before + ", where it cannot stand";
      number = before + 1;
    }
    while (true) {
      switch (xml.next()) {
        case START -> {
          if (xml.name().equals("c")) {
            cell();
          }
        }
        case END -> {
          if (xml.name().equals("row")) {
            return;
          }
        }
        case TEXT, OTHER -> {}
        case DONE -> {
          return;
        }
      }
    }
  }

  private void cell() throws IOException {
    String place = null;
    String type = null;
    int style = 0;
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> place = xml.attribute(i);
        case "t" -> type = xml.attribute(i);
        case "s" -> style = Whole.parse(xml.attribute(i), -1);
        default -> {}
      }
    }
    int column = place == null ? lastColumn + 1 : Places.column(place);
    if (column <= lastColumn || column >= XlsxLimits.COLUMNS) {
      fault =
          fault == null
              ? "has the cell “" + place + "” in row " + number + ", where it cannot stand"
              : fault;
    }
    lastColumn = Math.max(column, lastColumn);
    Cell cell = free();
    cell.column = column;
    cell.type = type == null ? "n" : type;
    cell.style = style;
    content(cell);
    if (!cell.blank() && fault == null) {
      count++;
    }
  }

  private Cell free() {
    if (count == cells.size()) {
      cells.add(new Cell());
    }
    return cells.get(count);
  }

  private void content(Cell cell) throws IOException {
    cell.text = "";
    cell.formula = false;
    cell.tooLong = false;
    boolean value = false;
    boolean any = false;
    while (true) {
      switch (xml.next()) {
        case START -> {
          switch (xml.name()) {
            case "v" -> {
              text.setLength(0);
              value = true;
            }
            case "f" -> cell.formula = true;
            case "is" -> {
              cell.tooLong |= !RichText.read(xml, "is", text);
              cell.text = text.toString();
              any = true;
            }
            default -> {}
          }
        }
        case TEXT -> {
          if (value) {
            cell.tooLong |= !RichText.append(xml, text);
          }
        }
        case END -> {
          if (xml.name().equals("v")) {
            cell.text = text.toString();
            value = false;
            any = true;
          } else if (xml.name().equals("c")) {
            // A cell of texts that refers to none is empty.
            if (!any || cell.type.equals("s") && cell.text.isEmpty()) {
              cell.type = "n";
              cell.text = "";
            }
            return;
          }
        }
        case OTHER -> {}
        case DONE -> {
          return;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
