package fieldloom.job;

import fieldloom.model.Job.OnError;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import java.nio.file.Path;
import java.util.Map;

/** A program of its own that runs a job of a store over an input that takes a while. */
final class LongJob {
  private LongJob() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (Store store = Stores.open(folder.resolve("store"))) {
      JobService service =
          new JobService(
              store,
              (content, path, resources) -> FakeMapping.project("ndjson", "ndjson"),
              folder,
              2);
      service.run(
          store.workspace("w").id(),
          "fake.flmap",
          Map.of("order", args[1]),
          Map.of("bill", "out.ndjson"),
          OnError.SKIP,
          Map.of(),
          new RunListener() {
            @Override
            public void progress(Store.Counts counts) {
              if (counts.failed() > 0) {
                System.out.println("going " + counts.read());
                System.out.flush();
              }
            }
          });
    }
  }
}
