package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.database.DatabaseException;
import fieldloom.database.DatabaseOverview;
import fieldloom.database.TableEntry;
import fieldloom.model.Document;
import fieldloom.schema.SchemaException;
import fieldloom.schema.jdbc.DatabaseRows;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.Side;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The choosing of a table or a query of a database as a schema: connecting, looking at what is
 * there, reading what is chosen with its first rows. What is going on when something else is asked
 * for is given up. Only on the FX thread.
 */
public final class DatabaseViewModel {
  /** How many rows are shown, and kept as a sample. */
  static final int ROWS = 20;

  private final Background background;
  private final Side side;
  private final DatabaseConnection connection;
  private final ReadOnlyObjectWrapper<@Nullable DatabaseOverview> overview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper success = new ReadOnlyStringWrapper("");
  private final ObservableList<TableEntry> tables = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable TableEntry> chosen = new SimpleObjectProperty<>();
  private final BooleanProperty querying = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final IntegerProperty depth = new SimpleIntegerProperty(1);
  private final StringProperty mode = new SimpleStringProperty("insert");
  private final BooleanProperty keeping = new SimpleBooleanProperty();
  private final BooleanProperty keepingOffered = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<@Nullable SchemaPick> pick = new ReadOnlyObjectWrapper<>();
  private @Nullable DatabaseRows rows;
  private Background.@Nullable Work work;
  private Runnable again = () -> {};

  /** Asks a database something. */
  private interface Question<T> {
    T ask() throws DatabaseException, SchemaException;
  }

  /**
   * @param side whether rows are to be read or written
   * @param settings remembers the URL that was used last; never who connects
   * @param environment variables of the process, with the login for the database that they name
   */
  public DatabaseViewModel(
      Background background, Side side, Settings settings, Map<String, String> environment) {
    this.background = background;
    this.side = side;
    this.connection = new DatabaseConnection(settings, environment);
    search.subscribe(typed -> find());
    chosen.addListener((o, was, is) -> read());
    depth.addListener((o, was, is) -> read());
    querying.addListener((o, was, is) -> otherKind());
    // What was found out is true of the old place and login only.
    connection.urlProperty().addListener((o, was, is) -> forget());
    connection.userProperty().addListener((o, was, is) -> forget());
    connection.passwordProperty().addListener((o, was, is) -> forget());
  }

  /** Begins where a source or target is now. */
  public void begin(Document document) {
    JsonNode options = document.options();
    if (options != null && document.format().equals("table")) {
      String url = options.path("url").asText();
      if (!url.isEmpty()) {
        connection.urlProperty().set(url);
      }
      mode.set(options.path("mode").asText(mode.get()));
    }
  }

  private void forget() {
    give();
    problem.set("");
    success.set("");
    overview.set(null);
  }

  /** Whether rows are to be read rather than written. */
  boolean isSource() {
    return side == Side.SOURCE;
  }

  DatabaseConnection connection() {
    return connection;
  }

  /** Connects, and says what is there. */
  public void test() {
    connect(
        found ->
            success.set(
                Words.get("db.connected", found.product(), found.tableCount(), found.viewCount())));
  }

  /** Connects, and shows the tables. */
  public void look() {
    DatabaseOverview known = overview.get();
    if (known == null) {
      connect(found -> looking.set(true));
    } else {
      success.set("");
      looking.set(true);
    }
  }

  private void connect(Consumer<DatabaseOverview> then) {
    DatabaseConnection.Typed typed = connection.typed();
    success.set("");
    overview.set(null);
    run(
        Words.get("db.connecting"),
        () -> DatabaseOverview.of(typed.place(), typed.login()),
        found -> {
          connection.remember();
          overview.set(found);
          chosen.set(null);
          search.set("");
          find();
          then.accept(found);
        });
  }

  /** Back to where the database is. */
  public void leave() {
    give();
    problem.set("");
    looking.set(false);
  }

  private void find() {
    DatabaseOverview known = overview.get();
    if (known == null) {
      tables.clear();
      return;
    }
    String[] words = search.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
    tables.setAll(known.tables().stream().filter(entry -> matches(entry, words)).toList());
  }

  private static boolean matches(TableEntry entry, String[] words) {
    String remarks = Objects.requireNonNullElse(entry.remarks(), "");
    String text = entry.schema() + "." + entry.table() + " " + remarks;
    String lower = text.toLowerCase(Locale.ROOT);
    return List.of(words).stream().allMatch(lower::contains);
  }

  private void otherKind() {
    give();
    problem.set("");
    show(null);
    if (!querying.get()) {
      read();
    }
  }

  private void read() {
    TableEntry entry = chosen.get();
    if (entry == null || querying.get()) {
      show(null);
    } else {
      read(entry.table(), new DatabaseRows.Table(entry.name(), depth.get()));
    }
  }

