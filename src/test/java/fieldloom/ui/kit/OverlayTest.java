package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.Snapshots;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class OverlayTest {

  @Test
  void aDialogKeepsTheKeyboardUntilEscapeAndGivesItBack() {
    Snapshots.onToolkit(
        () -> {
          Button below = new Button("below");
          Overlay overlay = new Overlay(new VBox(below));
          Scene scene = new Scene(overlay, 400, 300);
          below.requestFocus();
          MessageDialog dialog = MessageDialog.tell("Heading", "One sentence.");
          overlay.show(dialog);
          assertThat(scene.getFocusOwner()).isNotSameAs(below);
          below.requestFocus();
          assertThat(scene.getFocusOwner()).isNotSameAs(below);
          Event.fireEvent(
              scene.getFocusOwner(),
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
          assertThat(overlay.dialog()).isNull();
          assertThat(scene.getFocusOwner()).isSameAs(below);
          return true;
        });
  }

  @Test
  void escapeClosesADialogAlsoWhereAListOrATableHasTheKeyboard() {
    Snapshots.onToolkit(
        () -> {
          for (Control list : List.of(new ListView<>(), new TableView<>())) {
            Overlay overlay = new Overlay(new VBox());
            Scene scene = new Scene(overlay, 400, 300);
            Dialog dialog = new Dialog("Heading");
            dialog.body().getChildren().setAll(list);
            dialog.startAt(list);
            overlay.show(dialog);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(scene.getFocusOwner()).isSameAs(list);
            Event.fireEvent(
                list,
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(overlay.dialog()).isNull();
          }
          return true;
        });
  }

  @Test
  void tabLeadsRoundADialogInBothDirectionsAlsoOnAnotherPage() {
    Snapshots.onToolkit(
        () -> {
          Button below = new Button("below");
          Overlay overlay = new Overlay(new VBox(below));
          Scene scene = new Scene(overlay, 400, 300);
          Button gone = new Button("first page");
          Button first = new Button("second page");
          Button last = new Button("last");
          Dialog dialog = new Dialog("Heading");
          dialog.body().getChildren().setAll(gone);
          dialog.addButton(last);
          dialog.startAt(gone);
          overlay.show(dialog);
          assertThat(scene.getFocusOwner()).isSameAs(gone);

          dialog.body().getChildren().setAll(first);
          last.requestFocus();
          tab(last, false);
          below.requestFocus();
          assertThat(scene.getFocusOwner()).isSameAs(first);
          tab(first, true);
          below.requestFocus();
          assertThat(scene.getFocusOwner()).isSameAs(last);
          return true;
        });
  }

  private static void tab(Button from, boolean back) {
    Event.fireEvent(
        from, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
  }

  @Test
  void aDialogThatIsHigherThanTheWindowScrollsAndKeepsItsButtons() {
    Snapshots.onToolkit(
        () -> {
          Overlay overlay = new Overlay(new VBox());
          Scene scene = new Scene(overlay, 600, 300);
          Theme.LIGHT.apply(scene);
          Dialog dialog = new Dialog("Heading");
          for (int i = 0; i < 30; i++) {
            dialog.body().getChildren().add(Controls.button("button " + i));
          }
          Button last = dialog.addButton(Controls.primary("Use this"));
          overlay.show(dialog);
          overlay.applyCss();
          overlay.layout();
          assertThat(last.localToScene(last.getLayoutBounds()).getMaxY()).isLessThan(300);
          assertThat(dialog.getLayoutY()).isGreaterThanOrEqualTo(0);
          return true;
        });
  }

  @Test
  void aQuestionDoesWhatItsButtonSaysOnce() {
    AtomicInteger done = new AtomicInteger();
    Snapshots.onToolkit(
        () -> {
          Overlay overlay = new Overlay(new VBox());
          Scene scene = new Scene(overlay, 400, 300);
          overlay.show(
              MessageDialog.ask("Heading", "Sentence.", "Delete 3 runs", done::incrementAndGet));
          Button yes = (Button) scene.getFocusOwner();
          assertThat(yes.getText()).isEqualTo("Delete 3 runs");
          yes.fire();
          assertThat(overlay.dialog()).isNull();
          return true;
        });
    assertThat(done).hasValue(1);
  }
}
