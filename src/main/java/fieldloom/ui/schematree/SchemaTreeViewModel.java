package fieldloom.ui.schematree;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The tree of one side: rows, search, scrolling, selection by keyboard. */
public final class SchemaTreeViewModel extends PlacedRows {
  private final EditorSession session;
  private final Side side;
  private final Lens lens;
  private final RowStates states;
  private final TreeFilter filter;
  private final TreeDocuments documents;
  private final PinnedRows pins;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper stateRevision = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<@Nullable Predicate<FieldRef>> fitting =
      new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldRef> edited = new ReadOnlyObjectWrapper<>();
  private final RowWalk walk = new RowWalk(this);
  private final RowPicks picks = new RowPicks(this);
  private final RowInput input;
  private final FocusScroll beforeFocus;

  public SchemaTreeViewModel(EditorSession session, Side side) {
    this(session, side, new Lens(session));
  }

  /**
   * The tree of a side.
   *
   * @param lens what of the mapping is looked at, shared by all that show it
   */
  public SchemaTreeViewModel(EditorSession session, Side side, Lens lens) {
    this.session = session;
    this.side = side;
    this.lens = lens;
    this.states = new RowStates(session, side);
    this.filter = new TreeFilter(session, side, lens, model, states);
    this.input = new RowInput(session, side, states);
    this.documents = new TreeDocuments(session, side);
    this.pins = new PinnedRows(session, side, model);
    this.beforeFocus = new FocusScroll(lens, scrolling());
    lens.setTree(side, this);
    session.schemasProperty().subscribe(s -> loadDocuments());
    session.mappingProperty().subscribe((before, now) -> mappingChanged(before, now));
    session.indexProperty().subscribe(i -> rulesChanged());
    session.previewProperty().subscribe(p -> previewChanged());
    session.previewLateProperty().subscribe(late -> touchStates());
    session.relatedProperty().subscribe(r -> touchStates());
    session.selectionProperty().subscribe(this::selected);
    filter.searchProperty().subscribe(s -> filterChanged());
    filter.showProperty().subscribe(s -> filterChanged());
    lens.scopeProperty().subscribe(s -> scopeChanged());
    fitting.subscribe(f -> touchStates());
    retitle();
    Texts.follow(this, SchemaTreeViewModel::retitle);
  }

  /** Titles are in the window's language. */
  private void retitle() {
    model.rebuild();
    rowsChanged();
  }

  /** A field that was selected elsewhere is brought into view. */
  private void selected(Selection selection) {
    picks.selected(selection);
    if (filter.hidesSelected()) {
      filter.apply();
      rowsChanged();
    }
    FieldRef field = selection.field();
    if (selection.side() == side && field != null) {
      reveal(field);
    }
    touchStates();
  }

  private void mappingChanged(Mapping before, Mapping now) {
    if (!documents.of(before).equals(documents.of(now))) {
      loadDocuments();
    } else if (!LayoutFields.pins(before, side).equals(pins.fields())) {
      filter.apply();
      rowsChanged();
    }
  }

  /** What is mapped has changed, and with it what rows say and what some filters show. */
  private void rulesChanged() {
    if (filter.isActive()) {
      filter.apply();
      rowsChanged();
    }
    touchStates();
  }

  private void loadDocuments() {
    model.setDocuments(documents.schemas());
    filter.recount();
    filter.apply();
    rowsChanged();
  }

  private void previewChanged() {
    states.refresh();
    rulesChanged();
  }

  private void filterChanged() {
    model.forgetToggled();
    filter.apply();
    rowsChanged();
  }

  private void scopeChanged() {
    filterChanged();
    Selection selection = session.selection();
    if (!lens.isFocused()) {
      beforeFocus.restore();
      return;
    }
    setScroll(0);
    if (selection.side() == side && selection.field() != null) {
      reveal(selection.field());
    }
  }

  private void rowsChanged() {
    scrolling().clamp();
    revision.set(revision.get() + 1);
    touchStates();
  }

  void touchStates() {
    stateRevision.set(stateRevision.get() + 1);
  }

  public Side side() {
    return side;
  }

  public EditorSession session() {
    return session;
  }

