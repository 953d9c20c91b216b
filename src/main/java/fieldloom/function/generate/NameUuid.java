package fieldloom.function.generate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562): the SHA-1 of a namespace and a name. */
final class NameUuid {
  /** Fieldloom's namespace. Never changed: ids already given out hang on it. */
  static final UUID NAMESPACE = UUID.fromString("5f1e1d10-0a3c-4b6e-9c41-f1e1d1003a00");

  private NameUuid() {}

  static UUID of(String name) {
    return of(NAMESPACE, name);
  }

  static UUID of(UUID namespace, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] hash =
        sha1()
            .digest(
                ByteBuffer.allocate(16 + bytes.length)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .put(bytes)
                    .array());
    ByteBuffer out = ByteBuffer.wrap(hash);
    long most = out.getLong() & ~0xF000L | 0x5000L;
    long least = out.getLong() & ~(3L << 62) | 1L << 63;
    return new UUID(most, least);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
