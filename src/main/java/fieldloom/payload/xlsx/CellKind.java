package fieldloom.payload.xlsx;

/** What the number of a cell means by its format. */
enum CellKind {
  NUMBER,
  DATE,
  TIME,
  DATETIME
}
