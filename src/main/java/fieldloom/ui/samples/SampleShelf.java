package fieldloom.ui.samples;

import fieldloom.store.StoreException;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the samples of a mapping are kept. A port: the shell keeps them in the store. */
public interface SampleShelf {

  /**
   * A sample that was put there.
   *
   * @param note what of it was not kept, as it is too large; "" where all was
   */
  record Kept(Sample sample, String note) {}

  /** Work that the shelf does off the FX thread. */
  @FunctionalInterface
  interface Task<T> {
    T run() throws IOException, StoreException, SampleException;
  }

  /** Puts a text or a file's content beside the mapping; it must be readable as its source. */
  Task<Kept> put(EditorSession session, String name, byte[] content);

  /** Puts a file beside the mapping. */
  Task<Kept> put(EditorSession session, Path file);

  /** Gets a document by HTTP and puts it beside the mapping. */
  Task<Kept> fetch(EditorSession session, String address);

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
