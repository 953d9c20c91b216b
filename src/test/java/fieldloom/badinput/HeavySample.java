package fieldloom.badinput;

import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.io.InputStream;

/**
 * A program of its own, in a small heap: reads one large schema or sample and prints its fields.
 */
final class HeavySample {
  private HeavySample() {}

  /**
   * Reads a file.
   *
   * @param args its name, what stands before, what is in the middle, how often it stands there, and
   *     what stands behind
   */
  public static void main(String[] args) throws IOException {
    byte[] content;
    try (InputStream in = HeavyInput.of(args[1], args[2], Long.parseLong(args[3]), args[4])) {
      content = in.readAllBytes();
    }
    String said;
    try {
      SchemaFile file = SchemaFile.of(args[0], content);
      said = SchemaText.tsv(SchemaReaders.choose(file, null).read(file));
    } catch (SchemaException e) {
      said = String.valueOf(e.getMessage());
    }
    System.out.println(said);
    System.out.flush();
  }
}
