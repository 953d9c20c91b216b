package fieldloom.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A terminal whose streams can be read afterwards. */
final class Captured {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;

  private Captured(byte[] in, boolean attended) {
    terminal = new Terminal(new ByteArrayInputStream(in), out, err, attended);
  }

  /** One at which nobody looks, with nothing to read. */
  static Captured unattended() {
    return new Captured(new byte[0], false);
  }

  static Captured attended() {
    return new Captured(new byte[0], true);
  }

  static Captured reading(String in) {
    return new Captured(in.getBytes(StandardCharsets.UTF_8), false);
  }

  static Captured reading(byte[] in) {
    return new Captured(in, false);
  }

  Terminal terminal() {
    return terminal;
  }

  String out() {
    terminal.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    terminal.err().flush();
    return err.toString(StandardCharsets.UTF_8);
  }

  List<String> errLines() {
    return err().lines().toList();
  }
}
