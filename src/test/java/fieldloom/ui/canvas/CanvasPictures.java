package fieldloom.ui.canvas;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Draws pictures to look at, into {@code target/snapshots}; run by hand. */
public final class CanvasPictures {
  private CanvasPictures() {}

  public static void main(String[] args) {
    for (Theme theme : Theme.values()) {
      Snapshots.onToolkit(
          () -> {
            real(theme);
            empty(theme);
            whole(theme);
            return null;
          });
      Snapshots.onToolkit(() -> null);
    }
    System.exit(0);
  }

  private static void whole(Theme theme) {
    EditorFixture editor = new EditorFixture(OrderToBill.session()).closed();
    Scene scene = editor.scene(theme, 1388, 788);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    Snapshots.save(scene, "canvas-plain-" + theme.label());
    editor.session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
    Snapshots.save(scene, "canvas-" + theme.label());
    editor.bar.focusFormula();
    editor.formula.textProperty().set("ROUND(line.qty * line.price * (1 + line.ta");
    Platform.runLater(
        () -> {
          Snapshots.save(scene, "canvas-draft-" + theme.label());
          editor.formula.restore();
          Texts.languageProperty().set(Language.CHINESE);
          Snapshots.save(scene, "canvas-zh-" + theme.label());
          Texts.languageProperty().set(Language.ENGLISH);
          stage.close();
        });
  }

  /** With the engine behind it, a formula that is wrong and a search. */
  private static void real(Theme theme) {
    EditorSession session =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    EditorFixture editor = new EditorFixture(session).closed();
    Scene scene = editor.scene(theme, 1388, 788);
    session.select(Selection.source(FieldRef.parse("order.lines[].qty")));
    editor.target.searchProperty().set("fn");
    Snapshots.save(scene, "canvas-real-" + theme.label());
    editor.target.searchProperty().set("");
    session.select(Selection.target(FieldRef.parse("bill.FNote")));
    editor.formula.textProperty().set("UPPR(order.remark) & \"!\"");
    editor.source.setScroll(300);
    Snapshots.save(scene, "canvas-fault-" + theme.label());
  }

  private static void empty(Theme theme) {
    EditorSession session =
        new EditorSession(
            OrderToBill.empty(),
            Map.of("bill", OrderToBill.BILL),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    EditorFixture editor = new EditorFixture(session);
    Snapshots.save(editor.scene(theme, 1000, 600), "canvas-empty-" + theme.label());
  }
}
