package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Finding one's way in the trees, by mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
class TreeStoryTest {
  private static final FieldRef SKU = FieldRef.parse("order.lines[].sku");

  private final Settings settings = Settings.inMemory();
  private Stage stage;
  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    this.stage = stage;
    open(
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct()));
    session.setSample(OrderToBill.sample());
  }

  private void open(EditorSession opened) {
    session = opened;
    editor = new EditorFixture(session);
    editor.view.remember(settings);
    stage.setScene(editor.scene(Theme.LIGHT, 1000, 480));
    stage.show();
  }

  private static <T> T fx(Supplier<T> work) {
    return Snapshots.onToolkit(work);
  }

  private Node named(String start) {
    return fx(
        () ->
            editor.root.lookupAll("*").stream()
                .filter(n -> n.getAccessibleText() != null && seen(n))
                .filter(n -> n.getAccessibleText().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + start)));
  }

  private static boolean seen(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Point2D row(Side side, String field) {
    return editor.row(side, field);
  }

  private void scroll(SchemaTreeViewModel tree, String field) {
    fx(
        () -> {
          tree.scrollToTop(tree.rowOf(FieldRef.parse(field)));
          editor.root.layout();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private FieldRef selected() {
    return fx(() -> session.selection().field());
  }

  @Test
  void a_press_on_an_ancestor_in_the_bar_goes_there(FxRobot robot) {
    scroll(editor.source, "order.lines[].price");
    robot.clickOn(named("Go to lines[]"));
    assertThat(selected()).isEqualTo(FieldRef.parse("order.lines[]"));
    assertThat(named("lines[], ").isVisible()).isTrue();
    assertThat(fx(() -> editor.root.getScene().getFocusOwner().getAccessibleText()))
        .isEqualTo("Source fields");
  }

  @Test
  void the_bar_is_reached_and_pressed_with_keys(FxRobot robot) {
    scroll(editor.source, "order.lines[].price");
    robot.interact(() -> named("Go to order").requestFocus());
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("order.lines[]"));
  }

  @Test
  void a_link_can_end_on_the_list_in_the_bar(FxRobot robot) {
    scroll(editor.source, "order.lines[].price");
    Point2D bar =
        fx(() -> editor.view.tree(Side.SOURCE).localToScreen(editor.view.source().getWidth(), 90));
    Point2D tags = row(Side.TARGET, "bill.FTags[]");
    robot.moveTo(bar).press(MouseButton.PRIMARY);
    robot.moveTo(bar.midpoint(tags)).moveTo(tags).release(MouseButton.PRIMARY);
    assertThat(fx(() -> session.index().filling(FieldRef.parse("bill.FTags[]"))))
        .singleElement()
        .satisfies(
            view -> assertThat(view.sources()).containsExactly(FieldRef.parse("order.lines[]")));
  }

  @Test
  void a_field_is_pinned_and_let_go_by_key_and_undone(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.lines[].sku"));
    robot.push(KeyCode.P);
    assertThat(fx(() -> LayoutFields.pins(session.mapping(), Side.SOURCE))).containsExactly(SKU);
    robot.push(KeyCode.END);
    Node pinned = named("lines[].sku, ");
    assertThat(fx(() -> pinned.localToScene(0, 0).getY()))
        .isEqualTo(fx(() -> editor.view.source().localToScene(0, 76).getY()));
    robot.clickOn(pinned);
    assertThat(selected()).isEqualTo(SKU);
    robot.push(KeyCode.P);
    assertThat(fx(() -> LayoutFields.pins(session.mapping(), Side.SOURCE))).isEmpty();
    robot.interact(session::undo);
    assertThat(named("lines[].sku, ").isVisible()).isTrue();
    robot.interact(session::undo);
    assertThat(fx(() -> session.mapping())).isEqualTo(OrderToBill.mapping());
  }

  @Test
  void a_field_is_pinned_from_the_menu_of_its_row(FxRobot robot) {
    robot.rightClickOn(row(Side.TARGET, "bill.FNote"));
    robot.clickOn("Pin to the top");
    assertThat(fx(() -> LayoutFields.pins(session.mapping(), Side.TARGET)))
        .containsExactly(FieldRef.parse("bill.FNote"));
    robot.rightClickOn(row(Side.TARGET, "bill.FNote"));
    robot.clickOn("Unpin");
    assertThat(fx(() -> LayoutFields.pins(session.mapping(), Side.TARGET))).isEmpty();
  }

  @Test
  void a_group_says_why_it_is_not_pinned(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.lines[]"));
    robot.push(KeyCode.P);
    assertThat(fx(() -> editor.canvas.messageProperty().get()))
        .isEqualTo("lines has fields of its own; pin one of these.");
  }

  @Test
  void focus_hides_the_rest_and_escape_brings_it_back(FxRobot robot) {
    robot.clickOn(row(Side.TARGET, "bill.FEntity[].FAmount"));
    double before = fx(() -> editor.target.scrollProperty().get());
    robot.push(KeyCode.F);
    assertThat(fx(() -> editor.target.rowCount())).isEqualTo(4);
    assertThat(fx(() -> editor.view.links().frame().nodes())).hasSize(1);
    assertThat(named("Leave Focus: FAmount").isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(fx(() -> editor.target.rowCount())).isGreaterThan(20);
    assertThat(fx(() -> editor.target.scrollProperty().get())).isEqualTo(before);
    assertThat(selected()).isEqualTo(FieldRef.parse("bill.FEntity[].FAmount"));
    robot.push(KeyCode.F);
    robot.clickOn(named("Leave Focus: FAmount"));
    assertThat(fx(() -> editor.lens.isFocused())).isFalse();
  }

  @Test
  void enter_goes_from_hit_to_hit_and_l_links_from_it(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.orderNo"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("remark");
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("order.remark"));
    robot.push(KeyCode.L);
    assertThat(fx(() -> editor.canvas.linkingProperty().get())).isNotNull();
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("note");
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("bill.FNote"));
    robot.push(KeyCode.ENTER);
    assertThat(fx(() -> session.mapping().rules())).contains(Rule.link("FNote", "order.remark"));
  }

  @Test
  void hits_are_walked_forth_and_back_and_escape_ends_the_search(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.orderNo"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("name");
    assertThat(named("5 found").isVisible()).isTrue();
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("order.customer.name"));
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("order.owner.lastName"));
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(selected()).isEqualTo(FieldRef.parse("order.`ship-to`.name"));
    robot.push(KeyCode.ESCAPE);
    assertThat(fx(() -> editor.source.searchProperty().get())).isEmpty();
    assertThat(selected()).isEqualTo(FieldRef.parse("order.`ship-to`.name"));
  }

  @Test
  void where_nothing_is_found_there_are_ways_back(FxRobot robot) {
    robot.clickOn(named("Find target fields"));
    robot.write("zzz");
    assertThat(fx(() -> texts("No field matches “zzz”."))).isTrue();
    robot.clickOn(named("Clear the search"));
    assertThat(fx(() -> editor.target.searchProperty().get())).isEmpty();
    assertThat(fx(() -> editor.root.getScene().getFocusOwner() instanceof TextInputControl))
        .isTrue();
    robot.clickOn(named("Which fields are shown"));
    robot.clickOn("Fields with a rule (17)");
    assertThat(fx(() -> editor.source.showProperty().get().name())).isEqualTo("MAPPED");
  }

  private boolean texts(String text) {
    return editor.root.lookupAll(".label").stream()
        .anyMatch(n -> n instanceof Label l && text.equals(l.getText()));
  }

  @Test
  void a_chevron_with_its_count_scrolls_to_what_is_out_of_view(FxRobot robot) {
    scroll(editor.target, "bill.FEntity[].FSeq");
    scroll(editor.source, "order.orderNo");
    Node above =
        fx(
            () ->
                editor.root.lookupAll(".fl-edge").stream()
                    .filter(n -> n.isVisible() && n.getAccessibleText().contains("above"))
                    .filter(n -> n.getLayoutX() > 100)
                    .findFirst()
                    .orElseThrow());
    double before = fx(() -> editor.target.scrollProperty().get());
    robot.clickOn(above);
    assertThat(fx(() -> editor.target.scrollProperty().get())).isLessThan(before);
  }

  @Test
  void the_ends_out_of_view_are_gone_to_by_key(FxRobot robot) {
    scroll(editor.target, "bill.FEntity[].FSeq");
    scroll(editor.source, "order.orderNo");
    robot.interact(() -> editor.view.requestFocus());
    robot.push(KeyCode.O);
    String first = fx(() -> editor.root.getScene().getFocusOwner().getAccessibleText());
    assertThat(first).containsPattern("links? to fields (above|below)");
    robot.push(KeyCode.DOWN);
    assertThat(fx(() -> editor.root.getScene().getFocusOwner().getAccessibleText()))
        .containsPattern("links? to fields (above|below)");
    robot.push(KeyCode.UP);
    double before = fx(this::scrolled);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(fx(this::scrolled)).isNotEqualTo(before);
    assertThat(fx(() -> editor.view.isFocused())).isTrue();
  }

  private double scrolled() {
    return editor.source.scrollProperty().get() + editor.target.scrollProperty().get();
  }

  @Test
  void a_divider_is_dragged_fits_the_longest_name_and_is_remembered(FxRobot robot) {
    robot.interact(() -> session.select(Selection.NONE));
    double before = fx(() -> editor.view.source().getWidth());
    Node divider = named("Width of the source");
    robot.moveTo(divider).press(MouseButton.PRIMARY).moveBy(-60, 0).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    double dragged = fx(() -> editor.view.source().getWidth());
    assertThat(dragged).isLessThan(before);
    robot.interact(divider::requestFocus);
    robot.push(KeyCode.LEFT);
    assertThat(fx(() -> editor.view.source().getWidth())).isEqualTo(dragged - 16);
    robot.push(KeyCode.ENTER);
    double fitting = fx(() -> editor.view.source().getWidth());
    assertThat(fitting).isEqualTo(fx(() -> widthOfRows()));
    assertThat(settings.get("canvas.source.width", "")).isEqualTo(String.valueOf((int) fitting));
    robot.interact(() -> open(session));
    assertThat(fx(() -> editor.view.source().getWidth())).isEqualTo(fitting);
  }

  private double widthOfRows() {
    return Math.ceil(editor.view.source().lookup(".fl-rows").prefWidth(-1));
  }

  @Test
  void ten_thousand_fields_are_found_pinned_focused_and_left(FxRobot robot) {
    List<Rule> rules =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    Rule.link("group" + i / 100 + ".to" + i, "order.group" + i / 100 + ".from" + i))
            .toList();
    robot.interact(
        () ->
            open(
                new EditorSession(
                    OrderToBill.empty().withRules(rules),
                    Map.of("order", wide("order", "from"), "bill", wide("bill", "to")),
                    Autosaver.none(),
                    Previewer.engine(),
                    SessionThreads.direct())));
    FieldRef far = FieldRef.parse("order.group9.from987");
    robot.clickOn(named("Find source fields"));
    robot.write("from987");
    robot.push(KeyCode.ENTER);
    assertThat(selected()).isEqualTo(far);
    robot.push(KeyCode.P);
    robot.push(KeyCode.ESCAPE);
    assertThat(fx(() -> editor.source.rowOf(far))).isZero();
    robot.push(KeyCode.F);
    assertThat(fx(() -> editor.target.rows().size())).isEqualTo(3);
    assertThat(fx(() -> editor.view.links().frame().curves())).hasSize(1);
    robot.push(KeyCode.ESCAPE);
    assertThat(fx(() -> editor.source.rowCount())).isGreaterThan(100);
    robot.push(KeyCode.END);
    assertThat(named("group9.from987, ").isVisible()).isTrue();
  }

  private static SchemaTree wide(String name, String field) {
    List<SchemaNode> groups =
        IntStream.range(0, 100)
            .mapToObj(
                g ->
                    SchemaNode.builder("group" + g, FieldType.OBJECT)
                        .children(
                            IntStream.range(g * 100, g * 100 + 100)
                                .mapToObj(
                                    i -> SchemaNode.builder(field + i, FieldType.STRING).build())
                                .toList())
                        .build())
            .toList();
    return new SchemaTree(
        null, SchemaNode.builder(name, FieldType.OBJECT).children(groups).build());
  }
}
