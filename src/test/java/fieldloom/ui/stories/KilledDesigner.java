package fieldloom.ui.stories;

import fieldloom.ui.DesignerFixture;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;

/**
 * A designer in a process of its own, edited by mouse and keyboard until it is killed. Says on
 * standard output what the window has acknowledged as saved.
 */
final class KilledDesigner {
  static final String SAVED = "SAVED ";
  static final String DRAFT_SAVED = "DRAFT";
  static final String DRAFT = "UPPER(order.customer";
  private static final int EDITS = 200;

  private KilledDesigner() {}

  /**
   * @param args folder of the designer, the two samples, and how many edits come before a formula
   *     that is left half typed
   */
  public static void main(String[] args) throws Exception {
    DesignerFixture designer = DesignerFixture.open(Path.of(args[0]));
    designer.newMapping(Path.of(args[1]), Path.of(args[2]));
    int edits = Math.min(EDITS, Integer.parseInt(args[3]));
    for (int i = 1; i <= edits; i++) {
      type(designer, "FNote", "\"edit " + i + "\"");
      designer.robot.type(KeyCode.ENTER);
      String version = "version " + (i + 1);
      designer.findContaining(version);
      say(SAVED + i);
    }
    type(designer, "FCustomer", DRAFT);
    designer.waitFor(
        "the draft to be saved",
        () ->
            designer
                .store
                .draft(designer.workspace.id(), MainJobStoryTest.MAPPING)
                .filter(draft -> draft.endsWith(DRAFT))
                .isPresent());
    say(DRAFT_SAVED);
    designer.waitFor("being killed", () -> false);
  }

  private static void type(DesignerFixture designer, String field, String formula) {
    designer.robot.clickOn(designer.findStarting(field + ","));
    designer.robot.clickOn(designer.find("Formula"));
    designer.robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
    designer.robot.write(formula, 0);
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }
}
