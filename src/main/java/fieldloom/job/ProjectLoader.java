package fieldloom.job;

import fieldloom.model.Resources;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;

/** Loads and compiles a mapping that is kept in the store. */
@FunctionalInterface
public interface ProjectLoader {

  /**
   * Loads a mapping.
   *
   * @param content of the mapping file
   * @param path of the mapping in its workspace, for messages
   * @param resources the documents beside it
   * @throws PackException where it is no mapping, with one sentence that says what and where
   */
  Project load(byte[] content, String path, Resources resources) throws PackException;
}
