package fieldloom.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** The views of one mapping, in the order of their buttons and of their keys Ctrl 1, 2, … */
enum MappingView {
  CANVAS(Feather.SHUFFLE),
  TABLE(Feather.LIST);

  private final Feather icon;

  MappingView(Feather icon) {
    this.icon = icon;
  }

  Feather icon() {
    return icon;
  }

  /** Name of the command that shows it. */
  String id() {
    return "view-" + name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "Shortcut+" + (ordinal() + 1);
  }

  /** The view of that name; the canvas for any other text. */
  static MappingView of(String name) {
    for (MappingView view : values()) {
      if (view.name().equals(name)) {
        return view;
      }
    }
    return CANVAS;
  }
}
