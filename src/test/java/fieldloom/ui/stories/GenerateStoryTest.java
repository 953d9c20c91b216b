package fieldloom.ui.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.store.Store;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping is tried on samples that nobody had to hand over, and real ones are masked. */
class GenerateStoryTest {
  private static final String SAMPLES = "order-to-bill/samples/";

  @TempDir private Path folder;

  static void makeMapping(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.findStarting("orderNo,");
    designer.drawLink("orderNo", "FBillNo");
    designer.drawLink("qty", "FQty");
  }

  /** Runs a command by its name in the palette. */
  static void command(DesignerFixture designer, String name) {
    designer.robot.press(KeyCode.SHORTCUT, KeyCode.K).release(KeyCode.K, KeyCode.SHORTCUT);
    designer.findStarting("Find a command");
    designer.robot.write(name, 0).type(KeyCode.ENTER);
  }

  private static Optional<String> stored(DesignerFixture designer, String name) throws Exception {
    return designer
        .store
        .document(designer.workspace.id(), SAMPLES + name)
        .map(Store.Document::content)
        .map(content -> new String(content, UTF_8));
  }

  private static String preview(DesignerFixture designer) {
    return DesignerFixture.onFx(
        () ->
            designer.scene().lookup(".fl-generate-preview") instanceof TextArea area
                ? area.getText()
                : "");
  }

  @Test
  void a_sample_is_generated_from_the_schema_and_shown() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      command(designer, "Generate a sample");
      designer.find("Generate a sample of order");
      designer.write("Seed", "42");
      designer.click("Names in Chinese");
      designer.click("Many items");
      designer.click("Typical");
      designer.waitFor("the preview", () -> preview(designer).contains("\"orderNo\""));
      designer.click("Add the sample");
      designer.findContaining("order-many-42.json");
      designer.waitFor(
          "the sample in the workspace", () -> stored(designer, "order-many-42.json").isPresent());
      assertThat(stored(designer, "order-many-42.json").orElseThrow()).contains("\"orderNo\"");
    }
  }

  @Test
  void a_wrong_seed_is_said_and_nothing_is_added() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      command(designer, "Generate a sample");
      designer.write("Seed", "many");
      designer.findContaining("The seed is no whole number");
      assertThat(designer.find("Add the sample").isDisabled()).isTrue();
      designer.robot.type(KeyCode.ESCAPE);
      designer.waitFor("the mapping", () -> !designer.shows("Generate a sample of order"));
    }
  }

  @Test
  void personal_data_of_a_captured_sample_is_masked_where_it_is_ticked() throws Exception {
    Path real =
        Files.writeString(
            folder.resolve("real.json"),
            """
            {"orderNo": "SO-9", "contact": "王小明", "mobile": "13800138000", "qty": 4,
             "note": "请致电王小明"}
            """);
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      designer.choosers.next(real);
      command(designer, "Samples");
      designer.click("Open file");
      designer.find("Personal data in real.json");
      designer.robot.clickOn(designer.findStarting("mobile, Mobile phone"));
      designer.click("Keep, masked where ticked");
      designer.waitFor("the sample", () -> stored(designer, "real.json").isPresent());
      assertThat(stored(designer, "real.json").orElseThrow())
          .doesNotContain("王小明")
          .contains("13800138000", "SO-9");
    }
  }
}
