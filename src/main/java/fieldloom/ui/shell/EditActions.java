package fieldloom.ui.shell;

import fieldloom.ui.kit.MessageDialog;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Toast;
import fieldloom.ui.session.SaveState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with the edits of the open mapping: undo, redo, save, close. FX thread. */
final class EditActions {
  private final Workbench bench;
  private final Overlay overlay;

  EditActions(Workbench bench, Overlay overlay) {
    this.bench = bench;
    this.overlay = overlay;
  }

  /** Saves at once and says as which version. */
  void saveVersion() {
    with(
        open ->
            flushed(
                () -> {
                  switch (open.session().saveState()) {
                    case SaveState.Untouched u -> saved(open.version());
                    case SaveState.Saved s -> saved(s.version());
                    case SaveState.Failed f -> failed(f.message());
                    case SaveState.Saving s ->
                        overlay.toast().show(Toast.Kind.INFO, text("status.saving"));
                  }
                }));
  }

  private void saved(int version) {
    overlay.toast().show(Toast.Kind.GOOD, text("saved.version", String.valueOf(version)));
  }

  void retrySave() {
    with(open -> open.session().retrySave());
  }

  /** Takes back what was done last on the screen that is shown. */
  void undo() {
    if (bench.screenProperty().get() == Screen.LANDSCAPE) {
      told("undone", bench.landscape().undo());
    } else {
      with(open -> told("undone", open.session().undo()));
    }
  }

  void redo() {
    if (bench.screenProperty().get() == Screen.LANDSCAPE) {
      told("redone", bench.landscape().redo());
    } else {
      with(open -> told("redone", open.session().redo()));
    }
  }

  /** Says where a jump through the history has led. */
  void wentTo(String step) {
    told("went", step);
  }

  private void told(String key, @Nullable String step) {
    if (step != null) {
      overlay.toast().show(Toast.Kind.INFO, text(key, step));
    }
  }

  /**
   * Does something once all edits of the open mapping are in the store. Where they cannot be saved
   * it says so and does nothing: what follows could lose them.
   */
  void flushed(Runnable then) {
    flushed(then, sentence -> failed(text("saved.failed", sentence)));
  }

  private void flushed(Runnable then, Consumer<String> unsaved) {
    OpenMapping open = bench.openProperty().get();
    if (open == null) {
      then.run();
      return;
    }
    Runnable look =
        () -> {
          if (open.session().saveState() instanceof SaveState.Failed failed) {
            unsaved.accept(failed.message());
          } else {
            then.run();
          }
        };
    open.session().flush(() -> bench.services().fxThread().execute(look));
  }

  /** Saves and closes; asks first where edits or a run would be lost. */
  void close(Runnable closed) {
    Consumer<String> ask =
        sentence ->
            overlay.show(
                MessageDialog.ask(
                    text("close.unsaved.title"),
                    text("close.unsaved", sentence),
                    text("close.unsaved.do"),
                    closed));
    Runnable save = () -> flushed(() -> bench.landscape().flush(closed, ask), ask);
    if (bench.jobs().active().isEmpty()) {
      save.run();
      return;
    }
    overlay.show(
        MessageDialog.ask(
            text("close.running.title"),
            text("close.running"),
            text("close.running.do"),
            () -> bench.jobs().stopAll(save)));
  }

  void failed(String sentence) {
    overlay.show(MessageDialog.tell(text("failed.title"), sentence));
  }

  private void with(Consumer<OpenMapping> action) {
    OpenMapping open = bench.openProperty().get();
    if (open != null) {
      action.accept(open);
    }
  }

  private static String text(String key, Object... arguments) {
    return Workbench.TEXTS.get(key, arguments);
  }
}
