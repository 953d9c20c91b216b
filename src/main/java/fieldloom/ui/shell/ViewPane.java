package fieldloom.ui.shell;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FunctionTarget;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A view of the open mapping. Where one was scrolled to goes from view to view. */
interface ViewPane {
  Node node();

  /**
   * It is seen from now on.
   *
   * @param top the target field that the view before had at its top; null where it had none
   */
  void show(@Nullable FieldRef top);

  /** It is not seen any more. */
  void hide();

  /** The target field at its top; null where it shows none. */
  @Nullable FieldRef top();

  /** Gives its search the keyboard. */
  void find();

  /** Gives it the keyboard. */
  void focus();

  /** Where F6 stops in it, from left to right. */
  default List<FocusStop> stops() {
    return FocusStop.of(node()).stream().toList();
  }

  /** Where the selected target field is in the scene; null where that is not known. */
  default @Nullable Bounds selectedBounds() {
    return null;
  }

  /** Takes functions; null where the view has no place for them. */
  default @Nullable FunctionTarget functionTarget() {
    return null;
  }
}
