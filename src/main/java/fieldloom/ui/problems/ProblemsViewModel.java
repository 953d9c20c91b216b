package fieldloom.ui.problems;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.Projects;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FixFinder;
import fieldloom.ui.session.ProblemEdit;
import fieldloom.ui.session.QuickFix;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The problems of the mapping and what goes wrong with its sample, by kind: to walk through, to
 * mend, and warnings to let stand.
 */
public final class ProblemsViewModel {
  private final EditorSession session;
  private final SampleCheck check;
  private final FixFinder finder;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  // Kept here: who listens to it must not lose it to the garbage collector.
  private final ObservableList<Line> shownLines = FXCollections.unmodifiableObservableList(lines);
  private final Map<Group, BooleanProperty> shown = new EnumMap<>(Group.class);
  private final Map<Group, ReadOnlyIntegerWrapper> counts = new EnumMap<>(Group.class);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>();
  private List<Line.Entry> all = List.of();
  private Consumer<String> tableEditor = table -> {};

  /** What can be shown and hidden. */
  public enum Group {
    ERRORS,
    WARNINGS,
    ACCEPTED;

    static Group of(Line.Entry entry) {
      return entry.accepted() ? ACCEPTED : entry.error() ? ERRORS : WARNINGS;
    }
  }

  /**
   * Fixes to choose from.
   *
   * @param place the field or part they are for; "" where nothing is selected
   * @param entries what is wrong there
   * @param fixes null while they are being tried
   */
  public record Offer(String place, List<Line.Entry> entries, @Nullable List<QuickFix> fixes) {
    public Offer {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Follows a session.
   *
   * @param tables reads the lookup tables of a mapping
   * @param background where the sample is mapped and fixes are tried
   */
  public ProblemsViewModel(
      EditorSession session,
      Function<Mapping, Projects.Tables> tables,
      Executor background,
      SessionThreads threads) {
    this.session = session;
    this.check = new SampleCheck(session, tables, background, threads);
    this.finder = new FixFinder(session, check, background, threads.ui());
    for (Group group : Group.values()) {
      BooleanProperty property = new SimpleBooleanProperty(group != Group.ACCEPTED);
      property.addListener((o, was, is) -> show());
      shown.put(group, property);
      counts.put(group, new ReadOnlyIntegerWrapper());
    }
    check.foundProperty().addListener((o, was, is) -> find());
    session.previewProperty().subscribe(preview -> find());
    session.mappingProperty().addListener((o, was, is) -> offer.set(null));
  }

  private void find() {
    all = EntryFinder.of(session.preview(), check.foundProperty().get());
    for (Group group : Group.values()) {
      int count = (int) all.stream().filter(e -> Group.of(e) == group).count();
      counts.get(group).set(count);
    }
    show();
  }

  private void show() {
    List<Line> now = new ArrayList<>();
    for (ProblemKind kind : ProblemKind.values()) {
      List<Line.Entry> ofKind =
          all.stream().filter(e -> e.kind() == kind && shown.get(Group.of(e)).get()).toList();
      if (!ofKind.isEmpty()) {
        now.add(new Line.Heading(kind, ofKind.size()));
        now.addAll(ofKind);
      }
    }
    if (now.equals(lines)) {
      return;
    }
    lines.setAll(now);
    int last = Math.min(selected.get(), now.size() - 1);
    selected.set(last >= 0 && now.get(last) instanceof Line.Entry ? last : -1);
  }

  /** Headings and entries. */
  public ObservableList<Line> lines() {
    return shownLines;
  }

  /** All entries, also those that are not shown. */
  public List<Line.Entry> entries() {
    return all;
  }

  /** Whether the entries of a group are shown. */
  public BooleanProperty shownProperty(Group group) {
    return shown.get(group);
  }

  /** How many entries there are of a group, shown or not. */
  public ReadOnlyIntegerProperty countProperty(Group group) {
    return counts.get(group).getReadOnlyProperty();
  }

  /** The line of the entry gone to last; −1 before. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Selects the entry of a line and its field; nothing happens at a heading. */
  public void goTo(int line) {
    if (line < 0 || line >= lines.size() || !(lines.get(line) instanceof Line.Entry entry)) {
      return;
    }
    selected.set(line);
    if (entry.field() != null) {
      session.select(Selection.target(entry.field()));
    }
  }

  /** Goes to the next one, after the last to the first. */
  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  private void step(int by) {
    int at = selected.get() < 0 && by < 0 ? 0 : selected.get();
    for (int i = 0; i < lines.size(); i++) {
      at = Math.floorMod(at + by, lines.size());
      if (lines.get(at) instanceof Line.Entry) {
        goTo(at);
        return;
      }
    }
  }

  /** Lets a warning stand; "" takes that back. Errors stay errors. */
  public void accept(Line.Entry entry, String reason) {
    session.apply(new ProblemEdit.Accept(entry.problem(), reason));
  }

  /** The fixes to choose from; null where none are asked for. */
  public ReadOnlyObjectProperty<@Nullable Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Offers the fixes of what is selected in the mapping. */
  public void offerSelected() {
    Selection selection = session.selection();
    Rule rule = selection.rule();
    FieldRef field = rule != null ? session.index().loops().target(rule) : selection.field();
    // Of a source field what it is mapped to.
    Set<FieldRef> asked =
        rule == null && selection.side() == Side.SOURCE
            ? session.related().targets()
            : field == null ? Set.of() : Set.of(field);
    List<Line.Entry> wrong =
        all.stream()
            .filter(e -> e.field() != null && asked.contains(e.field()) && !e.accepted())
            .toList();
    offer(field == null ? "" : field.name(), wrong);
  }

  /** Offers the fixes of an entry. */
  public void offer(Line.Entry entry) {
    offer(entry.place(), List.of(entry));
  }

  private void offer(String place, List<Line.Entry> entries) {
    Offer asked = new Offer(place, entries, entries.isEmpty() ? List.of() : null);
    offer.set(asked);
    List<QuickFix> found = new ArrayList<>();
    find(asked, 0, found);
  }

  /** One entry after the other, so that what is shown does not move. */
  private void find(Offer asked, int at, List<QuickFix> found) {
    if (at >= asked.entries().size()) {
      if (offer.get() == asked && !asked.entries().isEmpty()) {
        offer.set(new Offer(asked.place(), asked.entries(), List.copyOf(found)));
      }
      return;
    }
    finder.find(
        asked.entries().get(at).problem(),
        fixes -> {
          for (QuickFix fix : fixes) {
            if (found.stream().noneMatch(f -> f.edit().equals(fix.edit()))) {
              found.add(fix);
            }
          }
          find(asked, at + 1, found);
        });
  }

  /** Nothing is chosen. */
  public void closeOffer() {
    offer.set(null);
  }

  /** Applies a fix as one step, and opens what is to be filled in then. */
  public void apply(QuickFix fix) {
    offer.set(null);
    session.apply(fix.step());
    switch (fix.then()) {
      case QuickFix.Then.Nothing() -> {
        // It is done.
      }
      case QuickFix.Then.Formula(FieldRef field) -> {
        session.select(Selection.target(field));
        session.editFormula();
      }
      case QuickFix.Then.Table(String table) -> tableEditor.accept(table);
    }
  }

  /** Opens lookup tables by name. */
  public void setTableEditor(Consumer<String> value) {
    tableEditor = value;
  }
}
