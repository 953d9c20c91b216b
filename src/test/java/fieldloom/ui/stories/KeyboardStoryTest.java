package fieldloom.ui.stories;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.store.Store.RunState;
import fieldloom.ui.DesignerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from its first to its last step without the mouse. */
class KeyboardStoryTest {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final int MOST_STEPS = 30;

  /** Rail, bar, bar of the mapping, formula, source, canvas, target, status. */
  private static final int REGIONS = 8;

  @TempDir private Path folder;

  @Test
  void a_mapping_is_made_drawn_run_and_found_again_by_keys_alone() throws Exception {
    try (DesignerFixture designer = DesignerFixture.open(folder)) {
      makeMapping(designer);
      link(designer, "no", "number");
      says(designer, "number", "SO-1");
      link(designer, "lines[]", "items[]");
      link(designer, "sku", "code");
      link(designer, "city", "address");
      secondSource(designer);
      constant(designer);
      formula(designer);
      nodes(designer);
      loop(designer);
      copyRule(designer);
      undoAndRedo(designer);
      regions(designer);
      views(designer);
      run(designer);
    }
  }

  private void makeMapping(DesignerFixture designer) throws Exception {
    Path order = folder.resolve("order.json");
    Files.writeString(
        order,
        """
        {"no": "SO-1", "city": "Suzhou", "street": "Long Road",
         "lines": [{"sku": "A", "qty": 3, "price": 2.50}, {"sku": "B", "qty": 0, "price": 1}]}
        """);
    Path bill = folder.resolve("bill.json");
    Files.writeString(
        bill,
        """
        {"number": "1", "address": "x", "currency": "CNY", "second": "x", "total": 1.5,
         "items": [{"code": "A", "amount": 3.5}]}
        """);
    designer.choosers.next(order).next(bill);
    press(designer, "New mapping");
    press(designer, "Choose the source file");
    designer.findStarting("JSON · ");
    press(designer, "Choose the target file");
    press(designer, "Create mapping");
    designer.findStarting("items[],");
    designer.findContaining("SO-1");
  }

  /** Goes to a button by Tab and presses it. */
  private static void press(DesignerFixture designer, String spoken) {
    designer.tabTo(spoken);
    designer.robot.type(KeyCode.SPACE);
  }

  /** Searches the source, draws from the hit, walks to the target and lets go there. */
  private static void link(DesignerFixture designer, String source, String target) {
    find(designer, "source", source);
    designer.robot.type(KeyCode.L);
    walk(designer, target);
    designer.robot.type(KeyCode.ENTER);
  }

