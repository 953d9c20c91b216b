package fieldloom.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written beside its place and moved there when it is whole, so that nobody ever
 * sees half of it. A device or a pipe ({@code /dev/null}) is written directly.
 */
public final class AtomicFile implements AutoCloseable {
  private final Path place;
  private final @Nullable Path temp;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean committed;

  private AtomicFile(Path place, @Nullable Path temp, FileChannel channel) {
    this.place = place;
    this.temp = temp;
    this.channel = channel;
    this.stream = new Uncloseable(Channels.newOutputStream(channel));
  }

  /**
   * Begins a file; its folder must be there.
   *
   * @param wanted where it goes on {@link #commit}; a link is followed, not replaced
   */
  public static AtomicFile begin(Path wanted) throws IOException {
    Path place = Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath();
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      return new AtomicFile(place, null, FileChannel.open(place, StandardOpenOption.WRITE));
    }
    // Not Files.createTempFile: that makes it unreadable for everybody else, for ever.
    StaleParts.remove(place);
    Path temp = StaleParts.fresh(place);
    FileChannel channel =
        FileChannel.open(temp, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    StaleParts.mark(channel);
    return new AtomicFile(place, temp, channel);
  }

  /** Replaces a file by its whole content, or makes it; its folder must be there. */
  public static void write(Path file, byte[] content) throws IOException {
    try (AtomicFile whole = begin(file)) {
      whole.stream().write(content);
      whole.sync();
      whole.commit();
    }
  }

  /** What is written to; closing it closes nothing, so that the file can still be made lasting. */
  public OutputStream stream() {
    return stream;
  }

  /** Puts all that was written on the disk; it is still beside its place. */
  public void sync() throws IOException {
    if (temp != null) {
      channel.force(true);
    }
  }

  /** Moves the file to its place. */
  public void commit() throws IOException {
    channel.close();
    Path from = temp;
    if (from != null) {
      keepPermissions(from);
      StagedFiles.move(from, place);
    }
    committed = true;
  }

  /** A file that is replaced keeps who may read it. */
  private void keepPermissions(Path from) throws IOException {
    PosixFileAttributeView fresh = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (fresh != null && Files.exists(place)) {
      fresh.setPermissions(Files.getPosixFilePermissions(place));
    }
  }

  /** Removes what was written, where it has not been committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!committed && temp != null) {
      Files.deleteIfExists(temp);
    }
  }

  private static final class Uncloseable extends FilterOutputStream {
    Uncloseable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
