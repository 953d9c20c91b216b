package fieldloom.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips by hand, lies included. */
final class ForgedZip {
  private final List<Entry> entries = new ArrayList<>();
  byte[] prefix = {};
  byte[] suffix = {};
  int claimedEntries = -1;
  int directoryShift;

  /** An entry whose fields are what the test makes them. */
  static final class Entry {
    byte[] localName;
    byte[] name;
    int flags = 1 << 11;
    int method;
    int localMethod;
    long crc;
    byte[] data;
    int size;
    int localSize;
    int packedSize;
    int madeBy = 20;
    int attributes;
    byte[] extra = {};
    byte[] after = {};
    int offset = -1;
    private int written;

    Entry name(String value) {
      name = value.getBytes(StandardCharsets.UTF_8);
      return this;
    }
  }

  Entry stored(String name, byte[] content) {
    Entry e = new Entry().name(name);
    e.localName = e.name;
    e.data = content;
    e.crc = crc(content);
    e.size = content.length;
    e.localSize = content.length;
    e.packedSize = content.length;
    entries.add(e);
    return e;
  }

  Entry stored(String name, String content) {
    return stored(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Entry deflated(String name, byte[] content) {
    Entry e = stored(name, content);
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    e.method = 8;
    e.localMethod = 8;
    e.data = out.toByteArray();
    e.packedSize = e.data.length;
    return e;
  }

  static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  byte[] build() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(prefix);
    for (Entry e : entries) {
      e.written = out.size();
      out.writeBytes(
          ints(30, 0x04034b50)
              .putShort(4, (short) 20)
              .putShort(6, (short) e.flags)
              .putShort(8, (short) e.localMethod)
              .putInt(14, (int) e.crc)
              .putInt(18, e.packedSize)
              .putInt(22, e.localSize)
              .putShort(26, (short) e.localName.length)
              .putShort(28, (short) e.extra.length)
              .array());
      out.writeBytes(e.localName);
      out.writeBytes(e.extra);
      out.writeBytes(e.data);
      out.writeBytes(e.after);
    }
    int directory = out.size();
    for (Entry e : entries) {
      out.writeBytes(
          ints(46, 0x02014b50)
              .putShort(4, (short) e.madeBy)
              .putShort(8, (short) e.flags)
              .putShort(10, (short) e.method)
              .putInt(16, (int) e.crc)
              .putInt(20, e.packedSize)
              .putInt(24, e.size)
              .putShort(28, (short) e.name.length)
              .putShort(30, (short) e.extra.length)
              .putInt(38, e.attributes)
              .putInt(42, e.offset >= 0 ? e.offset : e.written)
              .array());
      out.writeBytes(e.name);
      out.writeBytes(e.extra);
    }
    int count = claimedEntries >= 0 ? claimedEntries : entries.size();
    out.writeBytes(
        ints(22, 0x06054b50)
            .putShort(8, (short) count)
            .putShort(10, (short) count)
            .putInt(12, out.size() - directory)
            .putInt(16, directory + directoryShift)
            .array());
    out.writeBytes(suffix);
    return out.toByteArray();
  }

  private static ByteBuffer ints(int size, int signature) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(0, signature);
  }
}
