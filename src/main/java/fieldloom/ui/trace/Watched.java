package fieldloom.ui.trace;

import fieldloom.engine.trace.ShownValue;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TracedField;
import fieldloom.ui.session.Tracing;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The fields that are watched, with what they came to at the item that is traced. */
public final class Watched {
  private final Tracing tracing;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();

  /**
   * A watched field.
   *
   * @param name with the numbers of its items
   * @param value in words where it was not computed
   */
  public record Row(FieldRef field, String name, String value, boolean failed) {}

  Watched(Tracing tracing) {
    this.tracing = tracing;
  }

  void take(Course course, @Nullable TracedField now) {
    List<Row> made = new ArrayList<>();
    for (FieldRef field : tracing.watches()) {
      Course.Stop stop = course.nearest(field, now == null ? "" : now.target());
      made.add(
          stop == null
              ? new Row(field, field.path().toString(), Words.get("watch.none"), false)
              : new Row(
                  field,
                  stop.field().target(),
                  stop.failed() ? Words.get("watch.failed") : ShownValue.of(stop.value()),
                  stop.failed()));
    }
    if (!made.equals(rows)) {
      rows.setAll(made);
    }
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  /** Watches a field no longer. */
  public void remove(Row row) {
    tracing.toggleWatch(row.field());
    rows.remove(row);
  }
}
