package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * How large the canvas is drawn, as a control: smaller, the value and others, larger, all of it.
 */
final class ZoomControl extends HBox {
  private static final int[] OFFERED = {25, 50, 75, 100, 125, 150, 200, 300};

  private final Workbench bench;
  private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
  private boolean room = true;
  private Subscription watching = Subscription.EMPTY;

  ZoomControl(Workbench bench, CanvasCommands commands) {
    this.bench = bench;
    getStyleClass().add("fl-zoom");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            Buttons.iconOnly(commands.zoomOut),
            menu(commands),
            Buttons.iconOnly(commands.zoomIn),
            Buttons.iconOnly(commands.zoomFit));
    managedProperty().bind(visibleProperty());
    bench.canvasProperty().subscribe(this::watch);
  }

  private MenuButton menu(CanvasCommands commands) {
    MenuButton button = new MenuButton();
    button.getStyleClass().addAll("fl-button", "flat", "fl-menu-button", "fl-zoom-value");
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(value);
    button
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Workbench.TEXTS.get("zoom.spoken", value.get()),
                value,
                Texts.languageProperty()));
    Controls.tip(button, Workbench.TEXTS.bind("zoom.tip"));
    for (int percent : OFFERED) {
      MenuItem item = new MenuItem(percent + " %");
      item.setOnAction(e -> zoomTo(percent / 100.0));
      button.getItems().add(item);
    }
    button
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            Buttons.item(commands.zoomFit),
            Buttons.item(commands.zoomSelection),
            new SeparatorMenuItem(),
            Buttons.item(commands.overview));
    return button;
  }

  private void zoomTo(double to) {
    CanvasView canvas = bench.canvasProperty().get();
    if (canvas != null) {
      canvas.zoom().setTo(to);
    }
  }

  /** Whether there is room for it in its bar. */
  void setRoom(boolean value) {
    room = value;
    show();
  }

  private void show() {
    setVisible(room && bench.canvasProperty().get() != null);
  }

  private void watch(@Nullable CanvasView canvas) {
    watching.unsubscribe();
    show();
    watching =
        canvas == null
            ? Subscription.EMPTY
            : canvas
                .zoom()
                .zoomProperty()
                .subscribe(z -> value.set(Math.round(z.doubleValue() * 100) + " %"));
  }
}
