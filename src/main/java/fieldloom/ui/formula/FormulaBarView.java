package fieldloom.ui.formula;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.kit.Tone;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Operators;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
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

  /** From the field to the lower edge of the bar and a little more. */
  private static final double GAP_PX = 11;

  private final FormulaBarViewModel model;
  private final ComboBox<FieldRef> target = new ComboBox<>();
  private final FormulaInput input;
  private final FormulaField field;
  private final HBox frame = new HBox();
  private final Label draft = Controls.chip("", Tone.WARNING);
  private final Label hint = Controls.label("", "fl-muted", "fl-small");
  private final Label result = new Label();
  private final Button accept = button(Feather.CHECK, "apply");
  private final Button reject = button(Feather.X, "restore");
  private boolean choosing;

  public FormulaBarView(FormulaBarViewModel model) {
    this.model = model;
    input = new FormulaInput(this, GAP_PX, (text, caret, asked) -> model.complete(caret, asked));
    field = input.field();
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
    getChildren().addAll(0, List.of(target, fx, frame, draft, hint, result, accept, reject));
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
    field.textProperty().addListener((o, was, is) -> model.textProperty().set(is));
    field.focusedProperty().subscribe(on -> frame.pseudoClassStateChanged(FOCUS, on));
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

  private void key(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> {
        if (model.apply()) {
          input.hideProposals();
        }
      }
      case ESCAPE -> model.restore();
      case TAB ->
          field.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
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

  /** Whether something is typed here that is not applied yet. */
  public boolean isTyping() {
    return model.draftProperty().get();
  }

  /**
   * Writes a call of a function at the caret, around what is selected, or an operator behind it,
   * and takes the keyboard.
   *
   * @return whether there is a formula to write it into
   */
  public boolean insertCall(String function) {
    if (field.isDisabled()) {
      return false;
    }
    int from = field.getSelection().getStart();
    String inside = field.getSelectedText();
    boolean operator = Operators.of(function).isPresent();
    boolean apart = !inside.isEmpty() || from > 0 && field.getText().charAt(from - 1) != ' ';
    String sign = inside + (apart ? " " : "") + function + " ";
    String text = operator ? sign : function + "(" + inside + ")";
    field.replaceSelection(text);
    field.requestFocus();
    field.moveTo(from + text.length() - (operator ? 0 : 1));
    input.hideProposals();
    return true;
  }
}
