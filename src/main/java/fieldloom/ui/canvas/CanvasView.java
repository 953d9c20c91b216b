package fieldloom.ui.canvas;

import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.FunctionTarget;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Two trees with the links between them. The trees come from outside; this region lays them out,
 * draws the links, lets the dividers be dragged, and turns gestures into edits.
 */
public final class CanvasView extends Region {
  static final double SOURCE_WIDTH = 368;
  static final double TARGET_WIDTH = 404;
  static final double SOURCE_MIN = 220;
  static final double TARGET_MIN = 260;
  static final double LINKS_MIN = 200;
  private static final double TEXT = 13;
  private static final double ABOVE_ROWS = 76;
  private static final double BELOW_ROWS = 28;
  private static final double NOTE_HEIGHT = 32;
  private static final Duration NOTE_SHOWN = Duration.seconds(4);

  private final CanvasViewModel model;
  private final Region source;
  private final Region target;
  private final LinksPane links;
  private final Dividers dividers = new Dividers(this);
  private final ChoicePane choice;
  private final FunctionPane functions;
  private final NodeEditor nodeEditor;
  private final CanvasMenu menu;
  private final Label note = new Label();

  /** Says nothing; css tells it how large text is. */
  private final Label em = new Label();

  private final CanvasActions actions;
  private final Gliding gliding;
  private final PauseTransition noteEnds = new PauseTransition(NOTE_SHOWN);
  private final Runnable linkByKey;
  private final FunctionDrops drops;

