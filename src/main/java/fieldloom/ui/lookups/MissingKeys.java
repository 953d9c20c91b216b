package fieldloom.ui.lookups;

import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.KeyProbe;
import fieldloom.ui.session.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The values that the sample looks up in a table and that no row has as its key. */
final class MissingKeys {
  private static final int MOST = 200;

  private final EditorSession session;
  private final Background background;
  private final Consumer<String> failed;
  private final ReadOnlyObjectWrapper<List<Missing>> values =
      new ReadOnlyObjectWrapper<>(List.of());
  private Map<String, Integer> keys = Map.of();
  private @Nullable Table table;

  /**
   * Such a value.
   *
   * @param times how often rules look it up
   */
  record Missing(String value, int times) {}

  MissingKeys(EditorSession session, Background background, Consumer<String> failed) {
    this.session = session;
    this.background = background;
    this.failed = failed;
  }

  /** At most 200 of them, in the sample's order. */
  ReadOnlyObjectProperty<List<Missing>> valuesProperty() {
    return values.getReadOnlyProperty();
  }

  /** Finds out in the background which keys rules look up in another table. */
  void ask(@Nullable Table of) {
    keys = Map.of();
    compare(of);
    Sample sample = session.sample();
    if (of == null || sample == null) {
      return;
    }
    Mapping mapping = session.mapping();
    Map<String, SchemaTree> schemas = session.schemas();
    background.run(
        () -> KeyProbe.keys(mapping, schemas, sample, of.name()),
        found -> {
          Table now = table;
          if (now != null && now.name().equals(of.name())) {
            keys = found;
            compare(now);
          }
        },
        failed);
  }

  /**
   * Compares the keys with the rows that the table has now.
   *
   * @param now null where it is not looked up by keys
   */
  void compare(@Nullable Table now) {
    table = now;
    boolean unread = now != null && now.from() != null && now.rows().isEmpty();
    if (now == null || unread || keys.isEmpty()) {
      values.set(List.of());
      return;
    }
    Grid grid = Grid.of(now);
    Set<String> there = grid.keys();
    values.set(
        keys.entrySet().stream()
            .filter(k -> !there.contains(grid.key(k.getKey())))
            .limit(MOST)
            .map(k -> new Missing(k.getKey(), k.getValue()))
            .toList());
  }
}
