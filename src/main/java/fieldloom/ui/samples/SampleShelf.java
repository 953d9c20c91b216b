package fieldloom.ui.samples;

import fieldloom.job.WebLogin;
import fieldloom.store.StoreException;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Where the samples of a mapping are kept. A port: the shell keeps them in the store. */
public interface SampleShelf {

  /**
   * A sample that was put there.
   *
   * @param note what of it was not kept, as it is too large; "" where all was
   */
  record Kept(Sample sample, String note) {}

  /**
   * A sample as it came, before it is kept.
   *
   * @param name of its file
   * @param note what of it is not in it, as it was too large; "" where all is
   */
  record Draft(String name, byte[] content, String note) {
    /** The same with other content. */
    public Draft with(byte[] other) {
      return new Draft(name, other, note);
    }
  }

  /** What is done with a sample before it is kept, as masking what is personal in it. */
  @FunctionalInterface
  interface Intake {
    /** Nothing is done with it. */
    Intake PLAIN = (draft, then) -> then.accept(draft);

    /**
     * Looks at a sample, on the FX thread, and maybe asks; given up, it is not kept.
     *
     * @param then takes what is to be kept of it
     */
    void look(Draft draft, Consumer<Draft> then);
  }

  /** Work that the shelf does off the FX thread. */
  @FunctionalInterface
  interface Task<T> {
    T run() throws IOException, StoreException, SampleException;
  }

  /** Takes a text; of one that is too large its first records. */
  Task<Draft> text(EditorSession session, String name, byte[] content);

  /** Reads a file; of one that is too large its first records. */
  Task<Draft> file(EditorSession session, Path file);

  /** Gets a document by HTTP; of one that is too large its first records. The login is not kept. */
  Task<Draft> fetch(EditorSession session, String address, WebLogin login);

  /**
   * Makes a sample of rows, in the format of the source.
   *
   * @param name of its file, without an ending
   */
  Task<Draft> rows(EditorSession session, String name, List<Object> rows);

  /** Puts a sample beside the mapping; it must be readable as its source. */
  Task<Kept> put(EditorSession session, Draft draft);

  /** Reads a sample that is there. */
  Task<Sample> read(EditorSession session, String sample);

  /**
   * Gives a sample another name in its folder.
   *
   * @return its path now
   */
  Task<String> rename(EditorSession session, String sample, String name);

  /** Takes a sample away; the mapping must not need it. */
  Task<List<String>> remove(EditorSession session, String sample);
}
