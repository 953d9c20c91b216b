package fieldloom.function;

/**
 * What a run reaches beyond its records.
 *
 * @param sequences for SEQUENCE_NUMBER
 * @param databases for LOOKUP_DB
 */
public record RunPorts(Sequences sequences, DatabaseLookup databases) {
  /** Nothing outside is reached: sequences begin anew, no database is connected to. */
  public static RunPorts closed() {
    return new RunPorts(Sequences.forgetful(), DatabaseLookup.NONE);
  }
}
