package fieldloom.ui.tests;

/** What the dock of test cases asks of the window: dialogs, and other panes. */
public interface CaseCommands {

  /** Asks for a name and keeps the sample that is shown with what comes of it as a case. */
  void keepSample();

  /** Asks for another name for a case. */
  void rename(String name);

  /** Takes a case away. */
  void delete(String name);

  /** Shows the lookup tables of the mapping. */
  void showTables();
}
