package fieldloom.pack.comparison;

import fieldloom.model.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a target that are not compared, as a tree of their names. */
final class Ignored {
  private final Map<String, Ignored> below = new HashMap<>();
  private boolean whole;

  /**
   * Reads the fields that a test ignores.
   *
   * @param fields paths such as {@code FEntity[].FEntryID}, with or without the target's name
   *     before; what is no path names nothing
   */
  static Ignored of(String target, List<String> fields) {
    Ignored root = new Ignored();
    for (String field : fields) {
      Path path = parsed(field);
      if (path != null && !path.isEmpty()) {
        root.add(path);
        if (path.size() > 1 && path.steps().getFirst().name().equals(target)) {
          root.add(path.tail(1));
        }
      }
    }
    return root;
  }

  private static @Nullable Path parsed(String field) {
    try {
      return Path.parse(field);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void add(Path path) {
    Ignored at = this;
    for (Path.Step step : path.steps()) {
      at = at.below.computeIfAbsent(step.name(), name -> new Ignored());
    }
    at.whole = true;
  }

  /** What is ignored of a field; null where nothing is. Items of a list are as their list. */
  static @Nullable Ignored child(@Nullable Ignored of, String name) {
    return of == null ? null : of.below.get(name);
  }

  /** Whether all of the field is ignored. */
  static boolean all(@Nullable Ignored of) {
    return of != null && of.whole;
  }
}
