package fieldloom.ui.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import fieldloom.model.value.Obj;
import fieldloom.payload.TableRows;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.lookups.MissingKeys.Missing;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SessionThreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesViewModelTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  @TempDir private Path folder;

  private static Table table(String name, String... rows) {
    List<List<JsonNode>> cells = new ArrayList<>();
    for (String row : rows) {
      List<JsonNode> line = new ArrayList<>();
      for (String cell : row.split(" ")) {
        line.add(TextNode.valueOf(cell));
      }
      cells.add(line);
    }
    return new Table(
        name, List.of("code", "id"), null, cells, null, new Otherwise.Fail(), Extras.NONE);
  }

  private static EditorSession session(Table table, Rule... rules) {
    Mapping mapping = OrderToBill.empty().withRules(List.of(rules)).withTables(List.of(table));
    EditorSession session =
        new EditorSession(
            mapping,
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(
        new Sample("s", Map.of("order", List.of(order("C1", "kg", "m"), order("C9", "kg", "t")))));
    return session;
  }

  private static Obj order(String code, String... units) {
    List<Object> lines = new ArrayList<>();
    for (String unit : units) {
      lines.add(new Obj().put("unit", unit));
    }
    return new Obj().put("customer", new Obj().put("code", code)).put("lines", lines);
  }

  private TablesViewModel model(EditorSession session) {
    return new TablesViewModel(
        session,
        background,
        table -> {
          List<Object> row = List.of("C9", "0900");
          return new TableRows(List.of("code", "id"), List.of(row));
        });
  }

  private void settle() {
    pump.until(() -> background.runningProperty().get() == 0);
  }

  @AfterEach
  void close() {
    background.close();
  }

  private static Table shown(TablesViewModel model) {
    return Objects.requireNonNull(model.tableProperty().get());
  }

  @Test
  void a_typed_cell_is_kept_as_its_column_holds_values() {
    Table table =
        new Table(
            "t",
            List.of("code", "id", "rate"),
            null,
            List.of(List.of(TextNode.valueOf("a"), TextNode.valueOf("1"), IntNode.valueOf(3))),
            null,
            new Otherwise.Fail(),
            Extras.NONE);
    EditorSession session = session(table);
    TablesViewModel model = model(session);
    model.setCell(0, 1, "007");
    model.setCell(0, 2, "0.170");
    assertThat(model.text(0, 1)).isEqualTo("007");
    assertThat(shown(model).rows().getFirst().get(2).isNumber()).isTrue();
    assertThat(model.text(0, 2)).isEqualTo("0.170");
    model.setCell(0, 1, "");
    assertThat(shown(model).rows().getFirst().get(1)).isEqualTo(NullNode.instance);
    assertThat(session.undoLabelProperty().get()).isEqualTo("Change a cell of t");
    session.undo();
    session.undo();
    session.undo();
    assertThat(session.mapping().tables()).containsExactly(table);
    assertThat(shown(model)).isEqualTo(table);
  }

  @Test
  void a_pasted_block_makes_the_rows_and_columns_it_needs() {
    TablesViewModel model = model(session(table("t", "a 1")));
    model.paste("b\t2\tx\nc\t\"3\"\"\"\n", 1, 0);
    assertThat(shown(model).columns()).containsExactly("code", "id", "value");
    assertThat(Clips.copy(shown(model), List.of(0, 1, 2), 0, 2))
        .isEqualTo("a\t1\t\nb\t2\tx\nc\t\"3\"\"\"\t\n");
  }

  @Test
  void a_header_is_known_by_the_names_or_by_having_no_figures() {
    TablesViewModel empty = model(session(table("t")));
    empty.paste("客户\t编码\nC001\t1001\nC002\t1002\n", 0, 0);
    assertThat(shown(empty).columns()).containsExactly("客户", "编码");
    assertThat(shown(empty).rows()).hasSize(2);
    empty.paste("客户\t编码\nC003\t1003\n", 2, 0);
    assertThat(shown(empty).rows()).hasSize(3);
    TablesViewModel without = model(session(table("t")));
    without.paste("a\tx\nb\ty\n", 0, 0);
    assertThat(shown(without).rows()).hasSize(2);
    without.headerFromFirstRow();
    assertThat(shown(without).columns()).containsExactly("a", "x");
  }

  @Test
  void all_that_is_copied_can_be_pasted_again() {
    TablesViewModel model = model(session(table("t", "a 1", "b 2")));
    String all = Clips.copyAll(shown(model));
    TablesViewModel other = model(session(table("t")));
    other.paste(all, 0, 0);
    assertThat(shown(other).rows()).isEqualTo(shown(model).rows());
    assertThat(shown(other).columns()).containsExactly("code", "id");
  }

  @Test
  void doubled_keys_are_marked_as_lookups_compare_them() {
    TablesViewModel model = model(session(table("t", "1.0 x", "2 y", "1 z", "2 w")));
    assertThat(model.doubled()).isEqualTo(2);
    assertThat(model.isDoubled(1)).isTrue();
    assertThat(model.isDoubled(0)).isFalse();
    model.setKeyType("decimal");
    assertThat(model.doubled()).isEqualTo(4);
  }

  @Test
  void rows_and_columns_are_added_removed_renamed_and_sorted() {
    TablesViewModel model = model(session(table("t", "b 2", "a 1", "c 3")));
    model.sort(0, true);
    assertThat(model.text(0, 0)).isEqualTo("c");
    model.removeRows(List.of(0, 2));
    assertThat(shown(model).rows()).hasSize(1);
    model.insertRow(0);
    model.insertColumn(1);
    assertThat(shown(model).columns()).containsExactly("code", "value", "id");
    assertThat(model.text(1, 2)).isEqualTo("2");
    assertThat(model.renameColumn(1, "id")).isFalse();
    assertThat(model.messageProperty().get()).contains("id");
    assertThat(model.renameColumn(1, "name")).isTrue();
    model.removeColumn(1);
    assertThat(shown(model).columns()).containsExactly("code", "id");
    assertThat(shown(model).rows().get(1)).containsExactly(text("b"), text("2"));
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  @Test
  void rules_and_groups_that_name_a_table_follow_its_new_name() {
    Rule code = Rule.formula("FNote", "lookup( \"t\" , order.customer.code) & \"t\"");
    Rule when = Rule.link("FBillNo", "order.orderNo").withWhen("EXISTS_IN(\"t\", order.currency)");
    EditorSession session = session(table("t", "a 1"), code, when);
    TablesViewModel model = model(session);
    assertThat(model.uses()).extracting(u -> u.name()).containsExactly("FNote", "FBillNo");
    assertThat(model.rename("客户 \"A\"")).isTrue();
    assertThat(session.mapping().rules().getFirst().formula())
        .isEqualTo("lookup( \"客户 \\\"A\\\"\" , order.customer.code) & \"t\"");
    assertThat(session.mapping().rules().get(1).when()).contains("客户");
    assertThat(model.uses()).hasSize(2);
    session.undo();
    assertThat(session.mapping().rules()).containsExactly(code, when);
  }

  @Test
  void values_that_no_row_matches_are_found_in_all_records_and_added() {
    Rule unit = Rule.formula("FEntity[].FUnitID.FNumber", "LOOKUP(\"t\", line.unit)");
    Rule lines = Rule.each("FEntity[]", new Each("order.lines[]", "line"));
    Rule code = Rule.formula("FNote", "UPPER(LOOKUP(\"t\", order.customer.code, 1))");
    TablesViewModel model = model(session(table("t", "kg KGM", "C1 1"), code, lines, unit));
    settle();
    assertThat(model.missingProperty().get())
        .containsExactlyInAnyOrder(new Missing("C9", 1), new Missing("m", 1), new Missing("t", 1));
    model.addMissing();
    assertThat(model.missingProperty().get()).isEmpty();
    assertThat(shown(model).rows()).hasSize(5);
    assertThat(shown(model).rows().getLast()).hasSize(1);
  }

  @Test
  void rows_are_found_and_tables_made_and_deleted() {
    EditorSession session = session(table("t", "alpha 1", "beta 2"));
    TablesViewModel model = model(session);
    model.findProperty().set("BET");
    assertThat(model.shownProperty().get()).containsExactly(1);
    model.add();
    assertThat(shown(model).name()).isEqualTo("table");
    assertThat(model.rename("t")).isFalse();
    model.delete();
    assertThat(model.names()).containsExactly("t");
    assertThat(shown(model).name()).isEqualTo("t");
  }

  @Test
  void what_a_key_without_a_row_gives_is_chosen() {
    EditorSession session = session(table("t", "a 1"));
    TablesViewModel model = model(session);
    model.setOtherwiseValue("none");
    assertThat(shown(model).otherwise()).isEqualTo(new Otherwise.Value(text("none")));
    model.setOtherwise(new Otherwise.Input());
    assertThat(session.undoLabelProperty().get()).isEqualTo("Change what t gives without a row");
  }

  @Test
  void a_csv_file_takes_the_place_of_the_rows() throws Exception {
    TablesViewModel model = model(session(table("t", "a 1")));
    settle();
    Path csv = folder.resolve("t.csv");
    Files.writeString(csv, "code,id\nx,9\ny,\n");
    model.importFile(csv, rows -> {});
    settle();
    assertThat(shown(model).rows())
        .containsExactly(List.of(text("x"), text("9")), List.of(text("y"), NullNode.instance));
    Files.writeString(csv, "code,id\nx,9,9\n");
    model.importFile(csv, rows -> {});
    settle();
    assertThat(model.messageProperty().get()).contains("t.csv");
    assertThat(shown(model).rows()).hasSize(2);
  }

  @Test
  void rows_that_stand_in_a_file_are_shown_and_changed_once_they_are_in_the_mapping() {
    JsonNode from = JsonNodeFactory.instance.objectNode().put("csv", "t.csv");
    Table file =
        new Table("t", List.of(), null, List.of(), from, new Otherwise.Fail(), Extras.NONE);
    EditorSession session =
        session(file, Rule.formula("FNote", "LOOKUP(\"t\", order.customer.code)"));
    TablesViewModel model = model(session);
    settle();
    assertThat(model.text(0, 1)).isEqualTo("0900");
    assertThat(model.missingProperty().get()).containsExactly(new Missing("C1", 1));
    model.setCell(0, 1, "1");
    model.addMissing();
    assertThat(session.mapping().tables()).containsExactly(file);
    assertThat(model.messageProperty().get()).isNotEmpty();
    model.setOtherwise(new Otherwise.Input());
    assertThat(session.mapping().tables().getFirst().from()).isEqualTo(from);
    settle();
    model.takeRows();
    model.setCell(0, 1, "1");
    assertThat(session.mapping().tables().getFirst().from()).isNull();
    assertThat(session.mapping().tables().getFirst().rows())
        .containsExactly(List.of(text("C9"), text("1")));
  }

  @Test
  void a_hundred_thousand_rows_are_edited_one_by_one() {
    List<List<JsonNode>> rows = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      rows.add(List.of(text("K" + i), text("V" + i)));
    }
    Table large = new Table("t", List.of(), null, rows, null, new Otherwise.Fail(), Extras.NONE);
    TablesViewModel model = model(session(large));
    model.setCell(99_999, 0, "K0");
    assertThat(model.doubled()).isEqualTo(2);
    model.findProperty().set("v99999");
    assertThat(model.shownProperty().get()).containsExactly(99_999);
  }
}
