package fieldloom.payload.xlsx;

import fieldloom.model.value.Absent;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.text.CellText;
import fieldloom.payload.text.UniqueNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names the columns of a sheet. A header that is merged over several columns names an object, whose
 * fields the row below names: Address over Street and City gives {@code Address.Street} and {@code
 * Address.City}. Where the row below has no names, the columns are Address and Address_2.
 */
final class SheetHeader {
  private final Row top;
  private final @Nullable Row sub;
  private final Merges merges;
  private final int width;
  private final String sheet;

  /**
   * @param sub the row of names below the merged ones; null where there is none
   * @param width how many columns the table may have
   */
  SheetHeader(Row top, @Nullable Row sub, Merges merges, int width, String sheet) {
    this.top = top;
    this.sub = sub;
    this.merges = merges;
    this.width = width;
    this.sheet = sheet;
  }

  /** Whether a merge could explain why a column without a name has something below. */
  static boolean mayBeMerged(Row top, Row below) {
    boolean named = false;
    for (int column = 0; column < below.width(); column++) {
      boolean empty = top.get(column) == Absent.ABSENT;
      if (named && empty && below.get(column) != Absent.ABSENT) {
        return true;
      }
      named |= !empty;
    }
    return false;
  }

  /** Whether a row has nothing but names, and these below merged cells only. */
  static boolean isSub(Row below, Merges merges) {
    boolean any = false;
    for (int column = 0; column < below.width(); column++) {
      Object value = below.get(column);
      if (value != Absent.ABSENT) {
        if (!merges.hold(column) || !(value instanceof String)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The columns that have a name, each another. */
  List<Column> columns(Consumer<String> warnings) throws BadRecordException {
    Map<String, List<Column>> byGroup = new LinkedHashMap<>();
    List<Column> plain = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      Column one = column(column);
      if (one != null && one.group() != null) {
        byGroup.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one);
      } else if (one != null) {
        plain.add(one);
      }
    }
    List<Column> all = new ArrayList<>();
    for (List<Column> group : byGroup.values()) {
      all.addAll(unique(List.of(), group, warnings));
    }
    all.addAll(unique(List.copyOf(byGroup.keySet()), plain, warnings));
    all.sort((a, b) -> Integer.compare(a.index(), b.index()));
    return all;
  }

  private @Nullable Column column(int column) throws BadRecordException {
    String own = text(top.value(merges.first(column)));
    String below = sub == null ? "" : text(sub.value(column));
    if (!own.isEmpty() && !below.isEmpty() && merges.hold(column)) {
      return new Column(column, own, below);
    }
    String name = own.isEmpty() ? below : own;
    return name.isEmpty() ? null : new Column(column, null, name);
  }

  /** Names stand on one line, whatever the cell looks like. */
  private static String text(Object value) {
    String text = CellText.of(value);
    return text == null ? "" : normal(text);
  }

  /** A name as a header is read: without blanks around it and line ends in it. */
  static String normal(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private List<Column> unique(List<String> taken, List<Column> columns, Consumer<String> warnings) {
    List<String> names = new ArrayList<>(taken);
    columns.forEach(column -> names.add(column.name()));
    List<String> unique =
        UniqueNames.of(
            names,
            (index, name, other) ->
                warnings.accept(
                    "Column "
                        + Places.letters(columns.get(index - taken.size()).index())
                        + " of the sheet "
                        + sheet
                        + " has the name “"
                        + name
                        + "” of another one; it is read as “"
                        + other
                        + "”."));
    List<Column> renamed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      renamed.add(new Column(column.index(), column.group(), unique.get(taken.size() + i)));
    }
    return renamed;
  }
}
