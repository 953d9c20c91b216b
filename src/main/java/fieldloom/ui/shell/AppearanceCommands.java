package fieldloom.ui.shell;

import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.TextSize;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** How the window looks: its contrast and how large its text is. */
final class AppearanceCommands {
  final Command contrast;

  private final Workbench bench;
  private final Map<TextSize, Command> sizes = new EnumMap<>(TextSize.class);

  AppearanceCommands(Workbench bench) {
    this.bench = bench;
    contrast =
        Command.always("contrast", contrastTitle(), Feather.CIRCLE, null, this::switchContrast);
    for (TextSize size : TextSize.values()) {
      sizes.put(
          size,
          Command.always(
              "text-" + size.percent(),
              Workbench.TEXTS.bind("command.text-size", size.percent()),
              Feather.TYPE,
              null,
              () -> bench.textSizeProperty().set(size)));
    }
  }

  private ObservableValue<String> contrastTitle() {
    return Bindings.createStringBinding(
        () ->
            Workbench.TEXTS.get(
                bench.themeProperty().get() == Theme.CONTRAST
                    ? "command.contrast-off"
                    : "command.contrast"),
        bench.themeProperty(),
        Texts.languageProperty());
  }

  /** High contrast, or the theme that was there before it. */
  private void switchContrast() {
    bench
        .themeProperty()
        .set(bench.themeProperty().get() == Theme.CONTRAST ? bench.plainTheme() : Theme.CONTRAST);
  }

  /** All of them, in the order of menus. */
  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(contrast);
    all.addAll(sizes.values());
    return all;
  }

  /** The sizes of text to choose from. */
  Menu sizes() {
    Menu menu = new Menu();
    menu.textProperty().bind(Workbench.TEXTS.bind("menu.text-size"));
    menu.setGraphic(Icons.small(Feather.TYPE));
    sizes.forEach(
        (size, command) -> {
          RadioMenuItem item = new RadioMenuItem(size.percent() + " %");
          bench.textSizeProperty().subscribe(now -> item.setSelected(now == size));
          item.setOnAction(
              e -> {
                command.run();
                item.setSelected(bench.textSizeProperty().get() == size);
              });
          menu.getItems().add(item);
        });
    return menu;
  }
}
