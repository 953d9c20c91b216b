package fieldloom.ui;

import fieldloom.ui.kit.Choosers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Chooses the files it was given, one after the other; then nothing. */
public final class FakeChoosers implements Choosers {
  private final Deque<Path> files = new ArrayDeque<>();

  /** The file that the next question gets. */
  public synchronized FakeChoosers next(Path file) {
    files.add(file);
    return this;
  }

  @Override
  public synchronized Optional<Path> open(String title, List<Filter> filters) {
    return Optional.ofNullable(files.poll());
  }

  @Override
  public synchronized Optional<Path> save(
      String title, String suggestedName, List<Filter> filters) {
    return Optional.ofNullable(files.poll());
  }
}
