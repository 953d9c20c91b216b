package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.DesignerFixture;
import fieldloom.ui.kit.TextSize;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large things are in the window and in which colours; what is chosen is remembered. */
class AppearanceStoryTest {
  @TempDir private Path folder;

  private static void mapping(DesignerFixture designer) throws Exception {
    designer.newMapping(
        MainJobStoryTest.sample("order.json"), MainJobStoryTest.sample("bill.json"));
    designer.find("Zoom 100 %");
    designer.findContaining("SO-2026-1187");
  }

  @Test
  void the_zoom_is_read_and_set_in_the_bar() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      mapping(designer);
      designer.find("Zoom 100 %");
      designer.click("Zoom in");
      designer.find("Zoom 110 %");
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
      designer.find("Zoom 125 %");
      assertThat(designer.shows("Draft")).as("no formula is begun by it").isFalse();
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
      designer.find("Zoom 100 %");
      designer.robot.push(KeyCode.SHORTCUT, KeyCode.MINUS);
      designer.find("Zoom 90 %");
      designer.click("Table");
      designer.findStarting("FCity, Rule");
      assertThat(designer.shows("Zoom 90 %")).as("a table is not zoomed").isFalse();
      designer.click("Canvas");
      designer.find("Zoom 90 %");
    }
  }

  @Test
  void the_size_of_text_is_chosen_in_the_palette_and_remembered() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      mapping(designer);
      double before = rowHeight(designer);
      designer.choose("Text size 150");
      designer.waitFor("larger rows", () -> rowHeight(designer) > 1.2 * before);
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      designer.findStarting("orderNo,");
      assertThat(rowHeight(designer)).isGreaterThan(36);
    }
  }

  private static double rowHeight(DesignerFixture designer) {
    Node row = designer.findStarting("orderNo,");
    return DesignerFixture.onFx(() -> row.localToScene(row.getLayoutBounds()).getHeight());
  }

  @Test
  void high_contrast_comes_and_goes_and_leads_back_to_the_theme_before() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      mapping(designer);
      designer.click("Dark");
      designer.choose("High contrast");
      designer.waitFor("high contrast", () -> sheets(designer).contains("contrast"));
      designer.choose("Normal contrast");
      designer.waitFor("the dark theme", () -> sheets(designer).contains("dark"));
      designer.choose("High contrast");
    }
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      assertThat(sheets(designer)).contains("contrast");
    }
  }

  private static String sheets(DesignerFixture designer) {
    return DesignerFixture.onFx(() -> designer.scene().getStylesheets().getFirst());
  }

  @Test
  void bars_are_no_wider_than_a_window_of_1440_with_text_twice_as_large() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      mapping(designer);
      DesignerFixture.onFx(
          () -> {
            TextSize.DOUBLE.apply(designer.scene());
            designer.scene().getWindow().setWidth(1440);
            return true;
          });
      designer.waitFor("the window", () -> designer.scene().getWidth() == 1440);
      for (String bar : new String[] {".fl-topbar", ".fl-docbar", ".fl-formula", ".fl-status"}) {
        designer.waitFor(
            bar + " in the window", () -> DesignerFixture.onFx(() -> fits(designer, bar)));
      }
      DesignerFixture.onFx(
          () -> {
            // The next scene brings its own size again.
            designer.scene().getWindow().sizeToScene();
            return true;
          });
    }
  }

  private static boolean fits(DesignerFixture designer, String bar) {
    Parent region = (Parent) designer.scene().getRoot().lookup(bar);
    region.layout();
    return region.getChildrenUnmodifiable().stream()
        .filter(Node::isManaged)
        .map(n -> n.localToScene(n.getLayoutBounds()))
        .allMatch(b -> b.getMinX() >= 0 && b.getMaxX() <= 1440);
  }

  @Test
  void what_keys_do_to_boxes_is_in_the_palette_too() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      mapping(designer);
      designer.drawLink("orderNo", "FCity");
      designer.findStarting("FCity, string, from orderNo");
      designer.choose("Insert a function");
      designer.write("Find a function", "UPPER");
      designer.robot.type(KeyCode.ENTER);
      designer.findStarting("FCity, string, formula UPPER(order.orderNo)");
      designer.choose("Delete the box, keep");
      designer.findStarting("FCity, string, from orderNo");
    }
  }
}
