package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.schema.SchemaReaders;
import fieldloom.ui.kit.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
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
 * The choosing of one schema: files are looked into in the background, of what they offer one is
 * chosen, and the schema of that is read. What is still being read when something else is asked for
 * is given up. Only on the FX thread.
 */
public final class PickViewModel {
  private final Background background;
  private final Callable<Catalog> catalogs;
  private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadingProgress progress;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper outside = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper choosing = new ReadOnlyBooleanWrapper();
  private final ObservableList<Offer> offers = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Offer> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable SchemaPick> pick = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable JsonNode> options = new ReadOnlyObjectWrapper<>();
  private String format = "json";
  private List<Path> picked = List.of();
  private int up;
  private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable PickedFiles> files = new ReadOnlyObjectWrapper<>();
  private @Nullable Catalog catalog;
  private Background.@Nullable Work work;

  /**
   * @param catalogs reads the catalog, in the background
   */
  public PickViewModel(Background background, Callable<Catalog> catalogs) {
    this.background = background;
    this.catalogs = catalogs;
    this.progress = new ReadingProgress(background);
    search.addListener((o, was, is) -> find());
    chosen.addListener((o, was, is) -> choose(is));
  }

  /** Looks into files: a schema, or samples that are to be one schema. */
  public void pick(List<Path> chosenFiles) {
    picked = List.copyOf(chosenFiles);
    up = 0;
    if (!picked.isEmpty()) {
      look(null);
    }
  }

  /**
   * Looks again, as at another kind than the content looked like.
   *
   * @param name one of {@link #kinds()}
   */
  public void setKind(String name) {
    if (!name.equals(kind.get()) && !picked.isEmpty()) {
      look(name);
    }
  }

  /** Looks again, with the files of the next folder up: a schema refers to some of them. */
  public void widen() {
    up++;
    look(null);
  }

  private void look(@Nullable String as) {
    begin(picked.getFirst().getFileName().toString());
    kind.set(as == null ? "" : as);
    files.set(null);
    catalog = null;
    List<Path> looked = picked;
    int above = up;
    DoubleConsumer told = progress.begin();
    run(() -> PickedFiles.look(looked, above, as, told), this::looked);
  }

  private void looked(PickedFiles found) {
    kind.set(found.reader().name());
    format = formats(found).getFirst();
    options.set(found.found());
    files.set(found);
    note.set(found.note());
    List<Offer> parts = found.choices().stream().<Offer>map(Offer.Part::new).toList();
    choosing.set(parts.size() > 1);
    offers.setAll(parts);
    if (parts.size() == 1) {
      chosen.set(parts.getFirst());
    } else if (parts.isEmpty()) {
      read();
    }
  }

  /** Offers the documents of the catalog. */
  public void pickCatalog() {
    begin(Words.get("catalog"));
    forgetFiles();
    busy.set(true);
    work =
        background.begin(
            catalogs,
            found -> {
              busy.set(false);
              catalog = found;
              choosing.set(true);
              find();
            },
            sentence -> refused(sentence, false));
  }

  private void begin(String name) {
    give();
    label.set(name);
    problem.set("");
    note.set("");
    outside.set(false);
    choosing.set(false);
    chosen.set(null);
    offers.clear();
    search.set("");
    pick.set(null);
    options.set(null);
  }

  private void find() {
    String typed = search.get();
    Catalog documents = catalog;
    PickedFiles parts = files.get();
    if (documents != null) {
      offers.setAll(
          documents.search(typed).stream()
              .<Offer>map(hit -> new Offer.Document(hit.document()))
              .toList());
    } else if (parts != null) {
      offers.setAll(
          parts.choices().stream()
              .map(Offer.Part::new)
              .filter(part -> part.matches(typed))
              .<Offer>map(part -> part)
              .toList());
    }
  }

  private void choose(@Nullable Offer offer) {
    switch (offer) {
      case null -> {}
      case Offer.Part part -> {
        PickedFiles from = files.get();
        if (from != null) {
          options.set(merged(from.found(), part.choice().options()));
          read();
        }
      }
      case Offer.Document document -> {
        give();
        problem.set("");
        pick.set(of(document.document()));
      }
    }
  }

