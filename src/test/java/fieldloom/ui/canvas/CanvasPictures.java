package fieldloom.ui.canvas;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import javafx.scene.Scene;

/** Draws pictures to look at; run by hand with the name of one, or all. */
public final class CanvasPictures {
  private CanvasPictures() {}

  public static void main(String[] args) {
    for (Theme theme : Theme.values()) {
      Snapshots.onToolkit(
          () -> {
            EditorSession session = OrderToBill.session();
            SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
            SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
            source.setOpen(FieldRef.parse("order.`ship-to`"), false);
            source.setOpen(FieldRef.parse("order.extras"), false);
            target.setOpen(FieldRef.parse("bill.FReceive"), false);
            CanvasView view =
                new CanvasView(
                    new CanvasViewModel(session, source, target),
                    new SchemaTreeView(source),
                    new SchemaTreeView(target));
            Scene scene = Snapshots.scene(view, theme, 1388, 748);
            Snapshots.save(scene, "canvas-plain-" + theme.label());
            session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
            Snapshots.save(scene, "canvas-" + theme.label());
            return null;
          });
    }
    System.exit(0);
  }
}
