package fieldloom.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The platform's file dialogs; they open in the folder of the file chosen last. */
public final class FileChoosers implements Choosers {
  private final Supplier<Window> owner;
  private @Nullable Path folder;

  public FileChoosers(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, List<Filter> filters) {
    return remember(chooser(title, filters).showOpenDialog(owner.get()));
  }

  @Override
  public List<Path> openAll(String title, List<Filter> filters) {
    List<File> chosen = chooser(title, filters).showOpenMultipleDialog(owner.get());
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    remember(chosen.getFirst());
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<Filter> filters) {
    FileChooser chooser = chooser(title, filters);
    chooser.setInitialFileName(suggestedName);
    return remember(chooser.showSaveDialog(owner.get()));
  }

  private FileChooser chooser(String title, List<Filter> filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    for (Filter filter : filters) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  filter.name(),
                  filter.extensions().isEmpty()
                      ? List.of("*.*")
                      : filter.extensions().stream().map(e -> "*." + e).toList()));
    }
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return chooser;
  }

  private Optional<Path> remember(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    Path path = chosen.toPath();
    folder = path.getParent();
    return Optional.of(path);
  }
}
