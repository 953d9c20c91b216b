package fieldloom.ui.canvas;

import fieldloom.ui.kit.CssPaints;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/** The colours of links, set by css. */
final class LinkPaints {
  private static final double THICK = 2.5;
  private static final CssPaints.Slots SLOTS = new CssPaints.Slots();

  private static final CssPaints.Slot LINK = SLOTS.add("link");
  private static final CssPaints.Slot DIM = SLOTS.add("dim");
  private static final CssPaints.Slot HOVER = SLOTS.add("hover");
  private static final CssPaints.Slot SELECTED = SLOTS.add("selected");
  private static final CssPaints.Slot HALO = SLOTS.add("halo");
  private static final CssPaints.Slot LOOP = SLOTS.add("loop");
  private static final CssPaints.Slot LOOP_DIM = SLOTS.add("loop-dim");
  private static final CssPaints.Slot PROBLEM = SLOTS.add("problem");
  private static final CssPaints.Slot ERROR = SLOTS.add("error");
  private static final CssPaints.Slot BAND = SLOTS.add("band");
  private static final CssPaints.Slot GROUND = SLOTS.add("ground");
  private static final CssPaints.Slot EDGE = SLOTS.add("edge");
  private static final CssPaints.Slot DOT = SLOTS.add("dot");
  private static final CssPaints.Slot PORT = SLOTS.add("port");
  private static final CssPaints.Slot MAP = SLOTS.add("map");
  private static final CssPaints.Slot PORT_DIM = SLOTS.add("port-dim");
  private static final CssPaints.Size WIDER = SLOTS.addSize("wider");
  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = SLOTS.metaData();

  private final CssPaints paints;

  LinkPaints(Region owner, Runnable changed) {
    paints = new CssPaints(SLOTS, owner, changed);
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return META_DATA;
  }

  CssPaints cssPaints() {
    return paints;
  }

  private Paint get(CssPaints.Slot slot) {
    return paints.get(slot);
  }

  /** How wide a link of that width is drawn in this theme. */
  double stroke(double width) {
    return width + paints.get(WIDER) * (width < THICK ? 1 : 2);
  }

  Paint ground() {
    return get(GROUND);
  }

  /** The line between a tree and the links. */
  Paint edge() {
    return get(EDGE);
  }

  /** Rows and links in the overview. */
  Paint map() {
    return get(MAP);
  }

  Paint dot() {
    return get(DOT);
  }

  Paint band() {
    return get(BAND);
  }

  Paint halo() {
    return get(HALO);
  }

  Paint selected() {
    return get(SELECTED);
  }

  Paint link(Frame.Tone tone, Frame.State state) {
    return switch (state) {
      case DIM -> get(tone == Frame.Tone.LOOP ? LOOP_DIM : DIM);
      case HOVER -> get(HOVER);
      case SELECTED -> get(tone == Frame.Tone.LOOP ? LOOP : SELECTED);
      case NORMAL ->
          switch (tone) {
            case NORMAL, ROLL_UP -> get(LINK);
            case LOOP -> get(LOOP);
            case PROBLEM -> get(PROBLEM);
            case ERROR -> get(ERROR);
          };
    };
  }

  /** The rim of a port. */
  Paint port(Frame.Tone tone, Frame.State state) {
    if (tone == Frame.Tone.LOOP) {
      return get(LOOP);
    }
    return state == Frame.State.DIM ? get(PORT_DIM) : link(tone, state);
  }

  /** The inside of a port that is not filled. */
  Paint portGround() {
    return get(PORT);
  }
}