  private static JsonNode merged(@Nullable JsonNode found, JsonNode chosen) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (found instanceof ObjectNode known) {
      all.setAll(known);
    }
    return chosen instanceof ObjectNode own ? all.setAll(own) : all;
  }

  private static SchemaPick of(CatalogDocument document) {
    return new SchemaPick(
        document.system().name() + " · " + document.title(Words.locale()),
        "catalog",
        document.schema(),
        FieldLines.of(document.schema()),
        SampleRows.NONE,
        "json",
        null,
        List.of(),
        document.id(),
        false,
        List.of(),
        Map.of(),
        Map.of());
  }

  /** Reads the schema with other options; with none where they are empty. */
  public void setOptions(JsonNode value) {
    options.set(value);
    read();
  }

  /**
   * The kinds of samples that a file may be read as, where its content tells otherwise; none where
   * no file was picked, or it is a schema.
   */
  public List<String> kinds() {
    PickedFiles from = files.get();
    boolean sample = from == null || from.reader().isSample();
    return picked.isEmpty() || !sample ? List.of() : SchemaReaders.sampleKinds();
  }

  /** The kind as which the file is read; empty where that is not known. */
  public ReadOnlyStringProperty kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** Formats of the payloads that the schema may describe; one where there is nothing to choose. */
  public List<String> formats() {
    PickedFiles from = files.get();
    return from == null ? List.of("json") : formats(from);
  }

  private static List<String> formats(PickedFiles from) {
    List<String> there = PayloadFormats.all().stream().map(PayloadFormat::name).toList();
    List<String> usable = from.reader().formats().stream().filter(there::contains).toList();
    return usable.isEmpty() ? from.reader().formats() : usable;
  }

  /** The format of the payloads. */
  public String format() {
    return format;
  }

  public void setFormat(String value) {
    if (!value.equals(format)) {
      format = value;
      read();
    }
  }

  /** The files once they were looked into; null before, and where the catalog is offered. */
  ReadOnlyObjectProperty<@Nullable PickedFiles> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** Names of the options that can be changed; none where the schema is no sample. */
  public List<String> optionNames() {
    PickedFiles from = files.get();
    return from == null || !from.reader().isSample() ? List.of() : from.reader().optionNames();
  }

  private void read() {
    PickedFiles from = files.get();
    if (from != null) {
      JsonNode now = options.get();
      String as = format;
      run(() -> from.read(now, as), pick::set);
    }
  }

  private <T> void run(Attempt.Reading<T> reading, Consumer<T> done) {
    give();
    pick.set(null);
    problem.set("");
    outside.set(false);
    busy.set(true);
    work =
        background.begin(
            () -> Attempt.of(reading),
            result -> {
              busy.set(false);
              switch (result) {
                case Attempt.Found<T>(T value) -> done.accept(value);
                case Attempt.Refused<T>(String sentence, boolean above) -> refused(sentence, above);
              }
            },
            sentence -> refused(sentence, false));
  }

  private void refused(String sentence, boolean above) {
    busy.set(false);
    outside.set(above);
    problem.set(sentence);
  }

  /** Takes what was picked elsewhere, such as a table of a database. */
  public void take(SchemaPick chosenElsewhere) {
    begin(chosenElsewhere.label());
    forgetFiles();
    pick.set(chosenElsewhere);
  }

  private void forgetFiles() {
    picked = List.of();
    kind.set("");
    files.set(null);
    catalog = null;
  }

  /** Gives up what is being read; something else can be picked. */
  public void cancel() {
    if (busy.get()) {
      give();
      problem.set(Words.get("cancelled", label.get()));
    }
  }

  private void give() {
    Background.Work now = work;
    if (now != null) {
      now.cancel();
    }
    work = null;
    busy.set(false);
  }

  /** What was picked, in a word; empty before anything was. */
  public ReadOnlyStringProperty labelProperty() {
    return label.getReadOnlyProperty();
  }

  /** Whether something is being read. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How much of the file was read, from 0 to 1; negative where nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.shareProperty();
  }

  /** Why what was picked cannot be read; empty where nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What of the files was not read, for they are too large; empty where all was. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Whether {@link #widen()} may help. */
  public ReadOnlyBooleanProperty outsideProperty() {
    return outside.getReadOnlyProperty();
  }

  /** Whether one of several offers is to be chosen. */
  public ReadOnlyBooleanProperty choosingProperty() {
    return choosing.getReadOnlyProperty();
  }

  /** What can be chosen and is found by what is typed. */
  public ObservableList<Offer> offers() {
    return offers;
  }

  /** What is looked for among the offers. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The offer that is chosen; null before one is. */
  public ObjectProperty<@Nullable Offer> chosenProperty() {
    return chosen;
  }

  /** The options with which it is read; null where there are none. */
  public ReadOnlyObjectProperty<@Nullable JsonNode> optionsProperty() {
    return options.getReadOnlyProperty();
  }

  /** The schema, ready to be kept; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable SchemaPick> pickProperty() {
    return pick.getReadOnlyProperty();
  }
}
