package fieldloom.bench.peers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A whole NDJSON file through one contestant: {@code FileRun CONTESTANT IN OUT}. */
public final class FileRun {
  private static final int BUFFER = 1 << 16;

  private FileRun() {}

  public static void main(String[] args) throws IOException {
    map(Peers.byName(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  private static void map(Contestant contestant, Path source, Path target) throws IOException {
    byte[] line = new byte[BUFFER];
    int held = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source), BUFFER);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER)) {
      byte[] block = new byte[BUFFER];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        int from = 0;
        for (int i = 0; i < read; i++) {
          if (block[i] == '\n') {
            line = append(line, held, block, from, i);
            contestant.map(Arrays.copyOf(line, held + i - from), out);
            out.write('\n');
            held = 0;
            from = i + 1;
          }
        }
        line = append(line, held, block, from, read);
        held += read - from;
      }
    }
    if (held > 0) {
      throw new IOException(source + " does not end with a line end");
    }
  }

  private static byte[] append(byte[] line, int held, byte[] block, int from, int to) {
    int length = held + to - from;
    byte[] room = length <= line.length ? line : Arrays.copyOf(line, 2 * length);
    System.arraycopy(block, from, room, held, to - from);
    return room;
  }
}
