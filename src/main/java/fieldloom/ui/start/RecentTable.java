package fieldloom.ui.start;

import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.kit.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Mappings of the workspace; a click, or Enter, opens one. */
final class RecentTable extends StackPane {
  private static final double ROW_PX = 30;
  private static final int MOST_ROWS = 12;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final StartActions actions;
  private final TableView<Recent> table = new TableView<>();

  RecentTable(StartViewModel model, StartActions actions) {
    this.actions = actions;
    getStyleClass().addAll("fl-card", "fl-recent");
    table.getStyleClass().add("fl-table");
    table.setItems(model.recents());
    table.setPlaceholder(empty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(StartView.TEXTS.bind("recent"));
    table.getColumns().add(column("recent.name", 380, this::name));
    table.getColumns().add(column("recent.edited", 160, r -> Controls.label(edited(r.edited()))));
    table.getColumns().add(column("recent.state", 120, RecentTable::state));
    table.getColumns().add(column("recent.fields", 160, RecentTable::fields));
    Columns.followText(table);
    table
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> rowHeight() * (Math.clamp(model.recents().size(), 5, MOST_ROWS) + 1) + 4,
                model.recents(),
                table.fixedCellSizeProperty()));
    table.setMaxHeight(USE_PREF_SIZE);
    table.setMinHeight(USE_PREF_SIZE);
    table.setRowFactory(view -> row());
    table.setOnKeyPressed(
        e -> {
          Recent chosen = table.getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.ENTER && chosen != null) {
            actions.open(chosen.path());
          }
        });
    Texts.follow(table, TableView::refresh);
    getChildren().add(table);
  }

  /** As the style makes it, in pixels. */
  private double rowHeight() {
    return table.getFixedCellSize() > 0 ? table.getFixedCellSize() : ROW_PX;
  }

  private TableRow<Recent> row() {
    TableRow<Recent> row = new TableRow<>();
    row.setOnMouseClicked(
        e -> {
          if (!row.isEmpty()) {
            actions.open(row.getItem().path());
          }
        });
    row.accessibleTextProperty().bind(row.itemProperty().map(Recent::name));
    return row;
  }

  private VBox empty() {
    Label sentence = Controls.label("", "fl-muted");
    sentence.textProperty().bind(StartView.TEXTS.bind("recent.empty"));
    Button first = Controls.button(StartView.TEXTS.bind("begin.new"), Feather.PLUS);
    first.setOnAction(e -> actions.newMapping());
    VBox box = new VBox(12, sentence, first);
    box.setAlignment(javafx.geometry.Pos.CENTER);
    return box;
  }

  private static TableColumn<Recent, Recent> column(
      String key, double widthPx, Function<Recent, Node> content) {
    TableColumn<Recent, Recent> column = new TableColumn<>();
    column.textProperty().bind(StartView.TEXTS.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(widthPx);
    column.setSortable(false);
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Recent recent, boolean empty) {
                super.updateItem(recent, empty);
                setGraphic(recent == null || empty ? null : content.apply(recent));
              }
            });
    return column;
  }

  private Node name(Recent recent) {
    Label name = Controls.label(recent.name(), "fl-medium");
    name.setGraphic(Icons.small(Feather.SHUFFLE));
    name.setGraphicTextGap(8);
    return name;
  }

  private static Node state(Recent recent) {
    return switch (recent.state()) {
      case VALID -> Controls.chip(StartView.TEXTS.get("state.valid"), Tone.GOOD);
      case WARNINGS ->
          Controls.chip(StartView.TEXTS.get("state.warnings", recent.warnings()), Tone.WARNING);
      case ERRORS -> Controls.chip(StartView.TEXTS.get("state.errors", recent.errors()), Tone.BAD);
      case UNREADABLE -> Controls.chip(StartView.TEXTS.get("state.unreadable"), Tone.BAD);
    };
  }

  private static Node fields(Recent recent) {
    return Controls.label(
        recent.fields() == 0
            ? StartView.TEXTS.get("fields.unknown", String.valueOf(recent.mapped()))
            : StartView.TEXTS.get(
                "fields", String.valueOf(recent.mapped()), String.valueOf(recent.fields())));
  }

  private static String edited(Instant instant) {
    ZonedDateTime local = instant.atZone(ZoneId.systemDefault());
    return local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
        ? StartView.TEXTS.get("today", TIME.format(local))
        : DAY.format(local);
  }
}
