package fieldloom.ui.preview;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One of the documents that stand beside each other: its lines, without those that are folded away.
 * What is folded stays so while the document changes. FX thread.
 */
public final class DocumentViewModel {
  private static final int MANY = 20;

  private final Side side;
  private final StringProperty document = new SimpleStringProperty();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final Set<String> folded = new HashSet<>();
  private final ReadOnlyObjectWrapper<@Nullable Row> marked = new ReadOnlyObjectWrapper<>();
  private List<JsonLine> lines = List.of();
  private boolean laying;

  /**
   * A line that is shown.
   *
   * @param number of the line in the whole document, from 1
   * @param folded whether its parts are folded away
   */
  record Row(int number, JsonLine line, boolean folded) {}

  DocumentViewModel(Side side, String document) {
    this.side = side;
    this.document.set(document);
  }

  /** Which side of the mapping it is of. */
  public Side side() {
    return side;
  }

  /** Name of the source or target that is shown. */
  public StringProperty documentProperty() {
    return document;
  }

  /** The lines that are shown. */
  ObservableList<Row> rows() {
    return rows;
  }

  /** The line of the field that is selected; null where none is. */
  ReadOnlyObjectProperty<@Nullable Row> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  /** Whether lines are being replaced: what a view then selects by itself nobody has chosen. */
  boolean isLaying() {
    return laying;
  }

  /** All of it, as text. */
  public String text() {
    return String.join("\n", lines.stream().map(JsonLine::text).toList());
  }

  /** What is shown of it, a line each. */
  public List<String> shown() {
    return rows.stream().map(row -> row.line().text()).toList();
  }

  void show(List<JsonLine> now) {
    if (now != lines) {
      lines = now;
      lay();
    }
  }

  private void lay() {
    List<Row> shown = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      JsonLine line = lines.get(i);
      boolean closed = line.isFoldable() && folded.contains(line.at());
      shown.add(new Row(i + 1, closed ? closed(line, i) : line, closed));
      i += closed ? line.inside() : 0;
    }
    laying = true;
    put(shown);
    laying = false;
    Row before = marked.get();
    if (before != null) {
      marked.set(row(before.line().at()));
    }
  }

  /**
   * Shows these rows. Where only few differ, only these are replaced: a list that is replaced whole
   * lays out and styles all that is seen of it.
   */
  private void put(List<Row> shown) {
    List<Integer> other = new ArrayList<>();
    for (int i = 0; i < shown.size() && rows.size() == shown.size() && other.size() < MANY; i++) {
      if (!rows.get(i).equals(shown.get(i))) {
        other.add(i);
      }
    }
    if (rows.size() != shown.size() || other.size() == MANY) {
      rows.setAll(shown);
    } else {
      other.forEach(i -> rows.set(i, shown.get(i)));
    }
  }

  /** Where a row is shown; negative where it is not. */
  int indexOf(Row row) {
    int at = Collections.binarySearch(rows, row, Comparator.comparingInt(Row::number));
    return at >= 0 && rows.get(at).equals(row) ? at : -1;
  }

  /** A folded line ends with its closing bracket, and with what an edit changed inside. */
  private JsonLine closed(JsonLine line, int index) {
    JsonLine last = lines.get(index + line.inside());
    List<JsonLine.Span> spans = new ArrayList<>(line.spans());
    spans.add(new JsonLine.Span(" … ", JsonLine.Kind.MARK));
    spans.addAll(last.spans());
    return new JsonLine(line.indent(), spans, line.was(), line.field(), line.at(), line.inside());
  }

  private @Nullable Row row(String at) {
    for (Row row : rows) {
      if (row.line().at().equals(at)) {
        return row;
      }
    }
    return null;
  }

  /** Folds the parts of a line away, or shows them again. */
  void fold(Row row, boolean away) {
    if (row.line().isFoldable() && row.folded() != away) {
      if (away) {
        folded.add(row.line().at());
      } else {
        folded.remove(row.line().at());
      }
      lay();
    }
  }

  /** Folds all lists and objects in the document away. */
  public void foldAll() {
    lines.stream()
        .filter(line -> line.isFoldable() && line.indent() > 0)
        .forEach(line -> folded.add(line.at()));
    lay();
  }

  /** Shows all lines. */
  public void unfoldAll() {
    folded.clear();
    lay();
  }

  /** Marks the first line of a field; what it is folded into opens. Null marks none. */
  void mark(@Nullable FieldRef field) {
    Row now = marked.get();
    if (field == null) {
      marked.set(null);
    } else if (now == null || !field.equals(now.line().field()) || row(now.line().at()) == null) {
      marked.set(find(field));
    }
  }

  /** Marks a line that was chosen among those of its field. */
  void mark(Row row) {
    marked.set(row);
  }

  private @Nullable Row find(FieldRef field) {
    for (JsonLine line : lines) {
      if (field.equals(line.field())) {
        boolean opened = folded.removeIf(at -> isWithin(line.at(), at));
        if (opened) {
          lay();
        }
        return row(line.at());
      }
    }
    return null;
  }

  private static boolean isWithin(String at, String around) {
    return at.length() > around.length()
        && at.startsWith(around)
        && (around.isEmpty() || ".[".indexOf(at.charAt(around.length())) >= 0);
  }
}
