package fieldloom.job;

import fieldloom.payload.BadRecordException;

/** What reading the driving source gave, one after the other, numbered from 1. */
sealed interface ReadItem {
  long number();

  /** A record. */
  record Good(long number, long line, Object value) implements ReadItem {}

  /** A record that cannot be read. */
  record Bad(long number, BadRecordException fault) implements ReadItem {}
}
