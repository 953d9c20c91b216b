package fieldloom.ui.preview;

import fieldloom.model.SchemaTree;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.SchemaFields;
import fieldloom.ui.session.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What several samples become, a row a target field.
 *
 * @param columns the samples, in the order they were chosen
 */
record SamplesGrid(List<SampleRuns.Column> columns, List<Row> rows) {
  static final SamplesGrid NONE = new SamplesGrid(List.of(), List.of());

  SamplesGrid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A field.
   *
   * @param values of the first record, of the first item of lists, in the order of the columns; ""
   *     where there is none
   * @param differs whether not all samples that can be read give the same
   */
  record Row(FieldRef field, String title, List<String> values, boolean differs) {
    Row {
      values = List.copyOf(values);
    }

    /** What stands in a column; "" where the row has no such column yet. */
    String value(int column) {
      return column < values.size() ? values.get(column) : "";
    }
  }

  /**
   * The fields that hold values themselves, and those of lists with how many items there are.
   *
   * @param schemas by document
   */
  static SamplesGrid of(
      List<SampleRuns.Column> columns, List<String> targets, Map<String, SchemaTree> schemas) {
    List<Row> rows = new ArrayList<>();
    for (String target : targets) {
      SchemaTree tree = schemas.get(target);
      if (tree != null) {
        for (SchemaFields.Field field : SchemaFields.of(target, tree)) {
          if (field.node().children().isEmpty() || field.ref().isArray()) {
            rows.add(row(field, columns));
          }
        }
      }
    }
    return new SamplesGrid(columns, rows);
  }

  private static Row row(SchemaFields.Field field, List<SampleRuns.Column> columns) {
    List<String> values = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (SampleRuns.Column column : columns) {
      String value =
          column.preview() == null ? "" : Values.show(column.preview().target(field.ref()));
      values.add(value);
      if (column.preview() != null) {
        read.add(value);
      }
    }
    boolean differs = read.stream().distinct().count() > 1;
    String title = field.own().title();
    return new Row(field.ref(), title == null ? "" : title, values, differs);
  }
}
