package fieldloom.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks which file. A port: the platform's dialogs are not there without a display. */
public interface Choosers {

  /** Asks for a file that is there; empty where nothing was chosen. */
  Optional<Path> open(String title, List<Filter> filters);

  /** Asks for files that are there, one or several; empty where nothing was chosen. */
  List<Path> openAll(String title, List<Filter> filters);

  /** Asks where to write; empty where nothing was chosen. */
  Optional<Path> save(String title, String suggestedName, List<Filter> filters);

  /**
   * What files are offered.
   *
   * @param extensions without dot or star: {@code json}; none for all files
   */
  record Filter(String name, List<String> extensions) {
    public Filter {
      extensions = List.copyOf(extensions);
    }
  }
}
