package fieldloom.ui.catalog;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Strip;
import fieldloom.ui.kit.Theme;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.kordamp.ikonli.feather.Feather;

/**
 * The catalog: documents at the left, the chosen one beside them, and below the mapping that is
 * made of two.
 */
public final class CatalogView extends BorderPane {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination CREATE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  /** The list has a third of the width or so, within bounds. */
  private static final double LIST_SHARE = 0.32;

  private static final double LEAST_LIST_PX = 260;
  private static final double LIST_EM = 26.15;

  private final CatalogViewModel model;
  private final CatalogActions actions;
  private final CatalogList list;

  public CatalogView(CatalogViewModel model, CatalogActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("fl-catalog");
    getStylesheets().add(Theme.css(CatalogView.class, "catalog.css"));
    DocumentPane document = new DocumentPane(model);
    list = new CatalogList(model, document::focusFields);
    HBox.setHgrow(document, Priority.ALWAYS);
    document.setMinWidth(0);
    document.setPrefWidth(0);
    list.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.clamp(
                        LIST_SHARE * getWidth(),
                        LEAST_LIST_PX,
                        LIST_EM * list.emProperty().getValue()),
                widthProperty(),
                list.emProperty()));
    setCenter(new HBox(list, document));
    setBottom(new PairBar(model, this::create, actions::useTemplate));
    model.problemProperty().addListener((o, was, is) -> showProblem(is));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_TYPED, this::type);
  }

  /** Gives the search the keyboard, and reads the catalog when it is shown for the first time. */
  public void begin() {
    model.load();
    list.focusSearch();
  }

  private void create() {
    CatalogPair pair = model.pair().pair();
    if (pair != null) {
      actions.create(pair);
    }
  }

  private void showProblem(String sentence) {
    if (sentence.isEmpty()) {
      setTop(null);
      return;
    }
    Button again = Controls.button(Words.bind("retry"), Feather.REFRESH_CW);
    again.setOnAction(e -> model.load());
    setTop(Strip.bad(sentence, again));
  }

  private void press(KeyEvent event) {
    if (FIND.match(event)) {
      list.focusSearch();
    } else if (CREATE.match(event)) {
      create();
    } else if (isTyping(event) || isModified(event)) {
      return;
    } else if (event.getCode() == KeyCode.S) {
      model.useAsSource();
    } else if (event.getCode() == KeyCode.T) {
      model.useAsTarget();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      list.focusSearch();
    } else {
      return;
    }
    event.consume();
  }

  /** What is typed anywhere goes to the search; S and T mean something of their own. */
  private void type(KeyEvent event) {
    String typed = event.getCharacter();
    boolean key = "sStT".contains(typed);
    if (!isTyping(event) && !isModified(event) && !key && isText(typed)) {
      list.search(typed);
      event.consume();
    }
  }

  private static boolean isText(String typed) {
    return !typed.isBlank() && typed.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isModified(KeyEvent event) {
    return event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
  }

  private static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof Node node
        && (node instanceof TextInputControl
            || node instanceof StyleClassedTextArea area && area.isEditable());
  }
}
