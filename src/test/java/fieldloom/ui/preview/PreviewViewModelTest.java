package fieldloom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewViewModelTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private EditorSession session = session(bill("json"));
  private PreviewViewModel model = model();

  @AfterEach
  void close() {
    background.close();
  }

  /** Two fields and a loop; the main target is the bill. */
  private static Mapping bill(String format) {
    return Mapping.empty(
            "Bills",
            new Document("order", "json", new SchemaRef.File("crm-order.schema.json")),
            new Document("bill", format, new SchemaRef.File("erp-sales-order.schema.json")))
        .withRules(
            List.of(Rule.link("FBillNo", "order.orderNo"), Rule.link("FNote", "order.remark")));
  }

  private static EditorSession session(Mapping mapping) {
    EditorSession session =
        new EditorSession(
            mapping,
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    return session;
  }

  private PreviewViewModel model() {
    PreviewViewModel made = new PreviewViewModel(session, background);
    made.activeProperty().set(true);
    settle(made);
    return made;
  }

  private void settle(PreviewViewModel of) {
    pump.until(() -> background.runningProperty().get() == 0);
    assertThat(of).isNotNull();
  }

  private void set(String to, String formula) {
    session.apply(new Edit.SetFormula(FieldRef.parse("bill." + to), null, formula));
    settle(model);
  }

  @Test
  void theOutputIsShownAndWhatTheLastEditChangedSaysWhatItWas() {
    assertThat(model.output().shown())
        .containsExactly("{", "  \"FBillNo\": \"SO-2026-1187\",", "  \"FNote\": \"装车前电话确认\"", "}");
    assertThat(model.changed()).isZero();
    set("FNote", "UPPER(order.currency)");
    assertThat(model.changed()).isEqualTo(1);
    assertThat(model.output().rows().get(2).line().was()).isEqualTo("\"装车前电话确认\"");
  }

  @Test
  void onlyTheLinesThatChangedAreReplaced() {
    List<DocumentViewModel.Row> before = List.copyOf(model.output().rows());
    List<Integer> replaced = new ArrayList<>();
    model
        .output()
        .rows()
        .addListener(
            (ListChangeListener<DocumentViewModel.Row>)
                change -> {
                  while (change.next()) {
                    replaced.addAll(
                        IntStream.range(change.getFrom(), change.getTo()).boxed().toList());
                  }
                });
    set("FNote", "UPPER(order.currency)");
    assertThat(replaced).containsExactly(2);
    assertThat(model.output().rows().get(1)).isSameAs(before.get(1));
    for (DocumentViewModel.Row row : model.output().rows()) {
      assertThat(model.output().indexOf(row)).isEqualTo(row.number() - 1);
    }
    assertThat(model.output().indexOf(before.get(2))).isNegative();
  }

  @Test
  void ofLinesThatComeAgainTheVerySameAreTaken() {
    List<JsonLine> was = JsonLines.of("bill", new Obj().put("a", "1").put("b", "2").put("c", "3"));
    List<JsonLine> more =
        JsonLines.of("bill", new Obj().put("a", "1").put("x", "2").put("y", "4").put("c", "3"));
    List<JsonLine> kept = PreviewDocument.kept(was, more);
    assertThat(kept).isEqualTo(more);
    assertThat(kept.get(1)).isSameAs(was.get(1));
    assertThat(kept.getLast()).isSameAs(was.getLast());
    assertThat(PreviewDocument.kept(more, was)).isEqualTo(was);
    assertThat(PreviewDocument.kept(List.of(), was)).isEqualTo(was);
    List<JsonLine> other =
        JsonLines.of("bill", new Obj().put("a", "1").put("b", "9").put("c", "3"));
    assertThat(PreviewDocument.kept(was, other)).isEqualTo(other);
    assertThat(PreviewDocument.kept(was, other).get(3)).isSameAs(was.get(3));
  }

  @Test
  void requiredFieldsThatTheOutputLacksAreCountedAndTheFirstIsSelected() {
    assertThat(model.absent()).isGreaterThan(3);
    model.selectAbsent();
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FDate")));
  }

  @Test
  void partsOfItemsAreRequiredWhereThereAreItems() {
    Obj item = new Obj().put("FSeq", Num.of(1)).put("FMaterialId", new Obj());
    Obj bill = new Obj().put("FEntity", List.of(item, item));
    assertThat(RequiredAbsent.of("bill", OrderToBill.BILL, List.of(bill)))
        .contains(
            FieldRef.parse("bill.FEntity[].FMaterialId.FNumber"),
            FieldRef.parse("bill.FEntity[].FUnitID"))
        .doesNotContain(
            FieldRef.parse("bill.FEntity[]"), FieldRef.parse("bill.FEntity[].FUnitID.FNumber"))
        .doesNotHaveDuplicates();
    assertThat(RequiredAbsent.of("bill", OrderToBill.BILL, List.of(new Obj())))
        .contains(FieldRef.parse("bill.FEntity[]"));
  }

  @Test
  void aLineThatIsChosenSelectsItsFieldAndAFieldThatIsSelectedMarksItsLine() {
    model.select(model.output(), model.output().rows().get(2));
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FNote")));
    session.select(Selection.rule(session.mapping().rules().getFirst()));
    assertThat(model.output().markedProperty().get()).isEqualTo(model.output().rows().get(1));
    session.select(Selection.NONE);
    assertThat(model.output().markedProperty().get()).isNull();
  }

  @Test
  void theInputIsShownWithItsListsFoldedAndOpenedByASelection() {
    DocumentViewModel input = model.input();
    int all = input.rows().size();
    input.foldAll();
    assertThat(input.shown()).contains("  \"lines\": [ … ],").hasSizeLessThan(15);
    session.select(Selection.source(FieldRef.parse("order.lines[].sku")));
    assertThat(input.markedProperty().get().line().text()).contains("FL-PUMP-40");
    assertThat(input.shown()).contains("    { … }");
    input.unfoldAll();
    assertThat(input.rows()).hasSize(all);
    assertThat(input.markedProperty().get().line().at()).isEqualTo("lines[1].sku");
  }

  @Test
  void whatIsFoldedStaysFoldedWhenTheDocumentChanges() {
    set("FCustId.FNumber", "order.customer.code");
    model.output().fold(model.output().rows().get(2), true);
    assertThat(model.output().shown()).contains("  \"FCustId\": { … },");
    set("FBillNo", "\"x\"");
    assertThat(model.output().shown())
        .containsExactly(
            "{", "  \"FBillNo\": \"x\",", "  \"FCustId\": { … },", "  \"FNote\": \"装车前电话确认\"", "}");
    assertThat(model.output().rows().getLast().number()).isEqualTo(7);
  }

  @Test
  void aTargetThatIsNoJsonIsShownAsItsWriterWritesIt() {
    assertThat(model.isTextOffered()).isFalse();
    session = session(bill("csv"));
    model = model();
    assertThat(model.isTextOffered()).isTrue();
    model.writtenProperty().set(true);
    settle(model);
    assertThat(model.output().shown().getLast()).contains("SO-2026-1187").contains("装车前");
    set("FBillNo", "\"x\"");
    assertThat(model.changed()).isEqualTo(1);
    assertThat(model.output().rows().getLast().line().was()).contains("SO-2026-1187");
  }

  @Test
  void recordsOfASampleAreSteppedThroughAndNothingOfAnotherRecordCountsAsChanged() {
    Obj second = new Obj().put("orderNo", "SO-2");
    session.setSample(
        new Sample("two.json", Map.of("order", List.of(OrderToBill.order(), second))));
    settle(model);
    assertThat(model.records()).isEqualTo(2);
    model.step(1);
    settle(model);
    assertThat(model.output().shown()).contains("  \"FBillNo\": \"SO-2\"");
    assertThat(model.changed()).isZero();
    model.step(1);
    assertThat(model.recordProperty().get()).isEqualTo(1);
  }

  @Test
  void aSampleOfAnotherSchemaIsSaidInOneSentenceAndNoSampleIsNoProblem() {
    Obj other = new Obj().put("invoice", "1").put("buyer", "x");
    session.setSample(new Sample("samples/invoice.json", Map.of("order", List.of(other))));
    settle(model);
    assertThat(model.problem())
        .isEqualTo(
            "The sample invoice.json has no field of order: it has invoice, buyer, and order has"
                + " orderNo, createdAt, customer, …. Pick another sample, or replace the schema of"
                + " order.");
    session.setSample(null);
    settle(model);
    assertThat(model.problem()).isEmpty();
    assertThat(model.output().rows()).isEmpty();
  }

  @Test
  void whatNobodySeesIsNotLaidOut() {
    model.activeProperty().set(false);
    session.apply(new Edit.SetFormula(FieldRef.parse("bill.FNote"), null, "\"unseen\""));
    assertThat(background.runningProperty().get()).isZero();
    model.activeProperty().set(true);
    settle(model);
    assertThat(model.output().shown()).contains("  \"FNote\": \"unseen\"");
  }

  @Test
  void linesOfTextBetweenWhatBothBeginAndEndWithAreTheChangedOnes() {
    List<JsonLine> lines = WrittenText.lines("a\nb\nnew\nc", "a\nb\nc");
    assertThat(lines.stream().map(JsonLine::was)).containsExactly(null, null, "", null);
    assertThat(WrittenText.lines("a\nB\nc", "a\nb\nc").get(1).was()).isEqualTo("b");
  }

  @Test
  void tenThousandLinesAreOneListThatFoldsToOneLine() {
    List<Object> items =
        IntStream.range(0, 3_000).<Object>mapToObj(i -> new Obj().put("n", Num.of(i))).toList();
    DocumentViewModel document = new DocumentViewModel(fieldloom.ui.session.Side.TARGET, "bill");
    document.show(JsonLines.of("bill", new Obj().put("items", items)));
    assertThat(document.rows()).hasSize(9_004);
    document.mark(FieldRef.parse("bill.items[].n"));
    assertThat(document.markedProperty().get().number()).isEqualTo(4);
    document.fold(document.rows().get(1), true);
    assertThat(document.shown()).containsExactly("{", "  \"items\": [ … ]", "}");
  }
}