  /** Reads what the query selects. */
  public void readQuery() {
    read(Words.get("db.query"), new DatabaseRows.Query(query.get()));
  }

  private void read(String label, DatabaseRows.Wanted wanted) {
    DatabaseConnection.Typed typed = connection.typed();
    show(null);
    run(
        Words.get("db.reading", label),
        () -> {
          DatabaseRows read = DatabaseRows.read(typed.place(), typed.login(), wanted, ROWS);
          return Map.entry(read, DatabasePick.of(label, wanted, read));
        },
        this::show);
  }

  private void show(Map.@Nullable Entry<DatabaseRows, SchemaPick> read) {
    rows = read == null ? null : read.getKey();
    pick.set(read == null ? null : read.getValue());
  }

  private <T> void run(String words, Question<T> question, Consumer<T> done) {
    again = () -> run(words, question, done);
    give();
    problem.set("");
    doing.set(words);
    busy.set(true);
    DatabaseConnection.Typed typed = connection.typed();
    work =
        background.begin(
            () -> ask(question, typed),
            !typed.isFile(),
            value -> {
              busy.set(false);
              done.accept(value);
            },
            sentence -> {
              busy.set(false);
              problem.set(sentence);
            });
  }

  /** What is said of a refused login speaks of variables, and here it is typed. */
  private static <T> T ask(Question<T> question, DatabaseConnection.Typed typed)
      throws DatabaseException, SchemaException, IOException {
    try {
      return question.ask();
    } catch (DatabaseException e) {
      if (e.isLogin()) {
        throw new IOException(
            Words.get("db.refused", typed.place().base(), typed.who().length(), typed.who()), e);
      }
      throw e;
    }
  }

  /** Asks once more what failed or was given up. */
  public void again() {
    again.run();
  }

  /** Gives up what is going on; something else can be asked for. */
  public void cancel() {
    if (busy.get()) {
      give();
      problem.set(Words.get("db.cancelled"));
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

  /** What was chosen, ready to be kept, with its rows where they are to be; null for nothing. */
  public @Nullable SchemaPick taken() {
    SchemaPick now = pick.get();
    DatabaseRows read = rows;
    if (now == null || read == null) {
      return null;
    }
    if (!isSource() && now.options() instanceof ObjectNode options) {
      options.put("mode", mode.get());
    }
    return isSource() && keeping.get() ? DatabasePick.withRows(now, read) : now;
  }

  /** The rows that are shown; none before something is chosen. */
  List<Object> rowsTaken() {
    DatabaseRows read = rows;
    return read == null ? List.of() : read.rows();
  }

  /** What a file of the rows that are shown is called, without an ending. */
  String rowsName() {
    SchemaPick now = pick.get();
    return now == null ? "" : DatabasePick.baseName(now);
  }

  /** What is there; null before somebody connected. */
  ReadOnlyObjectProperty<@Nullable DatabaseOverview> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  /** Whether the tables are shown, rather than where the database is. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** Whether something is going on. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What is going on, in words. */
  ReadOnlyStringProperty doingProperty() {
    return doing.getReadOnlyProperty();
  }

  /** Why what was asked for failed; empty where nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What a test of the connection found; empty before. */
  public ReadOnlyStringProperty successProperty() {
    return success.getReadOnlyProperty();
  }

  /** Tables and views that are found by what is typed. */
  public ObservableList<TableEntry> tables() {
    return tables;
  }

  /** What is looked for among the tables. */
  public StringProperty searchProperty() {
    return search;
  }

  /** The table that is chosen; null before one is. */
  public ObjectProperty<@Nullable TableEntry> chosenProperty() {
    return chosen;
  }

  /** Whether a query is written rather than a table chosen. */
  public BooleanProperty queryingProperty() {
    return querying;
  }

  /** The query; it is read by {@link #readQuery()}. */
  public StringProperty queryProperty() {
    return query;
  }

  /** How many levels of rows that belong to a row stand in it, from 0. */
  public IntegerProperty depthProperty() {
    return depth;
  }

  /** What becomes of records that are written, as options name it. */
  StringProperty modeProperty() {
    return mode;
  }

  /** Whether the rows that are shown are kept as a sample. */
  public BooleanProperty keepingProperty() {
    return keeping;
  }

  /** Whether it is asked if the rows are kept too. */
  BooleanProperty keepingOfferedProperty() {
    return keepingOffered;
  }

  /** What is chosen, as it is shown; null while there is nothing. */
  public ReadOnlyObjectProperty<@Nullable SchemaPick> pickProperty() {
    return pick.getReadOnlyProperty();
  }
}
