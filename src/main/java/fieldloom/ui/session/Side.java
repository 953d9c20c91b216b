package fieldloom.ui.session;

/** The two ends of a mapping. */
public enum Side {
  SOURCE,
  TARGET;

  public Side other() {
    return this == SOURCE ? TARGET : SOURCE;
  }
}
