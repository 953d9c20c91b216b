package fieldloom.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private final Catalog catalog = SmallCatalog.ofOrders().read();

  @Test
  void vendorsComeBehindTheSystemsAndDocumentsAreInOrderOfTheirNames() {
    assertThat(catalog.systems())
        .extracting(CatalogSystem::id)
        .containsExactly("crm", "erp", "mrp", "kingdee-galaxy");
    assertThat(catalog.documents())
        .extracting(CatalogDocument::id)
        .containsExactly(
            "crm/sales-order",
            "crm/sales-order-change",
            "erp/item",
            "erp/sales-order",
            "erp/stock-count");
    assertThat(catalog.documents(catalog.systems().get(2))).isEmpty();
    assertThat(catalog.documents(catalog.systems().get(1))).hasSize(3);
  }

  @Test
  void aDocumentSaysWhatItIsAndWhatItHas() throws IOException {
    CatalogDocument order = catalog.document("crm/sales-order");
    assertThat(order).isNotNull();
    assertThat(order.name()).isEqualTo("sales-order");
    assertThat(order.title(Locale.ENGLISH)).isEqualTo("Sales order");
    assertThat(order.title(Locale.SIMPLIFIED_CHINESE)).isEqualTo("销售订单");
    assertThat(order.description()).isEqualTo("What crm/sales-order is.");
    assertThat(order.fieldCount()).isEqualTo(4);
    assertThat(order.schema().root().child("orderNo").required()).isTrue();
    assertThat(catalog.document("crm/nothing")).isNull();
  }

  @Test
  void samplesBelongToTheDocumentWhoseNameTheyBearAndAreCounted() throws IOException {
    CatalogDocument order = catalog.document("crm/sales-order");
    assertThat(order.samples())
        .containsExactly("sales-order-1.json", "sales-order-2.json", "sales-order-10.json");
    assertThat(catalog.document("crm/sales-order-change").samples())
        .containsExactly("sales-order-change-1.json");
    assertThat(catalog.sample(order, "sales-order-1.json"))
        .isEqualTo("{\"orderNo\":\"SO-1\",\"amount\":12.50}".getBytes(StandardCharsets.UTF_8));
    assertThat(catalog.sampleText(order, "sales-order-1.json"))
        .isEqualTo("{\n  \"orderNo\": \"SO-1\",\n  \"amount\": 12.50\n}");
    assertThat(catalog.sampleText(order, "sales-order-2.json")).contains("\"amount\": 1e2");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "xsdd     | crm/sales-order erp/sales-order crm/sales-order-change",
        "xiaoshou | crm/sales-order crm/sales-order-change erp/sales-order erp/item",
        "销售订单  | crm/sales-order erp/sales-order crm/sales-order-change",
        "bgd      | crm/sales-order-change",
        "Sales    | crm/sales-order crm/sales-order-change erp/sales-order erp/item",
        "item     | erp/item erp/stock-count",
        "stock-c  | erp/stock-count",
        "erp/s    | erp/sales-order erp/stock-count",
        "erp sales| erp/sales-order erp/item",
        "erp　xs  | erp/sales-order erp/item",
        "qyzy     | erp/item erp/sales-order erp/stock-count",
        "FBillNo  | erp/sales-order",
        "danju    | erp/sales-order",
        "zhongliang| crm/sales-order",
        "yinhang  | crm/sales-order",
        "yinxing  | crm/sales-order",
        "nothing  | ''",
      })
  void aSearchFindsWhatBeginsSoBeforeWhatHoldsItAndTitlesBeforeFields(String typed, String ids) {
    assertThat(catalog.search(typed))
        .extracting(hit -> hit.document().id())
        .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @Test
  void aHitSaysWhichFieldWasMeantWhereNoTitleWas() {
    assertThat(catalog.search("wuliao"))
        .extracting(hit -> hit.document().id(), hit -> hit.field() == null)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("erp/item", true),
            org.assertj.core.groups.Tuple.tuple("erp/stock-count", false));
    CatalogField field = catalog.search("wuliao").getLast().field();
    assertThat(field).isNotNull();
    assertThat(field.path()).hasToString("FItem");
  }

  @Test
  void nothingTypedFindsAll() {
    assertThat(catalog.search(" ")).hasSize(5);
  }

  @Test
  void groupsAreFieldsWhosePartsAreCounted() {
    Catalog nested =
        SmallCatalog.ofOrders()
            .file(
                "erp/item.schema.json",
                """
                {"title": "Item", "x-title-zh": "物料", "type": "object", "properties": {
                  "FUnit": {"type": "object", "properties": {"FNumber": {"type": "string"}}},
                  "FTags": {"type": "array", "items": {"type": "string"}},
                  "FParts": {"type": "array", "items": {"$ref": "#"}}}}
                """)
            .read();
    CatalogDocument item = nested.document("erp/item");
    assertThat(item.fields())
        .extracting(field -> field.path().toString())
        .startsWith("FUnit", "FUnit.FNumber", "FTags[]", "FParts[]", "FParts[].FUnit")
        .hasSizeLessThan(20);
    assertThat(item.fields().stream().filter(CatalogField::isLeaf))
        .extracting(field -> field.path().toString())
        .startsWith("FUnit.FNumber", "FTags[]", "FParts[].FUnit.FNumber");
  }

  @Test
  void aDamagedDocumentIsNamed() {
    SmallCatalog files = SmallCatalog.ofOrders().file("erp/item.schema.json", "{\"type\": 1}");
    assertThatThrownBy(() -> Catalog.read(files))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The catalog's document erp/item is damaged: ");
  }
}
