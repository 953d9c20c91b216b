package fieldloom.schema;

/** How much of a file is there to be read. */
public sealed interface Extent {
  /** All of it. */
  Extent WHOLE = new Whole();

  /** All of it. */
  record Whole() implements Extent {}

  /** Of a file larger than is read its first bytes, which end between characters. */
  record Beginning() implements Extent {}

  /**
   * Of a sample larger than is read its first records, as a sample in itself.
   *
   * @param records how many; 0 where what there is of its beginning is no list of any
   */
  record FirstRecords(long records) implements Extent {}
}
