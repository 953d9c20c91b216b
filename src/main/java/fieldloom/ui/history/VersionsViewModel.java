package fieldloom.ui.history;

import fieldloom.model.Mapping;
import fieldloom.model.difference.Change;
import fieldloom.model.difference.ChangeWords;
import fieldloom.model.difference.Differences;
import fieldloom.model.difference.Differences.Version;
import fieldloom.ui.history.VersionSource.Saved;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.SaveState;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The saved versions of the open mapping. One that is chosen is compared with the mapping as it is
 * now, also while that is edited; of two the older with the newer, marked on the mapping as it is.
 * Nothing is read or compared while they are not shown.
 */
public final class VersionsViewModel {
  private final EditorSession session;
  private final VersionSource source;
  private final Background background;
  private final Times times;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ObservableList<Told> changes = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
  private List<Integer> chosen = List.of();
  private List<Change> found = List.of();
  private @Nullable Version older;
  private @Nullable Version newer;
  private boolean shown;
  private boolean compared;
  private int asked;

  /**
   * A version.
   *
   * @param time when it was saved, as the steps of the history say it
   */
  public record Line(int version, String time) {}

  /**
   * A change in words.
   *
   * @param kind new, changed or gone, in a word
   */
  public record Told(Change change, String kind, String sentence) {}

  /** What has been read and found. */
  private record Compared(Version older, Version newer, Marks marks, List<Change> changes) {}

  /**
   * @param clock tells what day it is, and where
   */
  public VersionsViewModel(
      EditorSession session, VersionSource source, Background background, Clock clock) {
    this.session = session;
    this.source = source;
    this.background = background;
    this.times = new Times(clock);
    session.mappingProperty().addListener((o, was, is) -> edited());
    session
        .saveStateProperty()
        .addListener(
            (o, was, is) -> {
              if (is instanceof SaveState.Saved) {
                list();
              }
            });
    Texts.follow(this, VersionsViewModel::reword);
  }

  /** Whether the versions are on the screen. */
  public void setShown(boolean value) {
    if (value != shown) {
      shown = value;
      list();
      compare();
    }
  }

  private void reword() {
    list();
    tell();
  }

  private void list() {
    if (shown) {
      background.run(source::list, this::list, this::fail);
    }
  }

  private void list(List<Saved> saved) {
    List<Line> now = saved.stream().map(s -> new Line(s.number(), times.say(s.at()))).toList();
    int more = now.size() - lines.size();
    // What is new is added, so that what is chosen stays chosen.
    if (more > 0 && now.subList(more, now.size()).equals(lines)) {
      lines.addAll(0, now.subList(0, more));
    } else if (!now.equals(lines)) {
      lines.setAll(now);
    }
  }

  private void fail(String sentence) {
    changes.clear();
    title.set(sentence);
  }

  /** Compares versions: none, one with the mapping as it is now, or two. */
  public void choose(List<Line> versions) {
    List<Integer> now = versions.stream().map(Line::version).sorted().limit(2).toList();
    if (!now.equals(chosen)) {
      chosen = now;
      older = null;
      newer = null;
      compare();
    }
  }

  private void edited() {
    if (shown) {
      compare();
    }
  }

  private void compare() {
    asked++;
    int mine = asked;
    if (!shown || chosen.isEmpty()) {
      show(null);
      return;
    }
    List<Integer> wanted = chosen;
    Version known = older;
    Version knownNewer = newer;
    Mapping present = session.mapping();
    var schemas = session.schemas();
    background.run(
        () -> {
          Version first = known == null ? source.load(wanted.getFirst()) : known;
          Version second =
              wanted.size() == 1
                  ? new Version(present, schemas)
                  : knownNewer == null ? source.load(wanted.getLast()) : knownNewer;
          List<Change> all = Differences.between(first, second);
          RuleIndex now = RuleIndex.of(present);
          Marks found = Marks.of(first.mapping(), second.mapping(), now, all);
          return new Compared(first, second, found, all);
        },
        done -> {
          if (mine == asked) {
            older = done.older();
            newer = wanted.size() == 1 ? null : done.newer();
            show(done);
          }
        },
        sentence -> {
          if (mine == asked) {
            fail(sentence);
          }
        });
  }

  private void show(@Nullable Compared done) {
    compared = done != null;
    found = done == null ? List.of() : done.changes();
    marks.set(done == null ? Marks.NONE : done.marks());
    tell();
  }

  private void tell() {
    ChangeWords words = ChangeWords.in(Texts.language().locale());
    List<Told> told = new ArrayList<>();
    for (Change change : found) {
      told.add(new Told(change, words.say(change.ofWhole()), words.say(change)));
    }
    changes.setAll(told);
    title.set(
        switch (compared ? chosen.size() : 0) {
          case 0 -> "";
          case 1 -> Words.get("since", chosen.getFirst(), told.size());
          default -> Words.get("between", chosen.getFirst(), chosen.getLast(), told.size());
        });
  }

  /** The saved versions, the newest first. */
  public ObservableList<Line> lines() {
    return lines;
  }

  /** What changed between what is compared. */
  public ObservableList<Told> changes() {
    return changes;
  }

  /** What is compared and how many changes there are; why that failed; "" where nothing is. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The changes between what is compared, to be marked on the canvas. */
  public ReadOnlyObjectProperty<Marks> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /**
   * Makes the mapping what the chosen version was; one step that can be undone.
   *
   * @return the step's name; null where no single version is chosen, or nothing would change
   */
  public @Nullable String restore() {
    Version version = older;
    if (chosen.size() != 1 || version == null || version.mapping().equals(session.mapping())) {
      return null;
    }
    Edit edit =
        new Edit.ReplaceMapping(version.mapping(), Words.get("restored", chosen.getFirst()));
    session.apply(edit);
    return edit.label();
  }

  /** Selects the field that a change is about, where it is about one. */
  public void select(Told told) {
    FieldRef field = Marks.field(told.change());
    if (field != null) {
      boolean source =
          session.mapping().sources().stream().anyMatch(d -> d.name().equals(field.document()));
      session.select(Selection.field(source ? Side.SOURCE : Side.TARGET, field));
    }
  }

  /** The one version that is chosen; null where there is none, or there are two. */
  @Nullable Integer chosen() {
    return chosen.size() == 1 ? Objects.requireNonNull(chosen.getFirst()) : null;
  }
}
