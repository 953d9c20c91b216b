package fieldloom.ui.shell;

import fieldloom.store.Store;
import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.canvas.OverviewPlace;
import fieldloom.ui.catalog.CatalogSource;
import fieldloom.ui.catalog.CatalogViewModel;
import fieldloom.ui.jobs.ActiveRun;
import fieldloom.ui.jobs.JobsViewModel;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.TextSize;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.landscape.LandscapeViewModel;
import fieldloom.ui.start.StartViewModel;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * What the window is showing: which screen, which mapping, what lies around it, in which theme and
 * language. Only on the FX thread.
 */
final class Workbench {
  static final Texts TEXTS = Texts.of(Workbench.class);

  private final ShellServices services;
  private final StartViewModel start = new StartViewModel();
  private final JobsViewModel jobs;
  private final CatalogViewModel catalog;
  private final LandscapeViewModel landscape;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.START);
  private final ReadOnlyObjectWrapper<@Nullable OpenMapping> open = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
  private Theme plainTheme = Theme.LIGHT;
  private final ObjectProperty<MappingView> view = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable CanvasView> canvas = new SimpleObjectProperty<>();
  private final OverviewPlace overview;
  private final ReadOnlyIntegerWrapper finds = new ReadOnlyIntegerWrapper();
  private final BooleanProperty previewShown = new SimpleBooleanProperty();
  private final BooleanProperty historyShown = new SimpleBooleanProperty();
  private final BooleanProperty functionsShown = new SimpleBooleanProperty();
  private final BooleanProperty traceShown = new SimpleBooleanProperty();
  private final BooleanProperty testsShown = new SimpleBooleanProperty();
  private final BooleanProperty problemsShown = new SimpleBooleanProperty();
  private final StringBinding place;
  private final StringBinding aside;

  Workbench(ShellServices services) {
    this.services = services;
    Settings settings = services.settings();
    theme.set(Theme.of(settings.get("theme", Theme.LIGHT.label())));
    theme.subscribe(now -> settings.put("theme", now.label()));
    theme.subscribe(now -> plainTheme = now == Theme.CONTRAST ? plainTheme : now);
    overview = new OverviewPlace(settings);
    textSize.set(TextSize.of(settings.get("text", "")));
    textSize.subscribe(now -> settings.put("text", String.valueOf(now.percent())));
    view.set(MappingView.of(settings.get("view", "")));
    view.subscribe(now -> settings.put("view", now.name()));
    Texts.languageProperty().set(Language.of(settings.get("language", Language.ENGLISH.tag())));
    Texts.follow(settings, kept -> kept.put("language", Texts.language().tag()));
    jobs =
        new JobsViewModel(
            services.store(),
            services.workspace().id(),
            services.runner(),
            services.background(),
            services.fxThread());
    catalog = new CatalogViewModel(CatalogSource::carried, services.background());
    landscape =
        new LandscapeViewModel(
            services.store(), services.workspace().id(), services.background(), Clock.systemUTC());
    jobs.active().addListener((ListChangeListener<ActiveRun>) change -> tellRunning());
    jobs.movesProperty().addListener((o, was, is) -> tellRunning());
    start.samples().setAll(services.samples().cards());
    testsShown.addListener((o, was, is) -> oneDock(is, problemsShown));
    problemsShown.addListener((o, was, is) -> oneDock(is, testsShown));
    aside =
        Bindings.createStringBinding(
            () ->
                screen.get() == Screen.LANDSCAPE
                    ? TEXTS.in(Texts.language().other(), "command.landscape")
                    : "",
            screen,
            Texts.languageProperty());
    place = Bindings.createStringBinding(this::placeName, screen, open, Texts.languageProperty());
  }

  /** Tests and problems share the dock: one at a time. */
  private static void oneDock(boolean shown, BooleanProperty other) {
    if (shown) {
      other.set(false);
    }
  }

  /** The landscape shows what runs. */
  private void tellRunning() {
    Map<String, Store.Counts> counts = new HashMap<>();
    jobs.active().forEach(run -> counts.put(run.job().name(), run.counts()));
    landscape.running(counts);
  }

  private String placeName() {
    OpenMapping now = open.get();
    return switch (screen.get()) {
      case START -> TEXTS.get("command.start");
      case LANDSCAPE -> TEXTS.get("command.landscape");
      case JOBS -> TEXTS.get("command.jobs");
      case CATALOG -> TEXTS.get("command.catalog");
      case MAPPING -> now == null ? "" : now.session().mapping().name();
    };
  }

  ShellServices services() {
    return services;
  }

  StartViewModel start() {
    return start;
  }

  JobsViewModel jobs() {
    return jobs;
  }

  CatalogViewModel catalog() {
    return catalog;
  }

  LandscapeViewModel landscape() {
    return landscape;
  }

  ObjectProperty<Screen> screenProperty() {
    return screen;
  }

  /** The mapping that is open; it stays open behind other screens. Null where none is. */
  ReadOnlyObjectProperty<@Nullable OpenMapping> openProperty() {
    return open.getReadOnlyProperty();
  }

  void setOpen(OpenMapping mapping) {
    open.set(mapping);
    services.settings().put("mapping", mapping.path());
  }

  ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** The theme that was shown last and is not the one of high contrast. */
  Theme plainTheme() {
    return plainTheme;
  }

  /** How large text is; remembered between sessions. */
  ObjectProperty<TextSize> textSizeProperty() {
    return textSize;
  }

  /** Which view of the open mapping is shown. */
  ObjectProperty<MappingView> viewProperty() {
    return view;
  }

  /** The canvas of the open mapping; null while another view of it is shown, or none. */
  ObjectProperty<@Nullable CanvasView> canvasProperty() {
    return canvas;
  }

  /** Where the overview of canvases stands. */
  OverviewPlace overview() {
    return overview;
  }

  /** Asks the view of the mapping that is shown to search. */
  void find() {
    finds.set(finds.get() + 1);
  }

  /** Counts up whenever the view that is shown is to search. */
  ReadOnlyIntegerProperty findsProperty() {
    return finds.getReadOnlyProperty();
  }

  BooleanProperty previewShownProperty() {
    return previewShown;
  }

  BooleanProperty historyShownProperty() {
    return historyShown;
  }

  BooleanProperty functionsShownProperty() {
    return functionsShown;
  }

  BooleanProperty traceShownProperty() {
    return traceShown;
  }

  BooleanProperty testsShownProperty() {
    return testsShown;
  }

  BooleanProperty problemsShownProperty() {
    return problemsShown;
  }

  /** Where one is in the other language, for screens that speak both; empty for others. */
  StringBinding asideProperty() {
    return aside;
  }

  /** Where one is, in a word or a mapping's name. */
  StringBinding placeProperty() {
    return place;
  }
}
