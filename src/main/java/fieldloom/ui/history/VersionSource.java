package fieldloom.ui.history;

import fieldloom.model.difference.Differences;
import fieldloom.pack.PackException;
import fieldloom.store.StoreException;
import java.time.Instant;
import java.util.List;

/** Where the saved versions of the open mapping are kept. Called on background threads. */
public interface VersionSource {

  /**
   * A version.
   *
   * @param number from 1
   */
  record Saved(int number, Instant at) {}

  /** All of them, the newest first. */
  List<Saved> list() throws StoreException;

  /** A version with the schemas of its documents, as far as they can be read. */
  Differences.Version load(int number) throws StoreException, PackException;
}
