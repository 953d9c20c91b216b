package fieldloom.ui.tests;

import fieldloom.pack.TestCases.Result;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Controls;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The expected document beside the one that came, stretches of equal lines folded. Its lines are
 * made in the background; only those in sight are drawn.
 */
final class DocumentsList extends ListView<DocumentLine> {
  private final TestsViewModel model;
  private final ObservableList<DocumentLine> shown = FXCollections.observableArrayList();
  private final Set<Integer> open = new HashSet<>();
  private List<DocumentLine> all = List.of();
  private Background.@Nullable Work work;
  private @Nullable Result of;

  DocumentsList(TestsViewModel model) {
    this.model = model;
    setItems(shown);
    getStyleClass().add("fl-documents");
    accessibleTextProperty().bind(Words.TEXTS.bind("documents"));
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.TEXTS.bind("documents.none"));
    setPlaceholder(none);
    setCellFactory(list -> new Cell());
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            unfold(getSelectionModel().getSelectedItem());
          }
        });
    getSelectionModel().selectedItemProperty().subscribe(this::select);
    model.currentProperty().subscribe(this::follow);
    visibleProperty()
        .subscribe(
            visible -> {
              look();
              follow(model.currentProperty().get());
            });
    model.chosenProperty().subscribe(line -> look());
  }

  /** The list under the names of its two sides. */
  VBox page() {
    HBox head = new HBox(name("expected"), name("actual"), new DocumentsFind(this));
    head.getStyleClass().add("fl-documents-head");
    VBox page = new VBox(head, this);
    page.getStyleClass().add("fl-documents-page");
    VBox.setVgrow(this, Priority.ALWAYS);
    visibleProperty().bind(page.visibleProperty());
    return page;
  }

  private static Label name(String key) {
    Label label = half("fl-bold", "fl-small");
    label.textProperty().bind(Words.TEXTS.bind(key));
    return label;
  }

  private static Label note() {
    return Controls.label("", "fl-small", "fl-muted", "fl-note");
  }

  /** One of two that share a row. */
  private static Label half(String... classes) {
    Label label = Controls.label("", classes);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setPrefWidth(0);
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  /** Makes the lines of the chosen case where they are to be seen. */
  private void look() {
    CaseLine line = model.chosenProperty().get();
    Result result = line == null ? null : line.result();
    if (!isVisible() || result == of) {
      return;
    }
    of = result;
    open.clear();
    if (work != null) {
      work.cancel();
    }
    if (result == null) {
      take(List.of());
      return;
    }
    work =
        model
            .background()
            .begin(() -> DocumentLines.of(result), this::take, sentence -> take(List.of()));
  }

  private void take(List<DocumentLine> lines) {
    all = lines;
    boolean equal = all.stream().noneMatch(DocumentLines::differs);
    shown.setAll(equal ? all : DocumentLines.folded(all, open));
    FieldRow current = model.currentProperty().get();
    if (current != null && all.stream().anyMatch(line -> isOf(line, current.result()))) {
      follow(current);
      return;
    }
    for (int i = 0; i < shown.size(); i++) {
      if (DocumentLines.differs(shown.get(i))) {
        scrollTo(Math.max(0, i - 2));
        return;
      }
    }
  }

  /** The field of a line that differs is the current one, also on the canvas. */
  private void select(@Nullable DocumentLine line) {
    if (line != null && line.place() >= 0 && DocumentLines.differs(line)) {
      model.go(line.target(), line.place());
    }
  }

  /** Shows the line of the current field. */
  private void follow(@Nullable FieldRow row) {
    if (row == null || !isVisible()) {
      return;
    }
    FieldResult result = row.result();
    DocumentLine selected = getSelectionModel().getSelectedItem();
    if (selected != null && isOf(selected, result)) {
      return;
    }
    all.stream().filter(line -> isOf(line, result)).findFirst().ifPresent(this::reveal);
  }

  private static boolean isOf(DocumentLine line, FieldResult result) {
    return line.place() == result.at() && line.target().equals(result.target());
  }

  /** Selects a line where it can be seen, and opens the fold that it lies in. */
  private void reveal(DocumentLine line) {
    int at = 0;
    while (at < shown.size() - 1 && !shown.get(at).holds(line.number())) {
      at++;
    }
    if (shown.get(at).isFold()) {
      open.add(shown.get(at).number());
      shown.setAll(DocumentLines.folded(all, open));
      reveal(line);
      return;
    }
    getSelectionModel().select(at);
    scrollTo(Math.max(0, at - 2));
  }

  /**
   * Goes to the next line that has a text, behind the selected one or from the start again.
   *
   * @return whether there is one
   */
  boolean find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    DocumentLine selected = getSelectionModel().getSelectedItem();
    int from = selected == null ? 0 : selected.number() + 1;
    for (int i = 0; !wanted.isEmpty() && i < all.size(); i++) {
      DocumentLine line = all.get((from + i) % all.size());
      if (line.says(wanted)) {
        reveal(line);
        return true;
      }
    }
    return wanted.isEmpty();
  }

  private void unfold(@Nullable DocumentLine line) {
    if (line != null && line.isFold()) {
      open.add(line.number());
      int at = shown.indexOf(line);
      shown.setAll(DocumentLines.folded(all, open));
      getSelectionModel().select(at);
    }
  }

  private final class Cell extends ListCell<DocumentLine> {
    private final Label expected = half("fl-document-side");
    private final Label actual = half("fl-document-side");
    private final Label note = note();
    private final Label fold = Controls.label("", "fl-small", "fl-muted");
    private final HBox both = new HBox(expected, actual, note);

    Cell() {
      setPrefWidth(0);
      setOnMouseClicked(
          e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
              unfold(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable DocumentLine line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("changed", "added", "missing", "reordered", "fold");
      setText(null);
      setGraphic(null);
      setAccessibleText("");
      if (line == null || empty) {
        return;
      }
      if (line.isFold()) {
        fold.setText(Words.TEXTS.get("fold", line.folded()));
        getStyleClass().add("fold");
        setGraphic(fold);
        setAccessibleText(fold.getText());
        return;
      }
      Kind kind = line.kind();
      if (kind.differs()) {
        getStyleClass().add(kind.name().toLowerCase(Locale.ROOT));
      }
      expected.setText("  ".repeat(line.depth()) + line.expected());
      actual.setText("  ".repeat(line.depth()) + line.actual());
      boolean said = kind != Kind.EQUAL;
      note.setText(said ? (Words.of(kind) + " " + line.note()).strip() : "");
      setGraphic(both);
      setAccessibleText(Words.TEXTS.get("line", line.expected(), line.actual(), Words.of(kind)));
    }
  }
}
