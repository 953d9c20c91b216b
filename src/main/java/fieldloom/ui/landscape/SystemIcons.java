package fieldloom.ui.landscape;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Icons of systems. */
final class SystemIcons {
  /** What is offered for a new system. */
  static final List<String> OFFERED =
      List.of(
          "box",
          "database",
          "server",
          "cloud",
          "users",
          "user",
          "message-circle",
          "phone",
          "mail",
          "globe",
          "shopping-cart",
          "shopping-bag",
          "tag",
          "credit-card",
          "dollar-sign",
          "file-text",
          "layers",
          "tool",
          "cpu",
          "settings",
          "package",
          "archive",
          "truck",
          "calendar",
          "clock",
          "bar-chart-2",
          "briefcase",
          "share-2",
          "home",
          "shield");

  private SystemIcons() {}

  /** The icon of that name; a box where there is none. */
  static Feather of(String name) {
    String wanted = "fth-" + name;
    for (Feather icon : Feather.values()) {
      if (icon.getDescription().equals(wanted)) {
        return icon;
      }
    }
    return Feather.BOX;
  }
}
