package fieldloom.ui.landscape;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The landscape of a workspace: bar, canvas, inspector; or how to begin one. */
public final class LandscapeView extends BorderPane {
  private static final Texts TEXTS = LandscapeWords.TEXTS;
  private static final Duration MINUTE = Duration.minutes(1);

  private final LandscapeViewModel model;
  private final LandscapePane pane;
  private final Inspector inspector;
  private final BorderPane content = new BorderPane();
  private final VBox none;
  private final VBox progress;
  private final VBox bare;
  private final Button first;
  private boolean wantsFocus;

  public LandscapeView(LandscapeViewModel model, LandscapeCommands commands) {
    this.model = model;
    getStyleClass().add("fl-landscape");
    getStylesheets().add(Theme.css(LandscapeView.class, "landscape.css"));
    pane = new LandscapePane(model);
    inspector = new Inspector(model, commands);
    new LandscapeGestures(pane, model, commands).install();
    new LandscapeKeys(pane, model, commands).install();
    new LandscapeMenu(pane, model, commands).install();
    bare = bare(commands);
    StackPane canvas = new StackPane(pane, bare);
    content.setTop(new LandscapeBar(model, pane::fit));
    content.setCenter(canvas);
    content.setRight(inspector);
    first = Controls.primary(TEXTS.bind("none.lay-out"), Feather.MAP);
    first.setOnAction(e -> commands.layOut());
    none = none();
    progress = progress();
    setCenter(new StackPane(content, none, progress));
    model.stageProperty().subscribe(this::show);
    model.revisionProperty().subscribe(r -> showBare());
    model.unreadableProperty().subscribe(s -> showProblem());
    model.unsavedProperty().subscribe(s -> showProblem());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    tellTheTime();
  }

  /** While it is shown, "9 min ago" becomes "10 min ago". */
  private void tellTheTime() {
    Timeline minutes = new Timeline(new KeyFrame(MINUTE, e -> model.tick()));
    minutes.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                minutes.stop();
              } else {
                minutes.play();
              }
            });
  }

  /** Gives the canvas the keyboard, or the first button where there is no landscape yet. */
  public void focusFirst() {
    wantsFocus = !content.isVisible() && !none.isVisible();
    (content.isVisible() ? pane : first).requestFocus();
  }

  private void show(Stage stage) {
    boolean focused = wantsFocus || first.isFocused() || progress.isVisible();
    content.setVisible(stage == Stage.SHOWN || stage == Stage.UNREADABLE);
    none.setVisible(stage == Stage.NONE);
    progress.setVisible(stage == Stage.LAYING_OUT);
    if (focused) {
      focusFirst();
    }
    showBare();
  }

  private void showBare() {
    bare.setVisible(model.isShown() && model.picture().systems().isEmpty());
  }

  private void showProblem() {
    String unsaved = model.unsavedProperty().get();
    String unreadable = model.unreadableProperty().get();
    setTop(null);
    if (!unsaved.isEmpty()) {
      setTop(strip(TEXTS.get("unsaved", unsaved), model::retrySave));
    } else if (!unreadable.isEmpty()) {
      setTop(strip(unreadable, model::refresh));
    }
  }

  private static Node strip(String sentence, Runnable again) {
    Button button = Controls.button(TEXTS.bind("retry"), Feather.REFRESH_CW);
    button.setOnAction(e -> again.run());
    return Strip.bad(sentence, button);
  }

  private VBox none() {
    Button empty = Controls.button(TEXTS.bind("none.empty"), Feather.PLUS);
    empty.setOnAction(
        e -> {
          model.begin();
          pane.requestFocus();
        });
    HBox buttons = new HBox(8, first, empty);
    buttons.setAlignment(Pos.CENTER);
    return middle(Icons.large(Feather.MAP), sentence("none"), buttons);
  }

  private static VBox progress() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(28, 28);
    turning.setMaxSize(28, 28);
    turning.accessibleTextProperty().bind(TEXTS.bind("laying-out"));
    return middle(turning, sentence("laying-out"), null);
  }

  private static VBox bare(LandscapeCommands commands) {
    Button add = Controls.primary(TEXTS.bind("bare.add"), Feather.PLUS);
    add.setOnAction(e -> commands.addSystem());
    VBox box = middle(Icons.large(Feather.BOX), sentence("bare"), add);
    box.setPickOnBounds(false);
    return box;
  }

  private static Label sentence(String key) {
    Label label = Controls.label("", "fl-muted");
    label.textProperty().bind(TEXTS.bind(key));
    label.setWrapText(true);
    label.setMaxWidth(640);
    label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    return label;
  }

  private static VBox middle(Node icon, Label sentence, @Nullable Node below) {
    VBox box = new VBox(16, icon, sentence);
    if (below != null) {
      box.getChildren().add(below);
    }
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** F6 goes between canvas and inspector. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F6 && model.isShown()) {
      if (isInside(getScene().getFocusOwner(), inspector)) {
        pane.requestFocus();
      } else {
        inspector.focusFirst();
      }
      event.consume();
    }
  }

  private static boolean isInside(@Nullable Node node, Node ancestor) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n == ancestor) {
        return true;
      }
    }
    return false;
  }
}
