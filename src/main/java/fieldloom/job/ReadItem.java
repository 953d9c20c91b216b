package fieldloom.job;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.RecordReader;

/** What reading the driving source gave, one after the other, numbered from 1. */
sealed interface ReadItem {
  long number();

  /** A record. */
  record Good(long number, RecordReader.InputRecord read) implements ReadItem {
    long line() {
      return read.line();
    }

    Object value() {
      return read.value();
    }
  }

  /** A record in its bytes, to be read where it is mapped. */
  record Raw(long number, RawRecords.Raw bytes) implements ReadItem {}

  /** A record that cannot be read. */
  record Bad(long number, BadRecordException fault) implements ReadItem {}
}
