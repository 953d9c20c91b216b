package fieldloom.ui.tests;

import fieldloom.pack.TestCoverage;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The dock under the canvas: a test case with its fields, or its documents beside each other, or
 * what no case touches.
 */
public final class TestsView extends VBox {
  private final TestsViewModel model;
  private final VBox strip = new VBox();
  private final Label passing = Controls.label("", "fl-small");
  private final ToggleButton touched = new ToggleButton();
  private final StackPane body;
  private final VBox empty;

  /**
   * @param commands what it asks of the window
   */
  public TestsView(TestsViewModel model, CaseCommands commands) {
    this.model = model;
    getStyleClass().add("fl-tests");
    getStylesheets().add(Theme.css(TestsView.class, "tests.css"));
    FieldsTable fields = new FieldsTable(model);
    VBox documents = new DocumentsList(model).page();
    GapsList gaps = new GapsList(model, commands);
    empty = empty(commands);
    body = new StackPane(fields, documents, gaps, empty);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    ToggleGroup group = new ToggleGroup();
    ToggleButton first = segment("show.fields", "first", group, fields);
    HBox segments = new HBox(first, segment("show.documents", "", group, documents));
    segments.getStyleClass().add("fl-segments");
    touched.getStyleClass().add("last");
    touched.setToggleGroup(group);
    segments.getChildren().add(touched);
    show(touched, group, gaps);
    segments.setMinWidth(USE_PREF_SIZE);
    group.selectToggle(first);
    getChildren().addAll(new TestsHead(model, commands), strip, body, foot(segments));
    model.cases().subscribe(this::tell);
    model.reportProperty().subscribe(report -> tell());
    model.chosenProperty().subscribe(line -> tell());
    model.problemProperty().subscribe(sentence -> tell());
    Texts.follow(
        this,
        view -> {
          view.model.retitle();
          view.tell();
        });
    setMinHeight(160);
    setPrefHeight(302);
  }

  private static ToggleButton segment(String key, String position, ToggleGroup group, Node shown) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(Words.TEXTS.bind(key));
    button.accessibleTextProperty().bind(Words.TEXTS.bind(key));
    if (!position.isEmpty()) {
      button.getStyleClass().add(position);
    }
    show(button, group, shown);
    return button;
  }

  private static void show(ToggleButton button, ToggleGroup group, Node shown) {
    button.setToggleGroup(group);
    shown.visibleProperty().bind(button.selectedProperty());
    // One of them is always shown.
    button.setOnAction(e -> button.setSelected(true));
  }

  private HBox foot(HBox segments) {
    Button next = Controls.flat(Words.TEXTS.bind("next"), Feather.CHEVRONS_DOWN);
    next.setOnAction(e -> model.next());
    next.setMinWidth(USE_PREF_SIZE);
    HBox foot = new HBox(8, segments, passing, Controls.spacer(), next, Controls.key("F8"));
    foot.getStyleClass().add("fl-pane-foot");
    return foot;
  }

  private VBox empty(CaseCommands commands) {
    Label sentence = Controls.label("", "fl-muted");
    sentence.textProperty().bind(Words.TEXTS.bind("empty"));
    Button keep = Controls.primary(Words.TEXTS.bind("empty.keep"), Feather.PLUS);
    keep.setOnAction(e -> commands.keepSample());
    VBox box = new VBox(12, sentence, keep);
    box.getStyleClass().add("fl-tests-empty");
    return box;
  }

  private void tell() {
    boolean none = model.cases().isEmpty();
    empty.setVisible(none);
    TestCoverage coverage = model.coverage();
    String rules =
        coverage == null
            ? Words.TEXTS.get("show.coverage")
            : Words.TEXTS.get("touched", coverage.touched(), coverage.rules());
    touched.setText(rules);
    touched.setAccessibleText(rules);
    passing.setText(
        none || model.reportProperty().get() == null
            ? ""
            : Words.TEXTS.get("passing", model.passing(), model.cases().size()));
    List<Node> strips = new ArrayList<>();
    String problem = model.problemProperty().get();
    if (!problem.isEmpty()) {
      strips.add(Strip.bad(problem));
    }
    if (!model.failure().isEmpty() && !model.rows().isEmpty()) {
      strips.add(Strip.bad(model.failure()));
    }
    strip.getChildren().setAll(strips);
  }
}
