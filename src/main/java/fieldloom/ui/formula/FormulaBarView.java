package fieldloom.ui.formula;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.session.FieldRef;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The formula bar: field, formula, result. Completion hangs below it over what follows, so the bar
 * must stand above its siblings (it sets its view order so).
 */
public final class FormulaBarView extends HBox {
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("typing");

  private final FormulaBarViewModel model;
  private final ComboBox<FieldRef> target = new ComboBox<>();
  private final FormulaField field = new FormulaField();
  private final HBox frame = new HBox();
  private final Label draft = Controls.chip("", Tone.WARNING);
  private final Label hint = Controls.label("", "fl-muted", "fl-small");
  private final Label result = new Label();
  private final Button accept = button(Feather.CHECK, "apply");
  private final Button reject = button(Feather.X, "restore");
  private final CompletionPane completion = new CompletionPane(this::insert);
  private boolean choosing;

  public FormulaBarView(FormulaBarViewModel model) {
    this.model = model;
    getStyleClass().add("fl-formula");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, FormulaBarView.class, "formula.css");
              }
            });
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    setViewOrder(-1);
    Label fx = Controls.label("fx", "fl-formula-fx");
    Label equals = Controls.label("=", "fl-formula-equals");
    frame.getStyleClass().add("fl-formula-frame");
    frame.setAlignment(Pos.CENTER_LEFT);
    frame.getChildren().addAll(equals, field);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox.setHgrow(frame, Priority.ALWAYS);
    draft.textProperty().bind(Words.bind("draft"));
    hint.textProperty().bind(Words.bind("hint"));
    hint.setMinWidth(0);
    result.setMaxWidth(360);
    buildTarget();
    getChildren().addAll(target, fx, frame, draft, hint, result, accept, reject, completion);
    bind();
  }

  private static Button button(Feather icon, String key) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("fl-button", "small");
    button.accessibleTextProperty().bind(Words.bind(key));
    Controls.tip(button, Words.bind(key));
    return button;
  }

  private void buildTarget() {
    target.getStyleClass().addAll("fl-field", "fl-formula-target");
    target.accessibleTextProperty().bind(Words.bind("target"));
    target.promptTextProperty().bind(Words.bind("pick"));
    target.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(FieldRef ref) {
            return ref == null ? "" : ref.path().toString();
          }

          @Override
          public FieldRef fromString(String text) {
            return FieldRef.parse(text);
          }
        });
    target.setOnShowing(e -> fillTargets());
    target
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null && !choosing) {
                model.selectTarget(is);
              }
            });
  }

  private void fillTargets() {
    choosing = true;
    FieldRef now = model.targetProperty().get();
    target.getItems().setAll(model.targets());
    target.setValue(now);
    choosing = false;
  }

  private void bind() {
    model
        .targetProperty()
        .subscribe(
            now -> {
              choosing = true;
              target.setValue(now);
              choosing = false;
              field.setDisable(now == null);
            });
    model
        .textProperty()
        .subscribe(
            now -> {
              if (!now.equals(field.getText())) {
                field.replaceText(0, field.getLength(), now);
              }
            });
    field
        .textProperty()
        .addListener(
            (o, was, is) -> {
              model.textProperty().set(is);
              // The caret follows the text; what fits at it can only be said afterwards.
              Platform.runLater(() -> complete(false));
            });
    field
        .focusedProperty()
        .subscribe(
            on -> {
              frame.pseudoClassStateChanged(FOCUS, on);
              if (!on) {
                completion.hide();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    accept.setOnAction(e -> model.apply());
    reject.setOnAction(e -> model.restore());
    for (Node node : new Node[] {draft, hint, accept, reject}) {
      node.visibleProperty().bind(model.draftProperty());
      node.managedProperty().bind(node.visibleProperty());
    }
    model.resultProperty().subscribe(this::show);
    model.session().formulaRequestsProperty().addListener((o, was, is) -> focusFormula());
  }

  private void show(FormulaResult now) {
    result.getStyleClass().setAll("label", "fl-formula-result");
    field.showFault(-1, -1);
    switch (now) {
      case FormulaResult.Nothing n -> result.setText("");
      case FormulaResult.Pending p -> result.setText("…");
      case FormulaResult.Value(var text) -> result.setText("= " + text);
      case FormulaResult.Fault fault -> {
        result.getStyleClass().add("fault");
        result.setText(
            (fault.position().isEmpty() ? "" : fault.position() + "  ") + fault.message());
        field.showFault(fault.from(), fault.to());
      }
    }
    result.setTooltip(
        result.getText().isEmpty()
            ? null
            : new Tooltip(
                now instanceof FormulaResult.Fault f && !f.remedy().isEmpty()
                    ? f.message() + "\n" + f.remedy()
                    : result.getText()));
    frame.pseudoClassStateChanged(FAULT, now instanceof FormulaResult.Fault);
  }

  private void complete(boolean asked) {
    if (!field.isFocused() && !asked) {
      return;
    }
    Completions.Found found = model.complete(field.getCaretPosition(), asked);
    boolean whole =
        found.items().size() == 1
            && found.items().getFirst().text().length() == found.to() - found.from()
            && !asked;
    completion.show(whole ? java.util.List.of() : found.items());
    if (completion.isShown()) {
      completion.toFront();
      Bounds at = frame.getBoundsInParent();
      double x = field.getCaretBounds().map(b -> screenX(b, at)).orElse(at.getMinX() + 20);
      double left = Math.min(x, getWidth() - CompletionPane.WIDTH - 8);
      completion.relocate(Math.max(8, Math.round(left - 20)), getHeight() + 2);
    }
  }

  private double screenX(Bounds caret, Bounds frameBounds) {
    Bounds here = screenToLocal(caret);
    return here == null ? frameBounds.getMinX() : here.getMinX();
  }

  private void insert(Completion item) {
    Completions.Found found = model.complete(field.getCaretPosition(), true);
    boolean call = item.kind() == Completion.Kind.FUNCTION;
    boolean open = field.getText().startsWith("(", found.to());
    String text = item.text() + (call && !open ? "()" : "");
    field.replaceText(found.from(), found.to(), text);
    int caret = found.from() + item.text().length() + (call ? 1 : 0);
    field.moveTo(Math.min(caret, field.getLength()));
    completion.hide();
    field.requestFocus();
  }

  private void key(KeyEvent event) {
    boolean open = completion.isShown();
    switch (event.getCode()) {
      case ENTER -> {
        if (model.apply()) {
          completion.hide();
        }
      }
      case TAB -> {
        Completion item = completion.selected();
        if (item == null) {
          return;
        }
        insert(item);
      }
      case ESCAPE -> {
        if (open) {
          completion.hide();
        } else {
          model.restore();
        }
      }
      case UP, DOWN -> {
        if (!open) {
          return;
        }
        completion.move(event.getCode() == javafx.scene.input.KeyCode.UP ? -1 : 1);
      }
      case SPACE -> {
        if (!event.isControlDown()) {
          return;
        }
        complete(true);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Gives the formula the keyboard, its caret at the end. */
  public void focusFormula() {
    field.requestFocus();
    field.moveTo(field.getLength());
  }
}
