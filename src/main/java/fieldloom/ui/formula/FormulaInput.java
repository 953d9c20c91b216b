package fieldloom.ui.formula;

import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaScope;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A formula that is typed with proposals under its caret. Keys that belong to the proposals are
 * consumed before others on the field see them.
 */
public final class FormulaInput implements ProposingField {
  private static final double EDGE_PX = 8;

  private final FormulaField field = new FormulaField();
  private final CompletionPane completion = new CompletionPane(this::insert);
  private final Pane over;
  private final double gapPx;
  private final Source source;

  /** What may be typed at a caret. */
  @FunctionalInterface
  interface Source {
    /**
     * @param asked whether the person asked for it
     */
    Completions.Found at(String text, int caret, boolean asked);
  }

  /**
   * @param over the pane that shows the proposals over its other children
   * @param gapPx between the field and its proposals
   */
  FormulaInput(Pane over, double gapPx, Source source) {
    this.over = over;
    this.gapPx = gapPx;
    this.source = source;
    over.getChildren().add(completion);
    field
        .textProperty()
        // The caret follows the text; what fits at it can only be said afterwards.
        .addListener((o, was, is) -> Platform.runLater(() -> complete(false)));
    field
        .focusedProperty()
        .subscribe(
            on -> {
              if (!on) {
                completion.hide();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The formula of one target field, as its rule is now. */
  public static FormulaInput of(EditorSession session, FieldRef target, Pane over) {
    return of(session, () -> new FormulaScope(session.mapping(), target), over);
  }

  /**
   * A formula that stands anywhere in a mapping.
   *
   * @param scope what it can read; asked for anew whenever the field gets the keyboard
   * @param over shows the proposals; where it is in no scene yet, its scene has to have this
   *     package's css already
   */
  public static FormulaInput of(EditorSession session, Supplier<FormulaScope> scope, Pane over) {
    if (over.getScene() != null) {
      Theme.addCss(over.getScene(), FormulaInput.class, "formula.css");
    }
    Fresh completions = new Fresh(session, scope);
    FormulaInput input = new FormulaInput(over, 4, completions);
    input.field.focusedProperty().subscribe(completions::forget);
    return input;
  }

  /** Proposals that follow what is being edited. */
  private static final class Fresh implements Source {
    private final EditorSession session;
    private final Supplier<FormulaScope> scope;
    private @Nullable Completions known;

    Fresh(EditorSession session, Supplier<FormulaScope> scope) {
      this.session = session;
      this.scope = scope;
    }

    void forget() {
      known = null;
    }

    @Override
    public Completions.Found at(String text, int caret, boolean asked) {
      Completions now = known == null ? new Completions(session, scope.get()) : known;
      known = now;
      return now.at(text, caret, asked);
    }
  }

  FormulaField field() {
    return field;
  }

  @Override
  public Region node() {
    return field;
  }

  @Override
  public ObservableValue<String> textProperty() {
    return field.textProperty();
  }

  @Override
  public void show(String text, boolean selected) {
    field.replaceText(0, field.getLength(), text);
    if (selected) {
      field.selectAll();
    } else {
      field.moveTo(field.getLength());
    }
  }

  @Override
  public void showFault(int from, int to) {
    field.showFault(from, to);
  }

  @Override
  public void hideProposals() {
    completion.hide();
  }

  private Completions.Found found(boolean asked) {
    return source.at(field.getText(), field.getCaretPosition(), asked);
  }

  private void complete(boolean asked) {
    if (!field.isFocused() && !asked || field.getScene() == null) {
      return;
    }
    Completions.Found found = found(asked);
    boolean whole =
        found.items().size() == 1
            && found.items().getFirst().text().length() == found.to() - found.from()
            && !asked;
    completion.show(whole ? List.of() : found.items());
    if (completion.isShown()) {
      completion.toFront();
      place();
    }
  }

  /** Below the field where there is room in the window, else above it. */
  private void place() {
    Bounds at = over.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
    double x = field.getCaretBounds().map(this::left).orElse(at.getMinX() + 20);
    double left = Math.min(x - 20, over.getWidth() - CompletionPane.WIDTH - EDGE_PX);
    double below = at.getMaxY() + gapPx;
    double above = at.getMinY() - gapPx - completion.getHeight();
    double bottom = over.localToScene(0, below + completion.getHeight()).getY();
    boolean fits = bottom <= over.getScene().getHeight();
    boolean room = over.localToScene(0, above).getY() >= 0;
    completion.relocate(Math.max(EDGE_PX, Math.round(left)), fits || !room ? below : above);
  }

  private double left(Bounds caretOnScreen) {
    Bounds here = over.screenToLocal(caretOnScreen);
    return here == null ? 20 : here.getMinX();
  }

  private void insert(Completion item) {
    Completions.Found found = found(true);
    boolean call = item.kind() == Completion.Kind.FUNCTION;
    boolean open = field.getText().startsWith("(", found.to());
    String text = item.text() + (call && !open ? "()" : "");
    field.replaceText(found.from(), found.to(), text);
    int caret = found.from() + item.text().length() + (call ? 1 : 0);
    field.moveTo(Math.min(caret, field.getLength()));
    completion.hide();
    field.requestFocus();
  }

  private void key(KeyEvent event) {
    boolean open = completion.isShown();
    switch (event.getCode()) {
      case TAB -> {
        Completion item = completion.selected();
        if (item == null) {
          return;
        }
        insert(item);
      }
      case ESCAPE -> {
        if (!open) {
          return;
        }
        completion.hide();
      }
      case UP, DOWN -> {
        if (!open) {
          return;
        }
        completion.move(event.getCode() == KeyCode.UP ? -1 : 1);
      }
      case SPACE -> {
        if (!event.isControlDown()) {
          return;
        }
        complete(true);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
