package fieldloom.ui.shell;

import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything the window can do, once. */
final class Commands {
  private static final Texts TEXTS = Texts.of(Commands.class);

  final Command start;
  final Command landscape;
  final Command mapping;
  final Command jobs;
  final Command newMapping;
  final Command openFile;
  final Command importPackage;
  final Command importSample;
  final Command exportPackage;
  final Command save;
  final Command run;
  final Command preview;
  final Command tests;
  final Command problems;
  final Command undo;
  final Command redo;
  final Command theme;
  final Command language;
  final Command palette;
  final Command about;

  private final List<Command> all = new ArrayList<>();

  Commands(Workbench bench) {
    StringBinding noMapping = reason(bench, "reason.no-mapping");
    start = always("start", Feather.HOME, null, bench::showStart);
    landscape =
        add(
            Command.when(
                "landscape",
                TEXTS.bind("command.landscape"),
                Feather.MAP,
                null,
                TEXTS.bind("reason.landscape"),
                () -> {}));
    mapping = when("mapping", Feather.SHUFFLE, null, noMapping, bench::showMapping);
    jobs = always("jobs", Feather.PLAY, null, bench::showJobs);
    newMapping = always("new", Feather.PLUS, "Shortcut+N", bench::newMapping);
    openFile = always("open", Feather.FOLDER, "Shortcut+O", bench::openFile);
    importPackage = always("import", Feather.DOWNLOAD, "Shortcut+I", bench::importPackage);
    importSample =
        when("import-sample", Feather.FILE_PLUS, null, noMapping, bench::importSample);
    exportPackage = when("export", Feather.PACKAGE, "Shortcut+E", noMapping, bench::exportPackage);
    save = when("save", Feather.SAVE, "Shortcut+S", noMapping, bench::saveVersion);
    run = when("run", Feather.PLAY, "F5", bench.whyNotRun(), bench::run);
    preview = when("preview", Feather.EYE, "Shortcut+P", noMapping, bench::togglePreview);
    tests = when("tests", Feather.CHECK, "Shortcut+T", bench.whyNotTest(), bench::runTests);
    problems = when("problems", Feather.ALERT_TRIANGLE, "Shortcut+M", noMapping, bench::toggleProblems);
    undo = when("undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", bench.whyNotUndo(), bench::undo);
    redo = when("redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y", bench.whyNotRedo(), bench::redo);
    StringBinding otherTheme =
        Bindings.createStringBinding(
            () ->
                TEXTS.get(
                    bench.themeProperty().get() == Theme.LIGHT ? "command.dark" : "command.light"),
            bench.themeProperty(),
            Texts.languageProperty());
    theme = add(Command.always("theme", otherTheme, Feather.MOON, null, bench::switchTheme));
    StringBinding otherLanguage =
        Bindings.createStringBinding(
            () -> TEXTS.get("command.language", Texts.language().other().label()),
            Texts.languageProperty());
    language =
        add(
            Command.always(
                "language", otherLanguage, Feather.GLOBE, null, bench::switchLanguage));
    palette = always("palette", Feather.SEARCH, "Shortcut+K", bench::showPalette);
    about = always("about", Feather.INFO, null, bench::about);
  }

  /** All of them, in the order of menus. */
  List<Command> all() {
    return List.copyOf(all);
  }

  private static StringBinding reason(Workbench bench, String key) {
    return Bindings.createStringBinding(
        () -> bench.openProperty().get() == null ? TEXTS.get(key) : "",
        bench.openProperty(),
        Texts.languageProperty());
  }

  private Command always(String id, Feather icon, @Nullable String key, Runnable action) {
    return add(Command.always(id, TEXTS.bind("command." + id), icon, key, action));
  }

  private Command when(
      String id, Feather icon, @Nullable String key, StringBinding reason, Runnable action) {
    return add(Command.when(id, TEXTS.bind("command." + id), icon, key, reason, action));
  }

  private Command add(Command command) {
    all.add(command);
    return command;
  }

}
