package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loop and the records of the source are set without a look at the file. */
class LoopStoryTest {
  @TempDir private Path folder;

  @Test
  void a_loop_is_sorted_grouped_and_filtered_by_keyboard_alone() throws Exception {
    try (DesignerFixture designer = open()) {
      designer.drawLink("lines[]", "items[]");
      designer.robot.clickOn(designer.findStarting("items[],"));
      designer.robot.type(KeyCode.ENTER);
      focused(designer, "Only where");
      designer.robot.write("line.qty > 1 AND line.s", 0);
      designer.findStarting("line.sku");
      designer.robot.type(KeyCode.TAB);
      designer.robot.write(" != \"\"", 0);
      designer.findContaining("3 items read → 2 pass");
      designer.tabTo("Add a sort key");
      designer.robot.type(KeyCode.SPACE);
      focused(designer, "Sort key 1");
      designer.robot.write("line.qty", 0);
      designer.tabTo("Direction of sort key 1");
      designer.robot.type(KeyCode.DOWN);
      designer.tabTo("Add a sort key");
      designer.robot.type(KeyCode.SPACE);
      focused(designer, "Sort key 2");
      designer.robot.write("line.sku", 0);
      designer.tabTo("Move up: Sort key 2");
      designer.robot.type(KeyCode.SPACE);
      focused(designer, "Sort key 1");
      designer.robot.type(KeyCode.ENTER);
      designer.waitFor(
          "the sort keys",
          () ->
              each(designer)
                  .orderBy()
                  .equals(List.of(new OrderBy("line.sku", false), new OrderBy("line.qty", true))));
      assertThat(each(designer).where()).isEqualTo("line.qty > 1 AND line.sku != \"\"");
      designer.robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
      designer.waitFor("the plain loop", () -> each(designer).orderBy().isEmpty());
    }
  }

  @Test
  void the_records_of_the_source_are_filtered_and_grouped() throws Exception {
    try (DesignerFixture designer = open()) {
      designer.drawLink("no", "number");
      designer.click("Search commands and fields");
      designer.robot.write("Filter and group", 0).type(KeyCode.ENTER);
      focused(designer, "Only where");
      designer.robot.write("order.no != \"\"", 0);
      designer.tabTo("Groups");
      designer.robot.type(KeyCode.DOWN);
      focused(designer, "Group key 1");
      designer.robot.write("order.no", 0).type(KeyCode.ENTER);
      designer.waitFor("the groups", () -> mapping(designer).driver().isGrouped());
      assertThat(Objects.requireNonNull(mapping(designer).driver().intake()).groupBy())
          .isEqualTo(GroupBy.of("order.no"));
      assertThat(mapping(designer).rules().getFirst().from()).isEqualTo("order.key");
    }
  }

  private DesignerFixture open() throws Exception {
    DesignerFixture designer = DesignerFixture.open(folder);
    Path order = folder.resolve("order.json");
    Files.writeString(
        order,
        """
        {"no": "1", "lines": [{"sku": "A", "qty": 3}, {"sku": "B", "qty": 1}, {"sku": "C", "qty": 9}]}
        """);
    Path bill = folder.resolve("bill.json");
    Files.writeString(bill, "{\"number\": \"1\", \"items\": [{\"code\": \"A\", \"amount\": 3}]}");
    designer.newMapping(order, bill);
    designer.findStarting("items[],");
    return designer;
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor(
        spoken + " to have the keyboard",
        () ->
            spoken.equals(
                DesignerFixture.onFx(() -> designer.scene().getFocusOwner().getAccessibleText())));
  }

  private static Each each(DesignerFixture designer) throws Exception {
    return mapping(designer).rules().stream()
        .map(r -> r.each())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(new Each("", null));
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
