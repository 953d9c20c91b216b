package fieldloom.ui.schematree;

import fieldloom.model.Titles;
import fieldloom.ui.session.FieldRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks at in a row, made ready once: its name, its title, the titles of every
 * language, and its path. Immutable.
 */
final class RowTexts {
  private final Sought label;
  private final @Nullable Sought title;
  private final List<Sought> others;
  private final FieldRef field;

  private RowTexts(SchemaRow row) {
    label = Sought.of(row.label());
    title = row.title() == null ? null : Sought.of(row.title());
    Titles titles = row.node().titles();
    Set<String> more = new LinkedHashSet<>();
    Stream.of(titles.in(Locale.CHINESE), titles.in(Locale.ENGLISH))
        .filter(Objects::nonNull)
        .forEach(more::add);
    more.remove(row.title());
    others = more.stream().map(Sought::of).toList();
    field = row.field();
  }

  static RowTexts of(SchemaRow row) {
    return new RowTexts(row);
  }

  Sought label() {
    return label;
  }

  @Nullable Sought title() {
    return title;
  }

  /** Titles that the row does not show. */
  List<Sought> others() {
    return others;
  }

  /** From the document down, in lower case. */
  String path() {
    return field.toString().toLowerCase(Locale.ROOT);
  }
}
