package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table by mouse and keyboard, with the engine behind it. */
@ExtendWith(ApplicationExtension.class)
class RuleTableStoryTest {
  private EditorSession session;
  private TableFixture table;
  private byte[] before;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    before = MappingFile.write(session.mapping());
    table = new TableFixture(session);
    stage.setScene(table.scene(1000, 900));
    stage.show();
    table.view.show(null);
    table.view.focusRows();
  }

  private Rule rule(String to) {
    return Snapshots.onToolkit(
        () ->
            session.mapping().rules().stream()
                .filter(r -> r.to().equals(to))
                .findFirst()
                .orElse(null));
  }

  private void select(FxRobot robot, String field) {
    robot.interact(() -> session.select(Selection.target(FieldRef.parse(field))));
    robot.interact(table.view::focusRows);
  }

  private void undoAll(FxRobot robot) {
    robot.interact(
        () -> {
          while (session.undo() != null) {
            session.undoLabelProperty().get();
          }
        });
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }

  @Test
  void a_rule_is_typed_by_keys_alone_with_completion_and_the_next_row_follows(FxRobot robot) {
    select(robot, "bill.FNote");
    robot.write("rema");
    assertThat(table.named("order.remark").isVisible()).isTrue();
    robot.push(KeyCode.TAB);
    assertThat(rule("FNote")).isNull();
    assertThat(Snapshots.onToolkit(() -> table.formula.textProperty().get()))
        .as("the formula bar shows what is typed in the cell")
        .isEqualTo("order.remark");
    robot.push(KeyCode.ENTER);
    assertThat(rule("FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    assertThat(Snapshots.onToolkit(() -> table.model.current().path())).isEqualTo("FSalerName");
    robot.push(KeyCode.F2);
    robot.push(KeyCode.END);
    robot.write(" & \"!\"");
    robot.push(KeyCode.TAB);
    assertThat(rule("FSalerName").formula()).endsWith(" & \"!\"");
    assertThat(Snapshots.onToolkit(() -> table.model.currentColumn())).isEqualTo(Column.DEFAULT);
    robot.write("nobody");
    robot.push(KeyCode.ENTER);
    assertThat(rule("FSalerName").formula()).startsWith("DEFAULT(").endsWith(", \"nobody\")");
    undoAll(robot);
    assertThat(Snapshots.onToolkit(() -> MappingFile.write(session.mapping()))).isEqualTo(before);
  }

  @Test
  void a_cell_is_edited_by_a_double_click_and_taken_by_a_click_elsewhere(FxRobot robot) {
    robot.doubleClickOn(table.named("FNote, Rule"), MouseButton.PRIMARY);
    robot.write("order.remark");
    robot.clickOn(table.named("FBillNo, Target path"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rule("FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    assertThat(Snapshots.onToolkit(() -> session.selection()))
        .isEqualTo(Selection.target(FieldRef.parse("bill.FBillNo")));
  }

  @Test
  void what_cannot_be_read_says_why_stays_a_draft_and_escape_restores(FxRobot robot) {
    select(robot, "bill.FBillNo");
    robot.push(KeyCode.F2);
    robot.write("UPPER(");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.ENTER);
    assertThat(rule("FBillNo")).isEqualTo(Rule.link("FBillNo", "order.orderNo"));
    robot.clickOn(table.named("FDate, Target path"));
    assertThat(table.named("FBillNo, Status").getAccessibleText()).contains("Draft, not applied");
    robot.doubleClickOn(table.named("FBillNo, Rule"), MouseButton.PRIMARY);
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.ESCAPE);
    assertThat(table.named("FBillNo, Rule").getAccessibleText()).endsWith(": order.orderNo");
    assertThat(Snapshots.onToolkit(() -> session.undoLabelProperty().get())).isNull();
  }

  @Test
  void rows_from_excel_are_pasted_copied_filled_down_and_deleted_and_all_of_it_undone(
      FxRobot robot) {
    select(robot, "bill.FNote");
    robot.interact(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(
              "order.remark\tnone\r\n\"=CONCAT(order.owner.lastName, \"\"\t\"\")\"\t\r\n");
          Clipboard.getSystemClipboard().setContent(content);
        });
    control(robot, KeyCode.V);
    assertThat(rule("FNote")).isEqualTo(Rule.formula("FNote", "DEFAULT(order.remark, \"none\")"));
    assertThat(rule("FSalerName").formula()).isEqualTo("CONCAT(order.owner.lastName, \"\t\")");
    robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
    control(robot, KeyCode.C);
    assertThat(Snapshots.onToolkit(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("order.remark\tnone\n");
    select(robot, "bill.FSaleDeptId.FNumber");
    control(robot, KeyCode.D);
    assertThat(rule("FSaleDeptId.FNumber").formula())
        .isEqualTo("CONCAT(order.owner.lastName, \"\t\")");
    robot.push(KeyCode.DELETE);
    assertThat(rule("FSaleDeptId.FNumber")).isNull();
    undoAll(robot);
    assertThat(Snapshots.onToolkit(() -> MappingFile.write(session.mapping()))).isEqualTo(before);
  }

  @Test
  void a_paste_that_does_not_fit_is_refused_in_a_strip_that_can_be_closed(FxRobot robot) {
    select(robot, "bill.FNote");
    robot.interact(() -> table.model.edits().paste("=UPPER("));
    assertThat(table.named("Nothing was pasted: row 10, Rule: ").isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    assertThat(Snapshots.onToolkit(() -> table.model.edits().messageProperty().get())).isEmpty();
  }

  @Test
  void rows_are_searched_from_the_keyboard_and_shown_again(FxRobot robot) {
    control(robot, KeyCode.F);
    robot.write("qqq");
    assertThat(Snapshots.onToolkit(() -> table.model.rows())).isEmpty();
    robot.push(KeyCode.ESCAPE);
    robot.write("djbh");
    robot.push(KeyCode.ENTER);
    assertThat(Snapshots.onToolkit(() -> table.model.rows().stream().map(Row::path).toList()))
        .containsExactly("FBillNo");
    assertThat(Snapshots.onToolkit(() -> table.model.current().path())).isEqualTo("FBillNo");
  }

  @Test
  void a_rule_that_finds_no_room_ends_in_an_ellipsis(FxRobot robot) {
    robot.interact(
        () ->
            session.apply(
                new Edit.SetFormula(
                    FieldRef.parse("bill.FNote"), "CONCAT(" + "order.remark, ".repeat(9) + "1)")));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(shown("FNote, Rule")).startsWith("CONCAT(order.remark, order").endsWith("…");
    assertThat(table.named("FNote, Rule").getAccessibleText()).endsWith(", 1)");
    assertThat(shown("FBillNo, Rule")).isEqualTo("order.orderNo");
  }

  private String shown(String named) {
    return Snapshots.onToolkit(
        () ->
            table.named(named).lookupAll(".text").stream()
                .filter(node -> node instanceof Text && node.isVisible())
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining()));
  }

  @Test
  void path_and_number_stay_where_they_are_while_the_others_scroll(FxRobot robot) {
    select(robot, "bill.FBillNo");
    double path = x("FBillNo, Target path");
    double title = x("FBillNo, Title");
    robot.push(KeyCode.END);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(x("FBillNo, Target path")).isEqualTo(path);
    assertThat(x("FBillNo, Title")).isLessThan(title - 100);
    robot.push(KeyCode.HOME);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(x("FBillNo, Title")).isEqualTo(title);
  }

  private double x(String named) {
    var node = table.named(named);
    return Snapshots.onToolkit(() -> node.localToScene(0, 0).getX());
  }

  @Test
  void a_rectangle_is_drawn_with_the_mouse(FxRobot robot) {
    robot.moveTo(table.named("FBillNo, Rule")).press(MouseButton.PRIMARY);
    robot.moveTo(table.named("FDate, Rule")).moveTo(table.named("FBillTypeID.FNumber, Default"));
    robot.release(MouseButton.PRIMARY);
    CellRange range = Snapshots.onToolkit(() -> table.model.range());
    assertThat(List.of(range.rows(), range.columns())).containsExactly(3, 2);
  }

  @Test
  void a_column_is_hidden_in_the_menu_and_comes_back(FxRobot robot) {
    robot.interact(() -> table.model.setLayout(TableLayout.read("!type:120,note:140")));
    assertThat(shown())
        .doesNotContain("FBillNo, Type: string")
        .contains("FBillNo, Rule: order.orderNo");
    robot.clickOn(table.named("Columns"));
    robot.clickOn("All columns as at first");
    assertThat(shown()).contains("FBillNo, Type: string");
  }

  private List<String> shown() {
    return Snapshots.onToolkit(
        () ->
            table.root.lookupAll(".fl-rules-cell").stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
  }

  @Test
  void without_schema_and_rules_it_says_what_to_do_and_without_rules_how_to_begin() {
    EditorSession bare =
        new EditorSession(
            OrderToBill.empty(),
            Map.of(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    List<String> said =
        Snapshots.onToolkit(
            () -> {
              TableFixture empty = new TableFixture(bare);
              empty.view.setEmptyActions(List.of(new Button("Open a file")));
              empty.scene(800, 600).snapshot(null);
              empty.view.show(null);
              empty.root.getScene().snapshot(null);
              return empty.root.lookupAll("*").stream()
                  .filter(n -> n instanceof Labeled && n.getParent().isVisible())
                  .map(n -> ((Labeled) n).getText())
                  .toList();
            });
    assertThat(said)
        .contains("Open a file")
        .anyMatch(text -> text.startsWith("The target has no schema and no rules yet."));
    assertThat(Snapshots.onToolkit(() -> table.model.isEmpty())).isFalse();
  }

  @Test
  void a_filter_that_leaves_nothing_says_so_and_shows_all_again(FxRobot robot) {
    robot.interact(() -> table.model.searchProperty().set("qqq"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("Show all rows");
    assertThat(Snapshots.onToolkit(() -> table.model.rows().size())).isGreaterThan(20);
  }

  @Test
  void with_larger_text_rows_are_higher_and_cells_are_edited_as_before(FxRobot robot) {
    double before = height("FNote, Rule");
    robot.interact(() -> table.root.setStyle("-fx-font-size: 19.5px"));
    WaitForAsyncUtils.waitForFxEvents();
    select(robot, "bill.FNote");
    robot.push(KeyCode.F2);
    robot.write("order.remark");
    assertThat(rule("FNote")).isNull();
    robot.push(KeyCode.ENTER);
    assertThat(rule("FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    assertThat(height("FNote, Rule")).isEqualTo(Math.round(before * 1.5));
  }

  private double height(String named) {
    Node node = table.named(named);
    return Snapshots.onToolkit(() -> node.getLayoutBounds().getHeight());
  }
}
