package fieldloom.ui.schematree;

import fieldloom.model.FieldType;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Sentences;
import fieldloom.ui.session.Side;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A recycled cell: chevron, badge, name, star, title, problem mark, value. */
final class RowCell extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass RELATED = PseudoClass.getPseudoClass("related");
  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
  private static final PseudoClass MISFIT = PseudoClass.getPseudoClass("misfit");
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** How a value stands; one that is plain has none. */
  private static final Map<RowState.Kind, PseudoClass> KINDS =
      Map.of(
          RowState.Kind.NOW, PseudoClass.getPseudoClass("now"),
          RowState.Kind.STALE, PseudoClass.getPseudoClass("stale"),
          RowState.Kind.WARNING, PseudoClass.getPseudoClass("warning"),
          RowState.Kind.ERROR, ERROR);

  private static final double INDENT = 14;
  private static final double CHEVRON = 16;
  private static final double BADGE_WIDTH = 22;
  private static final double BADGE_HEIGHT = 16;
  private static final double GAP = 7;
  private static final double STOP = 9;
  private static final double VALUE_WIDTH = 146;
  private static final double MIN_TITLE = 30;
  private static final double MIN_VALUE = 36;

  private final double left;
  private final double right;
  private final FontIcon opened = new FontIcon(Feather.CHEVRON_DOWN);
  private final FontIcon closed = new FontIcon(Feather.CHEVRON_RIGHT);
  private final FontIcon pin = new FontIcon(Feather.MAP_PIN);
  private final Label badge = new Label();
  private final HitText name = new HitText("fl-row-name");
  private final Label star = new Label("*");
  private final Label title = new Label();
  private final HitText titleHit = new HitText("fl-row-title-hit");
  private final FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
  private final FontIcon check = new FontIcon(Feather.CHECK);
  private final Label change = new Label();
  private final Label value = new Label();
  private final Region ring = new Region();
  private final Region stop = new Region();
  private @Nullable SchemaRow row;
  private @Nullable RowState state;
  private String type = Controls.badgeClass(FieldType.ANY);

  RowCell(Side side) {
    left = side == Side.SOURCE ? 8 : 24;
    right = side == Side.SOURCE ? 24 : 12;
    getStyleClass().add("fl-row");
    opened.getStyleClass().add("fl-row-chevron");
    closed.getStyleClass().add("fl-row-chevron");
    pin.getStyleClass().add("fl-row-pin");
    pin.setVisible(false);
    badge.getStyleClass().addAll("fl-badge", type);
    star.getStyleClass().add("fl-row-star");
    title.getStyleClass().add("fl-row-title");
    mark.getStyleClass().add("fl-row-mark");
    check.getStyleClass().add("fl-row-check");
    check.setVisible(false);
    value.getStyleClass().add("fl-row-value");
    value.setTextOverrun(OverrunStyle.ELLIPSIS);
    ring.getStyleClass().add("fl-row-ring");
    stop.getStyleClass().add("fl-row-stop");
    stop.setVisible(false);
    setAccessibleRole(AccessibleRole.TREE_ITEM);
    getChildren()
        .addAll(
            opened, closed, pin, badge, name, star, title, titleHit, check, mark, change, value,
            ring, stop);
    for (Node child : getChildren()) {
      child.setMouseTransparent(true);
    }
  }

  @Nullable SchemaRow row() {
    return row;
  }

  /** Marks the row as one that is held at the top. */
  void setPinned(boolean value) {
    pin.setVisible(value);
  }

  /**
   * Shows a row.
   *
   * @return whether its styles changed
   */
  boolean show(SchemaRow next, RowState now) {
    if (next.equals(row) && now.equals(state)) {
      return false;
    }
    RowState before = state;
    boolean styled = before == null || !sameStyle(before, now);
    if (!next.equals(row)) {
      styled |= showSchema(next);
      row = next;
    }
    state = now;
    showState(now);
    setAccessibleText(spoken(next, now));
    requestLayout();
    return styled;
  }

  private static boolean sameStyle(RowState a, RowState b) {
    return a.kind() == b.kind()
        && a.selected() == b.selected()
        && a.marked() == b.marked()
        && a.related() == b.related()
        && a.fit() == b.fit()
        && a.mark() == b.mark()
        && Objects.equals(a.expected(), b.expected())
        && (a.problem() == null) == (b.problem() == null)
        && (a.problem() == null || a.problem().isError() == b.problem().isError());
  }

  private void showState(RowState state) {
    pseudoClassStateChanged(SELECTED, state.selected());
    pseudoClassStateChanged(MARKED, state.marked());
    pseudoClassStateChanged(RELATED, state.related() && !state.selected());
    pseudoClassStateChanged(FITS, state.fit() == RowState.Fit.FITS);
    pseudoClassStateChanged(MISFIT, state.fit() == RowState.Fit.DOES_NOT_FIT);
    ring.setVisible(state.selected());
    stop.setVisible(state.stop());
    value.setText(state.value());
    KINDS.forEach((kind, style) -> value.pseudoClassStateChanged(style, kind == state.kind()));
    mark.setVisible(state.problem() != null);
    check.setVisible(state.expected() != null);
    check.setIconCode(Boolean.FALSE.equals(state.expected()) ? Feather.X : Feather.CHECK);
    check.pseudoClassStateChanged(ERROR, Boolean.FALSE.equals(state.expected()));
    change.setVisible(state.mark() != null);
    if (state.mark() != null) {
      String kind = state.mark().name().toLowerCase(Locale.ROOT);
      change.setText(Words.get("change." + kind));
      change.getStyleClass().setAll("label", "fl-row-change", kind);
    }
    mark.pseudoClassStateChanged(ERROR, state.problem() != null && state.problem().isError());
  }

  /** Shows what the schema says; tells whether styles changed. */
  private boolean showSchema(SchemaRow next) {
    opened.setVisible(next.expanded());
    closed.setVisible(next.expandable() && !next.expanded());
    String now = Controls.badgeClass(next.type());
    boolean otherType = !now.equals(type);
    if (otherType) {
      badge.getStyleClass().remove(type);
      badge.getStyleClass().add(now);
      type = now;
    }
    badge.setText(Controls.badgeText(next.type()));
    name.show(next.label(), next.labelHit());
    star.setVisible(next.required());
    title.setText(next.title() == null ? "" : next.title());
    title.pseudoClassStateChanged(HIT, next.titleHit() != null);
    titleHit.show(title.getText(), next.titleHit());
    return otherType;
  }

  /** Name, title, type, required, rule, value, problem. */
  private static String spoken(SchemaRow row, RowState state) {
    StringBuilder text = new StringBuilder(row.label());
    if (row.title() != null) {
      text.append(", ").append(row.title());
    }
    text.append(", ").append(row.type().label());
    if (row.required()) {
      text.append(", ").append(Words.get("spoken.required"));
    }
    if (state.marked()) {
      text.append(", ").append(Words.get("spoken.marked"));
    }
    if (!state.rule().isEmpty()) {
      text.append(", ").append(state.rule());
    }
    if (!state.value().isEmpty()) {
      text.append(", ").append(state.value());
    }
    if (state.problem() != null) {
      text.append(", ").append(Sentences.said(state.problem().message()));
    }
    if (state.stop()) {
      text.append(", ").append(Words.get("spoken.stop"));
    }
    if (state.mark() != null) {
      String kind = state.mark().name().toLowerCase(Locale.ROOT);
      text.append(", ").append(Words.get("change." + kind));
    }
    if (state.expected() != null) {
      text.append(", ").append(Words.get(state.expected() ? "spoken.expected" : "spoken.differs"));
    }
    return text.toString();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    SchemaRow shown = row;
    if (shown == null) {
      return;
    }
    ring.resizeRelocate(0, 0, width, height);
    double x = start(shown);
    place(pin, x, 14, height);
    stop.resizeRelocate(x + 3, Math.round((height - STOP) / 2), STOP, STOP);
    place(opened, x, 14, height);
    place(closed, x, 14, height);
    x += CHEVRON;
    badge.resizeRelocate(x, Math.round((height - BADGE_HEIGHT) / 2), BADGE_WIDTH, BADGE_HEIGHT);
    x += BADGE_WIDTH + GAP;
    double nameWidth = Math.ceil(name.prefWidth(-1));
    place(name, x, nameWidth, height);
    x += nameWidth;
    if (star.isVisible()) {
      place(star, x + 3, star.prefWidth(-1), height);
      x += 3 + Math.ceil(star.prefWidth(-1));
    }
    double changeWidth = change.isVisible() ? Math.ceil(change.prefWidth(-1)) + 6 : 0;
    double icons = (mark.isVisible() ? 14 + 6 : 0) + (check.isVisible() ? 14 + 6 : 0);
    double markWidth = icons + changeWidth;
    double end = width - right;
    double free = end - x - markWidth;
    double wanted = value.getText().isEmpty() ? 0 : Math.ceil(value.prefWidth(-1));
    double valueWidth = Math.min(Math.min(wanted, VALUE_WIDTH), Math.max(0, free - 10));
    double titleWanted = title.getText().isEmpty() ? 0 : Math.ceil(title.prefWidth(-1));
    double room = free - (valueWidth > 0 ? valueWidth + 10 : 0) - GAP;
    double titleWidth = Math.min(titleWanted, room);
    boolean titled = titleWidth >= Math.min(titleWanted, MIN_TITLE) && titleWanted > 0;
    // A title that is cut short has no room to mark a part of it.
    double marked = shown.titleHit() == null ? 0 : Math.ceil(titleHit.prefWidth(-1));
    titleHit.setVisible(titled && marked > 0 && marked <= room);
    title.setVisible(titled && !titleHit.isVisible());
    if (titled) {
      titleWidth = titleHit.isVisible() ? marked : titleWidth;
      place(titleHit.isVisible() ? titleHit : title, x + GAP, titleWidth, height);
      x += GAP + titleWidth;
    }
    if (check.isVisible()) {
      place(check, x + 6, 14, height);
      x += 14 + 6;
    }
    if (mark.isVisible()) {
      place(mark, x + 6, 14, height);
      x += 14 + 6;
    }
    if (change.isVisible()) {
      place(change, x + 6, changeWidth - 6, height);
    }
    value.setVisible(valueWidth >= Math.min(wanted, MIN_VALUE) && wanted > 0);
    place(value, end - valueWidth, valueWidth, height);
  }

  private double start(SchemaRow of) {
    return left + of.depth() * INDENT;
  }

  /** How wide the cell must be to show all but the title. */
  double neededWidth() {
    if (row == null) {
      return 0;
    }
    double needed =
        start(row) + CHEVRON + BADGE_WIDTH + GAP + Math.ceil(name.prefWidth(-1)) + right;
    needed += star.isVisible() ? 3 + Math.ceil(star.prefWidth(-1)) : 0;
    needed += mark.isVisible() ? 14 + 6 : 0;
    double wanted = value.getText().isEmpty() ? 0 : Math.ceil(value.prefWidth(-1)) + 10;
    return needed + Math.min(wanted, VALUE_WIDTH + 10);
  }

  private static void place(Node node, double x, double width, double height) {
    double own = Math.min(height, node.prefHeight(width));
    node.resizeRelocate(Math.round(x), Math.round((height - own) / 2), width, own);
    if (node instanceof Text text) {
      text.setTextOrigin(VPos.TOP);
      text.relocate(Math.round(x), Math.round((height - text.getLayoutBounds().getHeight()) / 2));
    }
  }

  /** Whether a point of the cell lies on its value. */
  boolean isValue(double x) {
    return value.isVisible() && x >= value.getLayoutX() && x <= getWidth() - right;
  }

  /** Whether a point of the cell lies on its chevron. */
  boolean isChevron(double x) {
    if (row == null || !row.expandable()) {
      return false;
    }
    double from = start(row);
    return x >= from - 4 && x < from + CHEVRON + 2;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (row != null) {
      if (attribute == AccessibleAttribute.EXPANDED) {
        return row.expanded();
      }
      if (attribute == AccessibleAttribute.SELECTED && state != null) {
        return state.selected() || state.marked();
      }
      if (attribute == AccessibleAttribute.LEAF) {
        return !row.expandable();
      }
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
