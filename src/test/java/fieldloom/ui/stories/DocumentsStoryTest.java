package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping gets a further target, and a list makes its records. */
class DocumentsStoryTest {
  @TempDir private Path folder;

  @Test
  void a_second_target_is_added_and_filled_from_a_list() throws Exception {
    try (DesignerFixture designer = open()) {
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
      designer.waitFor(
          "the palette",
          () -> DesignerFixture.onFx(() -> designer.scene().getFocusOwner()) instanceof TextField);
      designer.robot.write("Add a target", 0).type(KeyCode.ENTER);
      designer.find("Choose its schema…");
      designer.write("Name", "picks");
      Path picks = folder.resolve("picks.json");
      Files.writeString(picks, "{\"code\": \"A\", \"pieces\": 3}");
      designer.choosers.next(picks);
      designer.robot.type(KeyCode.ENTER);
      designer.click("A file…");
      designer.click("Replace schema");
      designer.findStarting("pieces,");
      designer.drawLink("lines[]", "picks");
      designer.drawLink("sku", "code");
      designer.waitFor("both rules", () -> mapping(designer).rules().size() == 2);
      Rule records = mapping(designer).rules().getFirst();
      assertThat(records.makesRecords()).isTrue();
      assertThat(records.target()).isEqualTo("picks");
      assertThat(mapping(designer).rules().get(1).from())
          .isEqualTo(Objects.requireNonNull(records.each()).as() + ".sku");
      assertThat(mapping(designer).targets())
          .extracting(Document::name)
          .containsExactly("bill", "picks");
    }
  }

  private DesignerFixture open() throws Exception {
    DesignerFixture designer = DesignerFixture.open(folder);
    Path order = folder.resolve("order.json");
    Files.writeString(order, "{\"no\": \"1\", \"lines\": [{\"sku\": \"A\", \"qty\": 3}]}");
    Path bill = folder.resolve("bill.json");
    Files.writeString(bill, "{\"number\": \"1\"}");
    designer.newMapping(order, bill);
    designer.findStarting("number,");
    return designer;
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
