package fieldloom.ui.catalog;

import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;
import fieldloom.catalog.CatalogField;
import fieldloom.catalog.CatalogHit;
import fieldloom.catalog.CatalogSystem;
import fieldloom.catalog.Pinyin;
import fieldloom.ui.kit.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are listed, which of them is shown, and which two are to be mapped. Only on the
 * FX thread; the catalog is read in the background, once.
 */
public final class CatalogViewModel {
  private final Callable<CatalogSource> reader;
  private final Background background;
  private final PairModel pair = new PairModel();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<CatalogRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<CatalogRow.@Nullable Entry> selected =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable String> sample = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper sampleText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private @Nullable Catalog catalog;
  private Background.@Nullable Work work;

  /**
   * @param reader reads the catalog, in the background
   */
  public CatalogViewModel(Callable<CatalogSource> reader, Background background) {
    this.reader = reader;
    this.background = background;
    search.addListener((o, was, is) -> searched());
    sample.addListener((o, was, is) -> readSample());
  }

  /** Reads the catalog, unless it has been read or is being read. */
  public void load() {
    if (catalog != null || reading.get()) {
      return;
    }
    reading.set(true);
    problem.set("");
    work = background.begin(reader, this::read, this::failed);
  }

  /** Gives up reading; {@link #load()} begins anew. */
  public void cancel() {
    Background.Work now = work;
    if (reading.get() && now != null) {
      now.cancel();
      failed(Words.get("cancelled"));
    }
  }

  private void read(CatalogSource source) {
    catalog = source.catalog();
    reading.set(false);
    pair.read(source);
    searched();
  }

  private void failed(String sentence) {
    reading.set(false);
    problem.set(sentence);
  }

  /** What is looked for; nothing typed lists all. */
  public StringProperty searchProperty() {
    return search;
  }

  /**
   * All documents under their systems; while something is looked for, what is found, best first.
   */
  public ObservableList<CatalogRow> rows() {
    return rows;
  }

  /** The line whose document is shown; null before the catalog is read. */
  public ReadOnlyObjectProperty<CatalogRow.@Nullable Entry> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The document that is shown; null before the catalog is read. */
  public @Nullable CatalogDocument document() {
    CatalogRow.Entry entry = selected.get();
    return entry == null ? null : entry.document();
  }

  /** Which of the document's samples is shown; null where it has none. */
  public ObjectProperty<@Nullable String> sampleProperty() {
    return sample;
  }

  /** The sample's content, a value a line; empty while it is being read. */
  public ReadOnlyStringProperty sampleTextProperty() {
    return sampleText.getReadOnlyProperty();
  }

  /** What keeps the catalog or a sample from being read; empty where nothing does. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The mapping that is to be made. */
  public PairModel pair() {
    return pair;
  }

  /** How many documents are listed. */
  public int documents() {
    return (int) rows.stream().filter(CatalogRow.Entry.class::isInstance).count();
  }

  /** Whether what was looked for is nowhere. */
  public boolean nothingFound() {
    return catalog != null && rows.isEmpty();
  }

  private void searched() {
    if (catalog == null) {
      return;
    }
    List<CatalogRow> found = new ArrayList<>();
    if (search.get().isBlank()) {
      for (CatalogSystem system : catalog.systems()) {
        List<CatalogDocument> documents = catalog.documents(system);
        if (!documents.isEmpty()) {
          found.add(new CatalogRow.Heading(system, documents.size()));
          documents.forEach(document -> found.add(new CatalogRow.Entry(document, null)));
        }
      }
    } else {
      for (CatalogHit hit : catalog.search(search.get())) {
        found.add(new CatalogRow.Entry(hit.document(), hit.field()));
      }
    }
    CatalogDocument before = document();
    rows.setAll(found);
    show(search.get().isBlank() ? before : null);
  }

  /** Shows a document's line, where it is listed; else the first line's. */
  public void show(@Nullable CatalogDocument document) {
    CatalogRow.Entry first = null;
    for (CatalogRow row : rows) {
      if (row instanceof CatalogRow.Entry entry) {
        first = first == null ? entry : first;
        if (entry.document().equals(document)) {
          select(entry);
          return;
        }
      }
    }
    if (first != null) {
      select(first);
    }
  }

  /** Shows a document, whatever is looked for. */
  public void reveal(CatalogDocument document) {
    search.set("");
    show(document);
  }

  /** Shows a line's document and its first sample. */
  public void select(CatalogRow.Entry entry) {
    CatalogDocument before = document();
    selected.set(entry);
    CatalogDocument now = entry.document();
    if (!now.equals(before)) {
      sampleText.set("");
      sample.set(null);
      sample.set(now.samples().isEmpty() ? null : now.samples().getFirst());
    }
  }

  /**
   * Goes along the list from document to document.
   *
   * @param steps down; up where negative; at either end it stops
   */
  public void walk(int steps) {
    List<CatalogRow.Entry> entries = entries();
    int at = entries.indexOf(selected.get());
    if (!entries.isEmpty()) {
      select(entries.get(Math.clamp((long) at + steps, 0, entries.size() - 1)));
    }
  }

  /**
   * Goes to the first document of the next system, or of this one and then of the one before.
   *
   * @param down whether to the next
   */
  public void walkSystems(boolean down) {
    List<CatalogRow.Entry> entries = entries();
    int at = entries.indexOf(selected.get());
    if (at < 0) {
      return;
    }
    int to = at;
    if (down) {
      CatalogSystem here = entries.get(at).document().system();
      while (to < entries.size() - 1 && entries.get(to).document().system().equals(here)) {
        to++;
      }
    } else {
      to = Math.max(0, at - 1);
      CatalogSystem there = entries.get(to).document().system();
      while (to > 0 && entries.get(to - 1).document().system().equals(there)) {
        to--;
      }
    }
    select(entries.get(to));
  }

  private List<CatalogRow.Entry> entries() {
    return rows.stream()
        .filter(CatalogRow.Entry.class::isInstance)
        .map(CatalogRow.Entry.class::cast)
        .toList();
  }

  /** Whether a text holds a word of what is looked for. */
  boolean isFoundIn(String text) {
    Pinyin pinyin = Pinyin.of(text);
    return Stream.of(search.get().strip().split("\\s+"))
        .anyMatch(word -> pinyin.find(word) != null);
  }

  /** The field that the search found in the document that is shown; null where it found none. */
  public @Nullable CatalogField foundField() {
    CatalogRow.Entry entry = selected.get();
    return entry == null ? null : entry.field();
  }

  private void readSample() {
    CatalogDocument document = document();
    String name = sample.get();
    Catalog from = catalog;
    if (document == null || name == null || from == null) {
      return;
    }
    background.run(
        () -> from.sampleText(document, name),
        text -> {
          if (document.equals(document()) && Objects.equals(name, sample.get())) {
            sampleText.set(text);
          }
        },
        problem::set);
  }

  /** Takes the document that is shown as the source, or no longer where it is. */
  public void useAsSource() {
    toggle(pair.sourceProperty());
  }

  /** Takes the document that is shown as the target, or no longer where it is. */
  public void useAsTarget() {
    toggle(pair.targetProperty());
  }

  private void toggle(ObjectProperty<@Nullable CatalogDocument> side) {
    CatalogDocument document = document();
    side.set(document != null && document.equals(side.get()) ? null : document);
  }
}
