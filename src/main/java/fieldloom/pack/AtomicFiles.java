package fieldloom.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes files so that a reader, a crash or a full disk never shows half of one. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Replaces the file, or makes it; a link is followed, so that it stays one. */
  public static void write(Path file, byte[] content) throws IOException {
    Path place = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path temp = stage(folder(place), content);
    try {
      if (Files.exists(place)) {
        keepPermissions(place, temp);
      }
      move(temp, place);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** Writes the content to a new file of the folder and forces it to the disk. */
  static Path stage(Path folder, byte[] content) throws IOException {
    // Not createTempFile: its files are for the owner alone, and would stay so after the move.
    Path temp = folder.resolve(".fieldloom-" + UUID.randomUUID() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(temp, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(temp);
      throw e;
    }
    return temp;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
    forceFolder(folder(to));
  }

  /** A rename is on the disk when its folder is; some systems cannot open a folder for that. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows refuses; its renames are journaled by the file system.
      return;
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalStateException("no file: " + file);
    }
    return parent;
  }
}
