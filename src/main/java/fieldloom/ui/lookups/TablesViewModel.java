package fieldloom.ui.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import fieldloom.model.Table;
import fieldloom.model.Table.Otherwise;
import fieldloom.payload.TableRows;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Cells;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.TableEdit;
import fieldloom.ui.session.Use;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The lookup tables of the open mapping, one of them in a grid. Each change is a step of its own.
 */
public final class TablesViewModel {
  private final EditorSession session;
  private final Background background;
  private final TableReader reader;
  private final ReadOnlyObjectWrapper<@Nullable Table> table = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Integer>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final MissingKeys missing;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final StringProperty find = new SimpleStringProperty("");
  private final StringProperty message = new SimpleStringProperty("");
  private final Subscription watching;
  private @Nullable Table own;
  private BitSet doubled = new BitSet();

  /**
   * @param reader reads the tables whose rows stand elsewhere
   */
  public TablesViewModel(EditorSession session, Background background, TableReader reader) {
    this.session = session;
    this.background = background;
    this.reader = reader;
    this.missing = new MissingKeys(session, background, message::set);
    watching =
        Subscription.combine(
            session.mappingProperty().subscribe(m -> refresh()), find.subscribe(f -> filter()));
    List<Table> all = session.mapping().tables();
    if (!all.isEmpty()) {
      select(all.getFirst().name());
    }
  }

  /** Lets go of the session. */
  public void leave() {
    watching.unsubscribe();
  }

  List<String> names() {
    return session.mapping().tables().stream().map(Table::name).toList();
  }

  /** Shows a table; one that is not there shows none. */
  public void select(String name) {
    find.set("");
    message.set("");
    show(byName(name));
    missing.ask(table.get());
  }

  /** Shows a table of the mapping; its rows come later where they stand elsewhere. */
  private void show(@Nullable Table value) {
    own = value;
    table.set(value);
    look();
    if (value != null && value.from() != null) {
      background.run(() -> reader.read(value), rows -> showRows(value, rows), message::set);
    }
  }

  private void showRows(Table of, TableRows rows) {
    if (of.equals(own)) {
      table.set(Grid.of(of).holding(rows.names(), Clips.cells(rows)));
      look();
    }
  }

  /** Takes the rows that stand elsewhere into the mapping, where they can be changed. */
  void takeRows() {
    Table now = table.get();
    if (now != null && now.from() != null) {
      apply("edit.take", Grid.of(now).with(now.columns(), now.rows()));
    }
  }

  /** Shows the table that the rules of the selected field look something up in. */
  public void selectUsed(@Nullable String formula) {
    String name = formula == null ? null : TableEdit.firstTable(formula);
    if (name != null && byName(name) != null) {
      select(name);
    }
  }

