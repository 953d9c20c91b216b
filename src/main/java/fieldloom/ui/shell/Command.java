package fieldloom.ui.shell;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something the window can do: one place for its words, icon, key, and why it cannot be done now.
 * Buttons, menus, keys and the palette are all made of commands.
 *
 * @param reason why it is off; empty where it is on
 * @param key null where it has none
 * @param everywhere whether the key works wherever the keyboard is; else the view it is for takes
 *     it
 */
record Command(
    String id,
    ObservableValue<String> title,
    Feather icon,
    @Nullable KeyCombination key,
    boolean everywhere,
    ObservableValue<String> reason,
    Runnable action) {

  /** A command that can always be done. */
  static Command always(
      String id,
      ObservableValue<String> title,
      Feather icon,
      @Nullable String key,
      Runnable action) {
    return when(id, title, icon, key, new ReadOnlyStringWrapper("").getReadOnlyProperty(), action);
  }

  /**
   * @param key as JavaFX writes it, {@code Shortcut+S}; null where it has none
   */
  static Command when(
      String id,
      ObservableValue<String> title,
      Feather icon,
      @Nullable String key,
      ObservableValue<String> reason,
      Runnable action) {
    return new Command(
        id, title, icon, key == null ? null : KeyCombination.valueOf(key), true, reason, action);
  }

  /**
   * A command of one view, whose key that view takes while it has the keyboard.
   *
   * @param key as JavaFX writes it, {@code Shift+Z}
   */
  static Command inView(
      String id,
      ObservableValue<String> title,
      Feather icon,
      String key,
      ObservableValue<String> reason,
      Runnable action) {
    return new Command(id, title, icon, KeyCombination.valueOf(key), false, reason, action);
  }

  boolean isOn() {
    return reason.getValue().isEmpty();
  }

  /** Does it, where it can be done. */
  void run() {
    if (isOn()) {
      action.run();
    }
  }

  /** The key as people read it: {@code Ctrl S}; empty where it has none. */
  String keyText() {
    return key == null ? "" : key.getDisplayText().replaceAll("\\+(?=.)", " ");
  }

  /** What it does and with which key, for tooltips. */
  ObservableValue<String> hint() {
    String keys = keyText();
    return keys.isEmpty() ? title : title.map(text -> text + " (" + keys + ")");
  }

  /** Whether its key was pressed, where it works everywhere. */
  boolean isKey(KeyEvent event) {
    return key != null && everywhere && key.match(event);
  }

  /** Whether all words of a text are in its title, in any order. */
  boolean matches(String text) {
    String in = title.getValue().toLowerCase(Locale.ROOT);
    return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(in::contains);
  }
}
