package fieldloom.ui;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.canvas.CanvasViewModel;
import fieldloom.ui.canvas.OverviewPlace;
import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.formula.FormulaBarViewModel;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import fieldloom.ui.shell.LoadedMapping;
import fieldloom.ui.shell.Shell;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * What opening a mapping, searching in it and drawing links do on the FX thread, in small steps on
 * a mapping for nobody: its parts one by one, and then the whole window, which is never shown.
 */
final class RehearsedSteps {
  private static final double WIDTH_PX = 1000;
  private static final double HEIGHT_PX = 800;
  private static final double LOW_PX = 160;
  private static final double TREE_PX = 400;
  private static final int LINKS = 10;
  private static final List<String> TYPED = List.of("f", "fi", "fie", "ziduan", "zd", "9", "");

  private final LoadedMapping mapping;
  private final Shell window;
  private final EditorSession session;
  private final Lens lens;
  private final Queue<Runnable> steps = new ArrayDeque<>();

  private RehearsedSteps(LoadedMapping mapping, Shell window) {
    this.mapping = mapping;
    this.window = window;
    session =
        new EditorSession(
            mapping.project().mapping(),
            mapping.project().schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    lens = new Lens(session);
  }

  /**
   * The steps; those that come first add others.
   *
   * @param window which is dressed as these are to be
   */
  static Queue<Runnable> of(LoadedMapping mapping, Shell window) {
    RehearsedSteps rehearsed = new RehearsedSteps(mapping, window);
    rehearsed.steps.add(() -> rehearsed.session.setSample(mapping.sample()));
    rehearsed.steps.add(rehearsed::parts);
    return rehearsed.steps;
  }

  private void parts() {
    SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE, lens);
    SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET, lens);
    draw(() -> new FormulaBarView(new FormulaBarViewModel(session)), WIDTH_PX, LOW_PX);
    // A few rows first: what is new to Java is so with one.
    draw(() -> new SchemaTreeView(source), TREE_PX, LOW_PX);
    draw(() -> new SchemaTreeView(target), TREE_PX, HEIGHT_PX);
    CanvasViewModel model = new CanvasViewModel(session, source, target, lens);
    Scene canvas =
        draw(
            () ->
                new CanvasView(
                    model,
                    new SchemaTreeView(source),
                    new SchemaTreeView(target),
                    new OverviewPlace(Settings.inMemory())),
            WIDTH_PX,
            HEIGHT_PX);
    for (String typed : TYPED) {
      then(canvas, () -> source.searchProperty().set(typed));
    }
    for (int i = 0; i < LINKS; i++) {
      FieldRef from = FieldRef.parse("in." + RehearsedMapping.path(0, 1 + i * 3));
      FieldRef to = FieldRef.parse("out." + RehearsedMapping.path(0, 1 + i * 3));
      then(canvas, () -> model.link(from, to));
    }
    steps.add(this::window);
  }

  /** Makes a part, dresses it, and lays it out. */
  private Scene draw(Supplier<Parent> part, double width, double height) {
    StackPane root = new StackPane();
    Scene scene = new Scene(root, width, height);
    scene.getStylesheets().addAll(window.scene().getStylesheets());
    steps.add(() -> root.getChildren().add(part.get()));
    steps.add(root::applyCss);
    steps.add(root::layout);
    steps.add(() -> pass(root));
    return scene;
  }

  private void then(Scene scene, Runnable change) {
    steps.add(
        () -> {
          change.run();
          pass(scene.getRoot());
        });
  }

  private static void pass(Parent root) {
    root.applyCss();
    root.layout();
  }

  private void window() {
    Background background = new Background();
    Shell shell =
        new Shell(
            UnkeptServices.of(mapping.project(), window.theme(), background), WIDTH_PX, HEIGHT_PX);
    Parent root = shell.scene().getRoot();
    steps.add(() -> pass(root));
    steps.add(() -> shell.show(mapping));
    steps.add(root::applyCss);
    steps.add(root::layout);
    steps.add(() -> pass(root));
    steps.add(() -> Thread.ofVirtual().start(background::close));
  }
}
