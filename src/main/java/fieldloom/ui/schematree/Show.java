package fieldloom.ui.schematree;

/** Which fields of a tree are shown. */
public enum Show {
  ALL,
  MAPPED,
  UNMAPPED,
  REQUIRED,
  PROBLEMS
}
