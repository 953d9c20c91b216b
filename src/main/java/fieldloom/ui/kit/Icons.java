package fieldloom.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons in the text's colour, 16 px and 14 px. */
public final class Icons {
  private Icons() {}

  /** An icon of 16 px. */
  public static FontIcon of(Feather icon) {
    return sized(icon, "fl-icon");
  }

  /** An icon of 14 px, for text of 12. */
  public static FontIcon small(Feather icon) {
    return sized(icon, "fl-icon-small");
  }

  /** An icon of 20 px, for cards and the rail. */
  public static FontIcon large(Feather icon) {
    return sized(icon, "fl-icon-large");
  }

  private static FontIcon sized(Feather icon, String styleClass) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add(styleClass);
    return node;
  }
}
