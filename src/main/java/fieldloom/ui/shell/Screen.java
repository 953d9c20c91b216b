package fieldloom.ui.shell;

/** What the middle of the window shows. */
enum Screen {
  START,
  LANDSCAPE,
  MAPPING,
  JOBS,
  CATALOG
}
