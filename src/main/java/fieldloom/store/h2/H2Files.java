package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;

/** The database file of a store and how it is connected to. */
final class H2Files {
  private static final String NAME = "store";
  private static final String NEW_NAME = "store-new";
  private static final String ENDING = ".mv.db";

  private H2Files() {}

  static Path file(Path folder) {
    return folder.resolve(NAME + ENDING);
  }

  /** A store that is still being laid out; it gets its real name when it is whole. */
  static Path newFile(Path folder) {
    return folder.resolve(NEW_NAME + ENDING);
  }

  /** Whether a file is called what a store's database is called. */
  static boolean isStoreName(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString();
    return text.equalsIgnoreCase(NAME + ENDING) || text.equalsIgnoreCase(NEW_NAME + ENDING);
  }

  static String url(Path folder) {
    return base(folder, NAME) + ";IFEXISTS=TRUE;WRITE_DELAY=0";
  }

  /** Opens without changing a byte of the file. */
  static String readOnlyUrl(Path folder) {
    return base(folder, NAME) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
  }

  static String newUrl(Path folder) {
    return base(folder, NEW_NAME) + ";WRITE_DELAY=0";
  }

  private static String base(Path folder, String name) {
    // No trace file: it would hold what stands in the documents.
    return "jdbc:h2:"
        + TrackedFile.prefix()
        + folder.resolve(name)
        + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
  }

  /** Connects; H2's own error 90020 where another process holds the file. */
  static Connection connect(String url) throws SQLException {
    Properties user = new Properties();
    user.setProperty("user", "sa");
    user.setProperty("password", "");
    TrackedFile.register();
    return Driver.load().connect(url, user);
  }

  /** Closes a database that has failed, writing nothing more. */
  static void closeNow(Connection connection) {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      // It has failed before, and has been reported then; here it only has to be let go.
      return;
    }
  }

  /** Refuses a file that H2 did not write, before H2 touches it. */
  static void checkHeader(Path folder) throws StoreException {
    byte[] start = "H:2,".getBytes(StandardCharsets.US_ASCII);
    byte[] read;
    try (InputStream in = Files.newInputStream(file(folder))) {
      read = in.readNBytes(4096 + start.length);
    } catch (IOException e) {
      throw new StoreException(
          "The store's file " + file(folder) + " cannot be read: " + Reasons.of(e) + ".", e);
    }
    // The header stands twice, so that a torn write of one leaves the other.
    if (!startsAt(read, 0, start) && !startsAt(read, 4096, start)) {
      throw Reasons.damaged(folder, null);
    }
  }

  private static boolean startsAt(byte[] bytes, int offset, byte[] start) {
    return bytes.length >= offset + start.length
        && java.util.Arrays.equals(bytes, offset, offset + start.length, start, 0, start.length);
  }
}
