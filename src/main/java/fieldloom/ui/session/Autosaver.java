package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.store.StoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a session's edits are kept. Called on the session's save thread, one call at a time. */
public interface Autosaver {

  /**
   * Saves the mapping; what this has returned from survives a kill.
   *
   * @return number of the version that is now the newest
   */
  int save(Mapping mapping) throws StoreException;

  /** Keeps what is being typed and not applied; null forgets it. */
  void saveDraft(@Nullable FormulaDraft draft) throws StoreException;

  /** What was being typed when the program ended last; called once, on opening. */
  Optional<FormulaDraft> draft() throws StoreException;

  /** Keeps nothing: for snapshots and tests. */
  static Autosaver none() {
    return new Autosaver() {
      private int version;

      @Override
      public int save(Mapping mapping) {
        return ++version;
      }

      @Override
      public void saveDraft(@Nullable FormulaDraft draft) {
        // Kept nowhere, as the name says.
      }

      @Override
      public Optional<FormulaDraft> draft() {
        return Optional.empty();
      }
    };
  }
}
