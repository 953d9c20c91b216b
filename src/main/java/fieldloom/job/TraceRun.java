package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.RunSettings;
import fieldloom.engine.Trace;
import fieldloom.function.RunPorts;
import fieldloom.function.Sequences;
import fieldloom.function.ValueException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RecordReader;
import fieldloom.spill.SpillRoom;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps one record of what a run would read and tells the steps of some rules; writes nothing. */
public final class TraceRun {
  private final RunRequest request;
  private final Set<Integer> rules;
  private final long number;

  private TraceRun(RunRequest request, Set<Integer> rules, long number) {
    this.request = request;
    this.rules = rules;
    this.number = number;
  }

  /**
   * The steps of rules for one record.
   *
   * @param request its outputs are not written; numbers of sequences are not taken
   * @param rules their indexes in the mapping
   * @param number of the driving source's record, from 1; of a group that of its first record
   * @return an entry for each time that one of the rules was computed
   * @throws UnusableException where something cannot be read, or there is no such record
   */
  public static List<Trace> of(RunRequest request, Set<Integer> rules, long number)
      throws UnusableException {
    return new TraceRun(request, rules, number).traces();
  }

  private List<Trace> traces() throws UnusableException {
    RunChecks.check(request);
    try (DatabaseLookups databases = new DatabaseLookups(request);
        SpillRoom room = SpillFiles.room(request)) {
      RunRequest filled = QueryTables.filled(request, databases, () -> false, rules);
      if (filled == null) {
        throw new IllegalStateException("nobody could cancel");
      }
      RunChecks.check(filled);
      RunInputs inputs = new RunInputs(filled.project(), filled.inputs(), new Warnings());
      Map<String, List<Object>> others = inputs.others(room, () -> false);
      if (others == null) {
        throw new IllegalStateException("nobody could cancel");
      }
      CompiledMapping.Run run = start(filled, databases);
      others.forEach(run::load);
      Taken taken = find(inputs, run.intake(room));
      run.map(taken.record().value(), taken.number());
      return run.traces();
    }
  }

  private static CompiledMapping.Run start(RunRequest request, DatabaseLookups databases)
      throws UnusableException {
    RunPorts ports = new RunPorts(Sequences.forgetful(), databases);
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    try {
      return request
          .project()
          .compilation()
          .mapping()
          .start(new RunSettings(request.set(), now, true, ports));
    } catch (ValueException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  /** The record, or the group that begins with it. */
  private Taken find(RunInputs inputs, CompiledMapping.@Nullable Intake intake)
      throws UnusableException {
    RecordReader reader = inputs.driving();
    try {
      long read = 0;
      for (RecordReader.InputRecord record = next(reader, read + 1);
          record != null;
          record = next(reader, read + 1)) {
        read++;
        List<Taken> taken =
            intake == null ? List.of(new Taken(record, read)) : intake.take(record, read);
        for (Taken one : taken) {
          if (one.number() == number) {
            return one;
          }
        }
      }
      Iterator<Taken> rest = intake == null ? List.<Taken>of().iterator() : intake.rest();
      while (rest.hasNext()) {
        Taken one = rest.next();
        if (one.number() == number) {
          return one;
        }
      }
      throw new UnusableException(
          number > read
              ? "There is no record " + number + "; the input has " + read + "."
              : "Record " + number + " is not mapped by itself: it is left out or in a group.");
    } catch (ValueException e) {
      throw new UnusableException(
          "A record before " + number + " cannot be chosen or grouped: " + e.getMessage());
    } finally {
      RunInputs.closeQuietly(reader);
    }
  }

  /** The next record; null at the end. */
  private static RecordReader.@Nullable InputRecord next(RecordReader reader, long at)
      throws UnusableException {
    try {
      return reader.next();
    } catch (BadRecordException e) {
      throw new UnusableException("Record " + at + " cannot be read: " + e.getMessage());
    } catch (IOException e) {
      throw new UnusableException("The input cannot be read: " + FileReasons.of(e) + ".");
    }
  }
}
