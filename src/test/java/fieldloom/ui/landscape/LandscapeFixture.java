package fieldloom.ui.landscape;

import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A view model on a store in a folder, without a toolkit. */
abstract class LandscapeFixture {
  @TempDir private Path folder;
  final Pump pump = new Pump();
  final Background background = new Background(pump);
  Store store;
  long workspace;
  boolean full;
  LandscapeViewModel model;

  @BeforeEach
  void open() throws Exception {
    Texts.languageProperty().set(Language.ENGLISH);
    store = Stores.open(folder);
    workspace = store.workspace("w").id();
    model = new LandscapeViewModel(mayBeFull(), workspace, background, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    Texts.languageProperty().set(Language.ENGLISH);
    background.close();
    store.close();
  }

  /** The store, unable to save a document while the disk is full. */
  private Store mayBeFull() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (full && method.getName().equals("save")) {
                throw new StoreException("The disk is full.");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Puts a landscape into the store and shows it. */
  void shown(Landscape landscape) throws StoreException {
    store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(landscape));
    model.refresh();
    pump.until(model::isShown);
  }

  Landscape stored() throws Exception {
    return LandscapeFile.read(store.document(workspace, Landscape.PATH).orElseThrow().content());
  }

  /** Waits for all saves. */
  void saved() {
    boolean[] done = {false};
    model.flush(() -> done[0] = true, sentence -> done[0] = true);
    pump.until(() -> done[0]);
  }

  Store.Run run(String job, RunState state, Counts counts) throws StoreException {
    Job saved =
        store.saveJob(
            workspace,
            new Job(0, job, "order/order.flmap", Map.of(), Map.of(), Job.OnError.SKIP, Map.of()));
    Store.Run run = store.beginRun(workspace, saved.id(), saved.mapping(), 1);
    return state == RunState.RUNNING ? run : store.endRun(run.id(), state, counts, null);
  }
}
