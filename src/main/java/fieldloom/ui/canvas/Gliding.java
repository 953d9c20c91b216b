package fieldloom.ui.canvas;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Lets boxes glide to new places; at once where motion is not wanted. */
final class Gliding extends AnimationTimer {
  private static final double DURATION_NS = 200e6;

  private final CanvasViewModel model;
  private final LinksPane links;
  private Glide way = Glide.NONE;
  private long started;

  Gliding(CanvasViewModel model, LinksPane links) {
    this.model = model;
    this.links = links;
  }

  /** Begins where boxes were; they end where they are now. */
  void from(Frame before) {
    stop();
    links.requestLayout();
    links.layout();
    if (!Platform.getPreferences().isReducedMotion()) {
      way = Glide.between(before, links.frame());
      started = 0;
      model.glide(way);
      start();
    }
  }

  @Override
  public void handle(long time) {
    if (started == 0) {
      started = time;
    }
    double part = Math.min(1, (time - started) / DURATION_NS);
    if (part >= 1) {
      stop();
    }
    model.glide(way.at(1 - part * part * (3 - 2 * part)));
  }
}
