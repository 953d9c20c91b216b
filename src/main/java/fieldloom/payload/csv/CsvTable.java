package fieldloom.payload.csv;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.text.StrictReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A CSV read whole, as a table of texts. */
public record CsvTable(List<String> names, List<List<Object>> rows) {

  /**
   * Reads it.
   *
   * @param label what the content is called in messages: {@code table customers}
   * @throws IOException where any row cannot be read, with its line
   */
  public static CsvTable read(byte[] content, @Nullable JsonNode given, String label)
      throws IOException {
    CsvOptions options = CsvOptions.read(label, given);
    try (StrictReader source =
        new StrictReader(new ByteArrayInputStream(content), options.encoding())) {
      CsvTokenizer tokenizer = new CsvTokenizer(source, options);
      List<String> names = List.of();
      List<List<Object>> rows = new ArrayList<>();
      int width = -1;
      while (tokenizer.next()) {
        if (width < 0) {
          width = tokenizer.count();
          if (options.header()) {
            names = CsvHeader.read(tokenizer, label, text -> {});
            continue;
          }
        }
        if (tokenizer.count() != width || width > CsvTokenizer.MAX_COLUMNS) {
          throw new IOException(
              "Line %d of %s has %d columns where the first row has %d."
                  .formatted(tokenizer.line(), label, tokenizer.count(), width));
        }
        rows.add(row(tokenizer, options));
      }
      return new CsvTable(names, rows);
    } catch (BadRecordException e) {
      throw CsvHeader.unreadable("The rows of " + label, e);
    }
  }

  /**
   * Reads the first row only.
   *
   * @param in is closed
   * @return its names, each once; where the options say that there is no header, {@code column1}
   *     and so on; none where there is no row
   * @throws IOException where it cannot be read
   */
  public static List<String> header(InputStream in, @Nullable JsonNode given, String label)
      throws IOException {
    CsvOptions options = CsvOptions.read(label, given);
    try (StrictReader source = new StrictReader(in, options.encoding())) {
      CsvTokenizer tokenizer = new CsvTokenizer(source, options);
      if (!tokenizer.next()) {
        return List.of();
      }
      if (tokenizer.count() > CsvTokenizer.MAX_COLUMNS) {
        throw new IOException("The first row of " + label + " has more than 100,000 columns.");
      }
      return options.header()
          ? CsvHeader.read(tokenizer, label, text -> {})
          : IntStream.rangeClosed(1, tokenizer.count()).mapToObj(i -> "column" + i).toList();
    } catch (BadRecordException e) {
      throw CsvHeader.unreadable("The first row of " + label, e);
    }
  }

  private static List<Object> row(CsvTokenizer tokenizer, CsvOptions options) {
    List<Object> row = new ArrayList<>(tokenizer.count());
    for (int i = 0; i < tokenizer.count(); i++) {
      row.add(
          tokenizer.isEmpty(i) && !tokenizer.quoted(i)
              ? empty(options.emptyIs())
              : tokenizer.text(i));
    }
    return row;
  }

  private static Object empty(CsvOptions.EmptyIs emptyIs) {
    return switch (emptyIs) {
      case ABSENT -> Absent.ABSENT;
      case NULL -> Null.NULL;
      case TEXT -> "";
    };
  }
}