  /**
   * Puts the canvas together.
   *
   * @param source the tree whose rows the model's source strip describes; its rows begin 76 pixels
   *     below its top and end 28 above its bottom where text is not larger
   * @param target likewise
   */
  public CanvasView(CanvasViewModel model, Region source, Region target, OverviewPlace overview) {
    this.model = model;
    this.source = source;
    this.target = target;
    this.links = new LinksPane(model, overview);
    this.gliding = new Gliding(model, links);
    this.choice = new ChoicePane(model);
    this.functions = new FunctionPane(model.nodes(), this::requestFocus, links::requestLayout);
    this.nodeEditor =
        new NodeEditor(model.nodes().dress(), this::requestFocus, links::requestLayout);
    getStyleClass().add("fl-canvas");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, CanvasView.class, "canvas.css");
              }
            });
    getChildren().addAll(source, target, links);
    getChildren().addAll(dividers.lines());
    getChildren().addAll(choice, functions, nodeEditor, note, em);
    getChildren().forEach(child -> child.setManaged(false));
    CanvasGestures gestures = new CanvasGestures(this, model);
    gestures.install();
    linkByKey = gestures::beginByKey;
    CanvasKeys keys = new CanvasKeys(this, model, gestures);
    keys.install();
    actions = new CanvasActions(model, this::requestFocus, keys::startLink, keys::toEdge);
    menu = new CanvasMenu(this, model, gestures);
    menu.install();
    drops = new FunctionDrops(this, model);
    note.getStyleClass().add("fl-canvas-note");
    note.setVisible(false);
    note.setMouseTransparent(true);
    noteEnds.setOnFinished(e -> note.setVisible(false));
    em.setMouseTransparent(true);
    em.fontProperty().subscribe(font -> textChanged(font.getSize() / TEXT));
    model.zoom().zoomProperty().subscribe(z -> requestLayout());
    model.messageProperty().subscribe(this::say);
    model.choiceProperty().subscribe(c -> requestLayout());
    links.setOnDrawn(this::placeAtValues);
    links.setToCanvas(this::requestFocus);
    model.nodes().insertingProperty().subscribe(c -> links.requestLayout());
    model.nodes().dress().typingProperty().subscribe(c -> links.requestLayout());
  }

  private void textChanged(double text) {
    model.zoom().setText(text);
    requestLayout();
  }

  /** A sentence at the lower edge that goes by itself. */
  private void say(String sentence) {
    note.setText(sentence);
    note.setVisible(!sentence.isEmpty());
    if (note.isVisible()) {
      noteEnds.playFromStart();
      requestLayout();
    }
  }

  /** How large it is drawn and what is seen of it. */
  public CanvasZoom zoom() {
    return model.zoom();
  }

  /** Takes the widths of the trees that were left, and keeps those that will be. */
  public void remember(Settings settings) {
    dividers.remember(settings);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double s = dividers.shown(Side.SOURCE, width);
    double t = dividers.shown(Side.TARGET, width);
    double middle = Math.max(0, width - s - t);
    source.resizeRelocate(0, 0, s, height);
    target.resizeRelocate(s + middle, 0, t, height);
    double gutter = links.gutter();
    links.setRows(aboveRows(), belowRows());
    links.resizeRelocate(s - gutter, 0, middle + 2 * gutter, height);
    dividers.layout(s, s + middle, height);
    double text = model.zoom().text();
    choice.place(s, s + middle, height, text);
    double noteWidth = Math.min(note.prefWidth(-1), Math.max(80, middle - 24));
    double noteHeight = Math.round(NOTE_HEIGHT * model.zoom().text());
    note.resizeRelocate(
        Math.round(s + (middle - noteWidth) / 2),
        height - belowRows() - 12 - noteHeight,
        noteWidth,
        noteHeight);
  }

  /** What is asked about a value stands where the value is drawn. */
  private void placeAtValues() {
    placeFunctions(source.getWidth(), target.getLayoutX(), getHeight());
    placeEditor(source.getWidth(), getHeight());
  }

  private void placeFunctions(double left, double right, double height) {
    Frame.Joint joint = model.nodes().insertingProperty().get();
    if (joint != null) {
      Point2D at = links.place(joint).multiply(links.unit());
      functions.openAt(left + at.getX(), at.getY());
      functions.place(left, right, height, getWidth(), model.zoom().text());
    }
  }

  private void placeEditor(double left, double height) {
    NodeDress.Typing typing = model.nodes().dress().typingProperty().get();
    if (typing != null) {
      Point2D at = links.place(Frame.Joint.of(typing.rule(), typing.at())).multiply(links.unit());
      nodeEditor.openAt(left + at.getX() - 12, at.getY() + 12);
      nodeEditor.place(getWidth(), height, model.zoom().text());
    }
  }

  /** What can be done with what is selected. */
  public CanvasActions actions() {
    return actions;
  }

  /** Places all boxes anew, and lets them glide there. */
  public void tidy() {
    Frame before = links.frame();
    model.tidy(links.width() * links.unit());
    gliding.from(before);
  }

  /** A link was begun by key: its loose end follows the selected row. */
  void beginLinkByKey() {
    linkByKey.run();
  }

  @Override
  protected double computePrefWidth(double height) {
    return SOURCE_WIDTH + TARGET_WIDTH + 616;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 748;
  }

  @Override
  protected double computeMinWidth(double height) {
    return SOURCE_MIN + LINKS_MIN + TARGET_MIN;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 200;
  }

  /** Further items of the menu of a tree and its rows; made anew each time it opens. */
  public void setTreeItems(Function<Side, List<MenuItem>> value) {
    menu.setTreeItems(value);
  }

  /** Takes functions: on links, boxes and rows of the target, and at what is selected. */
  public FunctionTarget functionTarget() {
    return drops;
  }

  LinksPane links() {
    return links;
  }

  Region source() {
    return source;
  }

  Region target() {
    return target;
  }

  /** Pixels above the first row. */
  double aboveRows() {
    return Math.round(ABOVE_ROWS * model.zoom().text());
  }

  double belowRows() {
    return Math.round(BELOW_ROWS * model.zoom().text());
  }

  /** Where the question stands, in this region. */
  void askAt(double x, double y) {
    choice.askAt(x, y);
    requestLayout();
  }

  Region tree(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Gives the rows of a tree the keyboard. */
  void focusTree(Side side) {
    Region tree = tree(side);
    Node rows = tree.lookup(".fl-rows");
    (rows == null ? tree : rows).requestFocus();
  }
}
