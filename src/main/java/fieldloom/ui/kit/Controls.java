package fieldloom.ui.kit;

import fieldloom.model.FieldType;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Small controls in Fieldloom's sizes: buttons, chips, badges. Their looks are in {@code kit.css}.
 */
public final class Controls {
  private static final Duration TIP_DELAY = Duration.millis(400);

  private Controls() {}

  /** A bordered button, 28 px high. */
  public static Button button(String text) {
    return dress(new Button(text), "fl-button");
  }

  public static Button button(String text, Feather icon) {
    Button button = button(text);
    button.setGraphic(Icons.of(icon));
    return button;
  }

  /** A button whose words follow the language. */
  public static Button button(ObservableValue<String> text, Feather icon) {
    Button button = button("", icon);
    say(button, text);
    return button;
  }

  /** The one button of a view that does what the view is for. */
  public static Button primary(String text) {
    return dress(new Button(text), "fl-button", "primary");
  }

  public static Button primary(ObservableValue<String> text, Feather icon) {
    Button button = primary("");
    button.setGraphic(Icons.of(icon));
    say(button, text);
    return button;
  }

  /** A button without border or ground. */
  public static Button flat(ObservableValue<String> text, Feather icon) {
    Button button = dress(new Button(), "fl-button", "flat");
    button.setGraphic(Icons.of(icon));
    say(button, text);
    return button;
  }

  /** A button that is an icon only; its words are in the tooltip and for screen readers. */
  public static Button iconOnly(Feather icon, ObservableValue<String> text) {
    Button button = dress(new Button(), "fl-button", "flat", "icon-only");
    button.setGraphic(Icons.of(icon));
    button.accessibleTextProperty().bind(text);
    tip(button, text);
    return button;
  }

  public static ToggleButton toggle(ObservableValue<String> text, Feather icon) {
    ToggleButton button = dress(new ToggleButton(), "fl-button");
    button.setGraphic(Icons.of(icon));
    say(button, text);
    return button;
  }

  private static void say(ButtonBase button, ObservableValue<String> text) {
    button.textProperty().bind(text);
    button.accessibleTextProperty().bind(text);
  }

  private static <B extends ButtonBase> B dress(B button, String... classes) {
    button.getStyleClass().addAll(classes);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A short word on a coloured ground, 20 px high. */
  public static Label chip(String text, Tone tone) {
    Label chip = new Label(text);
    chip.getStyleClass().addAll("fl-chip", tone.styleClass());
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /** The mark of a field's type, 22 × 16 px: a letter on the type's colour. */
  public static Label badge(FieldType type) {
    Label badge = new Label(badgeText(type));
    badge.getStyleClass().addAll("fl-badge", badgeClass(type));
    return badge;
  }

  /** What a type's badge reads. */
  public static String badgeText(FieldType type) {
    return switch (type) {
      case STRING -> "T";
      case INTEGER, DECIMAL -> "1.0";
      case DATE, TIME, DATETIME -> "D";
      case BOOLEAN -> "✓";
      case OBJECT -> "{ }";
      case ARRAY -> "[ ]";
      case BINARY -> "01";
      case ANY -> "?";
    };
  }

  /** The style class that colours a type's badge; {@code -fl-CLASS} and {@code -fl-CLASS-bg}. */
  public static String badgeClass(FieldType type) {
    return switch (type) {
      case STRING -> "string";
      case INTEGER, DECIMAL -> "number";
      case DATE, TIME, DATETIME -> "date";
      case BOOLEAN -> "boolean";
      case OBJECT, ANY -> "object";
      case ARRAY -> "array";
      case BINARY -> "binary";
    };
  }

  /**
   * A label with one of the kit's text classes: {@code fl-muted}, {@code fl-mono}, {@code fl-bold}.
   */
  public static Label label(String text, String... classes) {
    Label label = new Label(text);
    label.getStyleClass().addAll(classes);
    return label;
  }

  /** A key as it stands in a hint: {@code Ctrl K}. */
  public static Label key(String text) {
    return label(text, "fl-key");
  }

  /** Takes the room that is left in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** A thin upright line between groups in a bar. */
  public static Region separator() {
    Region line = new Region();
    line.getStyleClass().add("fl-bar-separator");
    return line;
  }

  /** Gives a control words that show when the pointer rests on it. */
  public static void tip(javafx.scene.control.Control control, ObservableValue<String> text) {
    control.setTooltip(tooltip(text));
  }

  /**
   * Lets a button say why it cannot be pressed.
   *
   * @param reason why it is off; empty where it is on
   * @return what to put in the bar instead of the button: a disabled node gets no pointer, so the
   *     words hang on the pane around it
   */
  public static StackPane gated(ButtonBase button, ObservableValue<String> reason) {
    button.disableProperty().bind(reason.map(text -> !text.isEmpty()));
    button.accessibleHelpProperty().bind(reason);
    StackPane around = new StackPane(button);
    around.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip tooltip = tooltip(reason);
    Runnable install =
        () -> {
          if (reason.getValue().isEmpty()) {
            Tooltip.uninstall(around, tooltip);
          } else {
            Tooltip.install(around, tooltip);
          }
        };
    reason.addListener((o, was, is) -> install.run());
    around.getProperties().put("fl-reason", reason);
    install.run();
    return around;
  }

  private static Tooltip tooltip(ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text);
    tooltip.setShowDelay(TIP_DELAY);
    return tooltip;
  }
}
