package fieldloom.payload.csv;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.UniqueNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Names of columns, each once. */
final class CsvHeader {
  private CsvHeader() {}

  /** What is said where the first row cannot be read. */
  static IOException unreadable(String what, BadRecordException e) {
    String reason = String.valueOf(e.getMessage());
    return new IOException(
        what + " cannot be read: " + Character.toLowerCase(reason.charAt(0)) + reason.substring(1));
  }

  /** The names of the tokenizer's row; one that was there before is renamed: {@code name_2}. */
  static List<String> read(CsvTokenizer row, String owner, Consumer<String> warnings)
      throws FormatException {
    List<String> given = new ArrayList<>(row.count());
    for (int i = 0; i < row.count(); i++) {
      String name = row.text(i);
      if (name.indexOf('\0') >= 0) {
        throw new FormatException(
            "The header of "
                + owner
                + " has NUL characters, as UTF-16 has that is read in another encoding; set the"
                + " option encoding to UTF-16LE or UTF-16BE.");
      }
      // Of a mark that stands twice, or in the middle of files that were joined.
      given.add(name.startsWith("\uFEFF") ? name.substring(1) : name);
    }
    return UniqueNames.of(
        given,
        (column, name, unique) ->
            warnings.accept(
                "Column "
                    + (column + 1)
                    + " of "
                    + owner
                    + " has the name “"
                    + name
                    + "” of an earlier one; it is read as “"
                    + unique
                    + "”."));
  }
}
