package fieldloom.ui.profile;

import fieldloom.model.Mapping;
import fieldloom.profile.FieldProfile;
import fieldloom.profile.MappingProfile;
import fieldloom.profile.ProfileFile;
import fieldloom.profile.Profiler;
import fieldloom.store.Store;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Grouped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The profile of a mapping: what it reads, how far it is, what its fields held. FX thread. */
public final class ProfileViewModel {
  private final List<String> samples;
  private final ProfileRunner runner;
  private final Background background;
  private final Map<String, StringProperty> inputs = new LinkedHashMap<>();
  private final ObservableList<FieldProfile> all = FXCollections.observableArrayList();
  private final FilteredList<FieldProfile> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ALL);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable MappingProfile profile;
  private AtomicBoolean stopped = new AtomicBoolean();

  /** Which fields are shown. */
  public enum Part {
    ALL,
    SOURCE,
    TARGET,
    FAILED
  }

  /**
   * For a mapping.
   *
   * @param offered inputs to begin with, by source
   * @param samples documents of the workspace that may be read
   */
  public ProfileViewModel(
      Mapping mapping,
      Map<String, String> offered,
      List<String> samples,
      ProfileRunner runner,
      Background background) {
    this.samples = List.copyOf(samples);
    this.runner = runner;
    this.background = background;
    mapping
        .sources()
        .forEach(
            source ->
                inputs.put(
                    source.name(),
                    new SimpleStringProperty(offered.getOrDefault(source.name(), ""))));
    filter.subscribe((was, is) -> narrow());
    part.subscribe((was, is) -> narrow());
  }

  /** Input of each source by name. */
  public Map<String, StringProperty> inputs() {
    return inputs;
  }

  /** Documents of the workspace that may be read. */
  public List<String> samples() {
    return samples;
  }

  /** The fields that pass the filter, in the order of their schemas. */
  public ObservableList<FieldProfile> fields() {
    return shown;
  }

  /** What stands in the path, title or values of the fields that are shown. */
  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Part> partProperty() {
    return part;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far it is, or what came of it; "" before the first. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why there is no profile, one sentence; "" where nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there is a profile to export. */
  public boolean isDone() {
    return profile != null;
  }

  private void narrow() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(field -> isOf(field) && holds(field, wanted));
  }

  private boolean isOf(FieldProfile field) {
    return switch (part.get()) {
      case ALL -> true;
      case SOURCE -> !field.target();
      case TARGET -> field.target();
      case FAILED -> field.failures() > 0;
    };
  }

  private static boolean holds(FieldProfile field, String wanted) {
    String title = field.title() == null ? "" : field.title();
    return (field.document() + "." + field.path() + " " + title)
            .toLowerCase(Locale.ROOT)
            .contains(wanted)
        || field.top().stream()
            .anyMatch(top -> top.value().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Profiles what the inputs hold. */
  public void start() {
    Map<String, String> given = new LinkedHashMap<>();
    for (Map.Entry<String, StringProperty> input : inputs.entrySet()) {
      String text = input.getValue().get().strip();
      if (text.isEmpty()) {
        problem.set(Words.get("problem.input", input.getKey()));
        return;
      }
      given.put(input.getKey(), text);
    }
    AtomicBoolean stop = new AtomicBoolean();
    stopped = stop;
    problem.set("");
    status.set(Words.get("status.begun"));
    running.set(true);
    background.run(
        runner.profiling(given, new Telling(stop)), made -> ended(made, stop), this::failed);
  }

  private void failed(String sentence) {
    running.set(false);
    status.set("");
    problem.set(sentence);
  }

  private void ended(MappingProfile made, AtomicBoolean stop) {
    running.set(false);
    if (made.report().message() != null) {
      problem.set(made.report().message());
    }
    profile = made;
    all.setAll(made.fields());
    Store.Counts counts = made.report().counts();
    String key = stop.get() ? "status.cancelled" : "status.done";
    String said = Words.get(key, Grouped.of(counts.read()), Grouped.of(counts.failed()));
    status.set(made.firstElsewhere() == null ? said : said + " " + made.firstElsewhere());
  }

  /** Ends a profile that is going on; what was read so far is shown. */
  public void cancel() {
    stopped.set(true);
  }

  /** Writes the profile to a file by its ending; the status tells where. */
  public void export(Path file) {
    MappingProfile made = profile;
    String ending = ProfileFile.ending(file.toString());
    if (made == null || ending == null) {
      problem.set(Words.get("problem.ending", file.getFileName()));
      return;
    }
    background.run(
        () -> write(made, ending, file),
        written -> status.set(Words.get("status.written", written)),
        problem::set);
  }

  private static Path write(MappingProfile made, String ending, Path file) throws IOException {
    ProfileFile.write(made, ending, new BufferedOutputStream(Files.newOutputStream(file)));
    return file;
  }

  /** Tells how far it is where the window can show it. */
  private final class Telling implements Profiler.Listener {
    private static final long EVERY_NANOS = 100_000_000;

    private final AtomicBoolean stop;
    private long toldAt = System.nanoTime();

    Telling(AtomicBoolean stop) {
      this.stop = stop;
    }

    @Override
    public void progress(Store.Counts counts) {
      long now = System.nanoTime();
      if (now - toldAt > EVERY_NANOS) {
        toldAt = now;
        background.tell(() -> show(counts));
      }
    }

    private void show(Store.Counts counts) {
      if (running.get() && stop == stopped) {
        status.set(
            Words.get("status.reading", Grouped.of(counts.read()), Grouped.of(counts.failed())));
      }
    }

    @Override
    public boolean cancelled() {
      return stop.get();
    }
  }
}
