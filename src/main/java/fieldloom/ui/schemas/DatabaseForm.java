package fieldloom.ui.schemas;

import fieldloom.database.DatabaseKind;
import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Where a database is, as fields and as a URL, and who connects. */
final class DatabaseForm extends GridPane {
  private final DatabaseViewModel model;
  private final DatabaseConnection connection;
  private final Choosers choosers;
  private final ToggleGroup kinds = new ToggleGroup();

  DatabaseForm(DatabaseViewModel model, Choosers choosers) {
    this.model = model;
    this.connection = model.connection();
    this.choosers = choosers;
    getStyleClass().add("fl-db-form");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(labels, fields);
    TextField port = field("db.port", connection.portProperty());
    port.setPrefColumnCount(5);
    port.promptTextProperty().bind(connection.kindProperty().map(DatabaseAddress::usualPort));
    HBox server = new HBox(8, field("db.host", connection.hostProperty()), word("db.port"), port);
    server.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(server.getChildren().getFirst(), Priority.ALWAYS);
    HBox file = new HBox(8, field("db.file", connection.fileProperty()), browse());
    HBox.setHgrow(file.getChildren().getFirst(), Priority.ALWAYS);
    row(0, "db.kind", kinds());
    row(1, "db.host", server);
    row(2, "db.file", file);
    row(3, "db.database", field("db.database", connection.databaseProperty()));
    row(4, "db.url", field("db.url", connection.urlProperty()));
    row(5, "db.user", field("db.user", connection.userProperty()));
    PasswordField password = new PasswordField();
    row(6, "db.password", dress(password, "db.password", connection.passwordProperty()));
    connection.kindProperty().subscribe(kind -> fit(kind));
  }

  private HBox kinds() {
    HBox segments = new HBox();
    segments.getStyleClass().add("fl-segments");
    List<DatabaseKind> all =
        List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.H2);
    for (DatabaseKind kind : all) {
      String words = kind == DatabaseKind.MARIADB ? "MariaDB, MySQL" : kind.label();
      ToggleButton button = new ToggleButton(words);
      button.setUserData(kind);
      button.setToggleGroup(kinds);
      button.setMinWidth(USE_PREF_SIZE);
      if (kind == all.getFirst()) {
        button.getStyleClass().add("first");
      } else if (kind == all.getLast()) {
        button.getStyleClass().add("last");
      }
      segments.getChildren().add(button);
    }
    segments.setMaxWidth(USE_PREF_SIZE);
    // The arrows choose as well as a click does.
    kinds
        .selectedToggleProperty()
        .addListener(
            (o, was, is) -> {
              if (is == null) {
                kinds.selectToggle(was);
              } else if (is.getUserData() instanceof DatabaseKind kind) {
                connection.kindProperty().set(kind);
              }
            });
    return segments;
  }

  private Button browse() {
    Button browse = Controls.button(Words.get("db.browse"), Feather.FOLDER);
    browse.setAccessibleText(Words.get("db.browse.spoken"));
    browse.setOnAction(
        e ->
            choosers
                .open(
                    Words.get("db.browse.title"),
                    List.of(
                        new Choosers.Filter(Words.get("filter.h2"), List.of("mv.db")),
                        new Choosers.Filter(Words.get("filter.all"), List.of())))
                .ifPresent(path -> connection.fileProperty().set(path.toString())));
    return browse;
  }

  private TextField field(String key, StringProperty value) {
    return dress(new TextField(), key, value);
  }

  private <F extends TextField> F dress(F field, String key, StringProperty value) {
    field.getStyleClass().add("fl-field");
    field.accessibleTextProperty().bind(Words.bind(key));
    field.textProperty().bindBidirectional(value);
    field.setOnAction(e -> model.look());
    return field;
  }

  private static Label word(String key) {
    Label label = Controls.label("", "fl-muted");
    label.textProperty().bind(Words.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void row(int at, String key, Node control) {
    Label label = word(key);
    label.managedProperty().bind(label.visibleProperty());
    label.visibleProperty().bind(control.visibleProperty());
    control.managedProperty().bind(control.visibleProperty());
    addRow(at, label, control);
  }

  /** H2 is a file, the others are servers. */
  private void fit(DatabaseKind kind) {
    boolean file = kind == DatabaseKind.H2;
    for (Node child : getChildren()) {
      int row = getRowIndex(child);
      boolean field = getColumnIndex(child) == 1;
      if (field && (row == 1 || row == 3)) {
        child.setVisible(!file);
      } else if (field && row == 2) {
        child.setVisible(file);
      }
    }
    kinds.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == kind)
        .forEach(kinds::selectToggle);
  }

  /** The control with which typing begins. */
  Node first() {
    return (Node) kinds.getSelectedToggle();
  }
}