  TreeDocuments documents() {
    return documents;
  }

  /** Whether there is a schema to show; one about which nothing is known is none. */
  public boolean hasSchema() {
    return documents.any();
  }

  /** What is wrong with the side's schemas, each with what to do; none where nothing is. */
  List<Problem> schemaProblems() {
    return states.schemaProblems();
  }

  public RowState stateOf(SchemaRow row) {
    Predicate<FieldRef> fits = fitting.get();
    RowState.Fit fit =
        fits == null
            ? RowState.Fit.NO_LINK
            : fits.test(row.field()) ? RowState.Fit.FITS : RowState.Fit.DOES_NOT_FIT;
    return states.of(row, fit, picks.has(row.field()));
  }

  @Override
  public List<FieldRef> found() {
    return filter.found();
  }

  @Override
  public List<FieldRef> marked() {
    return picks.fields();
  }

  /** The rows that are marked together. */
  RowPicks picks() {
    return picks;
  }

  @Override
  public boolean isPinned(FieldRef field) {
    return pins.isPinned(field);
  }

  @Override
  public boolean togglePin(FieldRef field) {
    return pins.toggle(field);
  }

  /** Opens or closes a group. */
  public void toggle(SchemaRow row) {
    if (row.expandable()) {
      model.setOpen(row.field(), !row.expanded());
      rowsChanged();
    }
  }

  /** Opens or closes all groups. */
  public void setAllOpen(boolean open) {
    model.setAllOpen(open);
    rowsChanged();
  }

  @Override
  public void edit(FieldRef field) {
    reveal(field);
    edited.set(null);
    edited.set(field);
  }

  /** The field whose row was last asked to open its editor; null before any was. */
  ReadOnlyObjectProperty<@Nullable FieldRef> editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Fixed values and formulas that are typed into rows. */
  RowInput input() {
    return input;
  }

  /** Opens or closes the group of a field. */
  public void setOpen(FieldRef field, boolean open) {
    model.setOpen(field, open);
    rowsChanged();
  }

  /** Walks the rows with the keyboard. */
  public RowWalk walk() {
    return walk;
  }

  /** Selects a row; those that were marked with it stay so. */
  public void select(SchemaRow row) {
    session.select(Selection.field(side, row.field()));
    scrolling().show(rowOf(row.field()));
  }

  @Override
  public void reveal(FieldRef field) {
    if (model.rowOf(field) >= 0 && !shows(model.rowOf(field), field)) {
      model.openTo(field);
      rowsChanged();
    }
    scrolling().show(rowOf(field));
  }

  @Override
  public int fieldsIn(int row) {
    return filter.counts().fieldsIn(rows().get(row));
  }

  @Override
  public int mappedIn(int row) {
    return filter.counts().mappedIn(rows().get(row), session.index(), side);
  }

  @Override
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Which fields are shown. */
  TreeFilter filter() {
    return filter;
  }

  /** What of the mapping is looked at. */
  public Lens lens() {
    return lens;
  }

  /** Counts up whenever a row may show something else. */
  public ReadOnlyIntegerProperty stateRevisionProperty() {
    return stateRevision.getReadOnlyProperty();
  }

  /** Text searched for in names, titles and paths, in Chinese by pinyin too. */
  public StringProperty searchProperty() {
    return filter.searchProperty();
  }

  public ObjectProperty<Show> showProperty() {
    return filter.showProperty();
  }

  /** Whether a link is being drawn that may end here. */
  boolean isLinking() {
    return fitting.get() != null;
  }

  @Override
  public void showFitting(@Nullable Predicate<FieldRef> fits) {
    fitting.set(fits);
  }

  /** Marks the fields at which going on through a record stops. */
  public void showStops(Set<FieldRef> stops) {
    states.setStops(stops);
    touchStates();
  }

  /** Marks the fields that are as a test case expects, and those that are not. */
  public void showExpected(Map<FieldRef, Boolean> expected) {
    states.setExpected(expected);
    touchStates();
  }

  /** Marks the fields that another version of the mapping has otherwise. */
  public void showMarks(Marks marks) {
    states.setMarks(marks);
    touchStates();
  }
}
