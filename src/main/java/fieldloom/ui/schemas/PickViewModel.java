package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.catalog.Catalog;
import fieldloom.catalog.CatalogDocument;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.schema.SchemaException;
import fieldloom.ui.kit.Background;
import java.io.IOException;
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
  private final ReadOnlyObjectWrapper<@Nullable PickedFiles> files = new ReadOnlyObjectWrapper<>();
  private @Nullable Catalog catalog;
  private Background.@Nullable Work work;

  /** What came of looking: what was found, or why nothing was. */
  private sealed interface Result<T> {
    record Found<T>(T value) implements Result<T> {}

    record Refused<T>(String sentence, boolean outside) implements Result<T> {}
  }

  /** Reads something of files. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws SchemaException, IOException;
  }

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
      look();
    }
  }

  /** Looks again, with the files of the next folder up: a schema refers to some of them. */
  public void widen() {
    up++;
    look();
  }

  private void look() {
    begin(picked.getFirst().getFileName().toString());
    files.set(null);
    catalog = null;
    List<Path> looked = picked;
    int above = up;
    DoubleConsumer told = progress.begin();
    run(() -> PickedFiles.look(looked, above, told), this::looked);
  }

  private void looked(PickedFiles found) {
    format = formats(found).getFirst();
    options.set(found.found());
    files.set(found);
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
    files.set(null);
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
        Map.of());
  }

  /** Reads the schema with other options; with none where they are empty. */
  public void setOptions(JsonNode value) {
    options.set(value);
    read();
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

  private <T> void run(Reading<T> reading, Consumer<T> done) {
    give();
    pick.set(null);
    problem.set("");
    outside.set(false);
    busy.set(true);
    work =
        background.begin(
            () -> attempt(reading),
            result -> {
              busy.set(false);
              switch (result) {
                case Result.Found<T>(T value) -> done.accept(value);
                case Result.Refused<T>(String sentence, boolean above) -> refused(sentence, above);
              }
            },
            sentence -> refused(sentence, false));
  }

  private static <T> Result<T> attempt(Reading<T> reading) throws IOException {
    try {
      return new Result.Found<>(reading.read());
    } catch (SchemaException e) {
      return new Result.Refused<>(String.valueOf(e.getMessage()), e.isOutside());
    }
  }

  private void refused(String sentence, boolean above) {
    busy.set(false);
    outside.set(above);
    problem.set(sentence);
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
