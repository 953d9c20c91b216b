package fieldloom.payload.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import fieldloom.payload.BadRecordException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook shows of the records in it.
 *
 * @param fields in the order of the columns
 */
public record XlsxSample(List<Field> fields) {
  /** More rows would tell little that is new. */
  private static final int ROWS = 100_000;

  /**
   * A field.
   *
   * @param group name of the object that it is in; null for none
   * @param type that all its values have; text where they differ
   */
  public record Field(@Nullable String group, String name, FieldType type) {}

  /**
   * Reads it.
   *
   * @param in the workbook's bytes; is closed
   * @param pieces puts something around the bytes of each part that is read
   * @param given options of a sheet; null where none are given
   * @param label what the workbook is called in messages: {@code the sample stock.xlsx}
   * @throws IOException where it cannot be read: one sentence
   */
  public static XlsxSample read(
      InputStream in, UnaryOperator<InputStream> pieces, @Nullable JsonNode given, String label)
      throws IOException {
    XlsxOptions options = XlsxOptions.read(label, given);
    try (SheetTable table = SheetTable.open(in, pieces, label, options)) {
      List<Column> columns = table.columns(text -> {});
      List<Set<FieldType>> types = new ArrayList<>();
      columns.forEach(column -> types.add(EnumSet.noneOf(FieldType.class)));
      int rows = 0;
      for (Row row = next(table); row != null && rows < ROWS; row = next(table)) {
        for (int i = 0; i < columns.size(); i++) {
          add(types.get(i), row.get(columns.get(i).index()));
        }
        rows++;
      }
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        fields.add(new Field(column.group(), column.name(), one(types.get(i))));
      }
      return new XlsxSample(fields);
    }
  }

  private static @Nullable Row next(SheetTable table) throws IOException {
    while (true) {
      try {
        return table.next();
      } catch (BadRecordException e) {
        if (e.last()) {
          throw new IOException(e.getMessage());
        }
      }
    }
  }

  private static void add(Set<FieldType> types, Object value) {
    switch (value) {
      case String text when !text.isEmpty() -> types.add(FieldType.STRING);
      case Num number -> types.add(number.isWhole() ? FieldType.INTEGER : FieldType.DECIMAL);
      case Boolean flag -> types.add(FieldType.BOOLEAN);
      case LocalDate date -> types.add(FieldType.DATE);
      case LocalTime time -> types.add(FieldType.TIME);
      case LocalDateTime time -> types.add(FieldType.DATETIME);
      default -> {}
    }
  }

  private static FieldType one(Set<FieldType> types) {
    if (types.size() == 1) {
      return types.iterator().next();
    }
    if (types.equals(EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL))) {
      return FieldType.DECIMAL;
    }
    boolean dates = types.equals(EnumSet.of(FieldType.DATE, FieldType.DATETIME));
    return dates ? FieldType.DATETIME : FieldType.STRING;
  }

  /**
   * The options under which a sheet is read; null where it needs none.
   *
   * @param in the workbook's bytes; is closed
   * @param pieces puts something around the bytes of each part that is read
   * @param sheet its name; null for the first one
   * @throws IOException where it cannot be read: one sentence
   */
  public static @Nullable JsonNode options(
      InputStream in, UnaryOperator<InputStream> pieces, String label, @Nullable String sheet)
      throws IOException {
    try (Book book = Book.open(in, pieces)) {
      Book.Sheet found = book.sheet(label, sheet);
      int row = HeaderSearch.row(book, found);
      ObjectNode options = JsonNodeFactory.instance.objectNode();
      if (sheet != null) {
        options.put("sheet", found.name());
      }
      if (row != 1) {
        options.put("headerRow", row);
      }
      return options.isEmpty() ? null : options;
    } catch (WorkbookFault e) {
      throw new IOException(e.sentence(label));
    }
  }

  /**
   * The names of all sheets, those that are hidden included.
   *
   * @param in the workbook's bytes; is closed
   * @param pieces puts something around the bytes of each part that is read
   * @throws IOException where they cannot be read: one sentence
   */
  public static List<String> sheets(InputStream in, UnaryOperator<InputStream> pieces, String label)
      throws IOException {
    try (Book book = Book.open(in, pieces)) {
      return book.sheets().stream().map(Book.Sheet::name).toList();
    } catch (WorkbookFault e) {
      throw new IOException(e.sentence(label));
    }
  }
}
