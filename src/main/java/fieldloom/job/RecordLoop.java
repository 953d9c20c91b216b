package fieldloom.job;

import java.util.function.BooleanSupplier;

/** Reads, maps and writes record after record. */
interface RecordLoop {

  /**
   * Runs to the end of the driver, which it closes, or to the record that ends the run.
   *
   * @return false where it was cancelled
   */
  boolean run(Driver driver, RunBooks books, BooleanSupplier cancelled) throws RunFailedException;
}
