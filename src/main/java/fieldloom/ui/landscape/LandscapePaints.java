package fieldloom.ui.landscape;

import fieldloom.landscape.FlowState.Health;
import fieldloom.ui.kit.CssPaints;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/** The colours of the landscape's curves and ground, set by css. */
final class LandscapePaints {
  private static final CssPaints.Slots SLOTS = new CssPaints.Slots();
  private static final CssPaints.Slot NEVER = SLOTS.add("never");
  private static final CssPaints.Slot GOOD = SLOTS.add("good");
  private static final CssPaints.Slot RUNNING = SLOTS.add("running");
  private static final CssPaints.Slot WARNINGS = SLOTS.add("warnings");
  private static final CssPaints.Slot ERRORS = SLOTS.add("errors");
  private static final CssPaints.Slot DIM = SLOTS.add("dim");
  private static final CssPaints.Slot HALO = SLOTS.add("halo");
  private static final CssPaints.Slot GROUND = SLOTS.add("ground");
  private static final CssPaints.Slot DOT = SLOTS.add("dot");
  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = SLOTS.metaData();

  private final CssPaints paints;

  LandscapePaints(Region owner, Runnable changed) {
    paints = new CssPaints(SLOTS, owner, changed);
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return META_DATA;
  }

  CssPaints cssPaints() {
    return paints;
  }

  Paint curve(Health health) {
    return paints.get(
        switch (health) {
          case NEVER -> NEVER;
          case GOOD -> GOOD;
          case RUNNING -> RUNNING;
          case WARNINGS -> WARNINGS;
          case ERRORS -> ERRORS;
        });
  }

  /** Of what the filter does not let through. */
  Paint dim() {
    return paints.get(DIM);
  }

  Paint halo() {
    return paints.get(HALO);
  }

  Paint ground() {
    return paints.get(GROUND);
  }

  Paint dot() {
    return paints.get(DOT);
  }
}
