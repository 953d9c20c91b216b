package fieldloom.ui.canvas;

import fieldloom.ui.kit.Settings;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the overview is there, in which corner, and how large; remembered between sessions. */
public final class OverviewPlace {
  static final double WIDTH = 146;
  static final double LEAST = 110;
  static final double MOST = 380;

  /** Height of its width. */
  private static final double RATIO = 72 / WIDTH;

  private static final double[] SIZES = {WIDTH, 220, 300};

  private final Settings settings;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private Corner corner;
  private double width;

  /** A corner of the area between the trees, in the order in which keys go round. */
  enum Corner {
    LOWER_RIGHT,
    LOWER_LEFT,
    UPPER_LEFT,
    UPPER_RIGHT;

    boolean isRight() {
      return this == LOWER_RIGHT || this == UPPER_RIGHT;
    }

    boolean isLower() {
      return this == LOWER_RIGHT || this == LOWER_LEFT;
    }

    private static Corner at(boolean right, boolean lower) {
      return Stream.of(values())
          .filter(c -> c.isRight() == right && c.isLower() == lower)
          .findFirst()
          .orElseThrow();
    }
  }

  /** What was remembered, else shown in the lower right. */
  public OverviewPlace(Settings settings) {
    this.settings = settings;
    shown.set(!settings.get("overview", "").equals("hidden"));
    shown.subscribe(
        is -> {
          settings.put("overview", is ? "shown" : "hidden");
          changed();
        });
    String name = settings.get("overview.corner", "");
    corner =
        Stream.of(Corner.values())
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElse(Corner.LOWER_RIGHT);
    width = within(number(settings.get("overview.width", "")));
  }

  private static double number(String text) {
    return text.matches("\\d{1,4}") ? Double.parseDouble(text) : WIDTH;
  }

  private static double within(double width) {
    return Math.clamp(width, LEAST, MOST);
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /** Whether it is switched on. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Counts up with each change. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  Corner corner() {
    return corner;
  }

  double width() {
    return width;
  }

  double height() {
    return Math.round(width * RATIO);
  }

  void dock(Corner value) {
    corner = value;
    settings.put("overview.corner", value.name());
    changed();
  }

  /** Docks it in the corner nearest to a point, given as shares of the area. */
  void dockNear(double x, double y) {
    dock(Corner.at(x > 0.5, y > 0.5));
  }

  void nextCorner() {
    dock(Corner.values()[(corner.ordinal() + 1) % Corner.values().length]);
  }

  void resize(double to) {
    width = within(Math.round(to));
    settings.put("overview.width", String.valueOf((int) width));
    changed();
  }

  /** The next larger of three sizes, after the largest the smallest. */
  void nextSize() {
    for (double size : SIZES) {
      if (size > width + 1) {
        resize(size);
        return;
      }
    }
    resize(SIZES[0]);
  }
}
