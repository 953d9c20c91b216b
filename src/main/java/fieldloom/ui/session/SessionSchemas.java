package fieldloom.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a session's sources and targets. They follow the mapping, so that undoing the
 * replacement of a schema brings the old one back: one that was seen before at once, another when
 * it is loaded. What was loaded for documents that the mapping no longer has is not shown.
 */
final class SessionSchemas {
  private final @Nullable SchemaSource source;
  private final SessionThreads threads;
  private final Consumer<SchemaLoader.Loaded> loaded;
  private final Map<Key, SchemaLoader.One> known = new HashMap<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private long newest;

  /** What decides a schema; the name of the source or target does not. */
  private record Key(Side side, String format, SchemaRef schema, @Nullable JsonNode options) {
    static Key of(Side side, Document document) {
      return new Key(side, document.format(), document.schema(), document.options());
    }
  }

  /** A source or target, and which it is. */
  private record Place(Side side, Document document) {
    Key key() {
      return Key.of(side, document);
    }

    /** As problems of loading name it. */
    boolean isNamed(String place) {
      return place.equals((side == Side.SOURCE ? "source " : "target ") + document.name());
    }
  }

  /**
   * @param source null where what is not known stays unknown
   * @param loaded gets schemas as they come, on the ui thread
   */
  SessionSchemas(
      @Nullable SchemaSource source, SessionThreads threads, Consumer<SchemaLoader.Loaded> loaded) {
    this.source = source;
    this.threads = threads;
    this.loaded = loaded;
  }

  /** Takes up what was loaded together with the mapping. */
  void know(Mapping mapping, Map<String, SchemaTree> schemas, List<Problem> problems) {
    for (Place place : places(mapping)) {
      SchemaTree tree = schemas.get(place.document().name());
      if (tree != null) {
        List<Problem> own =
            problems.stream().filter(p -> place.isNamed(p.place().target())).toList();
        known.put(place.key(), new SchemaLoader.One(tree, own));
      }
    }
  }

  /** Takes up one that was loaded before the mapping names it. */
  void know(Side side, Document document, SchemaLoader.One schema) {
    known.put(Key.of(side, document), schema);
  }

  /** Gives the schemas of the mapping's documents: at once where all are known, else later. */
  void follow(Mapping mapping) {
    long mine = ++newest;
    List<Place> missing =
        places(mapping).stream().filter(place -> !known.containsKey(place.key())).toList();
    SchemaSource from = source;
    if (missing.isEmpty() || from == null) {
      loading.set(false);
      loaded.accept(of(mapping));
      return;
    }
    loading.set(true);
    threads
        .schemas()
        .execute(
            () -> {
              Map<Key, SchemaLoader.One> found = new LinkedHashMap<>();
              for (Place place : missing) {
                found.put(place.key(), from.load(place.side(), place.document()));
              }
              threads.ui().execute(() -> arrived(mine, mapping, found));
            });
  }

  private void arrived(long mine, Mapping mapping, Map<Key, SchemaLoader.One> found) {
    known.putAll(found);
    if (mine == newest) {
      loading.set(false);
      loaded.accept(of(mapping));
    }
  }

  /** What is known of the mapping's documents. */
  SchemaLoader.Loaded of(Mapping mapping) {
    Map<String, SchemaTree> schemas = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Place place : places(mapping)) {
      SchemaLoader.One one = known.get(place.key());
      if (one != null) {
        schemas.put(place.document().name(), one.tree());
        problems.addAll(one.problems());
      }
    }
    return new SchemaLoader.Loaded(schemas, List.copyOf(problems));
  }

  /** Whether schemas are being loaded for the mapping as it is now. */
  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  private static List<Place> places(Mapping mapping) {
    List<Place> places = new ArrayList<>();
    mapping.sources().forEach(document -> places.add(new Place(Side.SOURCE, document)));
    mapping.targets().forEach(document -> places.add(new Place(Side.TARGET, document)));
    return places;
  }
}
