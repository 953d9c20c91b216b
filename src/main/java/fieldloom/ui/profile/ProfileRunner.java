package fieldloom.ui.profile;

import fieldloom.profile.MappingProfile;
import fieldloom.profile.Profiler;
import java.util.Map;
import java.util.concurrent.Callable;

/** What profiles the open mapping. A port, so that views are tested without files. */
@FunctionalInterface
public interface ProfileRunner {

  /**
   * A piece of work that profiles the mapping as it is now.
   *
   * @param inputs of each source by name: a document of the workspace, a file, a database's URL
   * @param listener asked and told on the work's own thread
   * @return work whose exceptions are sentences
   */
  Callable<MappingProfile> profiling(Map<String, String> inputs, Profiler.Listener listener);
}
