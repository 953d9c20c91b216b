package fieldloom.model.value;

/** The value null, as JSON and databases have it. */
public enum Null {
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
