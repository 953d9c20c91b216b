package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Skeleton;
import java.util.function.Supplier;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something to choose, in a list under a field that finds it; the arrows walk while one types. */
final class FoundList<T> extends VBox {
  private final TextField find = new TextField();
  private final ListView<T> list;

  /**
   * @param items what is found by what is typed
   * @param search what is typed
   * @param chosen what is chosen; null before anything is
   * @param cells show one each
   */
  FoundList(
      ObservableList<T> items,
      StringProperty search,
      ObjectProperty<@Nullable T> chosen,
      Supplier<ListCell<T>> cells) {
    super(8);
    list = new ListView<>(items);
    getStyleClass().add("fl-pick-side");
    find.getStyleClass().add("fl-field");
    find.textProperty().bindBidirectional(search);
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    list.setCellFactory(view -> cells.get());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                chosen.set(is);
              }
            });
    chosen.subscribe(item -> select(item));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(find, list);
  }

  /**
   * Says what it is.
   *
   * @param prompt of the field
   * @param spoken of the list
   * @param none said where nothing is found
   * @param busy whether what can be chosen is being read
   */
  FoundList<T> saying(
      StringExpression prompt,
      StringExpression spoken,
      ObservableValue<String> none,
      ObservableValue<Boolean> busy) {
    find.promptTextProperty().bind(prompt);
    find.accessibleTextProperty().bind(prompt);
    list.accessibleTextProperty().bind(spoken);
    Label nothing = Controls.label("", "fl-muted");
    nothing.textProperty().bind(none);
    nothing.setWrapText(true);
    list.setPlaceholder(new StackPane(new Skeleton(busy), nothing));
    return this;
  }

  private void select(@Nullable T item) {
    if (item == null) {
      list.getSelectionModel().clearSelection();
    } else if (!item.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(item);
    }
  }

  private void walk(KeyEvent event) {
    boolean down = event.getCode() == KeyCode.DOWN;
    if (down || event.getCode() == KeyCode.UP) {
      int at = list.getSelectionModel().getSelectedIndex() + (down ? 1 : -1);
      int last = list.getItems().size() - 1;
      if (last >= 0) {
        list.getSelectionModel().select(Math.clamp(at, 0, last));
        list.scrollTo(Math.clamp(at, 0, last));
      }
      event.consume();
    }
  }

  /** The control with which choosing begins. */
  Node first() {
    return find;
  }
}
