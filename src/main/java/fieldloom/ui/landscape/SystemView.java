package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Words;
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

/**
 * A system: icon and name, its title in both languages, what it holds. Made once and shown anew
 * when it changes.
 */
final class SystemView extends VBox {
  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
  private static final PseudoClass CENTRAL = PseudoClass.getPseudoClass("central");

  private final HBox head = new HBox(8);
  private final FontIcon icon = new FontIcon();
  private final Label name = Controls.label("", "fl-system-name");
  private final Label chinese = Controls.label("", "fl-system-title");
  private final Label english = Controls.label("", "fl-system-title");
  private final Label sentence = Controls.label("", "fl-system-sentence");
  private @Nullable BusinessSystem shown;
  private Language language = Language.ENGLISH;
  private boolean isPicked;
  private boolean isNear;

  SystemView() {
    getStyleClass().add("fl-system");
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    icon.getStyleClass().add("fl-icon");
    name.setMinWidth(Region.USE_PREF_SIZE);
    chinese.setMinWidth(0);
    english.managedProperty().bind(english.textProperty().isNotEmpty());
    head.setAlignment(Pos.CENTER_LEFT);
    pseudoClassStateChanged(FAR, true);
    arrange();
  }

  /** From far away only icon and name are there. */
  private void arrange() {
    if (isNear) {
      head.getChildren().setAll(icon, name, chinese);
      getChildren().setAll(head, english, sentence);
    } else {
      head.getChildren().setAll(icon, name);
      getChildren().setAll(head);
    }
  }

  void show(BusinessSystem system, Box box, boolean picked, boolean near) {
    if (!system.equals(shown) || language != Texts.language()) {
      shown = system;
      language = Texts.language();
      fill(system);
    }
    if (picked != isPicked) {
      isPicked = picked;
      pseudoClassStateChanged(SELECTED, picked);
    }
    if (near != isNear) {
      isNear = near;
      pseudoClassStateChanged(FAR, !near);
      arrange();
    }
    setVisible(true);
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  private void fill(BusinessSystem system) {
    icon.setIconCode(SystemIcons.of(system.icon()));
    name.setText(system.name());
    Words title = system.title();
    chinese.setText(title.chinese());
    english.setText(title.english().equals(title.chinese()) ? "" : title.english());
    chinese.pseudoClassStateChanged(OTHER, language != Language.CHINESE);
    english.pseudoClassStateChanged(OTHER, language != Language.ENGLISH);
    sentence.setText(LandscapeWords.first(system.sentence()));
    setAccessibleText(LandscapeWords.spoken(system));
    pseudoClassStateChanged(CENTRAL, system.central());
  }
}
