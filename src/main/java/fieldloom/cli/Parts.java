package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the commands are given from outside, so that they work without a toolkit.
 *
 * @param window opens the designer
 * @param picture draws a mapping
 * @param demonstration shows the program on its sample
 */
public record Parts(Window window, Picture picture, Demonstration demonstration) {

  /** Opens the designer. */
  public interface Window {
    /**
     * Opens it and stays until it is closed.
     *
     * @return the exit status
     * @throws IOException where it cannot open, with a sentence that says what is missing
     */
    int open() throws IOException, StoreException;
  }

  /** Draws a mapping as the canvas shows it. */
  public interface Picture {
    /**
     * Draws it into a file, PNG or SVG by the file's ending.
     *
     * @param project usable or not; what is wrong with it shows in the picture
     * @param width in pixels
     * @param height in pixels
     * @param dark whether in the dark theme
     * @throws IOException where it cannot be drawn or written, with a sentence that says why
     */
    void draw(Project project, Path out, int width, int height, boolean dark) throws IOException;
  }

  /** Shows the program on its sample. */
  public interface Demonstration {
    /**
     * Lays out the sample, runs its job, and says on the terminal what it did.
     *
     * @param folder where the sample's files go; null for the user's data folder
     * @return the exit status
     * @throws IOException where the files cannot be written, with a sentence that says why
     */
    int show(@Nullable Path folder, Terminal terminal)
        throws IOException, StoreException, UnusableException, PackException;
  }
}
