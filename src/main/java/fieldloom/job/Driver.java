package fieldloom.job;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.function.ValueException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;
import fieldloom.spill.SpillException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The driving source's records, numbered. Used by one thread at a time. */
final class Driver implements AutoCloseable {
  private final RecordReader reader;
  private final CompiledMapping.@Nullable Intake intake;
  private final Queue<ReadItem> ready = new ArrayDeque<>();
  private @Nullable Iterator<Taken> rest;
  private final @Nullable RawRecords raw;
  private final String label;
  private long number;
  private boolean ended;
  private @Nullable ReadItem first;

  /**
   * Reads the first record, so that an input that is none at all is found before the run begins.
   *
   * @param label the input's name, for messages
   * @param intake what its records go through; null where each is mapped as it is
   */
  Driver(RecordReader reader, String label, CompiledMapping.@Nullable Intake intake)
      throws IOException {
    this.reader = reader;
    this.intake = intake;
    this.raw = intake == null && reader instanceof RawRecords r ? r : null;
    this.label = label;
    this.first = read();
  }

  /** Something for a thread that reads records in their bytes; null where there are none. */
  RawRecords.@Nullable Parser parser() {
    return raw == null ? null : raw.parser();
  }

  /** Says that each record is done with when the next is asked for. */
  void recycle() {
    if (raw != null) {
      raw.recycle();
    }
  }

  boolean singleRoot() {
    return reader.singleRoot();
  }

  /** The next record; null at the end. */
  @Nullable ReadItem next() throws RunFailedException {
    ReadItem known = first;
    if (known != null) {
      first = null;
      return known;
    }
    try {
      return read();
    } catch (IOException e) {
      throw new RunFailedException(
          label + " cannot be read any further: " + FileReasons.of(e) + ".", e);
    } catch (SpillException e) {
      throw new RunFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private @Nullable ReadItem read() throws IOException {
    if (intake == null) {
      return readOne();
    }
    if (!ready.isEmpty()) {
      return ready.remove();
    }
    if (rest == null) {
      ReadItem item = readOne();
      if (item != null) {
        return item instanceof ReadItem.Good good ? take(intake, good) : item;
      }
      rest = intake.rest();
    }
    return rest.hasNext() ? group(rest.next()) : null;
  }

  private ReadItem take(CompiledMapping.Intake through, ReadItem.Good good) {
    List<Taken> taken;
    try {
      taken = through.take(good.read(), good.number());
    } catch (ValueException e) {
      return new ReadItem.Unfit(good, e);
    } catch (StackOverflowError e) {
      return new ReadItem.Unfit(good, new ValueException("too-deep", "It is nested too deeply."));
    }
    if (taken.size() == 1 && taken.getFirst().record() == good.read()) {
      return good;
    }
    taken.forEach(t -> ready.add(group(t)));
    return new ReadItem.Unkept(good.number());
  }

  private static ReadItem group(Taken taken) {
    return new ReadItem.Good(taken.number(), taken.record(), 0);
  }

  private @Nullable ReadItem readOne() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (raw != null) {
        RawRecords.Raw bytes = raw.nextRaw();
        if (bytes != null) {
          return new ReadItem.Raw(++number, bytes);
        }
      }
      RecordReader.InputRecord record = reader.next();
      if (record == null) {
        ended = true;
        return null;
      }
      return new ReadItem.Good(++number, record);
    } catch (BadRecordException e) {
      ended = e.last();
      return new ReadItem.Bad(++number, e);
    }
  }

  @Override
  public void close() {
    RunInputs.closeQuietly(reader);
  }
}
