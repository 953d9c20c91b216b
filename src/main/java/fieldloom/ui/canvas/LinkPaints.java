package fieldloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The colours of links, set by css ({@code -fl-paint-link: -fl-link}), so that they follow the
 * theme while the window is open.
 */
final class LinkPaints {
  private static final Paint UNSET = Color.GRAY;
  private static final List<Slot> SLOTS = new ArrayList<>();

  private static final Slot LINK = slot("link");
  private static final Slot DIM = slot("dim");
  private static final Slot HOVER = slot("hover");
  private static final Slot SELECTED = slot("selected");
  private static final Slot HALO = slot("halo");
  private static final Slot LOOP = slot("loop");
  private static final Slot LOOP_DIM = slot("loop-dim");
  private static final Slot PROBLEM = slot("problem");
  private static final Slot ERROR = slot("error");
  private static final Slot BAND = slot("band");
  private static final Slot GROUND = slot("ground");
  private static final Slot EDGE = slot("edge");
  private static final Slot DOT = slot("dot");
  private static final Slot PORT = slot("port");
  private static final Slot PORT_DIM = slot("port-dim");

  private final List<StyleableObjectProperty<Paint>> properties = new ArrayList<>();

  /** A styleable colour: its place among the properties. */
  private static final class Slot extends CssMetaData<Region, Paint> {
    private final int place;

    Slot(String name, int place) {
      super("-fl-paint-" + name, StyleConverter.getPaintConverter(), UNSET);
      this.place = place;
    }

    @Override
    public boolean isSettable(Region owner) {
      return !property(owner).isBound();
    }

    @Override
    public StyleableProperty<Paint> getStyleableProperty(Region owner) {
      return property(owner);
    }

    private StyleableObjectProperty<Paint> property(Region owner) {
      return ((LinksPane) owner).paints().properties.get(place);
    }
  }

  private static Slot slot(String name) {
    Slot slot = new Slot(name, SLOTS.size());
    SLOTS.add(slot);
    return slot;
  }

  LinkPaints(Region owner, Runnable changed) {
    for (Slot slot : SLOTS) {
      properties.add(
          new SimpleStyleableObjectProperty<>(slot, owner, slot.getProperty(), UNSET) {
            @Override
            protected void invalidated() {
              changed.run();
            }
          });
    }
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return List.copyOf(SLOTS);
  }

  private Paint get(Slot slot) {
    Paint paint = properties.get(slot.place).get();
    return paint == null ? UNSET : paint;
  }

  Paint ground() {
    return get(GROUND);
  }

  /** The line between a tree and the links. */
  Paint edge() {
    return get(EDGE);
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
