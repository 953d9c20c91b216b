package fieldloom.ui.landscape;

import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.store.Store;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.History;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The landscape of a workspace as it is edited; every edit is saved behind the one before it. */
final class LandscapeDocument {
  private final Store store;
  private final long workspace;
  private final Background background;
  private final History<Landscape> history = new History<>();
  private final ReadOnlyObjectWrapper<Landscape> landscape =
      new ReadOnlyObjectWrapper<>(Landscape.empty());
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
  private final ReadOnlyStringWrapper unreadable = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper unsaved = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable String> undoLabel = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> redoLabel = new ReadOnlyObjectWrapper<>();
  private int edits;
  private int pending;

  LandscapeDocument(Store store, long workspace, Background background) {
    this.store = store;
    this.workspace = workspace;
    this.background = background;
  }

  ReadOnlyObjectProperty<Landscape> landscapeProperty() {
    return landscape.getReadOnlyProperty();
  }

  Landscape landscape() {
    return landscape.get();
  }

  ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Why it cannot be read; empty where it can. */
  ReadOnlyStringProperty unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  /** Why the last edit is not saved; empty where it is. */
  ReadOnlyStringProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable String> undoLabelProperty() {
    return undoLabel.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable String> redoLabelProperty() {
    return redoLabel.getReadOnlyProperty();
  }

  /** Counts up with each edit, so that a reading can say which of them it has seen. */
  int edits() {
    return edits;
  }

  /** That it is being laid out, or that it is not any more. */
  void layingOut(boolean going) {
    if (going && stage.get() == Stage.NONE) {
      stage.set(Stage.LAYING_OUT);
    } else if (!going && stage.get() == Stage.LAYING_OUT) {
      stage.set(Stage.NONE);
    }
  }

  /**
   * Takes what was read from the store, unless it was edited since or is not all saved.
   *
   * @param found null where the workspace has none
   * @param editsSeen {@link #edits} when the reading began
   */
  void show(@Nullable Landscape found, int editsSeen) {
    if (editsSeen != edits || !unsaved.get().isEmpty()) {
      return;
    }
    unreadable.set("");
    if (found == null) {
      if (stage.get() != Stage.LAYING_OUT) {
        stage.set(Stage.NONE);
      }
      return;
    }
    if (!found.equals(landscape.get())) {
      history.clear();
      landscape.set(found);
      tellSteps();
    }
    stage.set(Stage.SHOWN);
  }

  void cannotRead(String sentence) {
    unreadable.set(sentence);
    stage.set(Stage.UNREADABLE);
  }

  /** Begins one in which there is nothing yet. */
  void begin() {
    history.clear();
    landscape.set(Landscape.empty());
    stage.set(Stage.SHOWN);
    tellSteps();
    save();
  }

  /**
   * Does one step; nothing happens where it changes nothing.
   *
   * @param label what undo calls it
   */
  void apply(String label, UnaryOperator<Landscape> edit) {
    Landscape before = landscape.get();
    Landscape after = edit.apply(before);
    if (stage.get() == Stage.SHOWN && !after.equals(before)) {
      history.add(label, before);
      moved(after);
    }
  }

  /** Goes on with the step done last, as one step with it. */
  void amend(UnaryOperator<Landscape> edit) {
    if (stage.get() == Stage.SHOWN) {
      moved(edit.apply(landscape.get()));
    }
  }

  @Nullable String undo() {
    return moved(history.undo(landscape.get()));
  }

  @Nullable String redo() {
    return moved(history.redo(landscape.get()));
  }

  private @Nullable String moved(History.@Nullable Step<Landscape> step) {
    if (step == null) {
      return null;
    }
    moved(step.value());
    return step.label();
  }

  private void moved(Landscape now) {
    landscape.set(now);
    tellSteps();
    save();
  }

  private void tellSteps() {
    undoLabel.set(history.undoLabel());
    redoLabel.set(history.redoLabel());
  }

  /** Saves the landscape as it is now. */
  void save() {
    edits++;
    pending++;
    Landscape now = landscape.get();
    background.runInOrder(
        () -> store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(now)),
        saved -> saved(""),
        this::saved);
  }

  private void saved(String problem) {
    pending--;
    unsaved.set(problem);
  }

  /** Waits for all saves. */
  void flush(Runnable saved, Consumer<String> notSaved) {
    if (pending > 0) {
      background.runInOrder(() -> true, done -> flush(saved, notSaved), notSaved);
    } else if (unsaved.get().isEmpty()) {
      saved.run();
    } else {
      notSaved.accept(unsaved.get());
    }
  }
}
