package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The bar at the top, 44 px: where one is, search, and what the screen is for. */
final class TopBar extends HBox {
  private static final Texts TEXTS = Texts.of(TopBar.class);

  private static final double GAP = 8;
  private static final double ICON = 16;

  /** Below this width the workspace's name and the search's key give way. */
  private static final double WIDE_PX = 1180;

  private static final double TEXT_PX = 13;

  private final Workbench bench;
  private final Commands commands;
  private final Label place = Controls.label("", "fl-bold");

  /** Whether there is room for all words, as large as they are. */
  private final BooleanBinding wide =
      Bindings.createBooleanBinding(() -> ems() > WIDE_PX, widthProperty(), place.fontProperty());

  private final HBox actions = new HBox(8);
  private final MenuButton menu;
  private final Map<Screen, List<Node>> byScreen;

  TopBar(Workbench bench, Commands commands, MappingActions mappings, Reasons reasons) {
    this.bench = bench;
    this.commands = commands;
    getStyleClass().add("fl-topbar");
    setAlignment(Pos.CENTER_LEFT);
    // What finds no room is cut off at the end; a bar never makes the window wider.
    setMinWidth(0);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(Region.USE_PREF_SIZE);
    menu = menu();
    byScreen = actions(mappings, reasons);
    getChildren().addAll(crumbs(), gap(), search(), gap(), actions);
    bench.screenProperty().subscribe(this::show);
  }

  /** How wide the bar is, in pixels of text that is not larger. */
  private double ems() {
    return getWidth() * TEXT_PX / place.getFont().getSize();
  }

  /** How large text is; 1 is 13 pixels. */
  ObservableValue<Double> textProperty() {
    return place.fontProperty().map(font -> font.getSize() / TEXT_PX);
  }

  private HBox crumbs() {
    Button brand = new Button("Fieldloom");
    brand.getStyleClass().addAll("fl-crumb", "fl-bold");
    brand.setMinWidth(USE_PREF_SIZE);
    brand.setOnAction(e -> commands.start.run());
    String name = bench.services().workspace().name();
    HBox workspace =
        new HBox(8, Controls.label(name, "fl-medium"), Controls.label("/", "fl-muted"));
    workspace.setMinWidth(USE_PREF_SIZE);
    workspace.visibleProperty().bind(wide.map(is -> is && !name.isEmpty()));
    workspace.managedProperty().bind(workspace.visibleProperty());
    place.textProperty().bind(bench.placeProperty());
    place.setMinWidth(60);
    Label aside = Controls.label("", "fl-muted");
    aside.textProperty().bind(bench.asideProperty());
    aside.managedProperty().bind(aside.textProperty().isNotEmpty());
    HBox crumbs = new HBox(8, brand, Controls.label("/", "fl-muted"), workspace, place, aside);
    crumbs.setAlignment(Pos.CENTER_LEFT);
    workspace.setAlignment(Pos.CENTER_LEFT);
    crumbs.setMinWidth(0);
    return crumbs;
  }

  private static Region gap() {
    Region gap = new Region();
    gap.setMinWidth(12);
    HBox.setHgrow(gap, Priority.SOMETIMES);
    return gap;
  }

  /** Looks like a field; the palette it opens is where one types. */
  private Button search() {
    Label words = Controls.label("", "fl-muted");
    words.textProperty().bind(TEXTS.bind("search"));
    Label key = Controls.key("Ctrl K");
    key.setMinWidth(USE_PREF_SIZE);
    key.visibleProperty().bind(wide);
    key.managedProperty().bind(key.visibleProperty());
    HBox content = new HBox(GAP, Icons.of(Feather.SEARCH), words, Controls.spacer(), key);
    content.setAlignment(Pos.CENTER_LEFT);
    Button search = new Button("", content);
    // Words that are cut say less than the glass alone.
    words
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> content.getPrefWidth() >= 2 * GAP + ICON + words.prefWidth(-1),
                content.prefWidthProperty(),
                words.textProperty(),
                words.fontProperty()));
    words.managedProperty().bind(words.visibleProperty());
    content.prefWidthProperty().bind(search.widthProperty().subtract(18));
    search.getStyleClass().addAll("fl-button", "fl-search");
    search.accessibleTextProperty().bind(TEXTS.bind("search"));
    search.setOnAction(e -> commands.palette.run());
    return search;
  }

  private MenuButton menu() {
    MenuButton button = new MenuButton("", Icons.of(Feather.MENU));
    button.getStyleClass().addAll("fl-button", "flat", "icon-only", "fl-menu-button");
    button.accessibleTextProperty().bind(TEXTS.bind("menu"));
    Controls.tip(button, TEXTS.bind("menu"));
    button
        .getItems()
        .addAll(
            Buttons.item(commands.start),
            Buttons.item(commands.landscape),
            Buttons.item(commands.mapping),
            Buttons.item(commands.jobs),
            Buttons.item(commands.catalog),
            new SeparatorMenuItem(),
            Buttons.item(commands.newMapping),
            Buttons.item(commands.openFile),
            Buttons.item(commands.importPackage),
            new SeparatorMenuItem(),
            Buttons.item(commands.importSample),
            Buttons.item(commands.generateSample),
            Buttons.item(commands.profile),
            Buttons.item(commands.records),
            Buttons.item(commands.tables),
            Buttons.item(commands.ownFunctions),
            Buttons.item(commands.replaceSource),
            Buttons.item(commands.replaceTarget),
            Buttons.item(commands.exportPackage),
            Buttons.item(commands.save),
            Buttons.item(commands.run),
            new SeparatorMenuItem(),
            Buttons.item(commands.theme),
            Buttons.item(commands.appearance.contrast),
            commands.appearance.sizes(),
            Buttons.item(commands.language),
            Buttons.item(commands.about));
    return button;
  }

  private void show(Screen screen) {
    actions.getChildren().setAll(byScreen.get(screen));
    actions.getChildren().add(menu);
  }

  private Map<Screen, List<Node>> actions(MappingActions mappings, Reasons reasons) {
    Map<Screen, List<Node>> made = new EnumMap<>(Screen.class);
    made.put(
        Screen.START,
        List.of(Buttons.bordered(commands.language), Buttons.bordered(commands.theme)));
    made.put(Screen.CATALOG, List.of(Buttons.bordered(commands.newMapping)));
    made.put(
        Screen.LANDSCAPE,
        List.of(Buttons.bordered(commands.addSystem), Buttons.bordered(commands.addFlow)));
    made.put(Screen.JOBS, List.of(Buttons.primary(commands.run)));
    made.put(
        Screen.MAPPING,
        List.of(
            new SampleChooser(bench, mappings::showSample),
            DocBar.toggle(commands.preview, bench.previewShownProperty(), commands.preview.title()),
            DocBar.toggle(commands.tests, bench.testsShownProperty(), reasons.testsTitle()),
            Buttons.primary(commands.run)));
    return made;
  }
}
