package fieldloom.payload.edi;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.text.StrictReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages before they are written, so that nothing is written that its schema does not
 * allow.
 */
final class WrittenCheck {
  private final String name;
  private final EdiOptions options;
  private final EdiGrammar grammar;
  private final String interchange;
  private final String start;
  private @Nullable EdiReader reader;
  private @Nullable Pipe pipe;
  private @Nullable String group;

  /**
   * @param interchange the header of the interchange
   * @param start what every message begins with: {@code ST*}
   */
  WrittenCheck(
      String name, EdiOptions options, EdiGrammar grammar, String interchange, String start) {
    this.name = name;
    this.options = options;
    this.grammar = grammar;
    this.interchange = interchange;
    this.start = start;
  }

  /**
   * Reads a message.
   *
   * @param groupHeader of the group it stands in; null where it stands in none
   * @throws UnfitException where its schema does not allow it
   */
  void check(@Nullable String groupHeader, String message) throws IOException, UnfitException {
    EdiReader known = reader;
    Pipe text = pipe;
    boolean same = group == null ? groupHeader == null : group.equals(groupHeader);
    if (known == null || text == null || !same) {
      text = new Pipe();
      text.add(interchange + (groupHeader == null ? "" : groupHeader) + start);
      known =
          new EdiReader(
              name,
              options,
              grammar,
              new EdiFeed(new StrictReader(text, StandardCharsets.UTF_8)),
              true);
    }
    // The library may say that a message has ended only where it sees what comes next.
    text.add(message.substring(start.length()) + start);
    reader = null;
    try {
      known.next();
    } catch (BadRecordException e) {
      String fault = String.valueOf(e.getMessage());
      throw new UnfitException(
          "cannot be written: "
              + (fault.endsWith(".") ? fault.substring(0, fault.length() - 1) : fault));
    }
    reader = known;
    pipe = text;
    group = groupHeader;
  }

  /** Texts one after another; more may come. */
  private static final class Pipe extends InputStream {
    private ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);

    void add(String text) {
      byte[] left = bytes.readAllBytes();
      byte[] more = text.getBytes(StandardCharsets.UTF_8);
      byte[] both = new byte[left.length + more.length];
      System.arraycopy(left, 0, both, 0, left.length);
      System.arraycopy(more, 0, both, left.length, more.length);
      bytes = new ByteArrayInputStream(both);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return bytes.read(target, from, length);
    }
  }
}
