package fieldloom.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads from and writes to. What it prints is UTF-8 whatever the locale.
 *
 * @param in standard input
 * @param data standard output as bytes, for records
 * @param out standard output as text, flushed at each line
 * @param err standard error, flushed at each line
 * @param attended whether somebody looks at standard error, so that progress may be drawn there
 */
public record Terminal(
    InputStream in, OutputStream data, PrintWriter out, PrintWriter err, boolean attended) {

  /** System property by which the launcher says that standard error is a terminal. */
  public static final String ATTENDED = "fieldloom.attended";

  public Terminal(InputStream in, OutputStream data, OutputStream err, boolean attended) {
    this(
        in,
        data,
        new PrintWriter(data, true, StandardCharsets.UTF_8),
        new PrintWriter(err, true, StandardCharsets.UTF_8),
        attended);
  }

  /** The terminal of this process. */
  public static Terminal ofProcess() {
    // Records go out in large pieces; System.out would flush and lock for each of them.
    OutputStream data = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    return new Terminal(System.in, data, System.err, Boolean.getBoolean(ATTENDED));
  }

  /** Prints one line to standard error, whatever line ends the text has. */
  void complain(String text) {
    err.println(oneLine(text));
  }

  /** The text on one line. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
