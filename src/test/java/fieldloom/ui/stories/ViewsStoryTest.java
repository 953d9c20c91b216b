package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mapping in two views: what is selected and done in one is so in the other. */
class ViewsStoryTest {
  @TempDir private Path folder;

  @Test
  void aFieldSelectedOnTheCanvasIsFilledInTheTableAndItsLinkIsOnTheCanvas() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.newMapping(
          MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
      designer.findContaining("SO-2026-1187");
      designer.robot.clickOn(designer.findStarting("FCity,"));
      control(designer, KeyCode.DIGIT2);
      designer.findStarting("FCity, Rule");
      assertThat(designer.shows("Find target fields")).as("the canvas is gone").isFalse();
      designer.robot.write("order.city", 0).type(KeyCode.ENTER);
      designer.findStarting("FCity, Rule: order.city");
      designer.findContaining("苏州");
      designer.robot.type(KeyCode.F8);
      designer.find("Problems");
      control(designer, KeyCode.DIGIT1);
      designer.findStarting("Find target fields");
      designer.findStarting("FCity, string, from city, 苏州");
      designer.click("Undo");
      designer.click("Table");
      designer.findStarting("FCity, Rule: ");
      assertThat(designer.shows("FCity, Rule: order.city")).isFalse();
      designer.click("Redo");
      designer.findStarting("FCity, Rule: order.city");
      designer.click("Save version");
      designer.findStarting("Saved as version");
      Store.Document stored =
          designer.store.document(designer.workspace.id(), MainJobStoryTest.MAPPING).orElseThrow();
      Mapping mapping = MappingFile.read(stored.content(), "stored");
      assertThat(mapping.rules()).containsExactly(Rule.link("FCity", "order.city"));
    }
  }

  private static void control(DesignerFixture designer, KeyCode key) {
    designer.robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
  }
}
