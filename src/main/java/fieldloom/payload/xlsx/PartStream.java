package fieldloom.payload.xlsx;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** The bytes of a part, counted and checked as they are read. */
final class PartStream extends FilterInputStream {
  private final String name;
  private final long packed;
  private final long checksum;
  private final CRC32 crc = new CRC32();
  private long count;

  /**
   * @param packed how many bytes the part takes in the file
   * @param checksum what the file says it is; -1 where it says nothing
   */
  PartStream(InputStream in, String name, long packed, long checksum) {
    super(in);
    this.name = name;
    this.packed = Math.max(1, packed);
    this.checksum = checksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int many = unpacked(bytes, from, length);
    if (many < 0) {
      if (checksum >= 0 && crc.getValue() != checksum) {
        throw new WorkbookFault(
            "cannot be read: the part " + name + " is damaged: its checksum differs");
      }
      return many;
    }
    crc.update(bytes, from, many);
    count += many;
    if (count > XlsxLimits.FREE_BYTES && count / packed >= XlsxLimits.RATIO) {
      throw new WorkbookFault(
          "cannot be read: the part "
              + name
              + " grows to more than "
              + XlsxLimits.RATIO
              + " times its size in the file, as in files made to fill the memory; such a file is"
              + " not read");
    }
    return many;
  }

  private int unpacked(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (ZipException | EOFException e) {
      throw damaged(name);
    }
  }

  static WorkbookFault damaged(String part) {
    return new WorkbookFault(
        "cannot be read: the part " + part + " is damaged or cut off; get the file whole");
  }

  @Override
  public long skip(long n) throws IOException {
    return read(new byte[(int) Math.min(n, 8_192)]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