  private static void find(DesignerFixture designer, String tree, String field) {
    designer.tabTo("Find " + tree + " fields");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.A).write(field.replace("[]", ""), 0);
    designer.robot.type(KeyCode.ENTER);
    for (int i = 0; i < MOST_STEPS && !isSelected(designer, field); i++) {
      designer.robot.type(KeyCode.ENTER);
    }
    assertThat(isSelected(designer, field)).as(field + " is found").isTrue();
    designer.robot.type(KeyCode.ESCAPE);
  }

  private static void walk(DesignerFixture designer, String field) {
    for (KeyCode way : List.of(KeyCode.DOWN, KeyCode.UP)) {
      for (int i = 0; i < MOST_STEPS; i++) {
        if (isSelected(designer, field)) {
          return;
        }
        designer.robot.type(way);
      }
    }
    throw new AssertionError(field + " is not reached by the arrows");
  }

  private static boolean isSelected(DesignerFixture designer, String field) {
    Node row = designer.findStarting(field + ",");
    return DesignerFixture.onFx(() -> row.getPseudoClassStates().contains(SELECTED));
  }

  private static void focused(DesignerFixture designer, String spoken) {
    designer.waitFor(
        spoken + " to have the keyboard",
        () ->
            DesignerFixture.onFx(
                () -> {
                  Node owner = designer.scene().getFocusOwner();
                  return owner != null && spoken.equals(owner.getAccessibleText());
                }));
  }

  private void secondSource(DesignerFixture designer) throws Exception {
    link(designer, "street", "address");
    designer.robot.type(KeyCode.DIGIT1);
    rule(designer, "address = order.city & ");
  }

  private void constant(DesignerFixture designer) throws Exception {
    find(designer, "target", "currency");
    designer.robot.type(KeyCode.F2);
    designer.robot.write("EUR", 0).type(KeyCode.ENTER);
    rule(designer, "currency = \"EUR\"");
  }

  private void formula(DesignerFixture designer) throws Exception {
    find(designer, "target", "amount");
    designer.robot.write("=", 0);
    designer.robot.write("line.qty * line.price", 0).type(KeyCode.ENTER);
    rule(designer, "items[].amount = line.qty * line.price");
  }

  private void nodes(DesignerFixture designer) throws Exception {
    find(designer, "target", "amount");
    designer.robot.type(KeyCode.I);
    focused(designer, "Find a function");
    designer.robot.write("ROUND", 0).type(KeyCode.ENTER);
    rule(designer, "items[].amount = ROUND(line.qty * line.price");
  }

  private void loop(DesignerFixture designer) throws Exception {
    find(designer, "target", "items[]");
    designer.robot.type(KeyCode.ENTER);
    focused(designer, "Only where");
    designer.robot.write("line.qty > 0", 0).type(KeyCode.ENTER);
    designer.waitFor(
        "the condition",
        () ->
            mapping(designer).rules().stream()
                .anyMatch(r -> r.each() != null && "line.qty > 0".equals(r.each().where())));
  }

  private void copyRule(DesignerFixture designer) throws Exception {
    find(designer, "target", "currency");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.C);
    walk(designer, "second");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.V);
    rule(designer, "second = \"EUR\"");
  }

  private void undoAndRedo(DesignerFixture designer) throws Exception {
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    designer.waitFor("the copy to go", () -> !rules(designer).contains("second = \"EUR\""));
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.Y);
    rule(designer, "second = \"EUR\"");
  }

  /** F6 goes through the regions of the window and around, with Shift the other way. */
  private static void regions(DesignerFixture designer) {
    designer.tabTo("Target fields");
    designer.robot.push(KeyCode.SHIFT, KeyCode.F6).push(KeyCode.SHIFT, KeyCode.F6);
    focused(designer, "Source fields");
    designer.robot.push(KeyCode.F6).push(KeyCode.F6);
    focused(designer, "Target fields");
    for (int i = 0; i < REGIONS; i++) {
      designer.robot.push(KeyCode.F6);
    }
    focused(designer, "Target fields");
  }

  private static void views(DesignerFixture designer) {
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    designer.findStarting("currency, Rule");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    designer.findContaining("line.qty > 0");
    designer.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    designer.findStarting("items[],");
  }

  private void run(DesignerFixture designer) throws Exception {
    designer.choose("Run");
    press(designer, "Start the run");
    designer.findContaining("Done · 1 written");
    assertThat(Files.readString(folder.resolve("out/order-to-bill-bill.json")))
        .contains("\"SO-1\"", "\"amount\":8", "\"EUR\"", "Suzhou")
        .doesNotContain("\"B\"");
    designer.choose("Jobs");
    designer.findStarting("order to bill, Done");
    assertThat(designer.store.runs(designer.workspace.id(), null, 10).getFirst().state())
        .isEqualTo(RunState.SUCCEEDED);
  }

  private static void says(DesignerFixture designer, String field, String value) {
    designer.waitFor(
        field + " to show " + value,
        () -> designer.findStarting(field + ",").getAccessibleText().contains(", " + value));
  }

  private static void rule(DesignerFixture designer, String beginning) {
    designer.waitFor(
        "the rule " + beginning,
        () -> rules(designer).stream().anyMatch(r -> r.startsWith(beginning)));
  }

  private static List<String> rules(DesignerFixture designer) throws Exception {
    return mapping(designer).rules().stream().map(r -> r.to() + " = " + r.expression()).toList();
  }

  private static Mapping mapping(DesignerFixture designer) throws Exception {
    String path = MainJobStoryTest.MAPPING;
    return MappingFile.read(
        designer.store.document(designer.workspace.id(), path).orElseThrow().content(), path);
  }
}
