package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** Makes sure that a folder has a store this Fieldloom can use, and touches nothing else. */
final class Opening {
  private Opening() {}

  /** Makes the folder, for its owner only, and gives its real path. */
  static Path folder(Path wanted) throws StoreException {
    try {
      if (!Files.isDirectory(wanted)) {
        Files.createDirectories(wanted, ownerOnly(wanted.toAbsolutePath()));
      }
      Path folder = wanted.toRealPath();
      if (folder.toString().indexOf(';') >= 0) {
        throw new StoreException(
            "The store's folder "
                + folder
                + " has a semicolon in its path, which H2 cannot open;"
                + " set FIELDLOOM_HOME to another folder.");
      }
      return folder;
    } catch (IOException e) {
      throw new StoreException(
          "The store's folder "
              + wanted
              + " cannot be made: "
              + Reasons.of(e)
              + "; set FIELDLOOM_HOME to a folder of your own.",
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Checks the store that is there, or lays out a new one. */
  static void prepare(Path folder) throws StoreException {
    if (!Files.exists(H2Files.file(folder), LinkOption.NOFOLLOW_LINKS)) {
      create(folder);
      return;
    }
    H2Files.checkHeader(folder);
    int version = probe(folder);
    if (version > Migrations.NEWEST) {
      throw newer(folder, "layout " + version + ", this one knows " + Migrations.NEWEST);
    }
    if (version < Migrations.NEWEST) {
      Migrations.run(folder, H2Files.url(folder));
    }
  }

  private static int probe(Path folder) throws StoreException {
    try (Connection connection = H2Files.connect(H2Files.readOnlyUrl(folder))) {
      return Migrations.version(folder, connection);
    } catch (SQLException e) {
      throw switch (e.getErrorCode()) {
        case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Reasons.translate(folder, e);
        case ErrorCode.FILE_VERSION_ERROR_1 -> newer(folder, "file format of H2");
        // The file could be read just now: whatever H2 says of it, it is no store.
        default -> Reasons.damaged(folder, e);
      };
    }
  }

  private static StoreException newer(Path folder, String what) {
    return new StoreException(
        "The store in "
            + folder
            + " was made by a newer Fieldloom ("
            + what
            + "); it has been left as it is: install the newer Fieldloom, or set FIELDLOOM_HOME to"
            + " another folder.");
  }

  /** Under another name until it is whole: a kill on the way leaves no half store. */
  private static void create(Path folder) throws StoreException {
    Path fresh = H2Files.newFile(folder);
    try {
      Files.deleteIfExists(fresh);
      Migrations.run(folder, H2Files.newUrl(folder));
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, H2Files.file(folder), StandardCopyOption.ATOMIC_MOVE);
      syncFolder(folder);
    } catch (IOException e) {
      throw new StoreException(
          "A store cannot be made in "
              + folder
              + ": "
              + Reasons.of(e)
              + "; set FIELDLOOM_HOME to a folder of your own.",
          e);
    }
  }

  /** Puts the folder's new entry on the disk, where the system can do that. */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
