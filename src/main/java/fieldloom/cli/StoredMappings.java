package fieldloom.cli;

import fieldloom.model.Resources;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;

/** Loads mappings that are kept in the store. */
public final class StoredMappings {
  private StoredMappings() {}

  /** Loads one; see {@link fieldloom.job.ProjectLoader}. */
  public static Project load(byte[] content, String path, Resources resources)
      throws PackException {
    return Projects.load(MappingFile.read(content, path), resources);
  }
}
