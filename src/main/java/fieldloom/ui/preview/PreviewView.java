package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.FileDrops;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.preview.PreviewViewModel.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pane that shows what the sample becomes; changed lines say what they were. */
public final class PreviewView extends VBox {
  static final Texts TEXTS = Texts.of(PreviewView.class);
  private static final int FAILURES_SHOWN = 5;

  private final PreviewViewModel model;
  private final Runnable samples;
  private final VBox strips = new VBox();
  private final StackPane body = new StackPane();
  private final VBox input;
  private final VBox output;
  private final GridView grid;

  /**
   * @param grid several samples beside each other
   * @param samples shows the samples that there are, and where further ones come from
   * @param drop takes files that are dropped on it, as samples
   */
  public PreviewView(
      PreviewViewModel model, GridViewModel grid, Runnable samples, Consumer<List<Path>> drop) {
    this.model = model;
    this.samples = samples;
    getStyleClass().add("fl-preview");
    getStylesheets().add(Theme.css(PreviewView.class, "preview.css"));
    input = document(model.input(), "input");
    output = document(model.output(), "output");
    this.grid = new GridView(grid);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new PreviewHead(model), strips, body);
    model.failures().addListener((ListChangeListener<String>) change -> showStrips());
    model.madeProperty().subscribe(made -> showStrips());
    model.shownProperty().subscribe(this::show);
    // What nobody sees is not laid out.
    model.activeProperty().bind(sceneProperty().isNotNull());
    Texts.follow(this, PreviewView::showStrips);
    setMinWidth(320);
    setPrefWidth(540);
    FileDrops.onto(this, drop);
  }

  private VBox document(DocumentViewModel document, String key) {
    LinesView lines = new LinesView(model, document, TEXTS.bind(key));
    Label none = Controls.label("", "fl-muted");
    none.setWrapText(true);
    none.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TEXTS.get(model.hasSample() ? "nothing" : "no-sample"),
                model.madeProperty(),
                Texts.languageProperty()));
    Button more = Controls.button(TEXTS.bind("samples"), Feather.FILE_PLUS);
    more.setOnAction(e -> samples.run());
    more.visibleProperty().bind(model.madeProperty().map(made -> !model.hasSample()));
    VBox empty = new VBox(12, none, more);
    empty.setAlignment(Pos.CENTER);
    empty.setMaxWidth(320);
    lines.setPlaceholder(empty);
    VBox.setVgrow(lines, Priority.ALWAYS);
    return new VBox(new DocumentBar(model, document), lines);
  }

  private void show(Shown shown) {
    switch (shown) {
      case OUTPUT -> body.getChildren().setAll(output);
      case INPUT -> body.getChildren().setAll(input);
      case SAMPLES -> body.getChildren().setAll(grid);
      case BOTH -> body.getChildren().setAll(new SplitPane(input, output));
    }
  }

  private void showStrips() {
    List<Node> shown = new ArrayList<>();
    String problem = model.problem();
    if (!problem.isEmpty()) {
      Button other = Controls.button(TEXTS.bind("samples"), Feather.FILE_PLUS);
      other.setOnAction(e -> samples.run());
      shown.add(Strip.bad(problem, other));
    }
    model.failures().stream().limit(FAILURES_SHOWN).map(Strip::bad).forEach(shown::add);
    int more = model.failures().size() - FAILURES_SHOWN;
    if (more > 0) {
      shown.add(Strip.bad(TEXTS.get("failed.more", more)));
    }
    strips.getChildren().setAll(shown);
  }
}
