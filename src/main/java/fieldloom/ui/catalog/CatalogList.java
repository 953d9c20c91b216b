package fieldloom.ui.catalog;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Loading;
import fieldloom.ui.kit.Skeleton;
import fieldloom.ui.kit.Texts;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/** The documents under their systems, and the field that finds them. */
final class CatalogList extends VBox {
  private static final int PAGE = 8;

  /** Below these widths the foot has no room for all keys, or for none; in its size of text. */
  private static final double ALL_KEYS_EM = 26.7;

  private static final double KEYS_EM = 24;

  /** Below this width what is typed needs all of the field. */
  private static final double FIND_KEY_EM = 19;

  private final CatalogViewModel model;
  private final Runnable openFields;
  private final TextField find = new TextField();
  private final ListView<CatalogRow> list;
  private boolean showing;

  /**
   * @param openFields gives the fields of the document that is shown the keyboard
   */
  CatalogList(CatalogViewModel model, Runnable openFields) {
    this.model = model;
    this.openFields = openFields;
    getStyleClass().add("fl-catalog-list");
    list = new ListView<>(model.rows());
    list.setCellFactory(view -> new CatalogCell(model));
    list.accessibleTextProperty().bind(Words.bind("list"));
    list.setPlaceholder(placeholder());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> clicked(is));
    VBox.setVgrow(list, Priority.ALWAYS);
    Loading loading = new Loading(model.readingProperty(), Words.bind("reading"), model::cancel);
    getChildren().addAll(head(), loading, list, foot());
    model.selectedProperty().addListener((o, was, is) -> showSelected());
    model
        .rows()
        .addListener(
            (ListChangeListener<CatalogRow>) change -> Platform.runLater(this::showSelected));
    model.pair().sourceProperty().addListener((o, was, is) -> list.refresh());
    model.pair().targetProperty().addListener((o, was, is) -> list.refresh());
    Texts.follow(list, ListView::refresh);
    showSelected();
  }

  private HBox head() {
    find.getStyleClass().add("fl-catalog-find-text");
    find.promptTextProperty().bind(Words.bind("find"));
    find.accessibleTextProperty().bind(Words.bind("find"));
    find.textProperty().bindBidirectional(model.searchProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::find);
    HBox.setHgrow(find, Priority.ALWAYS);
    Label key = Controls.key("Ctrl F");
    key.setMinWidth(USE_PREF_SIZE);
    fit(key, find.fontProperty(), FIND_KEY_EM);
    HBox frame = new HBox(8, Icons.small(Feather.SEARCH), find, key);
    frame.getStyleClass().add("fl-catalog-find");
    frame.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(frame, Priority.ALWAYS);
    HBox head = new HBox(frame);
    head.getStyleClass().add("fl-catalog-find-bar");
    return head;
  }

  private Node placeholder() {
    Label none = Controls.label("", "fl-muted");
    none.setWrapText(true);
    none.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.nothingFound()
                        ? Words.get("nothing", model.searchProperty().get().strip())
                        : "",
                model.rows(),
                model.searchProperty(),
                Texts.languageProperty()));
    return new StackPane(new Skeleton(model.readingProperty()), none);
  }

  private HBox foot() {
    Label count = new Label();
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.readingProperty().get()
                        ? ""
                        : Words.get(
                            model.searchProperty().get().isBlank() ? "count" : "count.found",
                            model.documents()),
                model.rows(),
                model.readingProperty(),
                Texts.languageProperty()));
    count.setMinWidth(USE_PREF_SIZE);
    HBox foot = new HBox(count, Controls.spacer());
    HBox source = hint("foot.source", "S");
    HBox target = hint("foot.target", "T");
    HBox fields = hint("foot.fields", "Enter");
    fit(source, count.fontProperty(), KEYS_EM);
    fit(target, count.fontProperty(), KEYS_EM);
    fit(fields, count.fontProperty(), ALL_KEYS_EM);
    foot.getChildren().addAll(source, target, fields);
    foot.getStyleClass().add("fl-pane-foot");
    return foot;
  }

  /** Shows something where the list is that wide, measured by the size of a text in it. */
  private void fit(Node shown, ObservableValue<Font> font, double leastEm) {
    shown
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> getWidth() > leastEm * font.getValue().getSize(), widthProperty(), font));
    shown.managedProperty().bind(shown.visibleProperty());
  }

  /** The size of text here. */
  ObservableValue<Double> emProperty() {
    return find.fontProperty().map(Font::getSize);
  }

  private static HBox hint(String words, String key) {
    Label label = new Label();
    label.textProperty().bind(Words.bind(words));
    label.setMinWidth(USE_PREF_SIZE);
    Label letter = Controls.key(key);
    letter.setMinWidth(USE_PREF_SIZE);
    HBox hint = new HBox(4, label, letter);
    hint.setAlignment(Pos.CENTER);
    return hint;
  }

  /** While one types, the arrows walk the list. */
  private void find(KeyEvent event) {
    if (event.isAltDown() || event.isShiftDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP, DOWN, PAGE_UP, PAGE_DOWN -> walk(event);
      case ENTER -> {
        if (!event.isShortcutDown()) {
          list.requestFocus();
          event.consume();
        }
      }
      case ESCAPE -> {
        if (!find.getText().isEmpty()) {
          find.clear();
          event.consume();
        }
      }
      default -> {}
    }
  }

  private void walk(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean systems = event.isShortcutDown();
    switch (code) {
      case UP, DOWN -> {
        if (systems) {
          model.walkSystems(code == KeyCode.DOWN);
        } else {
          model.walk(code == KeyCode.DOWN ? 1 : -1);
        }
      }
      case PAGE_DOWN -> model.walk(PAGE);
      case PAGE_UP -> model.walk(-PAGE);
      case HOME -> model.walk(-model.rows().size());
      case END -> model.walk(model.rows().size());
      case ENTER -> {
        if (systems) {
          return;
        }
        openFields.run();
      }
      case BACK_SPACE -> {
        focusSearch();
        return;
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void clicked(CatalogRow row) {
    if (!showing && row instanceof CatalogRow.Entry entry) {
      model.select(entry);
    }
  }

  private void showSelected() {
    showing = true;
    CatalogRow.Entry selected = model.selectedProperty().get();
    int at = selected == null ? -1 : model.rows().indexOf(selected);
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(at);
      ListScroll.show(list, at);
    }
    showing = false;
  }

  /** Gives the search the keyboard, with all that is typed selected. */
  void focusSearch() {
    find.requestFocus();
    find.selectAll();
  }

  /** Adds what was typed elsewhere to what is looked for. */
  void search(String typed) {
    find.requestFocus();
    find.end();
    find.appendText(typed);
  }
}
