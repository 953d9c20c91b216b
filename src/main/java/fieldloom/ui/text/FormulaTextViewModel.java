package fieldloom.ui.text;

import fieldloom.model.SchemaTree;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.LoopText;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.TextFault;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All rules as text: which lines are shown, which is selected, what is typed. It follows the
 * session while it is {@link #setActive active} and catches up when it becomes so.
 */
public final class FormulaTextViewModel {
  private final EditorSession session;
  private final Lens lens;
  private final LineTexts texts;
  private final LineFilter filter;
  private final ObservableList<Line> shown = FXCollections.observableArrayList();
  private final ObservableList<Line> lines = FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty all = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private List<Line> found = List.of();
  private List<Line> looked = List.of();
  private @Nullable Line current;
  private boolean active;
  private boolean changing;

  /** All of the mapping is looked at. */
  public FormulaTextViewModel(EditorSession session) {
    this(session, new Lens(session));
  }

  /**
   * @param lens what of the mapping is looked at, shared by all that show it
   */
  public FormulaTextViewModel(EditorSession session, Lens lens) {
    this.session = session;
    this.lens = lens;
    this.texts = new LineTexts(session);
    this.filter = new LineFilter(texts);
    session.indexProperty().subscribe(i -> changed(true));
    session.schemasProperty().subscribe(s -> changed(true));
    session.previewProperty().subscribe(p -> changed(false));
    session.previewLateProperty().subscribe(late -> changed(false));
    session.drafts().revisionProperty().subscribe(r -> changed(false));
    changed(false);
    Texts.follow(this, model -> model.changed(false));
    session.selectionProperty().subscribe(s -> follow());
    lens.scopeProperty().subscribe(s -> look());
    search.subscribe(s -> filtered());
    all.subscribe(s -> filtered());
  }

  /** Whether the text is seen; only then it follows what happens. */
  public void setActive(boolean value) {
    if (value != active) {
      active = value;
      changed(true);
      follow();
    }
  }

  private void changed(boolean linesToo) {
    if (!active) {
      return;
    }
    if (linesToo) {
      found = Lines.of(session);
      look();
    } else {
      revision.set(revision.get() + 1);
    }
  }

  /** Takes the lines that the lens shows, and with them the selected one, as the trees do. */
  private void look() {
    Scope scope = lens.scope();
    Line wanted = scope.isAll() ? null : wanted();
    looked =
        scope.isAll()
            ? found
            : found.stream()
                .filter(line -> wanted != null && line.isSame(wanted) || shows(scope, line))
                .toList();
    filtered();
  }

  private static boolean shows(Scope scope, Line line) {
    RuleView view = line.view();
    return view == null ? scope.shows(Side.TARGET, line.field()) : scope.shows(view.rule());
  }

  private void filtered() {
    if (!active) {
      return;
    }
    List<Line> left = filter.filter(looked, all.get(), LineFilter.words(search.get()));
    if (!left.equals(shown)) {
      changing = true;
      int before = selected.get();
      selected.set(-1);
      shown.setAll(left);
      int at = current == null ? -1 : indexOf(current);
      // A line whose rule is gone leaves the keyboard to the one that has come into its place.
      boolean gone = at < 0 && before >= 0 && search.get().isBlank();
      selected.set(gone ? Math.min(before, shown.size() - 1) : at);
      changing = false;
    }
    revision.set(revision.get() + 1);
  }

  private int indexOf(Line line) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).isSame(line)) {
        return i;
      }
    }
    return -1;
  }

  /** What was selected elsewhere is selected here; what hides it goes. */
  private void follow() {
    if (!active || changing) {
      return;
    }
    Line wanted = wanted();
    if (wanted == null || current != null && wanted.isSame(current) && indexOf(wanted) >= 0) {
      return;
    }
    current = wanted;
    if (indexOf(wanted) < 0) {
      search.set("");
      all.set(all.get() || wanted.view() == null && texts.draft(wanted) == null);
      look();
    }
    selected.set(indexOf(wanted));
  }

  /** The line of what is selected in the session; null where there is none. */
  private @Nullable Line wanted() {
    Selection selection = session.selection();
    RuleView view = selection.rule() == null ? null : session.index().view(selection.rule());
    FieldRef field =
        view != null ? view.target() : selection.side() == Side.TARGET ? selection.field() : null;
    if (field == null) {
      return null;
    }
    Line within = null;
    for (Line line : found) {
      boolean same = line.field().equals(field);
      if (same && (view == null || view.equals(line.view()))) {
        return line;
      }
      within = within == null && line.view() != null && line.field().isIn(field) ? line : within;
    }
    return within;
  }

  /** Selects a line, and its rule or field in the session. */
  void select(int line) {
    if (changing || line < 0 || line >= shown.size()) {
      return;
    }
    Line now = shown.get(line);
    if (line == selected.get() && current != null && now.isSame(current)) {
      return;
    }
    changing = true;
    current = now;
    selected.set(line);
    session.select(
        now.nth() > 0 && now.view() != null
            ? Selection.rule(now.view().rule())
            : Selection.target(now.field()));
    changing = false;
  }

  /** The selected line; null where none is. */
  @Nullable Line current() {
    int at = selected.get();
    return at >= 0 && at < shown.size() ? shown.get(at) : null;
  }

  /** The line of a field, else the first of what is in it; -1 where none is shown. */
  int lineOf(FieldRef field) {
    int within = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).field().equals(field)) {
        return i;
      }
      within = within < 0 && shown.get(i).field().isIn(field) ? i : within;
    }
    return within;
  }

  Shown shown(Line line) {
    return texts.of(line);
  }

  static String title(Line line) {
    return Objects.requireNonNullElse(line.titles().in(Texts.language().locale()), "");
  }

  /** What a screen reader says of a line. */
  String spoken(Line line) {
    Shown state = texts.of(line);
    String title = title(line);
    String name = line.field().path().toString() + (title.isEmpty() ? "" : " " + title);
    String text = state.text().isEmpty() ? Words.get("no-rule") : state.text();
    String first = Words.get(state.draft() ? "spoken.draft" : "spoken", name, text);
    String result = state.result().isEmpty() ? first : first + ", " + state.result();
    return state.sentence().isEmpty() ? result : result + ", " + state.sentence();
  }

  /** Whether a line can be typed in: places of lists have no rules. */
  boolean isEditable(Line line) {
    return !line.field().isPlace();
  }

  /** What stands in the line's editor when it opens. */
  String text(Line line) {
    return texts.text(line);
  }

  /** Keeps what is being typed. */
  void typed(Line line, String text) {
    texts.setDraft(line, text.strip().equals(LineTexts.applied(line)) ? null : text);
  }

  /** Gives up what was typed. */
  void restore(Line line) {
    texts.setDraft(line, null);
    changed(true);
  }

  /**
   * Makes what was typed the rule, in one step; nothing typed takes the rule away.
   *
   * @return why that cannot be; null where it was done. What is wrong stays a draft
   */
  @Nullable TextFault apply(Line line, String typed) {
    String text = typed.strip();
    boolean list = line.isLoop() && line.view() == null && !text.isEmpty();
    String whole = list && !LoopText.isLoop(text) ? "each " + text : text;
    TextFault fault = texts.fault(line, whole);
    if (fault != null) {
      return fault;
    }
    boolean same = whole.equals(LineTexts.applied(line));
    texts.setDraft(line, null);
    if (!same) {
      session.apply(
          new Edit.SetLine(line.field(), line.view() == null ? null : line.view().rule(), whole));
    }
    changed(true);
    return null;
  }

  /** Takes the selected line's rule away. */
  void delete() {
    Line line = current();
    if (line != null && (line.view() != null || texts.draft(line) != null)) {
      apply(line, "");
    }
  }

  /** A line as text, as far in as its loops lie deep. */
  String copy(Line line) {
    return "  ".repeat(line.depth()) + line.name() + " = " + LineTexts.applied(line);
  }

  /** All rules that are looked at, as text. */
  String copyAll() {
    return looked.stream()
        .filter(line -> line.view() != null)
        .map(line -> copy(line) + "\n")
        .collect(Collectors.joining());
  }

  /** How many lines have a rule, or how many there are. */
  int count(boolean every) {
    return every
        ? looked.size()
        : (int) looked.stream().filter(line -> line.view() != null).count();
  }

  /** Whether the target has a schema of which something is known. */
  boolean hasSchema() {
    return session.mapping().targets().stream()
        .map(target -> session.schemas().get(target.name()))
        .anyMatch((@Nullable SchemaTree tree) -> tree != null && !tree.isUnknown());
  }

  /** What is searched for, word by word. */
  List<String> words() {
    return LineFilter.words(search.get());
  }

  EditorSession session() {
    return session;
  }

  /** Whether there is anything to show, whatever is looked at. */
  boolean isEmpty() {
    return found.isEmpty();
  }

  /** What of the mapping is looked at. */
  Lens lens() {
    return lens;
  }

  /** The lines that are shown, in order. */
  ObservableList<Line> lines() {
    return lines;
  }

  StringProperty searchProperty() {
    return search;
  }

  /** Whether fields without rules are shown too. */
  BooleanProperty allProperty() {
    return all;
  }

  /** The place of the selected line in {@link #lines}; -1 where none is. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Counts up whenever a line may show something else. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }
}
