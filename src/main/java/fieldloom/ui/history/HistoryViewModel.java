package fieldloom.ui.history;

import fieldloom.ui.kit.History;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.EditorSession;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The steps of the open mapping, the newest first, and at the end the mapping as it was before
 * them. Nothing is listed while no step was made.
 */
public final class HistoryViewModel {
  private final EditorSession session;
  private final Clock clock;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  // Kept here: who listens to it must not lose it to the garbage collector.
  private final ObservableList<Line> shown = FXCollections.unmodifiableObservableList(lines);
  private final ReadOnlyIntegerWrapper present = new ReadOnlyIntegerWrapper(-1);

  /** Where a step lies, seen from what is shown. */
  public enum State {
    /** Done, and others after it. */
    DONE,
    /** The last that is done: the mapping is as this step made it. */
    PRESENT,
    /** Taken back; it can be done again until something else is done. */
    UNDONE
  }

  /**
   * A step.
   *
   * @param done how many steps are done once one has gone there; 0 for the beginning
   * @param label what undo calls it
   * @param time when it was made, today's as {@code 14:32:07}, others with their day; "" of the
   *     beginning
   */
  public record Line(int done, String label, String time, State state) {}

  /**
   * @param clock tells what day it is, and where
   */
  public HistoryViewModel(EditorSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
    session.courseProperty().subscribe(this::show);
    Texts.follow(this, model -> model.show(model.session.courseProperty().get()));
  }

  private void show(History.Course course) {
    List<Line> found = new ArrayList<>();
    List<History.Named> steps = course.steps();
    for (int done = steps.size(); done > 0; done--) {
      History.Named step = steps.get(done - 1);
      found.add(new Line(done, step.label(), time(step.at()), state(done, course)));
    }
    if (!steps.isEmpty()) {
      String label = course.whole() ? Words.get("opened") : Words.get("older", History.MAX_STEPS);
      found.add(new Line(0, label, "", state(0, course)));
    }
    present.set(-1);
    lines.setAll(found);
    present.set(steps.isEmpty() ? -1 : steps.size() - course.done());
  }

  private static State state(int done, History.Course course) {
    if (done == course.done()) {
      return State.PRESENT;
    }
    return done < course.done() ? State.DONE : State.UNDONE;
  }

  private String time(Instant at) {
    ZonedDateTime time = at.atZone(clock.getZone());
    boolean today =
        time.toLocalDate().equals(clock.instant().atZone(clock.getZone()).toLocalDate());
    return today
        ? DateTimeFormatter.ISO_LOCAL_TIME.format(time.withNano(0))
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(Texts.language().locale())
            .format(time);
  }

  /** The newest first; the beginning is the last. */
  public ObservableList<Line> lines() {
    return shown;
  }

  /** Place of the present step in {@link #lines}; −1 where there is none. */
  public ReadOnlyIntegerProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  /**
   * Goes where a line says, several steps back or forth at once.
   *
   * @return whether that was another place
   */
  public boolean goTo(Line line) {
    boolean elsewhere = session.courseProperty().get().done() != line.done();
    session.goTo(line.done());
    return elsewhere;
  }
}
