package fieldloom.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** A dialog that says one thing, and may ask one. */
public final class MessageDialog extends Dialog {
  private static final Texts TEXTS = Texts.of(MessageDialog.class);

  private MessageDialog(String heading, String message) {
    super(heading);
    Label text = new Label(message);
    text.setWrapText(true);
    text.getStyleClass().add("fl-dialog-text");
    body().getChildren().add(text);
  }

  /** Says something. */
  public static MessageDialog tell(String heading, String message) {
    MessageDialog dialog = new MessageDialog(heading, message);
    Button close = Controls.primary(TEXTS.get("close"));
    close.setDefaultButton(true);
    close.setOnAction(e -> dialog.close());
    dialog.addButton(close);
    return dialog;
  }

  /**
   * Asks something.
   *
   * @param verb what the button says it does: {@code Delete 3 runs}
   */
  public static MessageDialog ask(String heading, String message, String verb, Runnable then) {
    MessageDialog dialog = new MessageDialog(heading, message);
    Button cancel = Controls.button(TEXTS.get("cancel"));
    cancel.setOnAction(e -> dialog.close());
    dialog.addButton(cancel);
    Button yes = Controls.primary(verb);
    yes.setDefaultButton(true);
    yes.setOnAction(
        e -> {
          dialog.close();
          then.run();
        });
    dialog.addButton(yes);
    return dialog;
  }
}
