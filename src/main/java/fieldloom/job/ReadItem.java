package fieldloom.job;

import fieldloom.function.ValueException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;

/** What reading the driving source gave, one after the other, numbered from 1. */
sealed interface ReadItem {
  long number();

  /** How many records of the source are counted as read with it. */
  default int reads() {
    return 1;
  }

  /**
   * A record, or a group of them, which have been counted one by one.
   *
   * @param number of a group: that of its first record
   */
  record Good(long number, RecordReader.InputRecord read, int reads) implements ReadItem {
    Good(long number, RecordReader.InputRecord read) {
      this(number, read, 1);
    }

    long line() {
      return read.line();
    }

    Object value() {
      return read.value();
    }
  }

  /** A record in its bytes, to be read where it is mapped. */
  record Raw(long number, RawRecords.Raw bytes) implements ReadItem {}

  /** A record that becomes nothing by itself: it is left out, or waits in a group. */
  record Unkept(long number) implements ReadItem {}

  /** A record of which it cannot be said whether it stays, or to which group it belongs. */
  record Unfit(Good good, ValueException fault) implements ReadItem {
    @Override
    public long number() {
      return good.number();
    }
  }

  /** A record that cannot be read. */
  record Bad(long number, BadRecordException fault) implements ReadItem {}
}
