package fieldloom.schema.json;

import fieldloom.schema.SchemaException;

/** Counts the different fields of samples, so that keys that are data do not take all memory. */
final class FieldCount {
  private static final int MOST = 100_000;

  private final String label;
  private int count;

  /**
   * @param label of the sample, for messages
   */
  FieldCount(String label) {
    this.label = label;
  }

  /** One more. */
  void add(String name) throws SchemaException {
    count++;
    if (count > MOST) {
      throw new SchemaException(
          "The sample "
              + label
              + " has more than 100,000 different fields, the last one of them “"
              + (name.length() > 60 ? name.substring(0, 60) + "…" : name)
              + "”; its keys seem to be data, so give a sample with few of them.");
    }
  }
}
