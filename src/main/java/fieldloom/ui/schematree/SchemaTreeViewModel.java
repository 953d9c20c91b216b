package fieldloom.ui.schematree;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The tree of one side: rows, search, scrolling, selection by keyboard. */
public final class SchemaTreeViewModel implements RowStrip {
  /** Pixels; 24 compact and 34 comfortable are the other densities. */
  public static final double ROW_HEIGHT = 28;

  private final EditorSession session;
  private final Side side;
  private final Lens lens;
  private final SchemaRows model = new SchemaRows();
  private final RowStates states;
  private final TreeFilter filter;
  private final TreeDocuments documents;
  private final PinnedRows pins;
  private final RowScroll scroll = new RowScroll(model, this::rowHeight);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper stateRevision = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<@Nullable Predicate<FieldRef>> fitting =
      new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldRef> edited = new ReadOnlyObjectWrapper<>();
  private final RowWalk walk = new RowWalk(this);
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
    this.beforeFocus = new FocusScroll(lens, scroll);
    model.setPins(pins.fields());
    session.schemasProperty().subscribe(s -> loadDocuments());
    session.mappingProperty().subscribe((before, now) -> mappingChanged(before, now));
    session.indexProperty().subscribe(i -> rulesChanged());
    session.previewProperty().subscribe(p -> previewChanged());
    session.relatedProperty().subscribe(r -> touchStates());
    session.selectionProperty().subscribe(this::selected);
    filter.searchProperty().subscribe(s -> filterChanged());
    filter.showProperty().subscribe(s -> filterChanged());
    lens.scopeProperty().subscribe(s -> scopeChanged());
    fitting.subscribe(f -> touchStates());
    Texts.languageProperty()
        .subscribe(
            l -> {
              // Titles are in the window's language.
              model.rebuild();
              rowsChanged();
            });
  }

  /** A field that was selected elsewhere is brought into view. */
  private void selected(Selection selection) {
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
    model.setPins(pins.fields());
    if (!documents.of(before).equals(documents.of(now))) {
      loadDocuments();
    } else if (!LayoutFields.pins(before, side).equals(pins.fields())) {
      rowsChanged();
    }
    touchStates();
  }

  /** What is mapped has changed, and with it what some filters show. */
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
    rowsChanged();
  }

  private void previewChanged() {
    states.refresh();
    if (showProperty().get() == Show.PROBLEMS) {
      filter.apply();
      rowsChanged();
    }
    touchStates();
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
    scroll.clamp();
    revision.set(revision.get() + 1);
    touchStates();
  }

  private void touchStates() {
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

  public List<SchemaRow> rows() {
    return model.rows();
  }

  public RowState stateOf(SchemaRow row) {
    Predicate<FieldRef> fits = fitting.get();
    RowState.Fit fit =
        fits == null
            ? RowState.Fit.NO_LINK
            : fits.test(row.field()) ? RowState.Fit.FITS : RowState.Fit.DOES_NOT_FIT;
    return states.of(row, fit);
  }

  /** The fields that are held at the top. */
  public PinnedRows pins() {
    return pins;
  }

  /** Opens or closes a group. */
  public void toggle(SchemaRow row) {
    if (row.expandable()) {
      model.setOpen(row.field(), !row.expanded());
      rowsChanged();
    }
  }

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

  public void select(SchemaRow row) {
    session.select(Selection.field(side, row.field()));
    scroll.show(rowOf(row.field()));
  }

  /** Scrolls so that a row is the first of those that scroll. */
  public void scrollToTop(int row) {
    scroll.toTop(row);
  }

  /** The first row of those that scroll that is wholly in view; behind the last where none is. */
  public int firstRow() {
    return scroll.first();
  }

  public void setScroll(double value) {
    scroll.set(value);
  }

  public double maxScroll() {
    return scroll.most();
  }

  /** Where the rows show. */
  RowScroll scrolling() {
    return scroll;
  }

  @Override
  public void reveal(FieldRef field) {
    if (model.rowOf(field) >= 0 && !shows(model.rowOf(field), field)) {
      model.openTo(field);
      rowsChanged();
    }
    scroll.show(rowOf(field));
  }

  @Override
  public int rowOf(FieldRef field) {
    return model.rowOf(field);
  }

  @Override
  public FieldRef fieldOf(int row) {
    return rows().get(row).field();
  }

  @Override
  public boolean shows(int row, FieldRef field) {
    return model.shows(row, field);
  }

  @Override
  public int rowCount() {
    return rows().size();
  }

  @Override
  public double rowHeight() {
    return ROW_HEIGHT;
  }

  @Override
  public int lastRowUnder(int row) {
    if (row < model.pinnedRows()) {
      return row;
    }
    int depth = rows().get(row).depth();
    int at = row;
    while (at + 1 < rows().size() && rows().get(at + 1).depth() > depth) {
      at++;
    }
    return at;
  }

  @Override
  public int fieldsIn(int row) {
    return filter.counts().fieldsIn(fieldOf(row));
  }

  @Override
  public int mappedIn(int row) {
    return filter.counts().mappedIn(fieldOf(row), session.index(), side);
  }

  @Override
  public double middleOf(int row) {
    return scroll.middleOf(row);
  }

  @Override
  public boolean isAbove(int row) {
    return scroll.isAbove(row);
  }

  @Override
  public double inset() {
    return scroll.inset();
  }

  @Override
  public int rowAt(double y) {
    return scroll.rowAt(y);
  }

  @Override
  public DoubleProperty scrollProperty() {
    return scroll.scrollProperty();
  }

  @Override
  public DoubleProperty viewportHeightProperty() {
    return scroll.viewportHeightProperty();
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
}
