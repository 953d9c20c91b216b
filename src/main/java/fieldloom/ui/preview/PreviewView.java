package fieldloom.ui.preview;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.preview.PreviewViewModel.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pane that shows what the sample becomes; changed lines say what they were. */
public final class PreviewView extends VBox {
  static final Texts TEXTS = Texts.of(PreviewView.class);
  private static final int FAILURES_SHOWN = 5;

  private final PreviewViewModel model;
  private final VBox strips = new VBox();
  private final StackPane body = new StackPane();
  private final VBox input;
  private final VBox output;

  public PreviewView(PreviewViewModel model) {
    this.model = model;
    getStyleClass().add("fl-preview");
    getStylesheets().add(Theme.css(PreviewView.class, "preview.css"));
    input = document(model.input(), "input");
    output = document(model.output(), "output");
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
    lines.setPlaceholder(none);
    VBox.setVgrow(lines, Priority.ALWAYS);
    return new VBox(new DocumentBar(model, document), lines);
  }

  private void show(Shown shown) {
    switch (shown) {
      case OUTPUT -> body.getChildren().setAll(output);
      case INPUT -> body.getChildren().setAll(input);
      case BOTH -> body.getChildren().setAll(new SplitPane(input, output));
    }
  }

  private void showStrips() {
    List<Node> shown = new ArrayList<>();
    String problem = model.problem();
    if (!problem.isEmpty()) {
      shown.add(Strip.bad(problem));
    }
    model.failures().stream().limit(FAILURES_SHOWN).map(Strip::bad).forEach(shown::add);
    int more = model.failures().size() - FAILURES_SHOWN;
    if (more > 0) {
      shown.add(Strip.bad(TEXTS.get("failed.more", more)));
    }
    strips.getChildren().setAll(shown);
  }
}
