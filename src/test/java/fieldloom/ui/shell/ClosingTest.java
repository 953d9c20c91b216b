package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.Run;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.Snapshots;
import fieldloom.ui.jobs.JobRunner;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaDraft;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing the window loses nothing without asking. */
class ClosingTest {
  private static final JobRunner NO_RUNS =
      (job, listener) ->
          () -> {
            throw new StoreException("not in this test");
          };

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private Store store;
  private boolean closed;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder);
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    store.close();
  }

  /** Saves nothing, as on a full disk. */
  private static final class FullDisk implements Autosaver {
    @Override
    public int save(Mapping mapping) throws StoreException {
      throw new StoreException("The disk is full.");
    }

    @Override
    public void saveDraft(@Nullable FormulaDraft draft) {
      // Drafts are not what this test is about.
    }

    @Override
    public Optional<FormulaDraft> draft() {
      return Optional.empty();
    }
  }

  private Overlay closing(Workbench bench) {
    Overlay overlay = Snapshots.onToolkit(() -> new Overlay(new VBox()));
    Snapshots.onToolkit(() -> new Scene(overlay, 400, 300));
    Snapshots.onToolkit(
        () -> {
          new EditActions(bench, overlay).close(() -> closed = true);
          return true;
        });
    return overlay;
  }

  private static void press(Overlay overlay, String words) {
    Snapshots.onToolkit(
        () -> {
          Button focused = (Button) overlay.getScene().getFocusOwner();
          assertThat(focused.getText()).isEqualTo(words);
          focused.fire();
          return true;
        });
  }

  @Test
  void aWindowWithoutEditsClosesAtOnce() throws Exception {
    Workbench bench = Benches.on(store, pump, background, NO_RUNS);
    assertThat(closing(bench).dialog()).isNull();
    assertThat(closed).isTrue();
  }

  @Test
  void savedEditsDoNotKeepItOpen() throws Exception {
    Workbench bench = Benches.on(store, pump, background, NO_RUNS);
    bench.setOpen(Benches.mapping(Autosaver.none(), bench.services().background()));
    edit(bench);
    Overlay overlay = closing(bench);
    pump.until(() -> closed);
    assertThat(overlay.dialog()).isNull();
  }

  @Test
  void editsThatCannotBeSavedKeepItOpenUntilSomebodySaysSo() throws Exception {
    Workbench bench = Benches.on(store, pump, background, NO_RUNS);
    bench.setOpen(Benches.mapping(new FullDisk(), bench.services().background()));
    edit(bench);
    Overlay overlay = closing(bench);
    pump.onceOnFxThread();
    assertThat(overlay.dialog()).isNotNull();
    assertThat(closed).isFalse();
    press(overlay, "Close without them");
    assertThat(closed).isTrue();
  }

  @Test
  void aRunIsStoppedBeforeItClosesAndNotWithoutAsking() throws Exception {
    store.save(store.workspace("w").id(), Store.Kind.MAPPING, "orders.flmap", new byte[] {1});
    Workbench bench =
        Benches.on(
            store,
            pump,
            background,
            (job, listener) ->
                () -> {
                  Run run = store.beginRun(store.workspace("w").id(), job.id(), job.mapping(), 1);
                  while (!listener.cancelled()) {
                    Thread.onSpinWait();
                  }
                  return store.endRun(run.id(), RunState.CANCELLED, Counts.NONE, null);
                });
    bench
        .jobs()
        .start(
            new Job(0, "Orders", "orders.flmap", Map.of(), Map.of(), Job.OnError.STOP, Map.of()));
    pump.until(() -> !bench.jobs().active().isEmpty());
    Overlay overlay = closing(bench);
    assertThat(overlay.dialog()).isNotNull();
    press(overlay, "Stop it and close");
    pump.until(() -> closed);
    assertThat(bench.jobs().active()).isEmpty();
  }

  private static void edit(Workbench bench) {
    OpenMapping open = bench.openProperty().get();
    assertThat(open).isNotNull();
    open.session()
        .apply(new Edit.Link(FieldRef.parse("order.orderNo"), FieldRef.parse("bill.FBillNo")));
  }
}
