package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two documents are found in the catalog by typing, and become a mapping with values. */
class CatalogStoryTest {
  @TempDir private Path folder;

  @Test
  void twoDocumentsAreFoundByPinyinAndBecomeAMappingWithTheSourcesSamples() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      press(designer, KeyCode.B);
      designer.find("Documents");
      designer.findContaining("crm/account");
      designer.robot.write("crm xsht", 0);
      designer.findStarting("Contract 销售合同, crm/sales-order");
      designer.robot.type(KeyCode.ENTER, KeyCode.S);
      designer.find("Source: CRM · Contract");
      press(designer, KeyCode.F);
      designer.robot.write("xsdd", 0);
      designer.findStarting("Sales order 销售订单, erp/sales-order");
      designer.findStarting("FBillNo, Bill number");
      designer.robot.type(KeyCode.ENTER, KeyCode.T);
      designer.find("Target: ERP · Sales order");
      designer.find("Use the template");
      press(designer, KeyCode.ENTER);
      designer.findContaining("0 of 63 target fields mapped");
      designer.findContaining("HT-2026-0101");
      designer.findStarting("FBillNo,");

      String path = "crm-contract-to-erp-sales-order/crm-contract-to-erp-sales-order.flmap";
      Store.Document stored = designer.store.document(designer.workspace.id(), path).orElseThrow();
      Mapping mapping = MappingFile.read(stored.content(), path);
      assertThat(mapping.driver().schema()).isEqualTo(new SchemaRef.Catalog("crm/sales-order"));
      assertThat(mapping.mainTarget().schema()).isEqualTo(new SchemaRef.Catalog("erp/sales-order"));
      assertThat(designer.store.documents(designer.workspace.id()))
          .filteredOn(info -> info.kind() == Store.Kind.SAMPLE)
          .extracting(Store.DocumentInfo::path)
          .contains("crm-contract-to-erp-sales-order/samples/sales-order-1.json");
    }
  }

  @Test
  void theDialogOfANewMappingLeadsToTheCatalogWhoseSamplesCanBeRead() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      press(designer, KeyCode.N);
      designer.click("From the catalog…");
      designer.findContaining("crm/account");
      designer.robot.write("qqqq", 0);
      designer.findContaining("No document holds “qqqq”");
      designer.robot.type(KeyCode.ESCAPE);
      designer.robot.write("erp item", 0);
      designer.findStarting("FNumber,");
      designer.click("Samples");
      designer.findContaining("\"FNumber\": ");
    }
  }

  private static void press(DesignerFixture designer, KeyCode key) {
    designer.robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
  }
}
