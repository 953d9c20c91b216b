package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping leaves one workspace as a package and arrives in another; the palette finds it all. */
class PackageStoryTest {
  private static final Path SAMPLE =
      Path.of("assets/sample/crm-order-to-erp-sales-order.flmap").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void theSampleIsOpenedTestedExportedAndImportedElsewhere() throws Exception {
    Path exported = folder.resolve("order.flpkg");
    try (DesignerFixture designer = DesignerFixture.open(folder.resolve("one"))) {
      designer.choosers.next(SAMPLE).next(exported);
      // Were the key to open twice, the second would ask for the file that is to be written.
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.O).release(KeyCode.O, KeyCode.SHORTCUT);
      designer.findStarting("FBillNo,");
      designer.findContaining("30 of 30 target fields mapped");
      designer.click("Test 4");
      designer.findContaining("4 of 4 cases pass");
      designer.choose("Export package");
      designer.findContaining("Exported to");
    }
    assertThat(exported).isNotEmptyFile();
    try (DesignerFixture designer = DesignerFixture.open(folder.resolve("two"))) {
      designer.choosers.next(exported);
      designer.click("Import package");
      designer.findContaining("30 of 30 target fields mapped");
      designer.findContaining("SO-2026-1187");
      assertThat(designer.store.documents(designer.workspace.id()))
          .extracting(Store.DocumentInfo::kind)
          .contains(Store.Kind.MAPPING, Store.Kind.SCHEMA, Store.Kind.SAMPLE, Store.Kind.TABLE);
    }
  }

  @Test
  void whatWasOpenLastIsOpenAgain() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.choosers.next(SAMPLE);
      designer.click("Open");
      designer.findStarting("FBillNo,");
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.findStarting("FBillNo,");
    }
  }
}
