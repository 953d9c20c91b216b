package fieldloom.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the directory of a zip strictly: the JDK's reader trusts names, sizes and places that the
 * local headers contradict. What two readers could see differently is refused.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIBED = 1 << 3;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int PATCHED = 1 << 5;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int UNIX = 3;
  private static final int TYPE_BITS = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;

  private final byte[] zip;
  private final ByteBuffer in;
  private final String label;
  private final ZipLimits limits;

  private ZipDirectory(byte[] zip, String label, ZipLimits limits) {
    this.zip = zip;
    this.in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    this.label = label;
    this.limits = limits;
  }

  /** The files of a zip, folders left out, in the order of their bytes. */
  static List<ZipPart> read(byte[] zip, String label, ZipLimits limits) throws PackException {
    try {
      return new ZipDirectory(zip, label, limits).read();
    } catch (IndexOutOfBoundsException e) {
      throw new PackException(
          label + ": is a damaged zip, its directory points outside of it; get a fresh copy.", e);
    }
  }

  private List<ZipPart> read() throws PackException {
    int end = zip.length - END_SIZE;
    if (end < 0 || in.getInt(end) != END_SIGNATURE || ushort(end + 20) != 0) {
      throw wrong("is cut off or is no plain zip: its directory is not at its end");
    }
    int count = ushort(end + 10);
    int size = in.getInt(end + 12);
    int start = in.getInt(end + 16);
    if (count == 0xFFFF || size == -1 || start == -1) {
      throw wrong("is in the zip64 form, which packages do not use");
    }
    if (in.getInt(end + 4) != 0 || ushort(end + 8) != count) {
      throw wrong("is one piece of a zip in several pieces");
    }
    if (count > limits.entries()) {
      throw wrong("has more than " + limits.entries() + " entries");
    }
    if (start < 0 || size < 0 || start + (long) size != end) {
      throw wrong("has a directory that is not where it says");
    }
    List<ZipPart> parts = entries(count, start, end);
    checkPlaces(parts, start);
    return parts.stream().filter(part -> !part.isFolder()).toList();
  }

  private List<ZipPart> entries(int count, int start, int end) throws PackException {
    List<ZipPart> parts = new ArrayList<>(count);
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_SIZE > end || in.getInt(at) != ENTRY_SIGNATURE) {
        throw wrong("has a damaged directory");
      }
      int next = at + ENTRY_SIZE + ushort(at + 28) + ushort(at + 30) + ushort(at + 32);
      if (next > end) {
        throw wrong("has a damaged directory");
      }
      parts.add(entry(at, start));
      at = next;
    }
    if (at != end) {
      throw wrong("has something in its directory that is no entry");
    }
    parts.sort(Comparator.comparingInt(ZipPart::header));
    return parts;
  }

  private ZipPart entry(int at, int directory) throws PackException {
    int nameLength = ushort(at + 28);
    String name = name(at + ENTRY_SIZE, nameLength);
    int flags = ushort(at + 8);
    int method = ushort(at + 10);
    if ((flags & ENCRYPTED) != 0) {
      throw wrong(name, "is encrypted; packages hold no secrets");
    }
    if ((flags & PATCHED) != 0 || method != STORED && method != DEFLATED) {
      throw wrong(name, "is packed by a method that packages do not use");
    }
    checkType(at, name);
    checkExtras(at + ENTRY_SIZE + nameLength, ushort(at + 30), name);
    long packed = uint(at + 20);
    long size = uint(at + 24);
    if (size > limits.entrySize() || packed > zip.length) {
      throw wrong(name, tooLarge());
    }
    if (method == STORED && packed != size || name.endsWith("/") && size != 0) {
      throw wrong(name, "says two different sizes of itself");
    }
    long header = uint(at + 42);
    if (header + LOCAL_SIZE > directory) {
      throw wrong(name, "lies outside of the zip");
    }
    int data = local((int) header, at, name);
    if (data + packed > directory) {
      throw wrong(name, "reaches into the directory of the zip");
    }
    return new ZipPart(
        name,
        method == DEFLATED,
        uint(at + 16),
        (int) packed,
        (int) size,
        (int) header,
        data,
        (flags & DESCRIBED) != 0);
  }

  /** Holds the local header against the directory; returns where the data begins. */
  private int local(int header, int entry, String name) throws PackException {
    int nameLength = ushort(header + 26);
    int data = header + LOCAL_SIZE + nameLength + ushort(header + 28);
    int flags = ushort(header + 6);
    boolean same =
        in.getInt(header) == LOCAL_SIGNATURE
            && flags == ushort(entry + 8)
            && ushort(header + 8) == ushort(entry + 10)
            && nameLength == ushort(entry + 28)
            && Arrays.equals(
                zip,
                header + LOCAL_SIZE,
                header + LOCAL_SIZE + nameLength,
                zip,
                entry + ENTRY_SIZE,
                entry + ENTRY_SIZE + nameLength);
    for (int field = 0; field < 12 && same; field += 4) {
      int here = in.getInt(header + 14 + field);
      boolean later = (flags & DESCRIBED) != 0 && here == 0;
      same = later || here == in.getInt(entry + 16 + field);
    }
    if (!same) {
      throw wrong(name, "is described differently in two places of the zip");
    }
    checkExtras(header + LOCAL_SIZE + nameLength, ushort(header + 28), name);
    return data;
  }

  private void checkType(int at, String name) throws PackException {
    if (ushort(at + 4) >> 8 == UNIX) {
      int type = ushort(at + 40) & TYPE_BITS;
      if (type != 0 && type != (name.endsWith("/") ? FOLDER : REGULAR)) {
        throw wrong(name, "is a link or another thing that is no plain file");
      }
    }
  }

  /** Extra fields may hold times, but no other name and no other size. */
  private void checkExtras(int start, int length, String name) throws PackException {
    int end = start + length;
    for (int at = start; at + 4 <= end; at += 4 + ushort(at + 2)) {
      int id = ushort(at);
      if (id == 0x0001 || id == 0x7075 || id == 0x9901) {
        throw wrong(name, "has a second name or size, which packages do not use");
      }
    }
  }

  /** Parts lie one after the other, without overlaps and without bytes that belong to none. */
  private void checkPlaces(List<ZipPart> parts, int directory) throws PackException {
    int free = 0;
    boolean described = false;
    for (ZipPart part : parts) {
      if (part.header() < free) {
        throw wrong(part.name(), "overlaps another part");
      }
      checkGap(part.header() - free, described);
      free = part.end();
      described = part.described();
    }
    checkGap(directory - free, described);
  }

  private void checkGap(int gap, boolean described) throws PackException {
    // A described part is followed by its CRC and sizes, with or without a signature.
    if (gap != 0 && !(described && (gap == 12 || gap == 16))) {
      throw wrong("has bytes in it that belong to no part");
    }
  }

  private String name(int at, int length) throws PackException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in.slice(at, length)).toString();
    } catch (CharacterCodingException e) {
      throw new PackException(label + ": has a part whose name is not UTF-8; pack it anew.", e);
    }
  }

  private String tooLarge() {
    return "is larger than " + ZipLimits.megabytes(limits.entrySize());
  }

  private int ushort(int at) {
    return Short.toUnsignedInt(in.getShort(at));
  }

  private long uint(int at) {
    return Integer.toUnsignedLong(in.getInt(at));
  }

  private PackException wrong(String what) {
    return new PackException(label + ": " + what + "; export the package anew.");
  }

  private PackException wrong(String part, String what) {
    return new PackException(
        label + ": the part “" + part + "” " + what + "; export the package anew.");
  }
}
