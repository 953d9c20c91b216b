package fieldloom.ui.landscape;

import fieldloom.landscape.Area;
import fieldloom.landscape.FlowState.Health;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The bar over the landscape, 40 px: how much there is, what colours say, areas, filter, tidy. */
final class LandscapeBar extends HBox {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  /** Below this width the legend gives way. */
  private static final double LEGEND_PX = 1180;

  private static final double TEXT_PX = 13;

  private final LandscapeViewModel model;
  private final Label systems = Controls.label("", "fl-bold");
  private final Label flows = Controls.label("", "fl-muted");
  private final HBox areas = new HBox();
  private final MenuButton filter = new MenuButton();
  private List<Area> shown = List.of();

  LandscapeBar(LandscapeViewModel model, Runnable fit) {
    this.model = model;
    getStyleClass().add("fl-docbar");
    setAlignment(Pos.CENTER_LEFT);
    systems.setMinWidth(USE_PREF_SIZE);
    flows.setMinWidth(USE_PREF_SIZE);
    areas.getStyleClass().add("fl-segments");
    areas.setMinWidth(USE_PREF_SIZE);
    areas.managedProperty().bind(areas.visibleProperty());
    HBox legend = legend();
    legend
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getWidth() > LEGEND_PX * systems.getFont().getSize() / TEXT_PX,
                widthProperty(),
                systems.fontProperty()));
    legend.managedProperty().bind(legend.visibleProperty());
    javafx.scene.control.Button tidy = Controls.flat(TEXTS.bind("tidy"), Feather.GRID);
    tidy.setOnAction(e -> model.edits().tidy());
    Controls.tip(tidy, TEXTS.bind("tidy.about"));
    javafx.scene.control.Button whole = Controls.iconOnly(Feather.MAXIMIZE, TEXTS.bind("fit"));
    whole.setOnAction(e -> fit.run());
    fillFilter();
    getChildren().addAll(systems, flows, legend, Controls.spacer(), areas, filter, tidy, whole);
    model.figuresProperty().subscribe(f -> count());
    model.revisionProperty().subscribe(r -> showAreas());
    count();
    Texts.follow(this, LandscapeBar::count);
  }

  private void count() {
    Figures figures = model.figuresProperty().get();
    systems.setText(TEXTS.get("bar.systems", figures.systems(), Grouped.of(figures.systems())));
    flows.setText(TEXTS.get("bar.flows", figures.flows(), Grouped.of(figures.flows())));
  }

  private static HBox legend() {
    HBox legend = new HBox(10, Controls.separator());
    legend.setAlignment(Pos.CENTER_LEFT);
    for (Health health :
        List.of(Health.GOOD, Health.RUNNING, Health.WARNINGS, Health.ERRORS, Health.NEVER)) {
      Region line = new Region();
      line.getStyleClass().addAll("fl-legend-line", LandscapeWords.tone(health));
      Label words = Controls.label("", "fl-small", "fl-muted");
      words
          .textProperty()
          .bind(TEXTS.bind("legend." + health.name().toLowerCase(java.util.Locale.ROOT)));
      words.setMinWidth(USE_PREF_SIZE);
      HBox entry = new HBox(6, line, words);
      entry.setAlignment(Pos.CENTER_LEFT);
      legend.getChildren().add(entry);
    }
    return legend;
  }

  /** One segment an area, where there are several. */
  private void showAreas() {
    List<Area> all = model.landscape().areas();
    areas.setVisible(model.isShown() && all.size() > 1);
    if (!all.equals(shown)) {
      shown = all;
      fillAreas(all);
    }
    for (int i = 0; i < all.size(); i++) {
      ToggleButton button = (ToggleButton) areas.getChildren().get(i);
      button.setSelected(all.get(i).equals(model.area()));
      String words = LandscapeWords.first(all.get(i).title());
      button.setText(words);
      button.setAccessibleText(words);
    }
  }

  private void fillAreas(List<Area> all) {
    areas.getChildren().clear();
    for (Area area : all) {
      ToggleButton button = new ToggleButton();
      button.setOnAction(
          e -> {
            button.setSelected(true);
            model.showArea(area);
          });
      areas.getChildren().add(button);
    }
    if (!all.isEmpty()) {
      areas.getChildren().getFirst().getStyleClass().add("first");
      areas.getChildren().getLast().getStyleClass().add("last");
    }
  }

  private void fillFilter() {
    filter.getStyleClass().addAll("fl-button", "flat", "fl-menu-button", "fl-filter");
    filter.setGraphic(fieldloom.ui.kit.Icons.of(Feather.FILTER));
    filter.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (FlowFilter each : FlowFilter.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(TEXTS.bind(key(each)));
      item.setToggleGroup(group);
      item.setOnAction(e -> model.filterProperty().set(each));
      model.filterProperty().subscribe(now -> item.setSelected(now == each));
      filter.getItems().add(item);
    }
    model.filterProperty().subscribe(now -> sayFilter());
    Texts.follow(this, LandscapeBar::sayFilter);
  }

  private void sayFilter() {
    FlowFilter now = model.filterProperty().get();
    filter.setText(TEXTS.get(now == FlowFilter.ALL ? "filter" : key(now)));
    filter.setAccessibleText(TEXTS.get("filter.now", TEXTS.get(key(now))));
    filter.pseudoClassStateChanged(SystemView.SELECTED, now != FlowFilter.ALL);
  }

  private static String key(FlowFilter filter) {
    return "filter." + filter.name().toLowerCase(java.util.Locale.ROOT);
  }
}
