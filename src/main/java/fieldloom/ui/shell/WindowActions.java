package fieldloom.ui.shell;

import fieldloom.ui.kit.MessageDialog;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;

/** What can be done with the window itself. FX thread. */
final class WindowActions {
  private final Workbench bench;
  private final Overlay overlay;

  WindowActions(Workbench bench, Overlay overlay) {
    this.bench = bench;
    this.overlay = overlay;
  }

  /** Shows the mapping in one of its views. */
  void show(MappingView view) {
    bench.screenProperty().set(Screen.MAPPING);
    bench.viewProperty().set(view);
  }

  void togglePreview() {
    toggle(bench.previewShownProperty());
  }

  void toggleHistory() {
    toggle(bench.historyShownProperty());
  }

  void toggleFunctions() {
    toggle(bench.functionsShownProperty());
  }

  void toggleProblems() {
    toggle(bench.problemsShownProperty());
  }

  /** Goes to the next difference where test cases are shown, else to the next problem's field. */
  void nextProblem() {
    OpenMapping open = bench.openProperty().get();
    if (open != null && bench.testsShownProperty().get()) {
      bench.screenProperty().set(Screen.MAPPING);
      open.tests().next();
    } else if (open != null) {
      bench.screenProperty().set(Screen.MAPPING);
      bench.problemsShownProperty().set(true);
      open.problems().next();
    }
  }

  /** From another screen the mapping comes up, with the pane shown. */
  private void toggle(BooleanProperty shown) {
    boolean here = bench.screenProperty().get() == Screen.MAPPING;
    bench.screenProperty().set(Screen.MAPPING);
    shown.set(!here || !shown.get());
  }

  void switchTheme() {
    bench.themeProperty().set(bench.themeProperty().get().other());
  }

  void switchLanguage() {
    Texts.languageProperty().set(Texts.language().other());
  }

  void showPalette(Commands commands) {
    overlay.show(new Palette(bench, commands));
  }

  void about() {
    String version =
        Objects.requireNonNullElse(
            WindowActions.class.getPackage().getImplementationVersion(), "0.1.0");
    overlay.show(
        MessageDialog.tell(
            Workbench.TEXTS.get("about.title"),
            Workbench.TEXTS.get(
                "about.text",
                version,
                System.getProperty("java.version"),
                System.getProperty("javafx.version", "26"))));
  }
}
