package fieldloom.job;

import java.util.function.BooleanSupplier;

/** Does everything on the calling thread. */
final class OneThread implements RecordLoop {
  private final RecordMapper mapper;

  OneThread(RecordMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public boolean run(Driver driver, RunBooks books, BooleanSupplier cancelled)
      throws RunFailedException {
    try (driver) {
      driver.recycle();
      for (ReadItem item = driver.next(); item != null; item = driver.next()) {
        if (cancelled.getAsBoolean()) {
          return false;
        }
        if (!books.take(mapper.map(item))) {
          return true;
        }
        mapper.written();
      }
      return !cancelled.getAsBoolean();
    }
  }
}
