package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState.Health;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandscapeViewModelTest extends LandscapeFixture {
  private static final Pair SALES = new Pair("crm", "erp");
  private static final Picked SALES_EDGE = new Picked.OfEdge(SALES);
  private static final Picked ERP = new Picked.OfSystem("erp");

  private List<CardLine> card(Pair pair) {
    return model.picture().cards().getOrDefault(pair, List.of());
  }

  @Test
  void aCardSaysWhatGoesEachWayWithTheRecordsOfADay() throws Exception {
    run("Orders", RunState.SUCCEEDED, new Counts(18_240, 18_240, 0));
    shown(Landscapes.small());
    assertThat(card(SALES))
        .extracting(CardLine::title)
        .containsExactly("Sales order 销售订单", "Stock level 即时库存");
    assertThat(card(SALES)).extracting(CardLine::count).containsExactly("18\u00a0240", "never");
    assertThat(card(SALES)).extracting(CardLine::arrow).containsExactly(Arrow.RIGHT, Arrow.LEFT);
    assertThat(model.picture().words().spoken(card(SALES).getFirst()))
        .isEqualTo("CRM to ERP: Sales order and 1 more, 18,240 records, last run good");
  }

  @Test
  void inChineseTheChineseTitleComesFirst() throws Exception {
    shown(Landscapes.small());
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(card(SALES).getFirst().title()).isEqualTo("销售订单 Sales order");
    assertThat(card(SALES).getFirst().count()).isEqualTo("从未");
  }

  @Test
  void aDirectionIsLedByTheFlowThatNeedsALookMost() throws Exception {
    shown(
        Landscapes.small()
            .with(Landscapes.flow("customer", "crm", "erp", "Customer", "客户", null, "Orders")));
    assertThat(card(SALES).getFirst().title()).startsWith("Sales order");
    run("Orders", RunState.FAILED, new Counts(5, 0, 5));
    model.refresh();
    pump.until(() -> model.picture().healths().get(SALES) == Health.ERRORS);
    model.selection().pick(SALES_EDGE);
    assertThat(model.selection().flow()).isNotNull();
    assertThat(model.state(model.selection().flow()).failed()).isEqualTo(5);
  }

  @Test
  void theFiguresCountFlowsByHowTheyGo() throws Exception {
    run("Orders", RunState.SUCCEEDED, new Counts(20, 18, 2));
    run("Stock", RunState.SUCCEEDED, new Counts(7, 7, 0));
    shown(Landscapes.small());
    Figures figures = model.figuresProperty().get();
    assertThat(figures.systems()).isEqualTo(3);
    assertThat(figures.flows()).isEqualTo(4);
    assertThat(figures.ranToday()).isEqualTo(2);
    assertThat(figures.failing()).isEqualTo(1);
    assertThat(figures.errors()).isEqualTo(2);
    assertThat(figures.byHealth())
        .isEqualTo(Map.of(Health.WARNINGS, 1, Health.GOOD, 1, Health.NEVER, 2));
  }

  @Test
  void whileAJobRunsItsEdgeRunsAndAtTheEndTheCountsAreThere() throws Exception {
    run("Orders", RunState.FAILED, new Counts(5, 0, 5));
    shown(Landscapes.small());
    assertThat(model.picture().healths().get(SALES)).isEqualTo(Health.ERRORS);
    model.running(Map.of("Orders", new Counts(30, 30, 0)));
    assertThat(model.picture().healths().get(SALES)).isEqualTo(Health.RUNNING);
    assertThat(card(SALES).getFirst().count()).isEqualTo("30");
    run("Orders", RunState.SUCCEEDED, new Counts(40, 40, 0));
    model.running(Map.of());
    pump.until(() -> model.picture().healths().get(SALES) == Health.GOOD);
    assertThat(card(SALES).getFirst().count()).isEqualTo("40");
  }

  @Test
  void aRunThatTheStoreKnowsCountsOnce() throws Exception {
    Store.Run run = run("Orders", RunState.RUNNING, Counts.NONE);
    store.progress(run.id(), new Counts(25, 25, 0));
    shown(Landscapes.small());
    model.running(Map.of("Orders", new Counts(30, 30, 0)));
    assertThat(card(SALES).getFirst().count()).isEqualTo("30");
  }

  @Test
  void theFilterLeavesTheEdgesThatHaveSuchFlows() throws Exception {
    run("Orders", RunState.FAILED, new Counts(5, 0, 5));
    shown(Landscapes.small());
    model.filterProperty().set(FlowFilter.PROBLEMS);
    assertThat(model.picture().matching()).containsExactly(SALES);
    assertThat(model.picture().things())
        .doesNotContainKey(new Picked.OfEdge(new Pair("erp", "wms")));
    model.filterProperty().set(FlowFilter.NEVER);
    assertThat(model.picture().matching()).hasSize(2);
  }

  @Test
  void aWorkspaceWithoutALandscapeSaysSoAndCanBeginOne() throws Exception {
    model.refresh();
    pump.until(() -> model.stageProperty().get() == Stage.NONE);
    model.begin();
    assertThat(model.isShown()).isTrue();
    saved();
    assertThat(stored()).isEqualTo(Landscape.empty());
  }

  @Test
  void layingOutIsShownUntilItIsThere() throws Exception {
    model.refresh();
    pump.until(() -> model.stageProperty().get() == Stage.NONE);
    model.layingOut();
    assertThat(model.stageProperty().get()).isEqualTo(Stage.LAYING_OUT);
    store.save(
        workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(Landscapes.small()));
    model.laidOut();
    pump.until(model::isShown);
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
  }

  @Test
  void aLandscapeThatCannotBeReadIsNotWrittenOver() throws Exception {
    byte[] damaged = "{".getBytes(StandardCharsets.UTF_8);
    store.save(workspace, Store.Kind.OTHER, Landscape.PATH, damaged);
    model.refresh();
    pump.until(() -> model.stageProperty().get() == Stage.UNREADABLE);
    assertThat(model.unreadableProperty().get()).contains("no JSON");
    model.edits().add(Landscapes.system("mes", "MES", "", "", false, 0, 0));
    saved();
    assertThat(store.document(workspace, Landscape.PATH).orElseThrow().content())
        .isEqualTo(damaged);
  }

  @Test
  void arrowsWalkFromTheCentralSystemAndEnterGoesToItsFirstEdge() throws Exception {
    shown(Landscapes.small());
    model.selection().walk(Arrow.RIGHT);
    assertThat(model.selection().picked()).isEqualTo(ERP);
    model.selection().walk(Arrow.LEFT);
    assertThat(model.selection().picked()).isEqualTo(SALES_EDGE);
    assertThat(model.selection().flow()).isEqualTo(model.landscape().flow("order").orElseThrow());
    model.selection().enterSystem("wms");
    assertThat(model.selection().picked()).isEqualTo(new Picked.OfEdge(new Pair("erp", "wms")));
  }

  @Test
  void theFlowsOfASystemAreThoseOfAllItsEdges() throws Exception {
    shown(Landscapes.small());
    model.selection().pick(ERP);
    assertThat(model.selection().flows()).hasSize(4);
    model.selection().pick(new Picked.OfSystem("crm"));
    assertThat(model.selection().flows())
        .extracting(Flow::id)
        .containsExactly("order", "customer", "stock");
  }

  @Test
  void whatTheWorkspaceHasForAFlowIsReadWhenItIsShown() throws Exception {
    run("Orders", RunState.SUCCEEDED, new Counts(1, 1, 0));
    shown(Landscapes.small());
    model.selection().pick(SALES_EDGE);
    pump.until(() -> model.selection().detailsProperty().get() != null);
    FlowDetails details = model.selection().detailsProperty().get();
    assertThat(details.hasJob()).isTrue();
    assertThat(details.mapping()).as("its mapping, which is not in the workspace").isNull();
  }
}
