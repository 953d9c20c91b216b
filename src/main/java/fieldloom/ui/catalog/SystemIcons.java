package fieldloom.ui.catalog;

import fieldloom.catalog.CatalogSystem;
import java.util.HashMap;
import java.util.Map;
import org.kordamp.ikonli.feather.Feather;

/** The icons that the catalog names for its systems. */
final class SystemIcons {
  /** Stands for a name that is no icon. */
  static final Feather UNKNOWN = Feather.BOX;

  private static final Map<String, Feather> BY_NAME = byName();

  private SystemIcons() {}

  private static Map<String, Feather> byName() {
    Map<String, Feather> icons = new HashMap<>();
    for (Feather icon : Feather.values()) {
      icons.put(icon.getDescription(), icon);
    }
    return icons;
  }

  static Feather of(CatalogSystem system) {
    return BY_NAME.getOrDefault("fth-" + system.icon(), UNKNOWN);
  }
}
