package fieldloom.store.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of contents and of rows: H2 takes most changed bytes for what was written. */
final class Seal {
  private Seal() {}

  /** The hash of a content, lower-case hex. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  /** The seal of a row: of the table's name and of every value but the seal itself, in order. */
  static byte[] of(String table, @Nullable Object... values) {
    MessageDigest digest = digest();
    add(digest, table);
    for (Object value : values) {
      add(digest, value);
    }
    return digest.digest();
  }

  /** Length before text, so that no two lists of values give the same bytes. */
  private static void add(MessageDigest digest, @Nullable Object value) {
    if (value == null) {
      digest.update(ByteBuffer.allocate(4).putInt(0, -1));
      return;
    }
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
