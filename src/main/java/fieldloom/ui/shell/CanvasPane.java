package fieldloom.ui.shell;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.canvas.CanvasViewModel;
import fieldloom.ui.canvas.OverviewPlace;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.schematree.SchemaAction;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FunctionTarget;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The mapping as two trees with links between them. */
final class CanvasPane implements ViewPane {
  private final EditorSession session;
  private final SchemaActions schemas;
  private final SchemaTreeViewModel target;
  private final CanvasView view;
  private final Map<Side, SchemaTreeView> trees = new EnumMap<>(Side.class);
  private Side last = Side.SOURCE;

  /**
   * @param marks what another version of the mapping had otherwise
   * @param expected target fields of the test case that is shown, and whether they are as expected
   */
  CanvasPane(
      EditorSession session,
      Lens lens,
      Settings settings,
      Background background,
      SchemaActions schemas,
      MappingDialogs dialogs,
      OverviewPlace overview,
      ObservableValue<Marks> marks,
      ObservableValue<Map<FieldRef, Boolean>> expected,
      TracePane trace) {
    this.session = session;
    this.schemas = schemas;
    SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE, lens);
    target = new SchemaTreeViewModel(session, Side.TARGET, lens);
    source.prepareIn(background);
    target.prepareIn(background);
    CanvasViewModel model = new CanvasViewModel(session, source, target, lens);
    model.setEditors(dialogs);
    SchemaTreeView targets = tree(target);
    trace.join(targets, target);
    view = new CanvasView(model, tree(source), targets, overview);
    marks.subscribe(
        now -> {
          source.showMarks(now);
          target.showMarks(now);
          model.showMarks(now);
        });
    expected.subscribe(target::showExpected);
    view.setTreeItems(side -> treeItems(side, dialogs));
    view.remember(settings);
  }

  private SchemaTreeView tree(SchemaTreeViewModel model) {
    Side side = model.side();
    SchemaTreeView tree = new SchemaTreeView(model);
    tree.setSchemaActions(actions(side, schemas));
    tree.setOnFilesDropped(files -> schemas.fromDropped(side, files));
    tree.focusWithinProperty().subscribe(within -> last = within ? side : last);
    trees.put(side, tree);
    return tree;
  }

  /** The ways to a schema for a side that has none. */
  static List<SchemaAction> actions(Side side, SchemaActions schemas) {
    return List.of(
        new SchemaAction(
            Workbench.TEXTS.bind("schema.file"), Feather.FILE_TEXT, () -> schemas.fromFile(side)),
        new SchemaAction(
            Workbench.TEXTS.bind("schema.samples"), Feather.COPY, () -> schemas.fromSamples(side)),
        new SchemaAction(
            Workbench.TEXTS.bind("schema.catalog"), Feather.BOOK, () -> schemas.fromCatalog(side)),
        new SchemaAction(
            Workbench.TEXTS.bind("schema.database"),
            Feather.DATABASE,
            () -> schemas.fromDatabase(side)));
  }

  private List<MenuItem> treeItems(Side side, MappingDialogs dialogs) {
    DocumentActions documents = dialogs.documents();
    List<MenuItem> items = new ArrayList<>();
    if (side == Side.SOURCE) {
      items.add(item("command.records", dialogs::records));
    }
    String add = side == Side.SOURCE ? "command.add-source" : "command.add-target";
    items.add(item("schema.replace", () -> schemas.replace(side)));
    items.add(item("document.menu.rename", () -> documents.rename(side)));
    items.add(item(add, () -> documents.add(side)));
    items.add(item("document.menu.remove", () -> documents.remove(side)));
    return items;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Workbench.TEXTS.bind(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  CanvasView canvas() {
    return view;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void show(@Nullable FieldRef top) {
    int row = top == null ? -1 : target.rowOf(top);
    if (row >= 0) {
      target.scrollToTop(row);
    }
    Selection selected = session.selection();
    if (selected.side() == Side.TARGET && selected.field() != null) {
      target.reveal(selected.field());
    }
  }

  @Override
  public void hide() {
    // It follows the session also while it is not seen.
  }

  @Override
  public @Nullable FieldRef top() {
    int row = target.firstRow();
    return row < target.rowCount() ? target.fieldOf(row) : null;
  }

  /** Searches in the tree that was used last. */
  @Override
  public void find() {
    SchemaTreeView tree = trees.get(last);
    if (tree != null) {
      tree.find();
    }
  }

  @Override
  public void focus() {
    view.requestFocus();
  }

  /** Between the trees the canvas itself has the keyboard. */
  @Override
  public List<FocusStop> stops() {
    List<FocusStop> stops = new ArrayList<>();
    stop(Side.SOURCE).ifPresent(stops::add);
    stops.add(new FocusStop(view, view));
    stop(Side.TARGET).ifPresent(stops::add);
    return stops;
  }

  /** The rows of a tree; where it has none, what is there instead. */
  private Optional<FocusStop> stop(Side side) {
    SchemaTreeView tree = trees.get(side);
    return tree != null && tree.model().rowCount() > 0
        ? Optional.of(new FocusStop(tree, tree.rows()))
        : FocusStop.of(tree);
  }

  @Override
  public @Nullable Bounds selectedBounds() {
    Selection selection = session.selection();
    Rule rule = selection.rule();
    FieldRef field = rule == null ? selection.field() : session.index().loops().target(rule);
    SchemaTreeView tree = trees.get(Side.TARGET);
    int row = field == null || selection.side() == Side.SOURCE ? -1 : target.rowOf(field);
    if (row < 0 || tree == null) {
      return null;
    }
    double top = SchemaTreeView.ABOVE_ROWS + target.middleOf(row) - target.rowHeight() / 2;
    return tree.localToScene(new BoundingBox(0, top, tree.getWidth(), target.rowHeight()));
  }

  @Override
  public FunctionTarget functionTarget() {
    return view.functionTarget();
  }
}
