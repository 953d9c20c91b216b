package fieldloom.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The colours of what a region draws by itself, set by css ({@code -fl-paint-link: -fl-link}), so
 * that they follow the theme while the window is open.
 *
 * <pre>{@code
 * private static final CssPaints.Slots SLOTS = new CssPaints.Slots();
 * private static final CssPaints.Slot LINK = SLOTS.add("link");
 * }</pre>
 */
public final class CssPaints {
  private static final Paint UNSET = Color.GRAY;

  private final List<StyleableObjectProperty<Paint>> properties = new ArrayList<>();
  private final List<StyleableDoubleProperty> sizes = new ArrayList<>();

  /** A region that draws with such colours. */
  public interface Owner {
    CssPaints cssPaints();
  }

  /** A colour: its place among those of its owner. */
  public static final class Slot extends CssMetaData<Region, Paint> {
    private final int place;

    private Slot(String name, int place) {
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
      return ((Owner) owner).cssPaints().properties.get(place);
    }
  }

  /** A number: its place among those of its owner. 0 where css sets none. */
  public static final class Size extends CssMetaData<Region, Number> {
    private final int place;

    private Size(String name, int place) {
      super("-fl-size-" + name, StyleConverter.getSizeConverter(), 0);
      this.place = place;
    }

    @Override
    public boolean isSettable(Region owner) {
      return true;
    }

    @Override
    public StyleableProperty<Number> getStyleableProperty(Region owner) {
      return ((Owner) owner).cssPaints().sizes.get(place);
    }
  }

  /** The colours that regions of one class have. */
  public static final class Slots {
    private final List<Slot> all = new ArrayList<>();
    private final List<Size> sizes = new ArrayList<>();

    /** Adds a colour that css sets as {@code -fl-paint-} and its name. */
    public Slot add(String name) {
      Slot slot = new Slot(name, all.size());
      all.add(slot);
      return slot;
    }

    /** Adds a number that css sets as {@code -fl-size-} and its name. */
    public Size addSize(String name) {
      Size size = new Size(name, sizes.size());
      sizes.add(size);
      return size;
    }

    /** What css may set on a region with these colours, beside what it may set on any region. */
    public List<CssMetaData<? extends Styleable, ?>> metaData() {
      List<CssMetaData<? extends Styleable, ?>> data = new ArrayList<>();
      data.addAll(Region.getClassCssMetaData());
      data.addAll(all);
      data.addAll(sizes);
      return List.copyOf(data);
    }
  }

  /**
   * @param changed told whenever css has set one
   */
  public CssPaints(Slots slots, Region owner, Runnable changed) {
    for (Slot slot : slots.all) {
      properties.add(
          new SimpleStyleableObjectProperty<>(slot, owner, slot.getProperty(), UNSET) {
            @Override
            protected void invalidated() {
              changed.run();
            }
          });
    }
    for (Size size : slots.sizes) {
      sizes.add(
          new SimpleStyleableDoubleProperty(size, owner, size.getProperty(), 0.0) {
            @Override
            protected void invalidated() {
              changed.run();
            }
          });
    }
  }

  /** The number as css has set it. */
  public double get(Size size) {
    return sizes.get(size.place).get();
  }

  /** The colour as css has set it. */
  public Paint get(Slot slot) {
    Paint paint = properties.get(slot.place).get();
    return paint == null ? UNSET : paint;
  }
}
