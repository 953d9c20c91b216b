package fieldloom.payload.csv;

import fieldloom.payload.FormatException;
import fieldloom.payload.text.UniqueNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Names of columns, each once. */
final class CsvHeader {
  private CsvHeader() {}

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
      given.add(name);
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
