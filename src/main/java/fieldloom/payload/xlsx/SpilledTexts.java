package fieldloom.payload.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Texts in a file, written one after another and read by their numbers. They lie in blocks, of
 * which a few are at hand: neighbours are mostly asked for together. Not thread-safe.
 */
final class SpilledTexts implements AutoCloseable {
  private static final int BLOCK_TEXTS = 256;
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int SLOTS = 64;

  private final FileChannel file;
  private ByteBuffer open = ByteBuffer.allocate(2 * BLOCK_BYTES);
  private final String[] recent = new String[BLOCK_TEXTS];
  private int openTexts;
  private int count;
  private long end;

  /** The first text of each block, and where the block lies. */
  private int[] firsts = new int[64];

  private long[] places = new long[65];
  private int blocks;

  private final int[] slotBlocks = new int[SLOTS];
  private final String[][] slots = new String[SLOTS][];

  private SpilledTexts(FileChannel file) {
    this.file = file;
    Arrays.fill(slotBlocks, -1);
  }

  static SpilledTexts create() throws IOException {
    Path path = Files.createTempFile("fieldloom", ".texts");
    return new SpilledTexts(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Adds a text, which must be proper Unicode. */
  void add(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (open.remaining() < bytes.length + Integer.BYTES) {
      ByteBuffer larger = ByteBuffer.allocate(open.position() + bytes.length + Integer.BYTES);
      open = larger.put(open.flip());
    }
    open.putInt(bytes.length).put(bytes);
    recent[openTexts++] = text;
    count++;
    if (openTexts == BLOCK_TEXTS || open.position() >= BLOCK_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (blocks == firsts.length) {
      firsts = Arrays.copyOf(firsts, blocks * 2);
      places = Arrays.copyOf(places, blocks * 2 + 1);
    }
    firsts[blocks] = count - openTexts;
    places[blocks] = end;
    open.flip();
    while (open.hasRemaining()) {
      end += file.write(open, end);
    }
    places[++blocks] = end;
    openTexts = 0;
    open = open.capacity() > 2 * BLOCK_BYTES ? ByteBuffer.allocate(2 * BLOCK_BYTES) : open.clear();
  }

  /** A text by its number from 0, one of those added. */
  String get(int index) throws IOException {
    if (index >= count - openTexts) {
      return recent[index - (count - openTexts)];
    }
    int found = Arrays.binarySearch(firsts, 0, blocks, index);
    int block = found < 0 ? -found - 2 : found;
    return block(block)[index - firsts[block]];
  }

  private String[] block(int block) throws IOException {
    int slot = block % SLOTS;
    String[] known = slots[slot];
    if (slotBlocks[slot] == block && known != null) {
      return known;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (places[block + 1] - places[block]));
    long at = places[block];
    while (bytes.hasRemaining()) {
      int many = file.read(bytes, at);
      if (many < 0) {
        throw new IOException("The file of texts that was written beside is cut off.");
      }
      at += many;
    }
    int behind = block + 1 < blocks ? firsts[block + 1] : count - openTexts;
    String[] texts = texts(bytes.flip(), behind - firsts[block]);
    if (bytes.capacity() <= 2 * BLOCK_BYTES) {
      slotBlocks[slot] = block;
      slots[slot] = texts;
    }
    return texts;
  }

  private static String[] texts(ByteBuffer bytes, int many) {
    String[] texts = new String[many];
    for (int i = 0; i < many; i++) {
      int length = bytes.getInt();
      texts[i] = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
      bytes.position(bytes.position() + length);
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
