package fieldloom.ui.shell;

import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Selection;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Says in a view what of the mapping is looked at, and is the way out; not there where all is. */
final class LensChip extends Button {
  private static final Texts TEXTS = Texts.of(LensChip.class);

  private final Lens lens;

  LensChip(Lens lens) {
    this.lens = lens;
    getStyleClass().setAll("fl-lens-chip");
    setGraphic(Icons.small(Feather.X));
    setMnemonicParsing(false);
    setMinWidth(60);
    setOnAction(e -> leave());
    lens.focusProperty().subscribe(f -> say());
    lens.pageProperty().subscribe(p -> say());
    Texts.follow(this, LensChip::say);
  }

  private void leave() {
    if (lens.isFocused()) {
      lens.leaveFocus();
    } else {
      lens.showAll();
    }
  }

  private void say() {
    Selection focus = lens.focusProperty().get();
    String page = lens.pageProperty().get();
    boolean focused = focus.field() != null;
    setVisible(focused || page != null);
    setManaged(isVisible());
    String words =
        focus.field() != null
            ? TEXTS.get("lens.focus", focus.field().name())
            : page == null ? "" : TEXTS.get("lens.page", page);
    setText(words);
    setAccessibleText(TEXTS.get("lens.leave", words));
  }
}
