package fieldloom.store.h2;

import fieldloom.store.Store;
import fieldloom.store.Store.DocumentInfo;
import fieldloom.store.Store.Kind;
import fieldloom.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/**
 * A program of its own that saves until it is killed, and prints a line for each save that has
 * returned: path, version and hash, or what else was acknowledged.
 */
final class Saver {
  private Saver() {}

  public static void main(String[] args) throws Exception {
    Store store = Stores.open(Path.of(args[0]));
    long workspace = store.workspace("w").id();
    Random random = new Random(Long.parseLong(args[1]));
    long run = store.beginRun(workspace, null, "m0.flmap", 1).id();
    System.out.println("run " + run);
    for (int i = 0; ; i++) {
      String path = "m" + random.nextInt(3) + ".flmap";
      byte[] content = content(random, i);
      DocumentInfo info = store.save(workspace, Kind.MAPPING, path, content);
      System.out.println("saved " + path + " " + info.version() + " " + info.sha256());
      if (i % 5 == 0) {
        store.saveDraft(workspace, path, "draft " + i);
        System.out.println("draft " + path + " " + i);
      }
      if (i % 7 == 0) {
        store.progress(run, new Store.Counts(i, i, 0));
        System.out.println("progress " + run + " " + i);
      }
    }
  }

  private static byte[] content(Random random, int i) {
    byte[] noise = new byte[random.nextInt(20_000)];
    random.nextBytes(noise);
    return (i + " " + new String(noise, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.UTF_8);
  }
}
