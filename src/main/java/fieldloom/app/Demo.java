package fieldloom.app;

import fieldloom.cli.Exit;
import fieldloom.cli.Parts;
import fieldloom.cli.StoredMappings;
import fieldloom.cli.Terminal;
import fieldloom.job.JobService;
import fieldloom.job.RunListener;
import fieldloom.job.UnusableException;
import fieldloom.model.RecordError;
import fieldloom.pack.PackException;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program on its sample: lays it out, runs its job, shows its canvas. */
final class Demo implements Parts.Demonstration {
  private static final String PICTURE = "canvas.png";
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int SHOWN_ERRORS = 5;

  /** Opens the designer on the sample. */
  interface SampleWindow {
    /**
     * Opens it and stays until it is closed.
     *
     * @param files where the sample's files are
     */
    int open(Path files) throws IOException, StoreException;
  }

  private final Path data;
  private final Path here;
  private final Display display;
  private final SampleWindow window;
  private final Parts.Picture picture;

  /**
   * @param data the data folder, in which the store is
   * @param here where the picture goes
   */
  Demo(Path data, Path here, Display display, SampleWindow window, Parts.Picture picture) {
    this.data = data;
    this.here = here;
    this.display = display;
    this.window = window;
    this.picture = picture;
  }

  @Override
  public int show(@Nullable Path folder, Terminal terminal)
      throws IOException, StoreException, UnusableException, PackException {
    Path files = (folder == null ? data.resolve("sample") : folder).toAbsolutePath().normalize();
    PrintWriter out = terminal.out();
    String mapping;
    // The store comes first: it makes the data folder for the user's eyes only.
    try (Store store = Stores.open(data)) {
      Sample.layOut(files);
      Sample.StoredJob stored = Sample.storeWithJob(store, files);
      out.println("Workspace \"" + stored.workspace().name() + "\" is in the store " + data + ".");
      out.println("Its files are in " + files + ".");
      run(store, stored, files, out);
      mapping = stored.job().mapping();
    }
    Optional<String> noWindow = display.noWindow();
    if (noWindow.isEmpty()) {
      out.println("Opening the designer.");
      return window.open(files);
    }
    out.println(noWindow.get());
    draw(files.resolve(mapping), out);
    return Exit.OK;
  }

  private void run(Store store, Sample.StoredJob stored, Path files, PrintWriter out)
      throws StoreException, UnusableException {
    List<RecordError> errors = new ArrayList<>();
    RunListener first =
        new RunListener() {
          @Override
          public synchronized void error(RecordError error) {
            if (errors.size() < SHOWN_ERRORS) {
              errors.add(error);
            }
          }
        };
    Store.Run run =
        new JobService(store, StoredMappings::load, files)
            .run(stored.workspace().id(), stored.job(), first);
    Store.Counts counts = run.counts();
    out.printf(
        Locale.ROOT,
        "Job \"%s\": %,d read, %,d written, %,d rejected%s.%n",
        run.jobName(),
        counts.read(),
        counts.written(),
        counts.failed(),
        run.ended() == null ? "" : " in " + seconds(Duration.between(run.started(), run.ended())));
    stored.job().outputs().values().forEach(file -> out.println("  written to " + file));
    for (RecordError error : errors) {
      String target = error.target() == null ? "" : error.target() + ": ";
      out.println(
          "  rejected record "
              + error.record()
              + ", "
              + error.at()
              + ": "
              + target
              + error.message());
    }
    if (counts.failed() > errors.size()) {
      out.println("  rejected " + (counts.failed() - errors.size()) + " more");
    }
    if (run.message() != null) {
      out.println("  " + run.message());
    }
  }

  private void draw(Path mapping, PrintWriter out) throws PackException {
    Optional<String> missing = display.noPicture();
    if (missing.isPresent()) {
      out.println(missing.get() + " So there is no " + PICTURE + ".");
      return;
    }
    Path place = here.resolve(PICTURE).toAbsolutePath().normalize();
    try {
      picture.draw(Projects.open(mapping), place, WIDTH, HEIGHT, false);
      out.println("The canvas is drawn in " + place + ".");
    } catch (IOException e) {
      out.println("The canvas could not be drawn: " + e.getMessage());
    }
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f s", took.toNanos() / 1e9);
  }
}
