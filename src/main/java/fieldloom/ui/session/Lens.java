package fieldloom.ui.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What of an open mapping is looked at: all of it, one of its pages, or in focus only what touches
 * one selection. Nothing of the mapping changes by it. Of the session's thread.
 */
public final class Lens {
  private final EditorSession session;
  private final ReadOnlyObjectWrapper<Selection> focus =
      new ReadOnlyObjectWrapper<>(Selection.NONE);
  private final ReadOnlyObjectWrapper<@Nullable String> page = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(Scope.ALL);

  private final Map<Side, RowStrip> trees = new EnumMap<>(Side.class);

  public Lens(EditorSession session) {
    this.session = session;
    session.indexProperty().subscribe(i -> followMapping());
    session.selectionProperty().subscribe(this::followSelection);
  }

  /** Focuses on what is selected; nothing happens where nothing is. */
  public void focus() {
    focusOn(session.selection());
  }

  /** Shows what was shown before the focus. */
  public void leaveFocus() {
    focusOn(Selection.NONE);
  }

  /** Focuses on the selection, or leaves the focus. */
  public void toggleFocus() {
    if (isFocused()) {
      leaveFocus();
    } else {
      focus();
    }
  }

  private void focusOn(Selection selection) {
    focus.set(lasting(selection));
    look();
  }

  /** A rule is another one after an edit; the field that it fills stays. */
  private Selection lasting(Selection selection) {
    RuleView view = selection.rule() == null ? null : session.index().view(selection.rule());
    return view == null ? selection : Selection.target(view.target());
  }

  /** Shows one page; null shows all of the mapping. Leaves the focus. */
  public void show(@Nullable String name) {
    page.set(name == null || LayoutFields.page(session.mapping(), name) == null ? null : name);
    focus.set(Selection.NONE);
    look();
  }

  /** Shows all of the mapping. */
  public void showAll() {
    show(null);
  }

  private void followMapping() {
    String name = page.get();
    if (name != null && LayoutFields.page(session.mapping(), name) == null) {
      page.set(null);
    }
    look();
  }

  /** What is selected out of the focus takes it along. */
  private void followSelection(Selection selection) {
    FieldRef field = lasting(selection).field();
    Side side = lasting(selection).side();
    if (isFocused() && field != null && side != null && !scope.get().shows(side, field)) {
      focusOn(selection);
    }
  }

  private void look() {
    String name = page.get();
    Page shown = name == null ? null : LayoutFields.page(session.mapping(), name);
    Scope now =
        isFocused()
            ? Scope.of(focus.get(), session.index())
            : shown == null ? Scope.ALL : Scope.of(shown, session.index());
    if (!now.equals(scope.get())) {
      scope.set(now);
    }
  }

  /** Makes known the tree of a side that shows what is looked at. */
  public void setTree(Side side, RowStrip tree) {
    trees.put(side, tree);
  }

  /** The tree of a side; null before there is one. */
  public @Nullable RowStrip tree(Side side) {
    return trees.get(side);
  }

  /** What the search of a side finds; nothing where nothing is searched for. */
  public List<FieldRef> found(Side side) {
    RowStrip tree = trees.get(side);
    return tree == null ? List.of() : tree.found();
  }

  public boolean isFocused() {
    return !focus.get().isNone();
  }

  /** What the focus is on, always a field; {@link Selection#NONE} where there is no focus. */
  public ReadOnlyObjectProperty<Selection> focusProperty() {
    return focus.getReadOnlyProperty();
  }

  /** Name of the page that is shown; null where all is. */
  public ReadOnlyObjectProperty<@Nullable String> pageProperty() {
    return page.getReadOnlyProperty();
  }

  public Scope scope() {
    return scope.get();
  }

  /** Changes after focus and page. */
  public ReadOnlyObjectProperty<Scope> scopeProperty() {
    return scope.getReadOnlyProperty();
  }
}
