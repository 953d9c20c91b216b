package fieldloom.job;

import fieldloom.store.StoreException;
import fieldloom.store.TakenNumbers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sequences in a file beside a mapping that is in no store. Each has a line of a fixed
 * length, the last number that was taken and the name, so that a number is written in one sector of
 * a disk and whole or not at all. Several programs may use one file.
 */
public final class NumberFile implements NumberKeeper {
  private static final int LINE = 1_024;
  private static final int DIGITS = 20;
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path file;

  private NumberFile(Path file) {
    this.file = file;
  }

  /** The file beside a mapping or package: its name with {@code .sequences} behind it. */
  public static NumberFile beside(Path mapping) {
    Path place = mapping.toAbsolutePath();
    return new NumberFile(place.resolveSibling(place.getFileName() + ".sequences"));
  }

  /** A line of the file. */
  private record Line(long at, @Nullable Long last) {}

  @Override
  public TakenNumbers take(String name, long start, long step, int count) throws StoreException {
    return locked(
        channel -> {
          Line line = find(channel, name);
          TakenNumbers taken = TakenNumbers.after(name, line.last, start, step, count);
          write(channel, line, name, taken.last());
          return taken;
        });
  }

  @Override
  public void giveBack(TakenNumbers taken, long lastUsed) throws StoreException {
    locked(
        channel -> {
          Line line = find(channel, taken.name());
          if (line.last != null && line.last == taken.last()) {
            write(channel, line, taken.name(), lastUsed);
          }
          return taken;
        });
  }

  /** Something done while nobody else uses the file. */
  private interface Work {
    TakenNumbers run(FileChannel channel) throws IOException, StoreException;
  }

  private TakenNumbers locked(Work work) throws StoreException {
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return work.run(channel);
      } catch (IOException e) {
        throw new StoreException(
            "The sequences cannot be kept in " + file + ": " + FileReasons.of(e) + ".", e);
      }
    }
  }

  /** The sequence's line; where it has none, the place of a new one. */
  private Line find(FileChannel channel, String name) throws IOException, StoreException {
    long whole = channel.size() / LINE;
    byte[] wanted = text(name);
    for (long i = 0; i < whole; i++) {
      byte[] line = new byte[LINE];
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining() && channel.read(buffer, i * LINE + buffer.position()) >= 0) {
        // A read may give less than was asked for.
      }
      if (Arrays.equals(line, DIGITS, LINE, wanted, DIGITS, LINE)) {
        return new Line(i * LINE, number(line, name));
      }
    }
    return new Line(whole * LINE, null);
  }

  private Long number(byte[] line, String name) throws StoreException {
    try {
      return Long.valueOf(new String(line, 0, DIGITS, StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException e) {
      throw new StoreException(
          "The sequence “" + name + "” in " + file + " has no number; correct its line.", e);
    }
  }

  /** A line without its number. */
  private static byte[] text(String name) {
    byte[] line = new byte[LINE];
    Arrays.fill(line, (byte) ' ');
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, line, DIGITS + 1, Math.min(bytes.length, LINE - DIGITS - 2));
    line[LINE - 1] = '\n';
    return line;
  }

  private static void write(FileChannel channel, Line line, String name, long last)
      throws IOException {
    byte[] digits = "%20d".formatted(last).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = text(name);
    System.arraycopy(digits, 0, bytes, 0, DIGITS);
    ByteBuffer buffer = ByteBuffer.wrap(line.last == null ? bytes : digits);
    while (buffer.hasRemaining()) {
      channel.write(buffer, line.at + buffer.position());
    }
    channel.force(true);
  }
}
