package fieldloom.ui.samples;

import fieldloom.job.WebLogin;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who asks a server for a sample; shown where it is wanted, and gone with the dialog. */
final class LoginForm extends VBox {
  private static final Texts TEXTS = SamplesDialog.TEXTS;

  private final ToggleButton shown = Controls.toggle(TEXTS.bind("login"), Feather.KEY);
  private final ComboBox<String> kind = new ComboBox<>();
  private final TextField who = new TextField();
  private final PasswordField secret = new PasswordField();

  LoginForm(StringProperty address) {
    super(4);
    kind.getItems().setAll(TEXTS.get("login.basic"), TEXTS.get("login.header"));
    kind.getSelectionModel().select(0);
    kind.getStyleClass().add("fl-field");
    kind.setAccessibleText(TEXTS.get("login.kind"));
    who.getStyleClass().add("fl-field");
    secret.getStyleClass().add("fl-field");
    HBox.setHgrow(who, Priority.ALWAYS);
    HBox.setHgrow(secret, Priority.ALWAYS);
    kind.getSelectionModel().selectedIndexProperty().subscribe(now -> name());
    HBox row = new HBox(8, kind, who, secret);
    row.setAlignment(Pos.CENTER_LEFT);
    Label about = Controls.label(TEXTS.get("login.about"), "fl-muted", "fl-small");
    about.setWrapText(true);
    Label open = Controls.label(TEXTS.get("login.open"), "fl-warn", "fl-small");
    open.setWrapText(true);
    open.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> address.get().strip().toLowerCase(Locale.ROOT).startsWith("http:"), address));
    open.managedProperty().bind(open.visibleProperty());
    getChildren().addAll(row, about, open);
    visibleProperty().bind(shown.selectedProperty());
    managedProperty().bind(visibleProperty());
  }

  private boolean isHeader() {
    return kind.getSelectionModel().getSelectedIndex() == 1;
  }

  private void name() {
    String first = TEXTS.get(isHeader() ? "login.name" : "login.user");
    String second = TEXTS.get(isHeader() ? "login.value" : "login.password");
    who.setPromptText(first);
    who.setAccessibleText(first);
    secret.setPromptText(second);
    secret.setAccessibleText(second);
  }

  /** What shows and hides it. */
  ToggleButton toggle() {
    return shown;
  }

  /** What is typed; nobody while it is hidden or empty. */
  WebLogin login() {
    if (!shown.isSelected() || who.getText().isBlank()) {
      return WebLogin.NONE;
    }
    return isHeader()
        ? new WebLogin.Header(who.getText(), secret.getText())
        : new WebLogin.Basic(who.getText(), secret.getText());
  }
}
