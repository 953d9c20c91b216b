package fieldloom.schema.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.FieldType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a sample of lines, found by the blanks that stand in all of them, and adjustable.
 * Immutable.
 *
 * @param lines of the sample
 * @param columns from left to right; blanks behind values that end at one position belong to none
 */
public record FixedColumns(SampleLines lines, List<Column> columns) {

  /** Fewest lines of which blanks are believed without being told that the sample is of lines. */
  private static final int LINES_TO_BELIEVE = 3;

  public FixedColumns {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param at first position, from 1
   * @param length positions it takes
   * @param right whether its values end at one position
   * @param type string, integer, decimal or date, as all its values are
   */
  public record Column(String name, int at, int length, boolean right, FieldType type) {
    int end() {
      return at + length;
    }
  }

  /** Finds the columns of a sample; one where no blanks part them. */
  public static FixedColumns detect(byte[] content) {
    SampleLines lines = SampleLines.of(content);
    List<Integer> starts = new ArrayList<>(List.of(1));
    int from = lines.firstFilled(1);
    while (from > 0) {
      int blank = lines.firstBlank(from);
      int next = lines.firstFilled(blank);
      if (next > 0 && isColumn(lines, blank, next)) {
        starts.add(lines.isRight(next, lines.firstBlank(next)) ? blank : next);
      }
      from = next;
    }
    return cut(lines, starts, List.of());
  }

  /** One blank before what few lines have stands between words of one column. */
  private static boolean isColumn(SampleLines lines, int blank, int next) {
    return next - blank > 1 || lines.share(next, lines.firstBlank(next)) > 0.5;
  }

  /**
   * The columns that options of such lines say, over a sample: what they are is changed by {@link
   * #split}, {@link #join} and {@link #move}.
   *
   * @param fields of the first kind of lines, with {@code name}, {@code at} and {@code length}
   */
  public static FixedColumns of(byte[] content, JsonNode fields) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode field : fields) {
      columns.add(
          new Column(
              field.path("name").asText(),
              field.path("at").asInt(),
              field.path("length").asInt(),
              field.path("align").asText().equals("right"),
              type(field.path("type").asText())));
    }
    columns.sort(Comparator.comparingInt(Column::at));
    return new FixedColumns(SampleLines.of(content), columns);
  }

  private static FieldType type(String label) {
    return Stream.of(FieldType.values())
        .filter(type -> type.label().equals(label))
        .findFirst()
        .orElse(FieldType.STRING);
  }

  /**
   * Whether the sample looks like lines of fixed fields: enough lines, several columns, each filled
   * in most lines.
   */
  boolean isConvincing() {
    return lines.count() >= LINES_TO_BELIEVE
        && columns.size() > 1
        && columns.stream().allMatch(column -> lines.share(column.at(), column.end()) > 0.5);
  }

  /** Cuts a column in two before a position, from 1; as it was where a column starts there. */
  public FixedColumns split(int position) {
    List<Integer> starts = starts();
    boolean inside = position > 1 && position < columns.getLast().end();
    if (!inside || starts.contains(position)) {
      return this;
    }
    starts.add(position);
    return cut(lines, starts.stream().sorted().toList(), columns);
  }

  /** Joins a column, by its index from 0, with the one behind it; as it was for the last one. */
  public FixedColumns join(int index) {
    List<Integer> starts = starts();
    if (index < 0 || index + 1 >= starts.size()) {
      return this;
    }
    starts.remove(index + 1);
    return cut(lines, starts, columns);
  }

  /** Moves the start of a column, by its index from 0, between those of its neighbours. */
  public FixedColumns move(int index, int position) {
    List<Integer> starts = starts();
    int least = index > 0 && index < starts.size() ? starts.get(index - 1) + 1 : 0;
    int most = index + 1 < starts.size() ? starts.get(index + 1) : columns.getLast().end();
    if (least == 0 || position < least || position >= most) {
      return this;
    }
    starts.set(index, position);
    List<Column> before = new ArrayList<>(columns);
    Column old = columns.get(index);
    before.set(index, new Column(old.name(), position, old.length(), old.right(), old.type()));
    return cut(lines, starts, before);
  }

  /** Names a column, by its index from 0. */
  public FixedColumns rename(int index, String name) {
    List<Column> renamed = new ArrayList<>(columns);
    Column old = columns.get(index);
    renamed.set(index, new Column(name, old.at(), old.length(), old.right(), old.type()));
    return new FixedColumns(lines, renamed);
  }

  private List<Integer> starts() {
    return new ArrayList<>(columns.stream().map(Column::at).toList());
  }

  private static FixedColumns cut(SampleLines lines, List<Integer> starts, List<Column> before) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int at = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : Math.max(at, lines.width()) + 1;
      boolean right = lines.isRight(at, end);
      // What stands at its column's end must have no blanks behind it.
      int last = right ? lines.lastFilled(end) : end - 1;
      columns.add(new Column(name(i, at, before), at, last + 1 - at, right, lines.type(at, end)));
    }
    return new FixedColumns(lines, columns);
  }

  /** A column that starts where one did keeps its name. */
  private static String name(int index, int at, List<Column> before) {
    for (Column column : before) {
      if (column.at() == at) {
        return column.name();
      }
    }
    int number = index + 1;
    while (isTaken("column" + number, before)) {
      number++;
    }
    return "column" + number;
  }

  private static boolean isTaken(String name, List<Column> before) {
    return before.stream().anyMatch(column -> column.name().equals(name));
  }

  /** The options that read such lines. */
  public ObjectNode options() {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    if (!lines.encoding().name().equals("UTF-8")) {
      options.put("encoding", lines.encoding().name());
    }
    if (lines.byBytes()) {
      options.put("unit", "byte");
    }
    var fields = options.putArray("records").addObject().putArray("fields");
    for (Column column : columns) {
      ObjectNode field =
          fields
              .addObject()
              .put("name", column.name())
              .put("at", column.at())
              .put("length", column.length());
      if (column.right()) {
        field.put("align", "right");
      }
      if (column.type() != FieldType.STRING) {
        field.put("type", column.type().label());
      }
    }
    return options;
  }
}
