package fieldloom.ui.profile;

import fieldloom.profile.FieldProfile;
import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import fieldloom.ui.kit.Tone;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The fields of a profile, a row each; sorted by any column. */
final class ProfileTable extends TableView<FieldProfile> {
  private final Consumer<FieldProfile> open;

  /**
   * @param open goes to a field
   */
  ProfileTable(ObservableList<FieldProfile> fields, Consumer<FieldProfile> open) {
    this.open = open;
    getStyleClass().addAll("fl-table", "fl-profile-table");
    SortedList<FieldProfile> sorted = new SortedList<>(fields);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setAccessibleText(Words.get("table"));
    Label empty = Controls.label(Words.get("table.empty"), "fl-muted");
    empty.setWrapText(true);
    setPlaceholder(empty);
    getColumns().add(column("field", 200, Comparator.comparing(ProfileTable::name), this::field));
    getColumns().add(column("filled", 116, by(FieldProfile::share), ProfileTable::filled));
    getColumns().add(column("distinct", 84, by(FieldProfile::distinct), ProfileTable::distinct));
    getColumns().add(column("minimum", 96, values(FieldProfile::minimum), f -> value(f.minimum())));
    getColumns().add(column("maximum", 96, values(FieldProfile::maximum), f -> value(f.maximum())));
    getColumns().add(column("length", 68, by(FieldProfile::longest), ProfileTable::length));
    getColumns().add(column("top", 150, by(ProfileTable::topShare), ProfileTable::top));
    getColumns().add(column("failures", 76, by(FieldProfile::failures), ProfileTable::failures));
    Columns.followText(this);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setRowFactory(view -> row());
    setOnKeyPressed(
        e -> {
          FieldProfile chosen = getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.SPACE && chosen != null) {
            open.accept(chosen);
          }
        });
  }

  private TableRow<FieldProfile> row() {
    TableRow<FieldProfile> row = new TableRow<>();
    row.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2 && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    row.accessibleTextProperty().bind(row.itemProperty().map(ProfileTable::spoken));
    return row;
  }

  /** A field and what it held, in a sentence. */
  static String spoken(FieldProfile field) {
    return Words.get(
        "spoken", name(field), percent(field.share()), many(field), Grouped.of(field.failures()));
  }

  static String name(FieldProfile field) {
    return field.document() + "." + field.path();
  }

  private static String many(FieldProfile field) {
    return (field.estimated() ? "≈ " : "") + Grouped.of(field.distinct());
  }

  static String percent(double share) {
    long tenths = Math.round(share * 1000);
    return tenths % 10 == 0 ? tenths / 10 + " %" : tenths / 10 + "." + tenths % 10 + " %";
  }

  private static Comparator<FieldProfile> by(ToDoubleFunction<FieldProfile> value) {
    return Comparator.comparingDouble(value);
  }

  /** Numbers by value, before texts. */
  private static Comparator<FieldProfile> values(Function<FieldProfile, @Nullable String> value) {
    return (a, b) -> compare(value.apply(a), value.apply(b));
  }

  private static int compare(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null ? (b == null ? 0 : -1) : 1;
    }
    boolean numbers = isNumber(a) && isNumber(b);
    return numbers ? new BigDecimal(a).compareTo(new BigDecimal(b)) : a.compareTo(b);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,300}(\\.\\d{1,300})?");
  }

  private TableColumn<FieldProfile, FieldProfile> column(
      String key,
      double widthPx,
      Comparator<FieldProfile> order,
      Function<FieldProfile, Node> content) {
    TableColumn<FieldProfile, FieldProfile> column = new TableColumn<>(Words.get("column." + key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setPrefWidth(widthPx);
    column.setComparator(order);
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable FieldProfile field, boolean empty) {
                super.updateItem(field, empty);
                setGraphic(field == null || empty ? null : content.apply(field));
              }
            });
    return column;
  }

  private Node field(FieldProfile field) {
    Label name = Controls.label(name(field), "fl-medium");
    name.setGraphic(Controls.badge(field.type()));
    name.setGraphicTextGap(8);
    name.setMinWidth(0);
    return name;
  }

  private static Node filled(FieldProfile field) {
    return barred(field.share(), percent(field.share()), field.share() == 0 ? "none" : "filled");
  }

  private static Node top(FieldProfile field) {
    if (field.top().isEmpty()) {
      return Controls.label("");
    }
    FieldProfile.Top first = field.top().getFirst();
    return barred(topShare(field), first.value(), "top");
  }

  private static double topShare(FieldProfile field) {
    return field.top().isEmpty() || field.filled() == 0
        ? 0
        : Math.min(1, field.top().getFirst().count() / (double) field.filled());
  }

  /** A small bar with words behind it. */
  static HBox barred(double share, String words, String kind) {
    Region bar = new Region();
    bar.getStyleClass().addAll("fl-profile-bar", kind);
    StackPane ground = new StackPane(bar);
    ground.getStyleClass().add("fl-profile-ground");
    ground.setAlignment(Pos.CENTER_LEFT);
    bar.maxWidthProperty().bind(ground.widthProperty().multiply(share));
    Label text = Controls.label(words, "fl-small");
    text.setMinWidth(0);
    HBox both = new HBox(8, ground, text);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private static Node distinct(FieldProfile field) {
    return Controls.label(many(field), "fl-mono");
  }

  private static Node value(@Nullable String text) {
    Label label = Controls.label(text == null ? "" : text.replace('\n', ' '), "fl-mono");
    label.setMinWidth(0);
    return label;
  }

  private static Node length(FieldProfile field) {
    String text =
        field.shortest() == field.longest()
            ? (field.longest() == 0 ? "" : String.valueOf(field.longest()))
            : field.shortest() + "–" + field.longest();
    return Controls.label(text, "fl-mono");
  }

  private static Node failures(FieldProfile field) {
    return field.failures() == 0
        ? Controls.label("")
        : Controls.chip(Grouped.of(field.failures()), Tone.BAD);
  }
}
