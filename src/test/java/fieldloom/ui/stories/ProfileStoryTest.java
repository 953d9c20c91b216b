package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst sees what each field holds over a whole file, and goes to the one that is odd. */
class ProfileStoryTest {
  @TempDir private Path folder;

  @Test
  void a_file_is_profiled_filtered_exported_and_a_field_is_gone_to() throws Exception {
    StringBuilder orders = new StringBuilder("[");
    for (int i = 1; i <= 500; i++) {
      orders.append(i == 1 ? "" : ",\n").append("{\"orderNo\":\"SO-").append(i);
      orders.append("\",\"qty\":").append(i % 7).append('}');
    }
    Path file = Files.writeString(folder.resolve("many.json"), orders.append(']'));
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      GenerateStoryTest.makeMapping(designer);
      GenerateStoryTest.command(designer, "Profile a file");
      designer.find("Profile of a whole file");
      designer.write("Input order", file.toString());
      designer.click("Profile the file");
      designer.findContaining("500 read, 0 failed.");
      designer.find("order.qty: 100 % filled, 7 different, 0 failures");
      designer.write("Find a field or a value", "FQty");
      designer.waitFor("the filter", () -> !designer.shows("order.qty: 100 %"));
      Path out = folder.resolve("profile.csv");
      designer.choosers.next(out);
      designer.click("Export…");
      designer.findContaining("Written to");
      assertThat(Files.readString(out)).contains("FQty", "SO-1");
      designer.robot.clickOn(designer.findStarting("bill.FQty: 100 % filled"));
      designer.click("Go to bill.FQty in the mapping");
      designer.waitFor("the dialog to close", () -> !designer.shows("Profile of a whole file"));
      designer.findContaining("order.qty");
    }
  }

  @Test
  void a_file_that_is_missing_gives_a_sentence() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      GenerateStoryTest.makeMapping(designer);
      GenerateStoryTest.command(designer, "Profile a file");
      designer.write("Input order", folder.resolve("none.json").toString());
      designer.click("Profile the file");
      designer.findContaining("there is no such file");
    }
  }
}
