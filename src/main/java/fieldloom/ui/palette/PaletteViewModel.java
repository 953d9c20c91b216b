package fieldloom.ui.palette;

import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.palette.PaletteRow.Entry;
import fieldloom.ui.palette.PaletteRow.Heading;
import fieldloom.ui.session.EditorSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All functions by group: those used last, the mapping's own, operators, the library's. What is
 * typed finds them, the best first. What was used last is remembered between sessions.
 */
public final class PaletteViewModel {
  private static final String RECENT = "functions.recent";
  private static final int RECENT_MAX = 8;
  private static final List<Listed> LIBRARY =
      FunctionLibrary.standard().all().stream().map(Listed::of).toList();
  private static final List<Listed> OPERATORS =
      Stream.of(BinaryOp.values()).map(Listed::of).toList();

  private final EditorSession session;
  private final Settings settings;
  private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
  private List<Mapping.OwnFunction> shownOwn;

  /**
   * @param settings remember which functions were used last
   */
  public PaletteViewModel(EditorSession session, Settings settings) {
    this.session = session;
    this.settings = settings;
    shownOwn = session.mapping().functions();
    fill();
    search.addListener((o, was, is) -> fill());
    Texts.follow(this, PaletteViewModel::fill);
    session
        .mappingProperty()
        .addListener(
            (o, was, is) -> {
              if (!is.functions().equals(shownOwn)) {
                shownOwn = is.functions();
                fill();
              }
            });
  }

  private void fill() {
    Entry before = selected.get();
    String typed = search.get().strip();
    List<PaletteRow> found = typed.isEmpty() ? everything() : find(typed.split("\\s+"));
    rows.setAll(found);
    boolean kept = typed.isEmpty() && before != null;
    selected.set(
        entries()
            .filter(e -> !kept || e.function().name().equals(before.function().name()))
            .findFirst()
            .orElse(null));
  }

  private List<PaletteRow> everything() {
    Map<String, List<Listed>> groups = new LinkedHashMap<>();
    List<Listed> used = recent();
    if (!used.isEmpty()) {
      groups.put(Words.get("recent"), used);
    }
    all().forEach(f -> groups.computeIfAbsent(f.category(), k -> new ArrayList<>()).add(f));
    List<PaletteRow> all = new ArrayList<>();
    groups.forEach(
        (title, functions) -> {
          all.add(new Heading(title, functions.size()));
          functions.forEach(f -> all.add(new Entry(f, false)));
        });
    return all;
  }

  private Stream<Listed> all() {
    return Stream.of(shownOwn.stream().map(Listed::of), OPERATORS.stream(), LIBRARY.stream())
        .flatMap(part -> part);
  }

  private List<Listed> recent() {
    Map<String, Listed> known = new LinkedHashMap<>();
    all().forEach(f -> known.putIfAbsent(f.name(), f));
    return names().map(known::get).filter(Objects::nonNull).toList();
  }

  private Stream<String> names() {
    return Stream.of(settings.get(RECENT, "").split(",")).filter(n -> !n.isEmpty());
  }

  private List<PaletteRow> find(String[] words) {
    record Ranked(Listed function, int rank) {}
    List<Ranked> ranked = new ArrayList<>();
    all()
        .forEach(
            function -> {
              int first = function.rank(words[0]);
              boolean fits = first != Listed.NOT_FOUND;
              for (int i = 1; fits && i < words.length; i++) {
                fits = function.rank(words[i]) != Listed.NOT_FOUND;
              }
              if (fits) {
                ranked.add(new Ranked(function, first));
              }
            });
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    return ranked.stream().<PaletteRow>map(r -> new Entry(r.function(), true)).toList();
  }

  private Stream<Entry> entries() {
    return rows.stream().filter(Entry.class::isInstance).map(Entry.class::cast);
  }

  /** Headings and functions; only functions while something is looked for. */
  ObservableList<PaletteRow> rows() {
    return rows;
  }

  /** What is typed to find functions. */
  StringProperty searchProperty() {
    return search;
  }

  /** The function whose help is shown; null where none is listed. */
  ObjectProperty<@Nullable Entry> selectedProperty() {
    return selected;
  }

  /** Selects a function so many further down, or up, passing over headings. */
  void walk(int by) {
    List<Entry> all = entries().toList();
    int at = indexOf(all);
    if (!all.isEmpty()) {
      selected.set(all.get(Math.clamp(at + by, 0, all.size() - 1)));
    }
  }

  /** A function may be listed twice, as used last and in its group: the very one counts. */
  private int indexOf(List<Entry> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == selected.get()) {
        return i;
      }
    }
    return 0;
  }

  /** A function was put somewhere: it is among those used last from now on. */
  void used(String name) {
    List<String> next =
        Stream.concat(Stream.of(name), names().filter(n -> !n.equals(name)))
            .limit(RECENT_MAX)
            .toList();
    settings.put(RECENT, String.join(",", next));
    if (search.get().isBlank()) {
      fill();
    }
  }

  EditorSession session() {
    return session;
  }
}
