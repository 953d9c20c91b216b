package fieldloom.ui.start;

/** What the start screen can do; the shell does it. */
public interface StartActions {

  /** Makes a mapping from two schemas or samples. */
  void newMapping();

  /** Shows the catalog of business documents, of which a mapping can be made. */
  void showCatalog();

  /** Opens a mapping file or a package from outside. */
  void open();

  /** Brings a package into the workspace. */
  void importPackage();

  /** Opens a mapping of the workspace. */
  void open(String path);

  /** Lays out what a sample card holds, and opens its mapping. */
  void openSample(SampleCard card);
}
