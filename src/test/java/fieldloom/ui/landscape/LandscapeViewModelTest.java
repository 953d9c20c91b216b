package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState.Health;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.landscape.Words;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeViewModelTest {
  private static final Pair SALES = new Pair("crm", "erp");
  private static final Picked SALES_EDGE = new Picked.OfEdge(SALES);
  private static final Picked ERP = new Picked.OfSystem("erp");

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private Store store;
  private long workspace;
  private boolean full;
  private LandscapeViewModel model;

  @BeforeEach
  void open() throws Exception {
    Texts.languageProperty().set(Language.ENGLISH);
    store = Stores.open(folder);
    workspace = store.workspace("w").id();
    model = new LandscapeViewModel(mayBeFull(), workspace, background, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
    store.close();
  }

  /** The store, unable to save a document while the disk is full. */
  private Store mayBeFull() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (full && method.getName().equals("save")) {
                throw new StoreException("The disk is full.");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void shown(Landscape landscape) throws StoreException {
    store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(landscape));
    model.refresh();
    pump.until(model::isShown);
  }

  private Landscape stored() throws Exception {
    return LandscapeFile.read(store.document(workspace, Landscape.PATH).orElseThrow().content());
  }

  private void saved() {
    boolean[] done = {false};
    model.flush(() -> done[0] = true, sentence -> done[0] = true);
    pump.until(() -> done[0]);
  }

  private Store.Run run(String job, RunState state, Counts counts) throws StoreException {
    Job saved =
        store.saveJob(
            workspace,
            new Job(0, job, "order/order.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of()));
    Store.Run run = store.beginRun(workspace, saved.id(), saved.mapping(), 1);
    return state == RunState.RUNNING ? run : store.endRun(run.id(), state, counts, null);
  }

  private List<CardLine> card(Pair pair) {
    return model.picture().cards().getOrDefault(pair, List.of());
  }

  // ------------------------------------------------------------------ how flows go

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

  // ------------------------------------------------------------------ edits

  @Test
  void everyEditIsSavedAndCanBeTakenBack() throws Exception {
    shown(Landscapes.small());
    BusinessSystem mes = Landscapes.system("mes", "MES", "Shop floor", "制造执行", false, 0, 0);
    model.edits().add(mes);
    assertThat(model.selection().picked()).isEqualTo(new Picked.OfSystem("mes"));
    saved();
    assertThat(stored().system("mes")).isPresent();
    assertThat(model.undoLabelProperty().get()).isEqualTo("Add MES");
    assertThat(model.undo()).isEqualTo("Add MES");
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    saved();
    assertThat(stored()).isEqualTo(Landscapes.small());
    model.redo();
    saved();
    assertThat(stored().system("mes")).isPresent();
  }

  @Test
  void aNewSystemStandsWhereThereIsRoom() throws Exception {
    shown(Landscapes.small());
    model.edits().setCentre(540, 300);
    model.edits().add(Landscapes.system("mes", "MES", "", "", false, 0, 0));
    Map<String, Box> systems = model.picture().layout().systems();
    Box mes = systems.get("mes");
    assertThat(mes).isNotNull();
    assertThat(systems.values().stream().filter(box -> box != mes))
        .noneMatch(box -> box.meets(mes, 8));
  }

  @Test
  void onlyOneSystemIsCentral() throws Exception {
    shown(Landscapes.small());
    model.edits().change(Landscapes.system("crm", "CRM", "", "", true, 100, 300));
    assertThat(model.landscape().systems().stream().filter(BusinessSystem::central))
        .extracting(BusinessSystem::id)
        .containsExactly("crm");
  }

  @Test
  void aFlowIsAddedShownAndRemovedAgain() throws Exception {
    shown(Landscapes.small());
    Flow delivery = Landscapes.flow("delivery", "wms", "crm", "Delivery", "发货", null, null);
    model.edits().add(delivery);
    assertThat(model.selection().picked()).isEqualTo(new Picked.OfEdge(new Pair("crm", "wms")));
    assertThat(model.selection().flow()).isEqualTo(delivery);
    model.edits().remove(delivery);
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    assertThat(model.selection().flow()).isNull();
    saved();
    assertThat(stored()).isEqualTo(Landscapes.small());
  }

  @Test
  void aSystemGoesWithItsFlows() throws Exception {
    shown(Landscapes.small());
    model.selection().pick(ERP);
    model.edits().remove(model.landscape().system("erp").orElseThrow());
    assertThat(model.landscape().flows()).isEmpty();
    assertThat(model.selection().picked()).isEqualTo(Picked.NOTHING);
    model.undo();
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
  }

  @Test
  void aSentenceIsSaidAboutTwoSystems() throws Exception {
    shown(Landscapes.small());
    model.edits().say(SALES, new Words("Both sell.", "一起销售。"));
    assertThat(model.picture().edges().get(SALES).sentence().english()).isEqualTo("Both sell.");
    model.edits().say(SALES, Words.NONE);
    assertThat(model.landscape().relations()).isEmpty();
  }

  @Test
  void aDragMovesOnTheGridAndIsOneStep() throws Exception {
    shown(Landscapes.small());
    model.drag("wms", 991, 333);
    assertThat(model.picture().layout().systems().get("wms").centreX()).isEqualTo(992);
    model.drag("wms", 1002, 345);
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
    model.drop();
    assertThat(model.landscape()).isEqualTo(Landscapes.small().moved("wms", 1000, 344));
    assertThat(model.undo()).isEqualTo("Move WMS");
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
  }

  @Test
  void aDragThatIsGivenUpLeavesEverythingWhereItWas() throws Exception {
    shown(Landscapes.small());
    LandscapeLayout before = model.picture().layout();
    model.drag("wms", 1200, 700);
    model.cancelDrag();
    assertThat(model.picture().layout()).isEqualTo(before);
    assertThat(model.undoLabelProperty().get()).isNull();
  }

  @Test
  void stepsByKeyOneBehindTheOtherAreUndoneTogether() throws Exception {
    shown(Landscapes.small());
    model.selection().pick(ERP);
    model.edits().nudge("erp", 8, 0);
    model.edits().nudge("erp", 8, 0);
    model.edits().nudge("erp", 0, 8);
    assertThat(model.landscape().system("erp").orElseThrow().y()).isEqualTo(312);
    model.undo();
    assertThat(model.landscape()).isEqualTo(Landscapes.small());
    assertThat(model.undoLabelProperty().get()).isNull();
  }

  @Test
  void tidyIsOneStepThatCanBeTakenBack() throws Exception {
    shown(Landscapes.small().moved("wms", 600, 900).moved("crm", 530, 400));
    Landscape before = model.landscape();
    model.edits().tidy();
    assertThat(model.landscape()).isNotEqualTo(before);
    assertThat(model.undo()).isEqualTo("Tidy");
    assertThat(model.landscape()).isEqualTo(before);
  }

  @Test
  void aSaveThatFailsIsToldAndTriedAgain() throws Exception {
    shown(Landscapes.small());
    full = true;
    model.edits().nudge("erp", 8, 0);
    pump.until(() -> !model.unsavedProperty().get().isEmpty());
    assertThat(model.unsavedProperty().get()).isEqualTo("The disk is full.");
    String[] told = {""};
    model.flush(() -> told[0] = "saved", sentence -> told[0] = sentence);
    assertThat(told[0]).isEqualTo("The disk is full.");
    model.refresh();
    full = false;
    model.retrySave();
    pump.until(() -> model.unsavedProperty().get().isEmpty());
    assertThat(stored().system("erp").orElseThrow().x())
        .isEqualTo(548, org.assertj.core.api.Assertions.within(4.0));
    assertThat(model.landscape()).isEqualTo(stored());
  }

  @Test
  void aReadingThatIsOlderThanAnEditDoesNotTakeItBack() throws Exception {
    shown(Landscapes.small());
    model.refresh();
    model.edits().nudge("erp", 80, 0);
    Landscape edited = model.landscape();
    saved();
    assertThat(model.landscape()).isEqualTo(edited);
  }

  // ------------------------------------------------------------------ stages

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

  // ------------------------------------------------------------------ keyboard

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
