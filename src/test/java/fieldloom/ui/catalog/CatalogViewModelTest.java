package fieldloom.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogSystem;
import fieldloom.catalog.SmallCatalog;
import fieldloom.catalog.Templates;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogViewModelTest {
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);

  @AfterEach
  void close() {
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
  }

  private static CatalogSource source() throws IOException {
    Mapping template =
        Mapping.empty(
            "Orders",
            new Document("a", "json", new SchemaRef.Catalog("crm/sales-order")),
            new Document("b", "json", new SchemaRef.Catalog("erp/sales-order")));
    return new CatalogSource(
        SmallCatalog.ofOrders().read(),
        Templates.read(
            SmallCatalog.empty()
                .file(
                    "orders/orders.flmap",
                    new String(MappingFile.write(template), StandardCharsets.UTF_8))));
  }

  private CatalogViewModel model() {
    return model(CatalogViewModelTest::source);
  }

  private CatalogViewModel model(Callable<CatalogSource> reader) {
    CatalogViewModel model = new CatalogViewModel(reader, background);
    model.load();
    pump.until(() -> !model.readingProperty().get());
    return model;
  }

  private static CatalogDocument document(CatalogViewModel model, String id) {
    return model.rows().stream()
        .filter(CatalogRow.Entry.class::isInstance)
        .map(row -> ((CatalogRow.Entry) row).document())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String id(CatalogViewModel model) {
    CatalogDocument shown = model.document();
    return shown == null ? "" : shown.id();
  }

  @Test
  void documentsStandUnderTheirSystemsAndTheFirstIsShown() {
    CatalogViewModel model = model();
    assertThat(model.rows())
        .extracting(
            row ->
                switch (row) {
                  case CatalogRow.Heading(CatalogSystem system, int documents) ->
                      system.name() + " " + documents;
                  case CatalogRow.Entry entry -> entry.document().id();
                })
        .containsExactly(
            "CRM 2",
            "crm/sales-order",
            "crm/sales-order-change",
            "ERP 3",
            "erp/item",
            "erp/sales-order",
            "erp/stock-count");
    assertThat(id(model)).isEqualTo("crm/sales-order");
    assertThat(model.documents()).isEqualTo(5);
  }

  @Test
  void theCatalogIsReadOnceAndWhatFailedIsToldAndTriedAgain() {
    AtomicInteger reads = new AtomicInteger();
    CatalogViewModel model =
        model(
            () -> {
              if (reads.incrementAndGet() == 1) {
                throw new IOException("The catalog is damaged.");
              }
              return source();
            });
    assertThat(model.problemProperty().get()).isEqualTo("The catalog is damaged.");
    assertThat(model.nothingFound()).isFalse();
    model.load();
    pump.until(() -> !model.readingProperty().get());
    model.load();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.documents()).isEqualTo(5);
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatIsTypedListsTheBestFirstAndShowsIt() {
    CatalogViewModel model = model();
    model.searchProperty().set("wuliao");
    assertThat(id(model)).isEqualTo("erp/item");
    assertThat(model.foundField()).isNull();
    assertThat(model.documents()).isEqualTo(2);
    model.walk(1);
    assertThat(id(model)).isEqualTo("erp/stock-count");
    assertThat(model.foundField()).isNotNull();
    assertThat(model.isFoundIn("物料")).isTrue();
    model.searchProperty().set("");
    assertThat(id(model)).as("what was shown stays").isEqualTo("erp/stock-count");
    model.searchProperty().set("nowhere");
    assertThat(model.nothingFound()).isTrue();
  }

  @Test
  void whatIsTypedBeforeTheCatalogIsReadIsLookedForWhenItIs() {
    CatalogViewModel model = new CatalogViewModel(CatalogViewModelTest::source, background);
    model.searchProperty().set("pdd");
    model.load();
    pump.until(() -> model.documents() > 0);
    assertThat(id(model)).isEqualTo("erp/stock-count");
  }

  @Test
  void arrowsWalkDocumentsAndSystemsAndStopAtTheEnds() {
    CatalogViewModel model = model();
    model.walk(-1);
    assertThat(id(model)).isEqualTo("crm/sales-order");
    model.walk(1);
    model.walk(1);
    assertThat(id(model)).isEqualTo("erp/item");
    model.walk(1);
    model.walkSystems(false);
    assertThat(id(model)).isEqualTo("erp/item");
    model.walkSystems(false);
    assertThat(id(model)).isEqualTo("crm/sales-order");
    model.walkSystems(true);
    assertThat(id(model)).isEqualTo("erp/item");
    model.walk(100);
    assertThat(id(model)).isEqualTo("erp/stock-count");
    model.walkSystems(true);
    assertThat(id(model)).isEqualTo("erp/stock-count");
  }

  @Test
  void aDocumentsFirstSampleIsShownUntilAnotherIsChosen() {
    CatalogViewModel model = model();
    pump.until(() -> model.sampleTextProperty().get().contains("SO-1"));
    model.sampleProperty().set("sales-order-10.json");
    pump.until(() -> model.sampleTextProperty().get().contains("SO-10"));
    model.show(document(model, "erp/item"));
    assertThat(model.sampleProperty().get()).isNull();
    assertThat(model.sampleTextProperty().get()).isEmpty();
  }

  @Test
  void aDocumentThatIsHiddenBySearchIsRevealed() {
    CatalogViewModel model = model();
    CatalogDocument order = document(model, "crm/sales-order");
    model.searchProperty().set("pdd");
    model.reveal(order);
    assertThat(model.searchProperty().get()).isEmpty();
    assertThat(id(model)).isEqualTo("crm/sales-order");
  }

  @Test
  void twoDocumentsMakeAPairWithANameAndATemplate() {
    CatalogViewModel model = model();
    PairModel pair = model.pair();
    assertThat(pair.reasonProperty().get()).isEqualTo("Pick a source document first.");
    model.useAsSource();
    assertThat(pair.reasonProperty().get()).isEqualTo("Pick a target document first.");
    assertThat(pair.pair()).isNull();
    model.show(document(model, "erp/sales-order"));
    model.useAsTarget();
    assertThat(pair.reasonProperty().get()).isEmpty();
    assertThat(pair.nameProperty().get()).isEqualTo("CRM sales order to ERP sales order");
    assertThat(pair.templateProperty().get()).isNotNull();
    CatalogPair made = pair.pair();
    assertThat(made).isNotNull();
    assertThat(made.source().id()).isEqualTo("crm/sales-order");
    assertThat(made.target().id()).isEqualTo("erp/sales-order");
    pair.swap();
    assertThat(pair.nameProperty().get()).isEqualTo("ERP sales order to CRM sales order");
    assertThat(pair.templateProperty().get()).isNull();
  }

  @Test
  void takingTheSameDocumentAgainTakesItAway() {
    CatalogViewModel model = model();
    model.useAsTarget();
    model.useAsTarget();
    assertThat(model.pair().targetProperty().get()).isNull();
  }

  @Test
  void theNameFollowsDocumentsAndLanguageUntilOneIsTyped() {
    CatalogViewModel model = model();
    PairModel pair = model.pair();
    model.useAsSource();
    model.show(document(model, "erp/item"));
    model.useAsTarget();
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(pair.nameProperty().get()).isEqualTo("CRM 销售订单到 ERP 物料");
    pair.nameProperty().set("My own");
    Texts.languageProperty().set(Language.ENGLISH);
    pair.swap();
    assertThat(pair.nameProperty().get()).isEqualTo("My own");
    pair.nameProperty().set(" ");
    assertThat(pair.reasonProperty().get()).isEqualTo("Give the mapping a name.");
    assertThat(pair.pair()).isNull();
  }
}