  private @Nullable Table byName(String name) {
    return session.mapping().tables().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The mapping is another one: the table of that name is shown, else the first. */
  private void refresh() {
    Table old = own;
    Table now = old == null ? null : byName(old.name());
    List<Table> all = session.mapping().tables();
    Table shown = now != null ? now : all.isEmpty() ? null : all.getFirst();
    if (Objects.equals(shown, old)) {
      revision.set(revision.get() + 1);
      return;
    }
    show(shown);
    if (now == null) {
      missing.ask(table.get());
    }
  }

  private void look() {
    Table now = table.get();
    doubled = now == null || isRanges() ? new BitSet() : Grid.of(now).doubled();
    filter();
    missing.compare(isRanges() ? null : now);
  }

  private void filter() {
    Table now = table.get();
    shown.set(now == null ? List.of() : Grid.of(now).find(find.get()));
    revision.set(revision.get() + 1);
  }

  /** The values that the sample looks up and no row has, at most 200. */
  ReadOnlyObjectProperty<List<MissingKeys.Missing>> missingProperty() {
    return missing.valuesProperty();
  }

  ReadOnlyObjectProperty<@Nullable Table> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** The rows that are shown, as indices of the table's. */
  ReadOnlyObjectProperty<List<Integer>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Counts up whenever the grid or the list of tables looks different. */
  ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  StringProperty findProperty() {
    return find;
  }

  /** One sentence about what could not be done. */
  StringProperty messageProperty() {
    return message;
  }

  boolean isDoubled(int row) {
    return doubled.get(row);
  }

  int doubled() {
    return doubled.cardinality();
  }

  /** Whether the table is looked up by intervals, its first two columns from and to. */
  boolean isRanges() {
    Table now = table.get();
    return now != null && TableEdit.isRanges(session.mapping(), now.name());
  }

  /** Whether rows stand in the mapping and can be changed. */
  boolean isEditable() {
    Table now = table.get();
    return now != null && now.from() == null;
  }

  List<Use> uses() {
    Table now = table.get();
    return now == null ? List.of() : TableEdit.uses(session.mapping(), now.name());
  }

  String text(int row, int column) {
    Table now = table.get();
    return now == null || row >= now.rows().size()
        ? ""
        : CellKind.show(Grid.of(now).cell(row, column));
  }

  /** Makes an empty table of a free name and shows it. */
  void add() {
    List<String> names = names();
    String name = "table";
    for (int i = 2; names.contains(name); i++) {
      name = "table" + i;
    }
    session.apply(new TableEdit.Add(Grid.empty(name)));
    select(name);
  }

  /** Gives the table another name; says so where it cannot. */
  boolean rename(String typed) {
    Table now = table.get();
    String name = typed.strip();
    if (now == null || name.equals(now.name())) {
      return true;
    }
    if (name.isEmpty() || names().contains(name)) {
      message.set(Words.get(name.isEmpty() ? "name.empty" : "name.taken", name));
      return false;
    }
    message.set("");
    own = Grid.of(Objects.requireNonNull(own)).withName(name);
    table.set(Grid.of(now).withName(name));
    session.apply(new TableEdit.Rename(now.name(), name));
    return true;
  }

  void delete() {
    Table now = table.get();
    if (now != null) {
      session.apply(new TableEdit.Delete(now.name()));
    }
  }

  void setCell(int row, int column, String text) {
    if (!text.equals(text(row, column))) {
      edit("edit.cell", g -> g.put(row, column, List.of(List.of(text))));
    }
  }

  /** Empties cells in one step. */
  void clear(List<int[]> cells) {
    edit("edit.clear", g -> g.clear(cells));
  }

  /**
   * Puts cells of a spreadsheet into the grid. In an empty table a first line of names is taken as
   * such.
   *
   * @param row where they begin; behind the last row for those that follow it
   */
  void paste(String clipboard, int row, int column) {
    List<List<String>> block = Cells.read(clipboard);
    if (!block.isEmpty()) {
      edit("edit.paste", g -> Clips.paste(g.table(), block, row, column));
    }
  }

  void insertRow(int before) {
    edit("edit.row", g -> g.insertRow(before));
  }

  void removeRows(List<Integer> rows) {
    BitSet which = new BitSet();
    rows.forEach(which::set);
    edit("edit.rows.remove", g -> g.removeRows(which));
  }

  void insertColumn(int before) {
    edit("edit.column", g -> g.insertColumn(before, ""));
  }

  void removeColumn(int column) {
    edit("edit.column.remove", g -> g.removeColumn(column));
  }

  /** Gives a column another name; says so where another has it. */
  boolean renameColumn(int column, String name) {
    Table now = table.get();
    boolean taken =
        now != null
            && !name.strip().equals(Grid.of(now).name(column))
            && now.columns().contains(name.strip());
    if (taken || name.isBlank()) {
      message.set(Words.get(taken ? "column.taken" : "name.empty", name.strip()));
      return false;
    }
    message.set("");
    edit("edit.column.rename", g -> g.rename(column, name));
    return true;
  }

  void headerFromFirstRow() {
    edit("edit.header", Grid::headerFromFirstRow);
  }

  void sort(int column, boolean descending) {
    edit("edit.sort", g -> g.sort(column, descending));
  }

  CellKind kind(int column) {
    Table now = table.get();
    return now == null ? CellKind.TEXT : Grid.of(now).kind(column);
  }

  void convert(int column, CellKind kind) {
    edit("edit.kind", g -> g.convert(column, kind));
  }

  void setKeyType(String type) {
    set("edit.key-type", g -> g.withKeyType(type.equals("string") ? null : type));
  }

  void setOtherwise(Otherwise value) {
    set("edit.otherwise", g -> g.withOtherwise(value));
  }

  void setOtherwiseValue(String text) {
    Table now = table.get();
    boolean same =
        now != null
            && now.otherwise() instanceof Otherwise.Value v
            && CellKind.show(v.value()).equals(text);
    if (now != null && !same) {
      CellKind kind = Grid.of(now).kind(1);
      JsonNode value = text.isEmpty() ? NullNode.instance : kind.read(text);
      setOtherwise(new Otherwise.Value(value));
    }
  }

  /** Adds a row for each value that no row has, to be filled in. */
  void addMissing() {
    List<MissingKeys.Missing> values = missing.valuesProperty().get();
    Table now = table.get();
    if (now != null && !values.isEmpty()) {
      List<List<String>> block = values.stream().map(m -> List.of(m.value())).toList();
      edit("edit.missing", g -> g.put(now.rows().size(), 0, block));
    }
  }

  /** Takes the rows of a CSV file or an Excel workbook in place of those that are there. */
  void importFile(Path file, Consumer<Integer> done) {
    Table now = table.get();
    if (now == null) {
      return;
    }
    background.run(
        () -> Clips.read(file),
        rows -> {
          edit("edit.import", g -> g.with(rows.names(), Clips.cells(rows)));
          done.accept(rows.rows().size());
        },
        message::set);
  }

  private void edit(String key, Function<Grid, Table> change) {
    Table now = table.get();
    if (now == null) {
      return;
    }
    if (isEditable()) {
      apply(key, change.apply(Grid.of(now)));
    } else {
      message.set(Words.get("from.fixed"));
    }
  }

  /** Changes what is not of rows: that can be done wherever they stand. */
  private void set(String key, Function<Grid, Table> change) {
    Table now = own;
    if (now != null) {
      apply(key, change.apply(Grid.of(now)));
    }
  }

  private void apply(String key, Table changed) {
    message.set("");
    session.apply(new TableEdit.Change(changed, Words.get(key, changed.name())));
  }

  void undo() {
    session.undo();
  }

  void redo() {
    session.redo();
  }
}
