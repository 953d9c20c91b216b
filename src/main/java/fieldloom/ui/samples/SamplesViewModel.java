package fieldloom.ui.samples;

import fieldloom.job.WebLogin;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The samples of the open mapping: new ones are put beside it, others are chosen, renamed and taken
 * away. What goes wrong is one sentence, and leaves what is shown as it is. FX thread.
 */
public final class SamplesViewModel {
  private final EditorSession session;
  private final ObservableList<String> samples;
  private final SampleShelf shelf;
  private final SampleShelf.Intake intake;
  private final Background background;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Background.@Nullable Work work;

  /**
   * @param samples their paths in the workspace; kept up to date
   * @param intake what is done with each new one before it is kept
   */
  public SamplesViewModel(
      EditorSession session,
      ObservableList<String> samples,
      SampleShelf shelf,
      SampleShelf.Intake intake,
      Background background) {
    this.session = session;
    this.samples = samples;
    this.shelf = shelf;
    this.intake = intake;
    this.background = background;
  }

  /** Their paths in the workspace. */
  public ObservableList<String> samples() {
    return samples;
  }

  /** The one that is shown; null where none is. */
  public @Nullable String shown() {
    Sample sample = session.sample();
    return sample == null ? null : sample.name();
  }

  /** Takes a text that was pasted. */
  public void paste(String name, String text) {
    if (text.isBlank()) {
      problem.set(SamplesDialog.TEXTS.get("paste.empty"));
      return;
    }
    String given = name.strip();
    String file = given.isEmpty() ? "pasted" + ending(text) : given;
    take(shelf.text(session, file, text.getBytes(StandardCharsets.UTF_8)), this::kept);
  }

  /** The ending that a text of the source's format has. */
  private String ending(String text) {
    String format = session.mapping().driver().format();
    return switch (format) {
      case "table" -> ".json";
      case "fixed" -> ".txt";
      case "json", "ndjson" -> text.stripLeading().startsWith("[") ? ".json" : "." + format;
      default -> "." + format;
    };
  }

  /** Takes files, one after the other; the last one is shown. */
  public void add(List<Path> files) {
    if (!files.isEmpty()) {
      take(
          shelf.file(session, files.getFirst()),
          kept -> {
            kept(kept);
            add(files.subList(1, files.size()));
          });
    }
  }

  /** Gets a sample by HTTP. */
  public void fetch(String address, WebLogin login) {
    take(shelf.fetch(session, address, login), this::kept);
  }

  /**
   * Takes rows of a database.
   *
   * @param name what the file is called after
   */
  public void rows(String name, List<Object> rows) {
    if (rows.isEmpty()) {
      problem.set(SamplesDialog.TEXTS.get("rows.none", name));
      return;
    }
    take(shelf.rows(session, name, rows), this::kept);
  }

  /** Has what came looked at, and keeps it. */
  private void take(SampleShelf.Task<SampleShelf.Draft> task, Consumer<SampleShelf.Kept> kept) {
    begin(task, came -> intake.look(came, draft -> begin(shelf.put(session, draft), kept)));
  }

  private void kept(SampleShelf.Kept kept) {
    String path = kept.sample().name();
    if (!samples.contains(path)) {
      samples.add(path);
    }
    session.setSample(kept.sample());
    note.set(kept.note().isEmpty() ? SamplesDialog.TEXTS.get("kept", path) : kept.note());
  }

  /** Shows a sample's values. */
  public void choose(String sample) {
    if (!sample.equals(shown())) {
      begin(shelf.read(session, sample), session::setSample);
    }
  }

  /** Gives a sample another name in its folder. */
  public void rename(String sample, String name) {
    boolean wasShown = sample.equals(shown());
    begin(
        shelf.rename(session, sample, name),
        path -> {
          samples.set(samples.indexOf(sample), path);
          Sample now = session.sample();
          if (wasShown && now != null) {
            session.setSample(new Sample(path, now.records()));
          }
        });
  }

  /** Takes a sample away; where it is shown the first of the others is shown. */
  public void remove(String sample) {
    boolean wasShown = sample.equals(shown());
    begin(
        shelf.remove(session, sample),
        left -> {
          samples.setAll(left);
          if (wasShown) {
            session.setSample(null);
            if (!left.isEmpty()) {
              choose(left.getFirst());
            }
          }
        });
  }

  private <T> void begin(SampleShelf.Task<T> task, Consumer<T> done) {
    cancel();
    problem.set("");
    note.set("");
    busy.set(true);
    work =
        background.begin(
            task::run,
            found -> {
              busy.set(false);
              done.accept(found);
            },
            sentence -> {
              busy.set(false);
              problem.set(sentence);
            });
  }

  /** Gives up what is going on. */
  public void cancel() {
    if (work != null) {
      work.cancel();
      busy.set(false);
    }
  }

  /** What went wrong last; empty where nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What came of the last thing done; empty where there is nothing to tell. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Whether something is going on. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
