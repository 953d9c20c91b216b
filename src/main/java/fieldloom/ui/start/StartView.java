package fieldloom.ui.start;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The first screen: what can be begun, samples, and what was edited lately. */
public final class StartView extends ScrollPane {
  static final Texts TEXTS = Texts.of(StartView.class);

  private final StartViewModel model;
  private final StartActions actions;
  private final VBox content = new VBox();
  private final VBox samples = new VBox(12);
  private final HBox cards = new HBox(16);
  private final HBox begin;

  public StartView(StartViewModel model, StartActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("fl-start");
    getStylesheets().add(Theme.css(StartView.class, "start.css"));
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("fl-start-content");
    samples.getChildren().addAll(heading("samples"), cards);
    samples.managedProperty().bind(samples.visibleProperty());
    VBox recent = new VBox(12, heading("recent"), new RecentTable(model, actions));
    begin = begin();
    content.getChildren().addAll(intro(), begin, samples, recent);
    setContent(content);
    model.samples().addListener((ListChangeListener<SampleCard>) change -> drawSamples());
    model.problemProperty().addListener((o, was, is) -> showProblem(is));
    drawSamples();
  }

  /** Gives the first thing to begin with the keyboard. */
  public void focusFirst() {
    begin.getChildren().getFirst().requestFocus();
  }

  private static VBox intro() {
    Label title = Controls.label("", "fl-title");
    title.textProperty().bind(TEXTS.bind("title"));
    Label about = Controls.label("", "fl-muted", "fl-start-about");
    about.textProperty().bind(TEXTS.bind("about"));
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    return new VBox(6, title, about);
  }

  private HBox begin() {
    HBox row =
        new HBox(
            16,
            new BeginCard("new", Feather.PLUS, "Ctrl N", actions::newMapping),
            new BeginCard("catalog", Feather.BOOK, "Ctrl B", actions::showCatalog),
            new BeginCard("open", Feather.FOLDER, "Ctrl O", actions::open),
            new BeginCard("import", Feather.DOWNLOAD, "Ctrl I", actions::importPackage));
    row.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    return row;
  }

  private static Label heading(String key) {
    Label label = Controls.label("", "fl-heading");
    label.textProperty().bind(TEXTS.bind(key));
    return label;
  }

  private void drawSamples() {
    samples.setVisible(!model.samples().isEmpty());
    cards
        .getChildren()
        .setAll(model.samples().stream().map(c -> new SampleTile(c, actions)).toList());
  }

  private void showProblem(String sentence) {
    content.getChildren().removeIf(Strip.class::isInstance);
    if (!sentence.isEmpty()) {
      content.getChildren().addFirst(Strip.bad(sentence));
    }
  }
}
