package fieldloom.payload.csv;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV is written.
 *
 * @param header whether the first row has the names
 * @param encoding where no byte order mark says another
 * @param lineEnd what ends a row that is written; any line end is read
 * @param emptyIs what an unquoted field of no characters means
 * @param trim whether blanks around a field are dropped, those within its quotes kept
 * @param neutralise whether text that a spreadsheet would run as a formula is written with an
 *     apostrophe before it
 */
record CsvOptions(
    char delimiter,
    char quote,
    boolean header,
    Charset encoding,
    String lineEnd,
    EmptyIs emptyIs,
    boolean trim,
    boolean neutralise) {

  /** What an empty field means. */
  enum EmptyIs {
    ABSENT,
    NULL,
    TEXT
  }

  static CsvOptions read(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    char delimiter = options.character("delimiter", ',');
    char quote = options.character("quote", '"');
    if (delimiter == quote) {
      throw new FormatException(
          "The options delimiter and quote of "
              + owner
              + " are the same character; they must differ.");
    }
    return new CsvOptions(
        delimiter,
        quote,
        options.flag("header", true),
        options.charset("encoding", StandardCharsets.UTF_8),
        options.oneOf("lineEnd", List.of("\n", "\r\n", "\r")),
        emptyIs(options.oneOf("emptyIs", List.of("absent", "null", "text"))),
        options.flag("trim", false),
        options.flag("neutralise", false));
  }

  private static EmptyIs emptyIs(String text) {
    return switch (text) {
      case "null" -> EmptyIs.NULL;
      case "text" -> EmptyIs.TEXT;
      default -> EmptyIs.ABSENT;
    };
  }
}
