package fieldloom.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks parts of one zip and holds each against what the zip says of it: its size, its CRC. The
 * limits count what is really unpacked, over all parts.
 */
final class Unpacker {
  private static final int BUFFER = 64 * 1024;

  /** What is set aside for a part at first: its size is only a claim. */
  private static final int FIRST_SIZE = 1024 * 1024;

  private final byte[] zip;
  private final String label;
  private final ZipLimits limits;
  private final byte[] buffer = new byte[BUFFER];
  private long total;

  Unpacker(byte[] zip, String label, ZipLimits limits) {
    this.zip = zip;
    this.label = label;
    this.limits = limits;
  }

  /** The whole part in memory. */
  byte[] unpack(ZipPart part) throws PackException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(part.size(), FIRST_SIZE));
    unpack(part, out);
    return out.toByteArray();
  }

  /**
   * Unpacks a part into a sink that does not fail.
   *
   * @throws PackException where the part is not what the zip says or is too large; the sink has
   *     then seen a piece of it
   */
  void unpack(ZipPart part, OutputStream sink) throws PackException {
    CRC32 crc = new CRC32();
    long size = part.deflated() ? inflate(part, sink, crc) : copy(part, sink, crc);
    if (size != part.size()) {
      throw wrong(part, "has " + size + " bytes and says it has " + part.size());
    }
    if (crc.getValue() != part.crc()) {
      throw wrong(part, "is damaged: its check sum is wrong");
    }
  }

  private long copy(ZipPart part, OutputStream sink, CRC32 crc) throws PackException {
    count(part, part.packedSize(), part.packedSize());
    crc.update(zip, part.data(), part.packedSize());
    write(sink, zip, part.data(), part.packedSize());
    return part.packedSize();
  }

  private long inflate(ZipPart part, OutputStream sink, CRC32 crc) throws PackException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip, part.data(), part.packedSize());
      long size = 0;
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        boolean more = n > 0 || inflater.finished();
        if (!more && (inflater.needsInput() || inflater.needsDictionary())) {
          throw wrong(part, "is damaged: it ends too early");
        }
        size += n;
        count(part, n, size);
        crc.update(buffer, 0, n);
        write(sink, buffer, 0, n);
      }
      if (inflater.getBytesRead() != part.packedSize()) {
        throw wrong(part, "is followed by bytes that belong to no part");
      }
      return size;
    } catch (DataFormatException e) {
      throw new PackException(
          label + ": the part “" + part.name() + "” is damaged and cannot be unpacked.", e);
    } finally {
      inflater.end();
    }
  }

  private void count(ZipPart part, long more, long size) throws PackException {
    total += more;
    if (size > limits.entrySize()) {
      throw wrong(part, "is larger than " + ZipLimits.megabytes(limits.entrySize()));
    }
    if (size > limits.ratioFloor() && size / limits.ratio() > part.packedSize()) {
      throw wrong(part, "unpacks to more than " + limits.ratio() + " times its size");
    }
    if (total > limits.totalSize()) {
      throw new PackException(
          label + ": unpacks to more than " + ZipLimits.megabytes(limits.totalSize()) + " in all.");
    }
  }

  private static void write(OutputStream sink, byte[] bytes, int offset, int length) {
    try {
      sink.write(bytes, offset, length);
    } catch (IOException e) {
      throw new IllegalStateException("a sink in memory cannot fail", e);
    }
  }

  private PackException wrong(ZipPart part, String what) {
    return new PackException(label + ": the part “" + part.name() + "” " + what + ".");
  }
}
