package fieldloom.payload.xlsx;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a row. */
final class XlsxReader implements RecordReader {
  private final SchemaNode root;
  private final SheetTable table;
  private final Set<Integer> unnamed = new HashSet<>();
  private Consumer<String> warnings = text -> {};
  private @Nullable Place[] places = new Place[0];
  private boolean begun;

  /**
   * Where in a record the value of a column goes.
   *
   * @param text whether the empty text is a value of the field
   */
  private record Place(@Nullable String group, String name, boolean text) {}

  XlsxReader(PayloadSpec spec, SheetTable table) {
    this.root = spec.schema().root();
    this.table = table;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (!begun) {
      begun = true;
      begin();
    }
    Row row = table.next();
    return row == null ? null : new InputRecord(record(row), row.number());
  }

  private Obj record(Row row) throws BadRecordException {
    Obj record = new Obj();
    for (int column = 0; column < row.width(); column++) {
      Place place = column < places.length ? places[column] : null;
      if (place == null) {
        warn(row, column);
        continue;
      }
      Object value = row.value(column);
      if (value == Absent.ABSENT || value.equals("") && !place.text()) {
        continue;
      }
      String group = place.group();
      if (group == null) {
        record.put(place.name(), value);
      } else if (record.get(group) instanceof Obj parts) {
        parts.put(place.name(), value);
      } else {
        record.put(group, new Obj().put(place.name(), value));
      }
    }
    return record;
  }

  private void warn(Row row, int column) {
    if (row.get(column) != Absent.ABSENT && unnamed.add(column)) {
      warnings.accept(
          "Column "
              + Places.letters(column)
              + " of the sheet "
              + table.sheet()
              + " has no name and is not read, though row "
              + row.number()
              + " has something there.");
    }
  }

  private void begin() throws IOException {
    List<Column> columns = table.columns(warnings);
    int width = columns.isEmpty() ? 0 : columns.getLast().index() + 1;
    places = new Place[width];
    Set<String> names = new HashSet<>();
    columns.forEach(column -> names.add(column.group() == null ? column.name() : column.group()));
    for (Column column : columns) {
      places[column.index()] = place(column, names);
    }
  }

  private Place place(Column column, Set<String> names) {
    String group = column.group();
    if (group != null) {
      SchemaNode parent = FieldTitles.find(root, group, names);
      SchemaNode field = parent == null ? null : FieldTitles.find(parent, column.name(), Set.of());
      return place(parent == null ? group : parent.name(), column.name(), field);
    }
    SchemaNode field = FieldTitles.find(root, column.name(), names);
    return field == null ? dotted(column.name()) : place(null, column.name(), field);
  }

  /** A header such as Address.City may name a field of an object that the schema has. */
  private Place dotted(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      SchemaNode parent =
          FieldTitles.find(root, SheetHeader.normal(name.substring(0, dot)), Set.of());
      SchemaNode field =
          parent == null || parent.type() != FieldType.OBJECT
              ? null
              : FieldTitles.find(parent, SheetHeader.normal(name.substring(dot + 1)), Set.of());
      if (parent != null && field != null) {
        return place(parent.name(), name, field);
      }
    }
    return place(null, name, null);
  }

  private static Place place(@Nullable String group, String name, @Nullable SchemaNode field) {
    boolean text =
        field == null || field.type() == FieldType.STRING || field.type() == FieldType.ANY;
    return new Place(group, field == null ? name : field.name(), text);
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
