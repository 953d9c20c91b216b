package fieldloom.payload;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the records of one input, one at a time, at constant memory. Not thread-safe. */
public interface RecordReader extends AutoCloseable {

  /**
   * The next record; null at the end.
   *
   * @throws BadRecordException where one record cannot be read; unless it says that nothing
   *     follows, the next call goes on behind it
   * @throws IOException where the input itself fails
   */
  @Nullable InputRecord next() throws IOException, BadRecordException;

  /**
   * Whether the input is one record with a single root, so that one bare value is written of it.
   */
  boolean singleRoot();

  /** Told of what is odd but no error: a duplicate key, with its place. One sentence each. */
  void onWarning(Consumer<String> listener);

  @Override
  void close() throws IOException;

  /**
   * A record as it was read.
   *
   * @param value what {@link fieldloom.model.value} says records are made of
   * @param line first line of the record, from 1
   * @param misfits texts that are not of the types that the schema gives them; a rule that reads
   *     one fails, others do not
   */
  record InputRecord(Object value, long line, List<Misfit> misfits) {
    public InputRecord {
      misfits = List.copyOf(misfits);
    }

    public InputRecord(Object value, long line) {
      this(value, line, List.of());
    }
  }

  /**
   * A text that is not of its type.
   *
   * @param text as it stands in the record
   * @param place where it stands in the input: {@code line 3, column 5}
   */
  record Misfit(String text, String place) {}
}
