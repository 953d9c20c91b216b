package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Page;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page that is shown, and the ways to others. */
final class PageMenu extends MenuButton {
  private static final Texts TEXTS = Texts.of(PageMenu.class);
  private static final double MOST_PX = 170;

  private final Workbench bench;
  private final LensCommands commands;
  private Subscription watching = Subscription.EMPTY;

  PageMenu(Workbench bench, LensCommands commands) {
    this.bench = bench;
    this.commands = commands;
    getStyleClass().addAll("fl-button", "fl-page-menu");
    setGraphic(Icons.of(Feather.LAYERS));
    setMaxWidth(MOST_PX);
    setMinWidth(60);
    setMnemonicParsing(false);
    Controls.tip(this, TEXTS.bind("page.tip"));
    bench.openProperty().subscribe(this::watch);
    Texts.follow(this, PageMenu::say);
    setOnShowing(e -> fill());
    fill();
  }

  private void watch(@Nullable OpenMapping open) {
    watching.unsubscribe();
    watching = open == null ? Subscription.EMPTY : open.lens().pageProperty().subscribe(p -> say());
    setDisable(open == null);
    say();
  }

  private @Nullable String shown() {
    OpenMapping open = bench.openProperty().get();
    return open == null ? null : open.lens().pageProperty().get();
  }

  private void say() {
    String page = shown();
    String name = page == null ? TEXTS.get("page.all") : page;
    setText(TEXTS.get("page.shown", name));
    setAccessibleText(getText());
  }

  private void fill() {
    OpenMapping open = bench.openProperty().get();
    String page = shown();
    getItems().clear();
    RadioMenuItem all = new RadioMenuItem(TEXTS.get("page.all"));
    all.setSelected(page == null);
    all.setOnAction(e -> commands.allPages.run());
    getItems().add(all);
    List<Page> pages = open == null ? List.of() : LayoutFields.pages(open.session().mapping());
    for (Page one : pages) {
      RadioMenuItem item = new RadioMenuItem(one.name());
      item.setMnemonicParsing(false);
      item.setSelected(one.name().equals(page));
      item.setOnAction(e -> commands.show(one.name()));
      getItems().add(item);
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            Buttons.item(commands.newPage),
            Buttons.item(commands.newPageFound),
            new SeparatorMenuItem(),
            Buttons.item(commands.renamePage),
            Buttons.item(commands.deletePage));
  }
}
