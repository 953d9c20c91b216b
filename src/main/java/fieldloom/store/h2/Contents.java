package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of any length, deflated where that makes them smaller, in parts that fit a row. They are
 * rows rather than large objects, so that they live and die with their transaction.
 */
final class Contents {
  private static final int PART_BYTES = 262_144;

  private Contents() {}

  /**
   * Where a content is and what it must be.
   *
   * @param packed whether it is stored deflated
   * @param size of the content itself in bytes
   * @param sha256 of the content itself
   */
  record Ref(long content, int parts, boolean packed, long size, String sha256) {

    /** Reads the columns of these names. */
    static Ref map(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
      return new Ref(
          row.getLong("content"),
          row.getInt("parts"),
          row.getBoolean("packed"),
          row.getLong("size"),
          row.getString("sha256"));
    }
  }

  static Ref put(Handle h, byte[] content) {
    byte[] deflated = deflate(content);
    boolean packed = deflated.length < content.length;
    byte[] stored = packed ? deflated : content;
    long id = Rows.nextId(h, "content_id");
    int parts = 0;
    PreparedBatch batch =
        h.prepareBatch("INSERT INTO content_part (content, part, bytes) VALUES (?, ?, ?)");
    for (int from = 0; from < stored.length; from += PART_BYTES) {
      int to = Math.min(stored.length, from + PART_BYTES);
      batch.add(id, parts++, Arrays.copyOfRange(stored, from, to));
    }
    if (parts > 0) {
      batch.execute();
    }
    return new Ref(id, parts, packed, content.length, Seal.sha256(content));
  }

  /**
   * Reads a content.
   *
   * @param what whose it is, for the message: {@code version 3 of "a.flmap"}
   * @throws StoreException where the bytes are not those that were saved
   */
  static byte[] get(Handle h, Ref ref, String what) throws StoreException {
    List<byte @Nullable []> parts =
        h.createQuery("SELECT bytes FROM content_part WHERE content = ? ORDER BY part")
            .bind(0, ref.content())
            .map((row, context) -> row.getBytes(1))
            .list();
    byte[] bytes = joined(parts);
    byte[] content = ref.packed() ? inflate(bytes, ref.size()) : bytes;
    if (content == null
        || parts.size() != ref.parts()
        || content.length != ref.size()
        || !Seal.sha256(content).equals(ref.sha256())) {
      throw Rows.damaged(what);
    }
    return content;
  }

  private static byte[] joined(List<byte @Nullable []> parts) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      // The column is NOT NULL, but a damaged page may say otherwise.
      if (part != null) {
        stored.writeBytes(part);
      }
    }
    return stored.toByteArray();
  }

  static void remove(Handle h, long content) {
    h.execute("DELETE FROM content_part WHERE content = ?", content);
  }

  private static byte[] deflate(byte[] content) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 4 + 64);
      byte[] buffer = new byte[8192];
      // Stops once it is no smaller: the content is stored as it is then.
      while (!deflater.finished() && out.size() < content.length) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  /** Inflates what must be of a size; null where it is not, or no deflated bytes at all. */
  private static byte @Nullable [] inflate(byte[] bytes, long size) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 || out.size() + (long) n > size) {
          return null;
        }
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      return null;
    }
  }
}
