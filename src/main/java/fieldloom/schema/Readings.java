package fieldloom.schema;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a long reading be watched and given up: whoever interrupts the thread that reads ends it
 * with a {@link CancellationException} at the next piece that a parser asks for.
 */
public final class Readings {
  private Readings() {}

  /**
   * Ends the reading where it was given up.
   *
   * @throws CancellationException where the thread is interrupted
   */
  public static void checkWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The reading was given up.");
    }
  }

  /**
   * Bytes to be parsed.
   *
   * @param progress told how much of them was handed out, from 0 to 1; null for nobody
   */
  static InputStream stream(byte[] content, @Nullable DoubleConsumer progress) {
    return new Stream(new ByteArrayInputStream(content), new Watch(content.length, progress));
  }

  /**
   * Text to be parsed.
   *
   * @param progress told how much of it was handed out, from 0 to 1; null for nobody
   */
  static Reader reader(String text, @Nullable DoubleConsumer progress) {
    return new Text(text, new Watch(text.length(), progress));
  }

  /**
   * Bytes in which a parser finds further ones, such as the parts of an archive: what can be given
   * up.
   */
  public static InputStream pieces(InputStream in) {
    return new Stream(in, new Watch(1, null));
  }

  /**
   * What tells of a parser that walks a text in memory by itself.
   *
   * @param all how far it will get
   * @param progress told how much of that it has passed, from 0 to 1; null for nobody
   */
  static Watch watch(long all, @Nullable DoubleConsumer progress) {
    return new Watch(all, progress);
  }

  /** Counts what is handed out, or how far a parser of a text in memory is. Not thread-safe. */
  public static final class Watch {
    private static final int STEPS = 200;

    private final long all;
    private final @Nullable DoubleConsumer progress;
    private long handed;
    private long told = -1;

    private Watch(long all, @Nullable DoubleConsumer progress) {
      this.all = Math.max(1, all);
      this.progress = progress;
    }

    private int more(int count) {
      at(handed + Math.max(0, count));
      return count;
    }

    /**
     * Tells how far the parser is.
     *
     * @param position of all that there is
     * @throws CancellationException where the reading was given up
     */
    public void at(long position) {
      checkWanted();
      handed = position;
      long step = handed * STEPS / all;
      if (progress != null && step != told) {
        told = step;
        progress.accept(Math.min(1, step / (double) STEPS));
      }
    }
  }

  /** Bytes, counted. */
  private static final class Stream extends FilterInputStream {
    private final Watch watch;

    Stream(InputStream in, Watch watch) {
      super(in);
      this.watch = watch;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      watch.more(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      return watch.more(super.read(into, at, length));
    }
  }

  /** Characters, counted. */
  private static final class Text extends FilterReader {
    private final Watch watch;

    Text(String text, Watch watch) {
      super(new StringReader(text));
      this.watch = watch;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      watch.more(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(char[] into, int at, int length) throws IOException {
      return watch.more(super.read(into, at, length));
    }
  }
}
