package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A system: icon, name and title, what it holds. Made once and shown anew when it changes. */
final class SystemView extends VBox {
  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
  private static final PseudoClass CENTRAL = PseudoClass.getPseudoClass("central");

  private final FontIcon icon = new FontIcon();
  private final Label name = Controls.label("", "fl-system-name");
  private final Label other = Controls.label("", "fl-system-other");
  private final Label title = Controls.label("", "fl-system-title");
  private final Label sentence = Controls.label("", "fl-system-sentence");
  private @Nullable BusinessSystem shown;
  private Language language = Language.ENGLISH;

  SystemView() {
    getStyleClass().add("fl-system");
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    icon.getStyleClass().add("fl-icon");
    name.setMinWidth(Region.USE_PREF_SIZE);
    other.setMinWidth(0);
    HBox head = new HBox(8, icon, name, other);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, title, sentence);
  }

  void show(BusinessSystem system, Box box, boolean picked, boolean near) {
    if (!system.equals(shown) || language != Texts.language()) {
      shown = system;
      language = Texts.language();
      fill(system);
    }
    pseudoClassStateChanged(SELECTED, picked);
    pseudoClassStateChanged(FAR, !near);
    title.setVisible(near);
    sentence.setVisible(near);
    other.setVisible(near);
    setVisible(true);
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  private void fill(BusinessSystem system) {
    icon.setIconCode(SystemIcons.of(system.icon()));
    name.setText(system.name());
    other.setText(LandscapeWords.other(system.title()));
    title.setText(LandscapeWords.first(system.title()));
    sentence.setText(LandscapeWords.first(system.sentence()));
    setAccessibleText(LandscapeWords.spoken(system));
    pseudoClassStateChanged(CENTRAL, system.central());
    applyCss();
  }
}
