package fieldloom.ui.schematree;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTreeViewModelTest {
  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);

  private static List<String> labels(SchemaTreeViewModel tree) {
    return tree.rows().stream().map(SchemaRow::label).toList();
  }

  private RowState state(SchemaTreeViewModel tree, String field) {
    return tree.stateOf(tree.rows().get(tree.rowOf(FieldRef.parse(field))));
  }

  @Test
  void only_children_of_only_children_share_a_row() {
    assertThat(labels(target)).contains("FCustId.FNumber", "FEntity[]", "FMaterialId.FNumber");
    int row = target.rowOf(FieldRef.parse("bill.FCustId"));
    assertThat(target.fieldOf(row)).isEqualTo(FieldRef.parse("bill.FCustId.FNumber"));
    assertThat(target.shows(row, FieldRef.parse("bill.FCustId"))).isTrue();
  }

  @Test
  void a_closed_group_stands_for_its_fields() {
    target.setOpen(FieldRef.parse("bill.FReceive"), false);
    int row = target.rowOf(FieldRef.parse("bill.FReceive.FCity"));
    assertThat(target.rows().get(row).label()).isEqualTo("FReceive");
    assertThat(target.shows(row, FieldRef.parse("bill.FReceive.FCity"))).isFalse();
    target.reveal(FieldRef.parse("bill.FReceive.FCity"));
    row = target.rowOf(FieldRef.parse("bill.FReceive.FCity"));
    assertThat(target.rows().get(row).label()).isEqualTo("FCity");
  }

  @Test
  void values_read_as_people_expect_them() {
    source.setOpen(FieldRef.parse("order.`ship-to`"), false);
    assertThat(state(source, "order.lines[].price").value()).isEqualTo("1480.00");
    assertThat(state(source, "order.lines[]").value()).isEqualTo("2 items");
    assertThat(state(source, "order.`ship-to`").value()).isEqualTo("4 fields");
    assertThat(state(target, "bill.FSaleOrgId.FNumber").value()).isEqualTo("=\"100\"");
    assertThat(state(target, "bill.FTotal").value()).isEqualTo("Σ 21268.86");
    assertThat(state(target, "bill.FEntity[].FUnitID.FNumber").value())
        .isEqualTo("required, no rule");
  }

  @Test
  void a_search_keeps_the_ancestors_of_its_hits() {
    source.searchProperty().set("品名");
    assertThat(labels(source)).containsExactly("order", "lines[]", "name");
    source.searchProperty().set("NAME");
    assertThat(labels(source)).contains("owner", "lastName");
    SchemaRow hit = source.rows().get(source.rowOf(FieldRef.parse("order.owner.lastName")));
    assertThat(hit.labelHit()).isEqualTo(new Sought.Hit(4, 8));
    source.searchProperty().set("");
    assertThat(labels(source)).contains("orderNo");
  }

  @ParameterizedTest
  @CsvSource({"pm, 0, 2", "pinming, 0, 2", "ming, 1, 2", "PinM, 0, 2"})
  void a_chinese_title_is_found_by_its_pinyin(String typed, int start, int end) {
    source.searchProperty().set(typed);
    SchemaRow row = source.rows().get(source.rowOf(FieldRef.parse("order.lines[].name")));
    assertThat(row.label()).isEqualTo("name");
    assertThat(row.titleHit()).isEqualTo(new Sought.Hit(start, end));
  }

  @Test
  void enter_goes_from_hit_to_hit_of_pinyin_too() {
    source.searchProperty().set("pinming");
    source.walk().nextHit();
    assertThat(session.selection().field()).isEqualTo(FieldRef.parse("order.lines[].name"));
  }

  @Test
  void chips_show_what_is_left_to_do() {
    source.showProperty().set(Show.MAPPED);
    assertThat(labels(source)).contains("orderNo").doesNotContain("remark", "status");
    source.showProperty().set(Show.UNMAPPED);
    assertThat(labels(source)).contains("remark", "status").doesNotContain("orderNo");
    target.showProperty().set(Show.REQUIRED);
    assertThat(labels(target)).contains("FBillNo", "FQty").doesNotContain("FNote");
    target.showProperty().set(Show.PROBLEMS);
    assertThat(labels(target))
        .containsExactly("bill", "FEntity[]", "FMaterialName", "FUnitID.FNumber");
  }

  @Test
  void the_keyboard_walks_opens_and_closes() {
    target.walk().move(1);
    target.walk().move(1);
    assertThat(session.selection().field()).isEqualTo(FieldRef.parse("bill.FBillNo"));
    target.walk().left();
    assertThat(session.selection().field()).isEqualTo(FieldRef.root("bill"));
    target.walk().left();
    assertThat(target.rowCount()).isEqualTo(1);
    target.walk().right();
    target.walk().right();
    assertThat(session.selection().field()).isEqualTo(FieldRef.parse("bill.FBillNo"));
  }

  @Test
  void a_recursive_schema_opens_one_round_at_a_time() {
    SchemaNode[] node = new SchemaNode[1];
    node[0] =
        SchemaNode.builder("part", FieldType.OBJECT)
            .children(
                () ->
                    List.of(
                        SchemaNode.builder("name", FieldType.STRING).build(),
                        SchemaNode.builder("parts", FieldType.ARRAY).item(() -> node[0]).build()))
            .build();
    EditorSession recursive =
        new EditorSession(
            OrderToBill.empty(),
            Map.of("order", new SchemaTree(null, node[0])),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    SchemaTreeViewModel tree = new SchemaTreeViewModel(recursive, Side.SOURCE);
    assertThat(labels(tree)).containsExactly("order", "name", "parts[]");
    tree.setOpen(FieldRef.parse("order.parts[]"), true);
    assertThat(labels(tree)).containsExactly("order", "name", "parts[]", "name", "parts[]");
    tree.searchProperty().set("name");
    assertThat(labels(tree)).containsExactly("order", "name");
    assertThat(tree.filter().count(Show.ALL)).isEqualTo(1);
  }

  @Test
  void the_places_of_a_list_are_rows_with_number_title_and_type() {
    SchemaNode place = SchemaNode.builder("1", FieldType.STRING).title("Bill number").build();
    SchemaNode[] places = {
      place,
      SchemaNode.builder("2", FieldType.OBJECT)
          .title("Partner")
          .children(List.of(SchemaNode.builder("code", FieldType.STRING).build()))
          .build()
    };
    SchemaNode row =
        SchemaNode.builder("order", FieldType.ARRAY)
            .item(SchemaNode.any("order"))
            .places(() -> List.of(places))
            .build();
    EditorSession rows =
        new EditorSession(
            OrderToBill.empty(),
            Map.of("order", new SchemaTree(null, row)),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    SchemaTreeViewModel tree = new SchemaTreeViewModel(rows, Side.SOURCE);
    assertThat(labels(tree)).containsExactly("order", "1", "2");
    assertThat(tree.rows()).extracting(SchemaRow::expandable).containsExactly(true, false, false);
    assertThat(tree.rows().get(2).title()).isEqualTo("Partner");
    assertThat(tree.fieldOf(2)).isEqualTo(FieldRef.root("order").at(2));
    assertThat(tree.filter().count(Show.ALL)).isEqualTo(2);
    tree.searchProperty().set("bill");
    assertThat(labels(tree)).containsExactly("order", "1");
    tree.searchProperty().set("");
    tree.setOpen(FieldRef.root("order"), false);
    assertThat(tree.rowOf(FieldRef.root("order").at(2))).isZero();
    assertThat(tree.shows(0, FieldRef.root("order").at(2))).isFalse();
  }

  @Test
  void a_source_about_which_nothing_is_known_has_no_schema() {
    EditorSession unknown =
        new EditorSession(
            OrderToBill.empty(),
            Map.of("order", SchemaTree.unknown("order"), "bill", OrderToBill.BILL),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    assertThat(new SchemaTreeViewModel(unknown, Side.SOURCE).hasSchema()).isFalse();
    assertThat(new SchemaTreeViewModel(unknown, Side.TARGET).hasSchema()).isTrue();
  }

  @Test
  void ten_thousand_fields_are_rows_at_once() {
    List<SchemaNode> fields =
        IntStream.range(0, 10_000)
            .mapToObj(i -> SchemaNode.builder("field" + i, FieldType.STRING).build())
            .toList();
    SchemaTree wide =
        new SchemaTree(
            null, SchemaNode.builder("order", FieldType.OBJECT).children(fields).build());
    EditorSession large =
        new EditorSession(
            OrderToBill.empty(),
            Map.of("order", wide),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    SchemaTreeViewModel tree = new SchemaTreeViewModel(large, Side.SOURCE);
    tree.viewportHeightProperty().set(600);
    assertThat(tree.rowCount()).isEqualTo(10_001);
    tree.reveal(FieldRef.parse("order.field9999"));
    assertThat(tree.scrollProperty().get()).isEqualTo(tree.maxScroll());
    assertThat(tree.filter().count(Show.UNMAPPED)).isEqualTo(10_000);
  }
}
