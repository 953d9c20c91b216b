package fieldloom.payload.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook's file. It is copied to a file of its own, for parts lie in it in any
 * order, and what is read of it is limited by {@link XlsxLimits}.
 */
final class Parts implements AutoCloseable {
  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final long OLD_FORMAT = 0xE11AB1A1E011CFD0L;

  private final Path file;
  private final ZipFile zip;
  private final long size;
  private final UnaryOperator<InputStream> pieces;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private Parts(Path file, ZipFile zip, long size, UnaryOperator<InputStream> pieces) {
    this.pieces = pieces;
    this.file = file;
    this.zip = zip;
    this.size = size;
  }

  /**
   * Takes a workbook, whose stream is closed.
   *
   * @param pieces puts something around the bytes of each part that is read
   * @throws WorkbookFault where it is none
   */
  static Parts open(InputStream in, UnaryOperator<InputStream> pieces) throws IOException {
    Path file = Files.createTempFile("fieldloom", ".xlsx");
    Parts parts = null;
    try {
      long size = copy(in, file);
      check(file, size);
      parts = new Parts(file, new ZipFile(file.toFile()), size, pieces);
      parts.list();
      return parts;
    } catch (ZipException e) {
      parts = closed(parts);
      throw new WorkbookFault("is cut off or damaged, so that it cannot be opened; get it whole");
    } catch (IOException e) {
      parts = closed(parts);
      throw e;
    } finally {
      if (parts == null) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static @Nullable Parts closed(@Nullable Parts parts) throws IOException {
    if (parts != null) {
      parts.close();
    }
    return null;
  }

  private static long copy(InputStream in, Path file) throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (in;
        OutputStream out = Files.newOutputStream(file)) {
      for (int many = in.read(buffer); many >= 0; many = in.read(buffer)) {
        size += many;
        if (size > XlsxLimits.FILE_BYTES) {
          throw new WorkbookFault("is larger than 2 GB; workbooks of that size are not read");
        }
        out.write(buffer, 0, many);
      }
    }
    return size;
  }

  /** Looks at the ends of the file before a library does, which would read any list of parts. */
  private static void check(Path path, long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      ByteBuffer start = read(file, 0, 8);
      if (start.remaining() == 8 && start.getLong(0) == OLD_FORMAT) {
        throw new WorkbookFault(
            "is an .xls file or protected with a password; save it as .xlsx without a password");
      }
      if (start.remaining() < 4 || start.getInt(0) != 0x04034b50) {
        throw new WorkbookFault("is no .xlsx file; save it from Excel as .xlsx");
      }
      ByteBuffer tail = read(file, Math.max(0, size - END_BYTES - 0xFFFF), size);
      int end = tail.limit() - END_BYTES;
      while (end >= 0 && tail.getInt(end) != END_SIGNATURE) {
        end--;
      }
      if (end < 0) {
        throw new WorkbookFault("is cut off: the list of its parts is missing; get it whole");
      }
      int parts = tail.getShort(end + 10) & 0xFFFF;
      long directory = tail.getInt(end + 12) & 0xFFFF_FFFFL;
      long offset = tail.getInt(end + 16) & 0xFFFF_FFFFL;
      if (parts > XlsxLimits.PARTS
          || directory > XlsxLimits.DIRECTORY_BYTES
          || offset == 0xFFFF_FFFFL) {
        throw new WorkbookFault(
            "has more parts than the " + XlsxLimits.PARTS + " that a workbook may have");
      }
    }
  }

  private static ByteBuffer read(RandomAccessFile file, long from, long to) throws IOException {
    byte[] bytes = new byte[(int) Math.min(to - from, file.length() - from)];
    file.seek(from);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void list() throws IOException {
    for (var all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entries.put(key(entry.getName()), entry) != null) {
        throw new WorkbookFault(
            "has the part " + entry.getName() + " twice; save it anew from Excel");
      }
    }
  }

  /** Names of parts do not tell small letters from capitals. */
  private static String key(String name) {
    return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** The bytes of a part. */
  InputStream open(String name) throws IOException {
    ZipEntry entry = entries.get(key(name));
    if (entry == null) {
      throw new WorkbookFault("lacks the part " + name + "; save it anew from Excel");
    }
    long packed = Math.min(size, entry.getCompressedSize());
    try {
      InputStream part = zip.getInputStream(entry);
      return pieces.apply(new PartStream(part, name, packed, entry.getCrc()));
    } catch (ZipException e) {
      throw PartStream.damaged(name);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(file);
  }
}
