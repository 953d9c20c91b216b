package fieldloom.ui.schematree;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowScale;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The tree of one side: rows, search, scrolling, selection by keyboard. */
public final class SchemaTreeViewModel implements RowStrip {
  /** Pixels at 100 %; 24 compact and 34 comfortable are the other densities. */
  public static final double ROW_HEIGHT = 28;

  private final EditorSession session;
  private final Side side;
  private final SchemaRows model = new SchemaRows();
  private final RowStates states;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
  private final ObjectProperty<RowScale> scale = new SimpleObjectProperty<>(RowScale.FULL);
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private final DoubleProperty viewportHeight = new SimpleDoubleProperty();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper stateRevision = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<@Nullable Predicate<FieldRef>> fitting =
      new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldRef> edited = new ReadOnlyObjectWrapper<>();
  private final RowWalk walk = new RowWalk(this);
  private final RowInput input;
  private FieldCounts counts = FieldCounts.NONE;
  private @Nullable RuleIndex countedIndex;
  private int unmapped;

  /** Which fields are shown. */
  public enum Show {
    ALL,
    MAPPED,
    UNMAPPED,
    REQUIRED,
    PROBLEMS
  }

  public SchemaTreeViewModel(EditorSession session, Side side) {
    this.session = session;
    this.side = side;
    this.states = new RowStates(session, side);
    this.input = new RowInput(session, side, states);
    session.schemasProperty().subscribe(s -> loadDocuments());
    session.mappingProperty().subscribe((before, now) -> mappingChanged(before, now));
    session.previewProperty().subscribe(p -> previewChanged());
    session.relatedProperty().subscribe(r -> touchStates());
    session.selectionProperty().subscribe(this::selected);
    search.subscribe(s -> filter());
    show.subscribe(s -> filter());
    viewportHeight.subscribe(h -> clampScroll());
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
    FieldRef field = selection.field();
    if (selection.side() == side && field != null) {
      reveal(field);
    }
    touchStates();
  }

  private void mappingChanged(Mapping before, Mapping now) {
    if (!documents(before).equals(documents(now))) {
      loadDocuments();
    } else if (show.get() != Show.ALL) {
      filter();
    }
    touchStates();
  }

  private List<Document> documents(Mapping mapping) {
    return side == Side.SOURCE ? mapping.sources() : mapping.targets();
  }

  private void loadDocuments() {
    Map<String, SchemaTree> trees = new LinkedHashMap<>();
    for (Document document : documents(session.mapping())) {
      SchemaTree tree = session.schemas().get(document.name());
      if (tree != null) {
        trees.put(document.name(), tree);
      }
    }
    model.setDocuments(trees);
    counts = model.count();
    countedIndex = null;
    rowsChanged();
  }

  private void previewChanged() {
    states.refresh();
    if (show.get() == Show.PROBLEMS) {
      filter();
    }
    touchStates();
  }

  private void filter() {
    Predicate<SchemaRow> wanted =
        switch (show.get()) {
          case ALL -> row -> true;
          case MAPPED -> row -> !row.expandable() && session.index().isMapped(row.field(), side);
          case UNMAPPED -> row -> !row.expandable() && !session.index().isMapped(row.field(), side);
          case REQUIRED -> row -> !row.expandable() && row.required();
          case PROBLEMS -> row -> states.hasProblem(row);
        };
    model.setFilter(search.get(), show.get() != Show.ALL, wanted);
    rowsChanged();
  }

  private void rowsChanged() {
    clampScroll();
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

  /** Name of the side's first document. */
  public String documentName() {
    List<Document> documents = documents(session.mapping());
    return documents.isEmpty() ? "" : documents.getFirst().name();
  }

  /** Title of the first document's schema; "" where it has none. */
  public String documentTitle() {
    SchemaTree tree = session.schemas().get(documentName());
    String title = tree == null ? null : tree.title(Texts.language().locale());
    return title == null ? "" : title;
  }

  /** Whether there is a schema to show; one about which nothing is known is none. */
  public boolean hasSchema() {
    return documents(session.mapping()).stream()
        .map(d -> session.schemas().get(d.name()))
        .anyMatch(tree -> tree != null && !tree.isUnknown());
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

  /** How many fields without parts there are. */
  public int fieldCount() {
    return counts.leaves().size();
  }

  public int unmappedCount() {
    if (countedIndex != session.index()) {
      RuleIndex index = session.index();
      unmapped = (int) counts.leaves().stream().filter(f -> !index.isMapped(f, side)).count();
      countedIndex = index;
    }
    return unmapped;
  }

  public int requiredCount() {
    return counts.required().size();
  }

  public int problemCount() {
    return side == Side.TARGET ? states.problemFields().size() : 0;
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
    scrollTo(rowOf(row.field()));
  }

  /** Scrolls as little as is needed to see a row. */
  public void scrollTo(int row) {
    double top = row * rowHeight();
    if (row < 0 || viewportHeight.get() <= 0) {
      return;
    }
    if (top < scroll.get()) {
      setScroll(top);
    } else if (top + rowHeight() > scroll.get() + viewportHeight.get()) {
      setScroll(top + rowHeight() - viewportHeight.get());
    }
  }

  public void setScroll(double value) {
    scroll.set(Math.clamp(value, 0, maxScroll()));
  }

  public double maxScroll() {
    return Math.max(0, rows().size() * rowHeight() - viewportHeight.get());
  }

  private void clampScroll() {
    setScroll(scroll.get());
  }

  @Override
  public void reveal(FieldRef field) {
    if (model.rowOf(field) >= 0 && !shows(model.rowOf(field), field)) {
      model.openTo(field);
      rowsChanged();
    }
    scrollTo(rowOf(field));
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
    return scale.get().rowHeight(ROW_HEIGHT);
  }

  @Override
  public ObjectProperty<RowScale> scaleProperty() {
    return scale;
  }

  @Override
  public int lastRowUnder(int row) {
    int depth = rows().get(row).depth();
    int at = row;
    while (at + 1 < rows().size() && rows().get(at + 1).depth() > depth) {
      at++;
    }
    return at;
  }

  @Override
  public int fieldsUnder(int row) {
    return rows().get(row).fields();
  }

  @Override
  public DoubleProperty scrollProperty() {
    return scroll;
  }

  @Override
  public DoubleProperty viewportHeightProperty() {
    return viewportHeight;
  }

  @Override
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Whether a row is one that the search looks for, and not above one. */
  boolean isHit(SchemaRow row) {
    return model.isHit(row);
  }

  /** Whether a search or a chip leaves fields out. */
  boolean isFiltered() {
    return model.isFiltered();
  }

  /** Counts up whenever a row may show something else. */
  public ReadOnlyIntegerProperty stateRevisionProperty() {
    return stateRevision.getReadOnlyProperty();
  }

  /** Text searched for in names, titles and paths, in Chinese by pinyin too. */
  public StringProperty searchProperty() {
    return search;
  }

  public ObjectProperty<Show> showProperty() {
    return show;
  }

  @Override
  public void showFitting(@Nullable Predicate<FieldRef> fits) {
    fitting.set(fits);
  }
}
