package fieldloom.payload.csv;

import fieldloom.payload.FormatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Names of columns, each once. */
final class CsvHeader {
  private CsvHeader() {}

  /** The names of the tokenizer's row; one that was there before is renamed: {@code name_2}. */
  static List<String> read(CsvTokenizer row, String owner, Consumer<String> warnings)
      throws FormatException {
    for (int i = 0; i < row.count(); i++) {
      if (row.text(i).indexOf('\0') >= 0) {
        throw new FormatException(
            "The header of "
                + owner
                + " has NUL characters, as UTF-16 has that is read in another encoding; set the"
                + " option encoding to UTF-16LE or UTF-16BE.");
      }
    }
    Set<String> given = new HashSet<>();
    for (int i = 0; i < row.count(); i++) {
      given.add(row.text(i));
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>(row.count());
    for (int i = 0; i < row.count(); i++) {
      String name = row.text(i);
      if (!taken.add(name)) {
        int number = 2;
        while (given.contains(name + "_" + number) || !taken.add(name + "_" + number)) {
          number++;
        }
        warnings.accept(
            "Column "
                + (i + 1)
                + " of "
                + owner
                + " has the name “"
                + name
                + "” of an earlier one; it is read as “"
                + name
                + "_"
                + number
                + "”.");
        name = name + "_" + number;
      }
      names.add(name);
    }
    return names;
  }
}
