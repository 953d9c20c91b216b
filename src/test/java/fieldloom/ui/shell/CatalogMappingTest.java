package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.SmallCatalog;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.catalog.CatalogPair;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogMappingTest {
  private final Catalog catalog = SmallCatalog.ofOrders().read();
  @TempDir private Path folder;
  private Store store;
  private WorkspaceFiles files;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder);
    files =
        new WorkspaceFiles(
            store,
            store.workspace("w").id(),
            (content, path, resources) ->
                Projects.load(MappingFile.read(content, path), resources));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private String create(String source, String target, String name) throws Exception {
    CatalogDocument from = catalog.document(source);
    CatalogDocument to = catalog.document(target);
    assertThat(from).isNotNull();
    assertThat(to).isNotNull();
    return new CatalogMapping(new CatalogPair(catalog, from, to, name)).create(files);
  }

  private Mapping mapping(String path) throws Exception {
    return MappingFile.read(store.document(files.workspace(), path).orElseThrow().content(), path);
  }

  @Test
  void theMappingNamesTheCatalogAndHasTheSourcesSamplesBesideIt() throws Exception {
    String path = create("crm/sales-order", "erp/stock-count", "Orders to counts");
    assertThat(path).isEqualTo("orders-to-counts/orders-to-counts.flmap");
    Mapping mapping = mapping(path);
    assertThat(mapping.name()).isEqualTo("Orders to counts");
    assertThat(mapping.driver())
        .isEqualTo(new Document("salesOrder", "json", new SchemaRef.Catalog("crm/sales-order")));
    assertThat(mapping.mainTarget())
        .isEqualTo(new Document("stockCount", "json", new SchemaRef.Catalog("erp/stock-count")));
    assertThat(files.samples(path, mapping))
        .containsExactlyInAnyOrder(
            "orders-to-counts/samples/sales-order-1.json",
            "orders-to-counts/samples/sales-order-2.json",
            "orders-to-counts/samples/sales-order-10.json");
  }

  @Test
  void documentsOfOneNameAreToldApartByTheirSystems() throws Exception {
    Mapping mapping = mapping(create("crm/sales-order", "erp/sales-order", "Orders"));
    assertThat(mapping.driver().name()).isEqualTo("crmSalesOrder");
    assertThat(mapping.mainTarget().name()).isEqualTo("erpSalesOrder");
    Mapping same = mapping(create("erp/item", "erp/item", "Items"));
    assertThat(same.driver().name()).isEqualTo("erpItem");
    assertThat(same.mainTarget().name()).isEqualTo("erpItem2");
  }

  @Test
  void aSecondMappingOfThatNameGetsAFolderOfItsOwn() throws Exception {
    create("crm/sales-order", "erp/item", "Orders");
    assertThat(create("crm/sales-order", "erp/item", "Orders"))
        .isEqualTo("orders-2/orders-2.flmap");
    assertThat(store.document(files.workspace(), "orders-2/samples/sales-order-1.json"))
        .isPresent();
  }
}
