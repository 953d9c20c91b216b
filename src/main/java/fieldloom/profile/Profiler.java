package fieldloom.profile;

import fieldloom.job.RecordRun;
import fieldloom.job.RunReport;
import fieldloom.job.RunRequest;
import fieldloom.job.UnusableException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.RecordError;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.store.Store.Counts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping over all that its inputs hold and tells what each field of the driving source and
 * of the targets held. Memory is bounded, whatever the file's size.
 */
public final class Profiler {
  /** How many of the most frequent values are told. */
  public static final int TOP = 10;

  /** Characters of values that are counted exactly, of all fields together. */
  private static final long ROOM = 32_000_000;

  private final DocumentValues source;
  private final boolean grouped;
  private final Map<String, DocumentValues> targets = new LinkedHashMap<>();
  private final String mainTarget;
  private final Map<String, Map<String, DocumentValues.Failures>> failures = new HashMap<>();
  private DocumentValues.@Nullable Failures elsewhere;

  /** Is told how far a profile is. */
  public interface Listener {
    default void progress(Counts counts) {}

    /** Asked for each record; true ends it, and the profile is that of what was read. */
    default boolean cancelled() {
      return false;
    }

    /** Hears nothing, cancels nothing. */
    Listener NONE = new Listener() {};
  }

  private Profiler(RunRequest request) {
    Mapping mapping = request.project().mapping();
    Map<String, SchemaTree> schemas = request.project().schemas();
    ValueCounts.Room room = new ValueCounts.Room(ROOM);
    Document driver = mapping.driver();
    this.source = values(false, driver, schemas, room);
    this.grouped = driver.isGrouped();
    this.mainTarget = mapping.mainTarget().name();
    for (Document target : mapping.targets()) {
      targets.put(target.name(), values(true, target, schemas, room));
    }
  }

  private static DocumentValues values(
      boolean target, Document document, Map<String, SchemaTree> schemas, ValueCounts.Room room) {
    String name = document.name();
    return new DocumentValues(
        target, name, schemas.getOrDefault(name, SchemaTree.unknown(name)), room);
  }

  /**
   * Profiles what a run would read. Nothing is written; a record that fails is counted at its
   * field.
   *
   * @param request its outputs are not written
   * @throws UnusableException where an input or parameter is missing or unusable
   */
  public static MappingProfile of(RunRequest request, Listener listener) throws UnusableException {
    Profiler profiler = new Profiler(request);
    RunReport report = RecordRun.of(request, profiler.new Watching(listener));
    return profiler.told(report);
  }

  private MappingProfile told(RunReport report) {
    List<FieldProfile> fields = new ArrayList<>();
    source.tell(Map.of(), TOP, fields);
    targets.forEach(
        (name, values) -> values.tell(failures.getOrDefault(name, Map.of()), TOP, fields));
    return new MappingProfile(
        report,
        fields,
        elsewhere == null ? 0 : elsewhere.count(),
        elsewhere == null ? null : elsewhere.first());
  }

  private void read(Object record) {
    if (grouped && record instanceof Obj group && group.get("items") instanceof List<?> items) {
      items.forEach(source::add);
    } else {
      source.add(record);
    }
  }

  private void fail(RecordError error) {
    String at = error.target();
    String message = "Record " + error.record() + " (" + error.at() + "): " + error.message();
    if (at == null) {
      elsewhere = elsewhere == null ? new DocumentValues.Failures(1, message) : elsewhere.more();
      return;
    }
    String path = at.replaceAll("\\[\\d+]", "[]");
    String target = mainTarget;
    for (String name : targets.keySet()) {
      if (path.startsWith(name + ".") && targets.size() > 1) {
        target = name;
        path = path.substring(name.length() + 1);
        break;
      }
    }
    failures
        .computeIfAbsent(target, key -> new HashMap<>())
        .merge(path, new DocumentValues.Failures(1, message), (known, more) -> known.more());
  }

  /** Sees the records. */
  private final class Watching implements RecordRun.Watcher {
    private final Listener listener;

    Watching(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void mapped(Object record, Map<String, List<Object>> outputs) {
      read(record);
      outputs.forEach(
          (name, records) -> {
            DocumentValues values = targets.get(name);
            if (values != null) {
              records.forEach(values::add);
            }
          });
    }

    @Override
    public void failed(@Nullable Object record, RecordError error) {
      if (record != null) {
        read(record);
      }
      fail(error);
    }

    @Override
    public void progress(Counts counts) {
      listener.progress(counts);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }
  }
}
