package fieldloom.ui.trace;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A value of the sample that can be typed over; Enter takes it over, Escape gives it up. */
final class InputField extends TextField {
  private final TraceInputs inputs;
  private final TraceInputs.Input input;

  InputField(TraceInputs inputs, TraceInputs.Input input) {
    super(input.text());
    this.inputs = inputs;
    this.input = input;
    getStyleClass().addAll("fl-field", "fl-mono", "fl-trace-input");
    setAccessibleText(Words.get("input.spoken", input.name()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (was) {
                take();
              }
            });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      take();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      setText(input.text());
      event.consume();
    }
  }

  private void take() {
    String fault = inputs.change(input, getText());
    getProperties().put("fl-fault", fault == null ? "" : fault);
    if (fault != null) {
      getStyleClass().add("fl-bad");
      setAccessibleHelp(fault);
      setTooltip(new javafx.scene.control.Tooltip(fault));
    }
  }
}
