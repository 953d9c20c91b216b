package fieldloom.payload.csv;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The rows that end in the beginning of a CSV.
 *
 * @param records how many there are, without the one that has the names
 * @param end how many characters stand before the end of the last one; 0 where there is none
 * @param encoding of the characters where no byte order mark says another
 */
public record CsvBeginning(long records, int end, Charset encoding) {

  /**
   * Reads it.
   *
   * @param in is closed; at most as long as an array
   * @param given options of the source; null where there are none
   * @param label what the content is called in messages
   * @throws IOException where the options cannot be used: one sentence
   */
  public static CsvBeginning of(InputStream in, @Nullable JsonNode given, String label)
      throws IOException {
    CsvOptions options = CsvOptions.read(label, given);
    try (StrictReader source = new StrictReader(in, options.encoding())) {
      CsvTokenizer tokenizer = new CsvTokenizer(source, options);
      long rows = 0;
      long end = 0;
      while (ends(tokenizer)) {
        rows++;
        end = tokenizer.offset();
      }
      long names = options.header() && rows > 0 ? 1 : 0;
      return new CsvBeginning(rows - names, (int) end, options.encoding());
    }
  }

  /** Whether a further row ends in it; what is wrong with one is told by whoever reads it. */
  private static boolean ends(CsvTokenizer tokenizer) throws IOException {
    try {
      return tokenizer.next() && tokenizer.isLine();
    } catch (BadRecordException e) {
      return tokenizer.isLine();
    }
  }
}
