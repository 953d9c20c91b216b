package fieldloom.ui.session;

import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.engine.Trace;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.value.Absent;
import fieldloom.pack.RecordedLookups;
import fieldloom.spill.SpillRoom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles the mapping and runs the sample's record through it. */
final class EnginePreviewer implements Previewer {
  private static final Logger LOG = LoggerFactory.getLogger(EnginePreviewer.class);

  @Override
  public Preview preview(Request request) {
    long start = System.nanoTime();
    Mapping mapping = request.mapping();
    Object record = record(request);
    Map<String, List<Object>> others = others(request);
    try {
      Compilation compilation =
          MappingCompiler.compile(mapping, request.schemas(), request.tables(), traced(request));
      boolean sampled = record != Absent.ABSENT;
      CompiledMapping.Run run = sampled ? start(compilation.mapping(), others, request) : null;
      Outcome outcome = run == null ? null : run(run, record, request);
      List<Trace> traces = run == null ? List.of() : run.traces();
      List<Trace.Field> course =
          run == null || request.traced().isEmpty() ? List.of() : run.course();
      List<Problem> problems = new ArrayList<>(request.loading());
      problems.addAll(compilation.problems());
      return new Preview(
          mapping, record, others, problems, outcome, null, since(start), traces, course);
    } catch (ValueException e) {
      return new Preview(
          mapping, record, others, request.loading(), null, e.getMessage(), since(start));
    } catch (IllegalStateException e) {
      // A bug of ours must not take the designer's preview thread with it.
      LOG.error("The preview of {} failed", mapping.name(), e);
      return new Preview(
          mapping,
          record,
          others,
          request.loading(),
          null,
          Words.get("preview.failed"),
          since(start));
    }
  }

  private static Set<Integer> traced(Request request) {
    Set<Integer> all = new HashSet<>(Looks.of(request.mapping()).unfolded());
    all.addAll(request.traced());
    return all;
  }

  private static CompiledMapping.Run start(
      CompiledMapping compiled, Map<String, List<Object>> others, Request request) {
    CompiledMapping.Run run =
        compiled.start(
            new RunSettings(Map.of(), null, true, RecordedLookups.of(request.mapping())));
    others.forEach(run::load);
    return run;
  }

  private static Outcome run(CompiledMapping.Run run, Object record, Request request) {
    CompiledMapping.Intake intake = run.intake(SpillRoom.unbounded());
    if (intake == null) {
      return run.map(record, request.record() + 1L);
    }
    Taken taken = Intakes.around(intake, records(request), request.record());
    return taken == null
        ? new Outcome(Map.of(), List.of())
        : run.map(taken.record().value(), taken.number());
  }

  private static Object record(Request request) {
    List<Object> records = records(request);
    return request.record() < records.size() ? records.get(request.record()) : Absent.ABSENT;
  }

  private static List<Object> records(Request request) {
    return request.sample() == null
        ? List.of()
        : request.sample().of(request.mapping().driver().name());
  }

  private static Map<String, List<Object>> others(Request request) {
    Map<String, List<Object>> found = new HashMap<>();
    List<Document> sources = request.mapping().sources();
    for (Document source : sources.subList(1, sources.size())) {
      found.put(
          source.name(), request.sample() == null ? List.of() : request.sample().of(source.name()));
    }
    return found;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
