package fieldloom.model.value;

/** Marks that a field is not there. Not null: null is a value ({@link Null}). */
public enum Absent {
  ABSENT;

  @Override
  public String toString() {
    return "absent";
  }
}
