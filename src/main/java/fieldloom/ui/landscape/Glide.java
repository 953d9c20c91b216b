package fieldloom.ui.landscape;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Lets systems glide to new places; at once where motion is not wanted. */
final class Glide extends AnimationTimer {
  private static final double DURATION_NS = 200e6;

  private final Runnable moved;
  private LandscapeLayout from = LandscapeLayout.EMPTY;
  private LandscapeLayout to = LandscapeLayout.EMPTY;
  private LandscapeLayout now = LandscapeLayout.EMPTY;
  private long started;

  /**
   * @param moved told whenever things are elsewhere
   */
  Glide(Runnable moved) {
    this.moved = moved;
  }

  /** Where things are at this moment. */
  LandscapeLayout now() {
    return now;
  }

  /**
   * Takes a new layout.
   *
   * @param gliding whether things glide there
   */
  void show(LandscapeLayout layout, boolean gliding) {
    if (layout == to) {
      return;
    }
    stop();
    from = now;
    to = layout;
    if (gliding && !Platform.getPreferences().isReducedMotion()) {
      started = 0;
      start();
    } else {
      now = layout;
    }
    moved.run();
  }

  @Override
  public void handle(long time) {
    if (started == 0) {
      started = time;
    }
    double part = Math.min(1, (time - started) / DURATION_NS);
    if (part >= 1) {
      stop();
      now = to;
    } else {
      now = from.towards(to, part * part * (3 - 2 * part));
    }
    moved.run();
  }
}
