package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.RunSettings;
import fieldloom.function.RunPorts;
import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.RecordError;
import fieldloom.model.SchemaTree;
import fieldloom.payload.PayloadSpec;
import fieldloom.spill.SpillException;
import fieldloom.spill.SpillRoom;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run from its checks to its report. */
final class RunCourse {
  private RunRequest request;
  private final RunListener listener;
  private final Warnings warnings = new Warnings();
  private final long startedNanos = System.nanoTime();

  RunCourse(RunRequest request, RunListener listener) {
    this.request = request;
    this.listener = listener;
  }

  RunReport run() throws UnusableException {
    RunChecks.check(request);
    NumberKeeper keeper = request.services().numbers();
    try (BlockSequences numbers = keeper == null ? null : new BlockSequences(keeper);
        DatabaseLookups databases = new DatabaseLookups(request);
        SpillRoom room = SpillFiles.room(request)) {
      Sequences sequences = numbers == null ? Sequences.forgetful() : numbers;
      for (String connection : request.project().compilation().mapping().connections()) {
        databases.check(connection);
      }
      RunRequest filled = QueryTables.filled(request, databases, listener::cancelled, Set.of());
      if (filled == null) {
        return report(RunState.CANCELLED, Counts.NONE, null);
      }
      if (filled != request) {
        request = filled;
        RunChecks.check(request);
      }
      return run(start(new RunPorts(sequences, databases)), room);
    } catch (SpillException e) {
      return report(RunState.FAILED, Counts.NONE, String.valueOf(e.getMessage()));
    }
  }

  private RunReport run(List<CompiledMapping.Run> runs, SpillRoom room) throws UnusableException {
    RunInputs inputs = new RunInputs(request.project(), request.inputs(), warnings);
    Map<String, List<Object>> others = inputs.others(room, listener::cancelled);
    if (others == null) {
      return report(RunState.CANCELLED, Counts.NONE, null);
    }
    CompiledMapping.Run first = runs.getFirst();
    others.forEach(first::load);
    Driver driver = inputs.driver(first.intake(room));
    boolean handedOver = false;
    try {
      Map<String, TargetWriter> writers = new LinkedHashMap<>();
      ErrorsFile errors = null;
      try (TableSessions sessions = new TableSessions()) {
        for (Document target : request.project().mapping().targets()) {
          begin(target, driver.singleRoot(), writers, sessions);
        }
        errors = beginErrors();
        handedOver = true;
        return run(driver, runs, writers, errors, sessions);
      } finally {
        writers.values().forEach(TargetWriter::close);
        if (errors != null) {
          errors.discard();
        }
        warnings.tellLast(listener);
      }
    } finally {
      if (!handedOver) {
        driver.close();
      }
    }
  }

  /** One run of the mapping for each thread, all at the same moment. */
  private List<CompiledMapping.Run> start(RunPorts ports) throws UnusableException {
    RunSettings settings =
        new RunSettings(request.set(), ZonedDateTime.now(ZoneOffset.UTC), false, ports);
    CompiledMapping mapping = request.project().compilation().mapping();
    int threads = mapping.ordered() ? 1 : request.threads();
    try {
      List<CompiledMapping.Run> runs = new ArrayList<>();
      runs.add(mapping.start(settings));
      while (runs.size() < threads) {
        runs.add(runs.getFirst().another());
      }
      return runs;
    } catch (ValueException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private void begin(
      Document target,
      boolean singleRoot,
      Map<String, TargetWriter> writers,
      TableSessions sessions)
      throws UnusableException {
    RunRequest.Output output = request.outputs().get(target.name());
    if (output == null) {
      return;
    }
    boolean main = target == request.project().mapping().mainTarget();
    SchemaTree schema = request.project().schemas().get(target.name());
    PayloadSpec spec =
        new PayloadSpec(
            target.name(),
            target.format(),
            target.options(),
            schema == null ? SchemaTree.unknown(target.name()) : schema);
    writers.put(
        target.name(),
        TargetWriter.begin(
            target,
            spec,
            output,
            main && request.project().mapping().isBare(singleRoot),
            sessions));
  }

  private @Nullable ErrorsFile beginErrors() throws UnusableException {
    if (request.errors() == null) {
      return null;
    }
    try {
      return ErrorsFile.begin(request.errors());
    } catch (IOException e) {
      throw new UnusableException(
          "The errors file " + request.errors() + " cannot be written: " + FileReasons.of(e) + ".");
    }
  }

  private RunReport run(
      Driver driver,
      List<CompiledMapping.Run> runs,
      Map<String, TargetWriter> writers,
      @Nullable ErrorsFile errors,
      TableSessions sessions) {
    String mainTarget = request.project().mapping().mainTarget().name();
    RunBooks books =
        new RunBooks(mainTarget, writers, errors, request.onError(), listener, warnings, sessions);
    try {
      boolean toJson = writers.values().stream().allMatch(TargetWriter::takesJson);
      List<RecordMapper> mappers =
          runs.stream().map(r -> new RecordMapper(r, driver.parser(), toJson)).toList();
      RecordLoop loop =
          mappers.size() == 1 ? new OneThread(mappers.getFirst()) : new ManyThreads(mappers);
      if (!loop.run(driver, books, listener::cancelled)) {
        return report(RunState.CANCELLED, books.counts(), null);
      }
      books.settle();
      RecordError stoppedBy = books.stoppedBy();
      if (stoppedBy == null) {
        for (TargetWriter writer : writers.values()) {
          writer.finish();
        }
      }
      if (errors != null) {
        errors.commit();
      }
      if (stoppedBy != null) {
        return report(RunState.FAILED, books.counts(), stopMessage(stoppedBy));
      }
      sessions.commit();
      for (TargetWriter writer : writers.values()) {
        writer.commit();
      }
      listener.progress(books.counts());
      return report(RunState.SUCCEEDED, books.counts(), null);
    } catch (RunFailedException | SpillException e) {
      if (listener.cancelled()) {
        return report(RunState.CANCELLED, books.counts(), null);
      }
      return report(RunState.FAILED, books.counts(), String.valueOf(e.getMessage()));
    }
  }

  private static String stopMessage(RecordError error) {
    String target = error.target() == null ? "" : error.target() + ": ";
    return "Record "
        + error.record()
        + " ("
        + error.at()
        + ") failed and ended the run: "
        + target
        + error.message();
  }

  private RunReport report(RunState state, Counts counts, @Nullable String message) {
    Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
    return new RunReport(state, counts, took, message);
  }
}
