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
    return new Stream(content, new Watch(content.length, progress));
  }

  /**
   * Text to be parsed.
   *
   * @param progress told how much of it was handed out, from 0 to 1; null for nobody
   */
  static Reader reader(String text, @Nullable DoubleConsumer progress) {
    return new Text(text, new Watch(text.length(), progress));
  }

  /** Counts what is handed out. */
  private static final class Watch {
    private static final int STEPS = 200;

    private final long all;
    private final @Nullable DoubleConsumer progress;
    private long handed;
    private long told = -1;

    Watch(long all, @Nullable DoubleConsumer progress) {
      this.all = Math.max(1, all);
      this.progress = progress;
    }

    int more(int count) {
      checkWanted();
      handed += Math.max(0, count);
      long step = handed * STEPS / all;
      if (progress != null && step != told) {
        told = step;
        progress.accept(Math.min(1, step / (double) STEPS));
      }
      return count;
    }
  }

  /** Bytes, counted. */
  private static final class Stream extends FilterInputStream {
    private final Watch watch;

    Stream(byte[] content, Watch watch) {
      super(new ByteArrayInputStream(content));
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
