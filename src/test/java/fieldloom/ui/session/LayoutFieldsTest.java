package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.ui.OrderToBill;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages and pinned fields in a mapping's layout. */
class LayoutFieldsTest {
  private static final FieldRef SKU = FieldRef.parse("order.lines[].sku");
  private static final Page LINES =
      new Page(
          "Lines",
          List.of(FieldRef.parse("order.lines[]")),
          List.of(FieldRef.parse("bill.FEntity[]")));

  private static Mapping with(String layout) throws JsonProcessingException {
    return OrderToBill.mapping().withLayout(new ObjectMapper().readTree(layout));
  }

  @Test
  void they_are_read_back_as_they_were_written() throws PackException {
    FieldRef place = FieldRef.parse("order.row[]").at(3);
    Mapping edited = new ViewEdit.AddPage(LINES).applyTo(OrderToBill.mapping());
    edited = new ViewEdit.Pin(Side.SOURCE, SKU, true).applyTo(edited);
    edited = new ViewEdit.Pin(Side.SOURCE, place, true).applyTo(edited);
    Mapping read = MappingFile.read(MappingFile.write(edited), "x.flmap");
    assertThat(LayoutFields.pages(read)).containsExactly(LINES);
    assertThat(LayoutFields.pins(read, Side.SOURCE)).containsExactly(SKU, place);
    assertThat(LayoutFields.pins(read, Side.TARGET)).isEmpty();
  }

  @Test
  void undo_gives_the_same_bytes() {
    EditorSession session = OrderToBill.session();
    byte[] before = MappingFile.write(session.mapping());
    session.apply(new ViewEdit.AddPage(LINES));
    session.apply(new ViewEdit.RenamePage("Lines", "Rows"));
    session.apply(new ViewEdit.Pin(Side.SOURCE, SKU, true));
    byte[] after = MappingFile.write(session.mapping());
    session.undo();
    session.undo();
    session.undo();
    assertThat(MappingFile.write(session.mapping())).isEqualTo(before);
    session.redo();
    session.redo();
    session.redo();
    assertThat(MappingFile.write(session.mapping())).isEqualTo(after);
  }

  @Test
  void what_was_made_and_taken_away_leaves_nothing() {
    Mapping edited = new ViewEdit.AddPage(LINES).applyTo(OrderToBill.mapping());
    edited = new ViewEdit.Pin(Side.TARGET, SKU, true).applyTo(edited);
    edited = new ViewEdit.Pin(Side.TARGET, SKU, false).applyTo(edited);
    edited = new ViewEdit.DeletePage("Lines").applyTo(edited);
    assertThat(edited).isEqualTo(OrderToBill.mapping());
  }

  @Test
  void what_cannot_be_read_counts_as_not_there_and_stays() throws JsonProcessingException {
    Mapping odd =
        with(
            """
            {"nodes": [], "own": 1, "pins": {"source": [7, "a..b", "order.remark"]},
             "pages": ["x", {"name": " "}, {"name": "Lines", "colour": "red",
                       "target": ["bill.FEntity[]", null]}]}
            """);
    assertThat(LayoutFields.pins(odd, Side.SOURCE)).containsExactly(FieldRef.parse("order.remark"));
    assertThat(LayoutFields.pages(odd)).hasSize(1);
    Mapping renamed = new ViewEdit.RenamePage("Lines", "Rows").applyTo(odd);
    assertThat(String.valueOf(renamed.layout()))
        .contains("\"own\":1", "\"x\"", "\"colour\":\"red\"", "\"Rows\"", "\"a..b\"");
  }

  @Test
  void a_name_is_of_one_page_only() {
    Mapping one = new ViewEdit.AddPage(LINES).applyTo(OrderToBill.mapping());
    assertThat(new ViewEdit.AddPage(LINES).applyTo(one)).isSameAs(one);
    Mapping two = new ViewEdit.AddPage(new Page("Header", List.of(SKU), List.of())).applyTo(one);
    assertThat(new ViewEdit.RenamePage("Header", "Lines").applyTo(two)).isSameAs(two);
    assertThat(new ViewEdit.RenamePage("Header", " ").applyTo(two)).isSameAs(two);
    assertThat(new ViewEdit.AddPage(new Page("Empty", List.of(), List.of())).applyTo(two))
        .isSameAs(two);
  }

  @Test
  void they_follow_documents_and_fields_to_other_names() {
    Mapping edited = new ViewEdit.AddPage(LINES).applyTo(OrderToBill.mapping());
    edited = new ViewEdit.Pin(Side.SOURCE, SKU, true).applyTo(edited);
    Mapping renamed = new Edit.RenameDocument(Side.SOURCE, "order", "po").applyTo(edited);
    assertThat(LayoutFields.pins(renamed, Side.SOURCE))
        .containsExactly(FieldRef.parse("po.lines[].sku"));
    assertThat(LayoutFields.pages(renamed).getFirst().sources())
        .containsExactly(FieldRef.parse("po.lines[]"));
    assertThat(LayoutFields.pages(renamed).getFirst().targets()).isEqualTo(LINES.targets());
    Mapping moved =
        new Edit.Rebind(
                Side.SOURCE,
                edited.sources().getFirst(),
                Map.of(FieldRef.parse("order.lines[]"), FieldRef.parse("order.rows[]")))
            .applyTo(edited);
    assertThat(LayoutFields.pins(moved, Side.SOURCE))
        .containsExactly(FieldRef.parse("order.rows[].sku"));
  }

  @Test
  void a_page_of_a_selection_has_the_lists_and_fields_it_touches() {
    RuleIndex index = RuleIndex.of(OrderToBill.mapping());
    Page lines = Page.of("Lines", Selection.target(FieldRef.parse("bill.FEntity[]")), index);
    assertThat(lines.sources()).containsExactly(FieldRef.parse("order.lines[]"));
    assertThat(lines.targets())
        .containsExactly(FieldRef.parse("bill.FEntity[]"), FieldRef.parse("bill.FTotal"));
    Page one = Page.of("One", Selection.source(FieldRef.parse("order.lines[].qty")), index);
    assertThat(one.targets())
        .containsExactlyInAnyOrder(
            FieldRef.parse("bill.FEntity[].FQty"), FieldRef.parse("bill.FEntity[].FAmount"));
    assertThat(Page.of("None", Selection.NONE, index).isEmpty()).isTrue();
  }
}
