package fieldloom.ui.table;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Mouse and keyboard on the cells, as in a spreadsheet. */
final class TableKeys {
  private static final int FAR = 1_000_000;

  private final RuleTable table;
  private final RuleTableViewModel model;
  private final CellEditor editor;
  private final Runnable find;
  private boolean drawing;

  /**
   * @param find gives the search the keyboard
   */
  TableKeys(RuleTable table, CellEditor editor, Runnable find) {
    this.table = table;
    this.model = table.model();
    this.editor = editor;
    this.find = find;
  }

  void install() {
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::begin);
    table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::draw);
    table.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private static @Nullable RuleCell cell(MouseEvent event) {
    for (Node n = event.getPickResult().getIntersectedNode(); n != null; n = n.getParent()) {
      if (n instanceof RuleCell cell) {
        return cell.isEmpty() ? null : cell;
      }
    }
    return null;
  }

  private void begin(MouseEvent event) {
    RuleCell cell = cell(event);
    drawing = false;
    if (cell == null) {
      return;
    }
    table.requestFocus();
    drawing = event.getButton() == MouseButton.PRIMARY;
    int row = cell.getIndex();
    int column = model.column(cell.column());
    boolean inside = model.range().has(row, column);
    if (event.isShiftDown()) {
      model.select(
          model.range().isNone() ? CellRange.of(row, column) : model.range().to(row, column));
    } else if (event.getButton() == MouseButton.PRIMARY || !inside) {
      model.select(CellRange.of(row, column));
    }
  }

  private void draw(MouseEvent event) {
    RuleCell cell = cell(event);
    if (cell != null && drawing && !model.range().isNone()) {
      model.select(model.range().to(cell.getIndex(), model.column(cell.column())));
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2 && cell(event) != null) {
      editor.open(null);
    }
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean control = event.isControlDown() || event.isMetaDown() || event.isAltDown();
    if (!control && !typed.isEmpty() && typed.charAt(0) > ' ' && typed.charAt(0) != 127) {
      editor.open(typed);
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    boolean done = event.isShortcutDown() ? withControl(event) : plain(event);
    if (done) {
      event.consume();
    }
  }

  private boolean withControl(KeyEvent event) {
    boolean extend = event.isShiftDown();
    switch (event.getCode()) {
      case C, INSERT -> copy();
      case X -> {
        copy();
        model.edits().delete();
      }
      case V -> paste();
      case D -> model.edits().fillDown();
      case F -> find.run();
      case A -> {
        if (!model.rows().isEmpty()) {
          model.select(new CellRange(0, 0, model.rows().size() - 1, model.columns().size() - 1));
        }
      }
      case UP -> model.move(-FAR, 0, extend);
      case DOWN -> model.move(FAR, 0, extend);
      case LEFT -> model.move(0, -FAR, extend);
      case RIGHT -> model.move(0, FAR, extend);
      case HOME -> {
        model.move(-FAR, -FAR, extend);
        table.scrollLeft();
      }
      case END -> model.move(FAR, FAR, extend);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    boolean extend = event.isShiftDown();
    switch (event.getCode()) {
      case UP -> model.move(-1, 0, extend);
      case DOWN -> model.move(1, 0, extend);
      case LEFT -> model.move(0, -1, extend);
      case RIGHT -> model.move(0, 1, extend);
      case HOME -> {
        model.move(0, -FAR, extend);
        table.scrollLeft();
      }
      case END -> model.move(0, FAR, extend);
      case PAGE_UP -> model.move(-table.pageRows(), 0, extend);
      case PAGE_DOWN -> model.move(table.pageRows(), 0, extend);
      case ENTER -> model.move(extend ? -1 : 1, 0, false);
      case F2 -> editor.open(null);
      case DELETE, BACK_SPACE -> model.edits().delete();
      case ESCAPE -> {
        boolean said = !model.edits().messageProperty().get().isEmpty();
        model.edits().closeMessage();
        return said;
      }
      default -> {
        return event.getCode() == KeyCode.SPACE;
      }
    }
    return true;
  }

  void copy() {
    if (!model.range().isNone()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(model.edits().copy());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasString()) {
      model.edits().paste(clipboard.getString());
    }
  }
}
