package fieldloom.ui.shell;

import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything the window can do, once. */
final class Commands {
  private static final Texts TEXTS = Texts.of(Commands.class);

  final Command start;
  final Command landscape;
  final Command addSystem;
  final Command addFlow;
  final Command mapping;
  final Command jobs;
  final Command catalog;
  final Command newMapping;
  final Command openFile;
  final Command importPackage;
  final Command importSample;
  final Command generateSample;
  final Command profile;
  final Command replaceSource;
  final Command replaceTarget;
  final Command records;
  final Command loop;
  final Command tables;
  final Command ownFunctions;
  final Command addSource;
  final Command addTarget;
  final Command exportPackage;
  final Command save;
  final Command run;
  final Command cancelRun;
  final Command preview;
  final Command tests;
  final Command problems;
  final Command nextProblem;
  final Command quickFixes;
  final Command undo;
  final Command redo;
  final Command history;
  final Command functions;
  final LensCommands lens;
  final TraceCommands trace;
  final Command theme;
  final Command language;
  final CanvasCommands canvas;
  final AppearanceCommands appearance;
  final Command palette;
  final Command about;

  final Map<MappingView, Command> views = new EnumMap<>(MappingView.class);

  private final List<Command> all = new ArrayList<>();

  Commands(
      Workbench bench,
      MappingActions mappings,
      LandscapeScreen landscapes,
      EditActions edits,
      RunActions runs,
      SchemaActions schemas,
      MappingDialogs dialogs,
      SampleActions samples,
      WindowActions window,
      Overlay overlay,
      Reasons reasons) {
    ReadOnlyStringProperty noMapping = reasons.noMapping();
    start = always("start", Feather.HOME, null, mappings::showStart);
    landscape = always("landscape", Feather.MAP, null, landscapes::show);
    mapping = when("mapping", Feather.SHUFFLE, null, noMapping, mappings::showMapping);
    jobs = always("jobs", Feather.PLAY, null, mappings::showJobs);
    catalog = always("catalog", Feather.BOOK, "Shortcut+B", mappings::showCatalog);
    addSystem =
        when("add-system", Feather.PLUS, null, reasons.noLandscape(), landscapes::addSystem);
    addFlow = when("add-flow", Feather.SHARE_2, null, reasons.noLandscape(), landscapes::addFlow);
    newMapping = always("new", Feather.PLUS, "Shortcut+N", mappings::newMapping);
    openFile = always("open", Feather.FOLDER, "Shortcut+O", mappings::open);
    importPackage = always("import", Feather.DOWNLOAD, "Shortcut+I", mappings::importPackage);
    importSample = when("import-sample", Feather.FILE_PLUS, null, noMapping, samples::show);
    generateSample =
        when("generate-sample", Feather.ZAP, null, noMapping, mappings.data()::generate);
    profile = when("profile", Feather.BAR_CHART_2, null, noMapping, mappings.data()::profile);
    replaceSource =
        when(
            "replace-source",
            Feather.REFRESH_CW,
            null,
            noMapping,
            () -> schemas.replace(Side.SOURCE));
    replaceTarget =
        when(
            "replace-target",
            Feather.REFRESH_CW,
            null,
            noMapping,
            () -> schemas.replace(Side.TARGET));
    records = when("records", Feather.FILTER, null, noMapping, dialogs::records);
    loop = when("loop", Feather.REPEAT, null, noMapping, dialogs::selectedLoop);
    tables = when("tables", Feather.GRID, null, noMapping, dialogs::tables);
    ownFunctions = when("own-functions", Feather.CODE, null, noMapping, dialogs::functions);
    addSource =
        when(
            "add-source",
            Feather.PLUS,
            null,
            noMapping,
            () -> dialogs.documents().add(Side.SOURCE));
    addTarget =
        when(
            "add-target",
            Feather.PLUS,
            null,
            noMapping,
            () -> dialogs.documents().add(Side.TARGET));
    exportPackage =
        when("export", Feather.PACKAGE, "Shortcut+E", noMapping, mappings::exportPackage);
    save = when("save", Feather.SAVE, "Shortcut+S", noMapping, edits::saveVersion);
    run = when("run", Feather.PLAY, "F5", reasons.noRun(), runs::run);
    cancelRun =
        when("cancel-run", Feather.SQUARE, "Shortcut+PERIOD", reasons.noActiveRun(), runs::cancel);
    for (MappingView view : MappingView.values()) {
      views.put(view, when(view.id(), view.icon(), view.key(), noMapping, () -> window.show(view)));
    }
    preview = when("preview", Feather.EYE, "Shortcut+P", noMapping, window::togglePreview);
    tests = when("tests", Feather.CHECK, "Shortcut+T", noMapping, runs::toggleTests);
    problems = when("problems", Feather.ALERT_TRIANGLE, null, noMapping, window::toggleProblems);
    nextProblem = when("next-problem", Feather.CHEVRONS_DOWN, "F8", noMapping, window::nextProblem);
    quickFixes = when("quick-fixes", Feather.TOOL, "Alt+ENTER", noMapping, dialogs::fixes);
    undo = when("undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", reasons.noUndo(), edits::undo);
    redo = when("redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y", reasons.noRedo(), edits::redo);
    history = when("history", Feather.CLOCK, "Shortcut+H", noMapping, window::toggleHistory);
    functions = when("functions", Feather.BOX, "Shift+F3", noMapping, window::toggleFunctions);
    canvas = new CanvasCommands(bench, reasons);
    all.addAll(canvas.all());
    lens = new LensCommands(bench, overlay, reasons);
    all.addAll(lens.all());
    trace = new TraceCommands(bench, overlay, reasons);
    all.addAll(trace.all());
    theme =
        add(Command.always("theme", otherTheme(bench), Feather.MOON, null, window::switchTheme));
    appearance = new AppearanceCommands(bench);
    all.addAll(appearance.all());
    language =
        add(
            Command.always(
                "language", otherLanguage(), Feather.GLOBE, null, window::switchLanguage));
    palette = always("palette", Feather.SEARCH, "Shortcut+K", () -> window.showPalette(this));
    about = always("about", Feather.INFO, null, window::about);
  }

  private static StringBinding otherTheme(Workbench bench) {
    return Bindings.createStringBinding(
        () ->
            TEXTS.get(
                bench.themeProperty().get() == Theme.LIGHT ? "command.dark" : "command.light"),
        bench.themeProperty(),
        Texts.languageProperty());
  }

  private static StringBinding otherLanguage() {
    return Bindings.createStringBinding(
        () -> TEXTS.get("command.language", Texts.language().other().label()),
        Texts.languageProperty());
  }

  /** All of them, in the order of menus. */
  List<Command> all() {
    return List.copyOf(all);
  }

  private Command always(String id, Feather icon, @Nullable String key, Runnable action) {
    return add(Command.always(id, TEXTS.bind("command." + id), icon, key, action));
  }

  private Command when(
      String id,
      Feather icon,
      @Nullable String key,
      ObservableValue<String> reason,
      Runnable action) {
    return add(Command.when(id, TEXTS.bind("command." + id), icon, key, reason, action));
  }

  private Command add(Command command) {
    all.add(command);
    return command;
  }
}
