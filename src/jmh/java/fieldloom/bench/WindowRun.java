package fieldloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.cli.StoredMappings;
import fieldloom.job.JobService;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.Designer;
import fieldloom.ui.DesignerServices;
import fieldloom.ui.kit.Toolkit;
import fieldloom.ui.kit.ToolkitException;
import fieldloom.ui.shell.Samples;
import java.nio.file.Path;
import java.util.List;

/** A designer's window on documents of its own, measured in a process that ends with it. */
final class WindowRun {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is measured in the window. */
  @FunctionalInterface
  interface Use {
    void of(WindowDriver driver) throws InterruptedException;
  }

  private WindowRun() {}

  /** Opens the window, has it used and ends the process: with 1 where that failed. */
  static void run(Path folder, List<Store.NewDocument> documents, Use use) throws Exception {
    try (Store store = Stores.open(folder.resolve("store"))) {
      Store.Workspace workspace = store.workspace("Bench");
      store.saveAll(workspace.id(), documents, List.of());
      DesignerServices services =
          new DesignerServices(
              store,
              workspace,
              new JobService(store, StoredMappings::load, folder),
              Samples.none(),
              folder.resolve("settings.properties"),
              folder);
      Toolkit.start(true);
      Thread.ofPlatform().daemon().start(() -> open(services));
      use.of(WindowDriver.waitForWindow());
    } catch (IllegalStateException e) {
      // The window would keep the process from its end.
      System.err.println(e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static void open(DesignerServices services) {
    try {
      Designer.open(services);
    } catch (ToolkitException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static Store.NewDocument document(Store.Kind kind, String path, ObjectNode content)
      throws JsonProcessingException {
    return new Store.NewDocument(kind, path, JSON.writeValueAsBytes(content));
  }

  /** A mapping without rules from {@code in.schema.json} to {@code out.schema.json}. */
  static ObjectNode mapping(String name) {
    ObjectNode mapping = JSON.createObjectNode().put("fieldloom", 1).put("name", name);
    mapping
        .putArray("sources")
        .addObject()
        .put("name", "in")
        .put("format", "json")
        .put("schema", "in.schema.json");
    mapping
        .putObject("target")
        .put("name", "out")
        .put("format", "json")
        .put("schema", "out.schema.json");
    return mapping;
  }
}
