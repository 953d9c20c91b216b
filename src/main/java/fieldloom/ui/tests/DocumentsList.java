package fieldloom.ui.tests;

import fieldloom.pack.TestCases.Result;
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
    visibleProperty().subscribe(visible -> look());
    model.chosenProperty().subscribe(line -> look());
  }

  /** The list under the names of its two sides. */
  VBox page() {
    HBox head = new HBox(name("expected"), name("actual"), note());
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
    for (int i = 0; i < shown.size(); i++) {
      if (DocumentLines.differs(shown.get(i))) {
        scrollTo(Math.max(0, i - 2));
        return;
      }
    }
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
