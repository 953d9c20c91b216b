package fieldloom.ui.landscape;

import fieldloom.store.Store;
import java.util.function.Consumer;

/** What the landscape leads to. A port: the window knows the other screens. */
public interface LandscapeActions {

  /** Opens a mapping of the workspace. */
  void openMapping(String path);

  /**
   * Asks for the files of a new mapping.
   *
   * @param made told the path of the mapping once it is in the workspace
   */
  void newMapping(Consumer<String> made);

  /** Runs a job of that name. */
  void runJob(String job);

  /** Shows a job and its runs. */
  void openJob(String job);

  /** Shows a run with its errors. */
  void openRun(Store.Run run);

  /** Puts the landscape that comes with the program into the workspace. */
  void layOut();

  /** Says something in passing. */
  void tell(String sentence);
}
