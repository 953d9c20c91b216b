package fieldloom.ui;

import fieldloom.ui.kit.Choosers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Chooses the files it was given, one after the other; then nothing. */
public final class FakeChoosers implements Choosers {
  private final Deque<List<Path>> files = new ArrayDeque<>();

  /** The file that the next question gets; several where it asks for several. */
  public synchronized FakeChoosers next(Path... chosen) {
    files.add(List.of(chosen));
    return this;
  }

  @Override
  public synchronized Optional<Path> open(String title, List<Filter> filters) {
    return openAll(title, filters).stream().findFirst();
  }

  @Override
  public synchronized List<Path> openAll(String title, List<Filter> filters) {
    List<Path> chosen = files.poll();
    return chosen == null ? List.of() : chosen;
  }

  @Override
  public synchronized Optional<Path> save(
      String title, String suggestedName, List<Filter> filters) {
    return openAll(title, filters).stream().findFirst();
  }
}
