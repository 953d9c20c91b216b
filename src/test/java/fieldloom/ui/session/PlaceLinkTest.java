package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaReaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of lists whose places have meanings of their own are linked with ITEM_AT. */
class PlaceLinkTest {
  private static final String ROW =
      "{'type':'array','prefixItems':[{'title':'No','type':'string'},"
          + "{'title':'Quantity','type':'number'}]}";
  private static final String ANSWER =
      "{'type':'object','properties':{'rows':{'type':'array','items':"
          + ROW
          + "},'tags':{'type':'array','items':{'type':'string'}}}}";
  private static final String BILL =
      "{'type':'object','properties':{'FNo':{'type':'string'},'FRows':{'type':'array','items':"
          + "{'type':'object','properties':{'FQty':{'type':'number'}}}},'FPair':"
          + ROW
          + "}}";

  private final EditorSession session = session();

  private static EditorSession session() {
    Document row = new Document("row", "json", new SchemaRef.None());
    Document answer = new Document("answer", "json", new SchemaRef.None());
    Mapping mapping =
        Mapping.empty("m", row, new Document("bill", "json", new SchemaRef.None()))
            .withSources(List.of(row, answer));
    return new EditorSession(
        mapping,
        Map.of("row", schema(ROW), "answer", schema(ANSWER), "bill", schema(BILL)),
        Autosaver.none(),
        Previewer.engine(),
        SessionThreads.direct());
  }

  private static SchemaTree schema(String text) {
    try {
      return SchemaReaders.read(
          "s.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "json-schema");
    } catch (SchemaException e) {
      throw new AssertionError(e);
    }
  }

  private static FieldRef ref(String text) {
    return FieldRef.parse(text);
  }

  private void link(FieldRef from, FieldRef to) {
    LinkPlan plan = session.plan(from, to);
    assertThat(plan).isInstanceOf(LinkPlan.Apply.class);
    session.apply(((LinkPlan.Apply) plan).edit());
  }

  private List<String> rules() {
    return session.mapping().rules().stream()
        .map(r -> r.to() + " = " + (r.each() == null ? r.expression() : r.each().over()))
        .toList();
  }

  @Test
  void aPlaceOfTheRecordItselfIsWrittenAsItsItem() {
    link(FieldRef.root("row").at(2), ref("bill.FNo"));
    assertThat(rules()).containsExactly("FNo = ITEM_AT(row, 2)");
    RuleView view = session.index().filling(ref("bill.FNo")).getFirst();
    assertThat(view.kind()).isEqualTo(RuleView.Kind.LINK);
    assertThat(view.sources()).containsExactly(FieldRef.root("row").at(2));
    assertThat(session.index().isMapped(FieldRef.root("row").at(1), Side.SOURCE)).isFalse();
  }

  @Test
  void aPlaceInAListMakesTheLoopAndReadsThroughItsAlias() {
    link(ref("answer.rows[]").at(2), ref("bill.FRows[].FQty"));
    assertThat(rules())
        .containsExactly("FRows[] = answer.rows[]", "FRows[].FQty = ITEM_AT(row2, 2)");
    RuleView view = session.index().filling(ref("bill.FRows[].FQty")).getFirst();
    assertThat(view.sources()).containsExactly(ref("answer.rows[]").at(2));
  }

  @Test
  void withoutALoopItIsThePlaceOfTheFirst() {
    link(ref("answer.rows[]").at(1), ref("bill.FNo"));
    assertThat(rules()).containsExactly("FNo = ITEM_AT(FIRST(answer.rows[]), 1)");
    assertThat(session.index().filling(ref("bill.FNo")).getFirst().sources())
        .containsExactly(ref("answer.rows[]").at(1));
  }

  @Test
  void aListOfListsOnAListOfGroupsIsALoop() {
    link(ref("answer.rows[]"), ref("bill.FRows[]"));
    assertThat(rules()).containsExactly("FRows[] = answer.rows[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ITEM_AT(row, 2)                      | row#2",
        "item_at(row,1)                       | row#1",
        "UPPER(ITEM_AT(row, 2)) & row         | row#2, row",
        "ITEM_AT(row, 0)                      | row",
        "ITEM_AT(row, 1 + 1)                  | row",
        "ITEM_AT(answer.tags[], 2)            | answer.tags[]",
        "ITEM_AT(FIRST(answer.rows[]), 2)     | answer.rows[]#2",
        "ITEM_AT(LAST(answer.rows[]), 2)      | answer.rows[]",
        "MAP(answer.rows[], r -> ITEM_AT(r, 2)) | answer.rows[]",
      })
  void formulasReadThePlacesOfTuplesOnly(String formula, String read) {
    session.apply(new Edit.SetFormula(ref("bill.FNo"), formula));
    assertThat(
            session.index().filling(ref("bill.FNo")).getFirst().inputs().stream()
                .map(RuleView.Input::field)
                .map(f -> f.isPlace() ? f.parent() + "#" + f.place() : f.toString()))
        .containsExactly(read.split(", "));
  }

  @Test
  void theSampleShowsThePlaceAndOfSeveralListsThatOfTheFirst() {
    Object row = List.of("A1", Num.ofText("2.50"));
    Object answer = new Obj().put("rows", List.of(List.of("B1"), List.of("B2", Num.of(3))));
    session.setSample(new Sample("s", Map.of("row", List.of(row), "answer", List.of(answer))));
    assertThat(Values.show(session.preview().source(FieldRef.root("row").at(2)))).isEqualTo("2.50");
    assertThat(session.preview().source(FieldRef.root("row").at(3))).isEqualTo(Absent.ABSENT);
    assertThat(session.preview().source(ref("answer.rows[]").at(1))).isEqualTo("B1");
    link(FieldRef.root("row").at(2), ref("bill.FNo"));
    assertThat(session.preview().target(ref("bill.FNo"))).isEqualTo("2.50");
  }

  @Test
  void aPlaceOfATargetIsRefusedAndNeverFilledAlone() {
    FieldRef place = ref("bill.FPair").at(1);
    assertThat(session.plan(FieldRef.root("row").at(1), place)).isInstanceOf(LinkPlan.Refuse.class);
    session.apply(new Edit.SetFormula(place, "\"x\""));
    session.apply(new Edit.SetConstant(place, "\"x\""));
    assertThat(session.mapping().rules()).isEmpty();
  }

  @Test
  void theSamePlaceIsLinkedOnceAndAnotherIsAsked() {
    link(FieldRef.root("row").at(1), ref("bill.FNo"));
    assertThat(session.plan(FieldRef.root("row").at(1), ref("bill.FNo")))
        .isInstanceOf(LinkPlan.Refuse.class);
    LinkPlan plan = session.plan(FieldRef.root("row").at(2), ref("bill.FNo"));
    assertThat(plan).isInstanceOf(LinkPlan.Ask.class);
    EditChoice choice = ((LinkPlan.Ask) plan).choice();
    assertThat(choice.options())
        .extracting(EditChoice.Option::detail)
        .contains("COALESCE(ITEM_AT(row, 1), ITEM_AT(row, 2))", "ITEM_AT(row, 2)");
    Rule rule = session.mapping().rules().getFirst();
    assertThat(rule.from()).isNull();
  }
}
