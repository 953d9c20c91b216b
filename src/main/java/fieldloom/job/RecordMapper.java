package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.function.ValueException;
import fieldloom.model.RecordError;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;
import fieldloom.payload.json.tape.JsonOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps records on one thread, and words what fails. */
final class RecordMapper {
  private static final int TRIED = 100;

  private final CompiledMapping.Run run;
  private final RawRecords.@Nullable Parser parser;
  private CompiledMapping.@Nullable BytesRun bytes;
  private JsonOut out = new JsonOut();
  private int missed;
  private int hit;

  /**
   * For one thread.
   *
   * @param parser reads records in their bytes; null where the input has none
   * @param toJson whether what records become may be JSON in bytes
   */
  RecordMapper(CompiledMapping.Run run, RawRecords.@Nullable Parser parser, boolean toJson) {
    this.run = run;
    this.parser = parser;
    this.bytes = toJson && parser != null ? run.bytes() : null;
  }

  /** Says that what was mapped so far is written: its bytes may go. */
  void written() {
    out.back(0);
  }

  /** Leaves the bytes of what was mapped so far to whoever holds them. */
  void leave() {
    out = new JsonOut();
  }

  Mapped map(ReadItem item) {
    return switch (item) {
      case ReadItem.Good good -> map(good);
      case ReadItem.Raw raw -> map(raw);
      case ReadItem.Unkept unkept -> new Mapped(unkept, Map.of(), null);
      case ReadItem.Unfit unfit -> {
        ValueException fault = unfit.fault();
        String position = fault.position() == null ? null : fault.position().toString();
        String message = "The record cannot be chosen or grouped: " + fault.getMessage();
        yield failed(unfit.good(), null, position, fault.code(), message);
      }
      case ReadItem.Bad bad -> {
        BadRecordException fault = bad.fault();
        String message = fault.getMessage() == null ? fault.code() : fault.getMessage();
        yield new Mapped(
            bad,
            Map.of(),
            new RecordError(
                bad.number(), at(fault.line()), null, null, fault.code(), message, null));
      }
    };
  }

  private Mapped map(ReadItem.Raw item) {
    RawRecords.Raw raw = item.bytes();
    CompiledMapping.BytesRun direct = bytes;
    if (direct != null) {
      if (direct.map(raw.bytes(), raw.from(), raw.to(), item.number(), out)) {
        hit++;
        byte[] written = out.bytes();
        List<Mapped.Json> made = new ArrayList<>(1);
        direct.made((target, from, to) -> made.add(new Mapped.Json(target, written, from, to)));
        return new Mapped(item, Map.of(), null, made);
      }
      missed++;
      if (missed > TRIED && missed > hit) {
        // Records of this kind are not what the code is made for.
        bytes = null;
      }
    }
    try {
      return map(new ReadItem.Good(item.number(), Objects.requireNonNull(parser).read(raw)));
    } catch (BadRecordException e) {
      return map(new ReadItem.Bad(item.number(), e));
    }
  }

  private Mapped map(ReadItem.Good good) {
    Outcome outcome;
    try {
      outcome = run.map(good.value(), good.number());
    } catch (StackOverflowError e) {
      // One record nested or defined too deeply must not take the others with it.
      return failed(good, null, null, "too-deep", "The record is nested too deeply to be mapped.");
    }
    if (!outcome.failed()) {
      return new Mapped(good, outcome.outputs(), null);
    }
    FieldFailure failure = outcome.failures().getFirst();
    String position = failure.position() == null ? null : failure.position().toString();
    return failed(good, failure.target(), position, failure.code(), message(good, failure));
  }

  /** Adds where the text stands in the input that is not of its type. */
  private static String message(ReadItem.Good good, FieldFailure failure) {
    for (RecordReader.Misfit misfit : good.read().misfits()) {
      String text = misfit.text();
      String shown = "“" + text.substring(0, Math.min(text.length(), 60));
      if (failure.code().startsWith("not-") && failure.message().startsWith(shown)) {
        String message = failure.message().replaceFirst("\\.$", "");
        return message + "; it stands at " + misfit.place() + " of the input.";
      }
    }
    return failure.message();
  }

  private static Mapped failed(
      ReadItem.Good good,
      @Nullable String target,
      @Nullable String position,
      String code,
      String message) {
    return new Mapped(good, Map.of(), error(good, target, position, code, message));
  }

  /** The error of a record that could be read. */
  static RecordError error(
      ReadItem.Good good,
      @Nullable String target,
      @Nullable String position,
      String code,
      String message) {
    return new RecordError(
        good.number(),
        at(good.line()),
        target,
        position,
        code,
        message,
        JsonValues.toJson(good.value()));
  }

  private static String at(long line) {
    return "line " + line;
  }
}
