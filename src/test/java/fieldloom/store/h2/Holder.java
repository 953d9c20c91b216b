package fieldloom.store.h2;

import fieldloom.store.Store;
import fieldloom.store.Stores;
import java.nio.file.Path;

/** A program of its own that opens a store, says so, and holds it until its input ends. */
final class Holder {
  private Holder() {}

  public static void main(String[] args) throws Exception {
    try (Store store = Stores.open(Path.of(args[0]))) {
      store.workspace("w");
      System.out.println("open");
      System.out.flush();
      if (System.in.read() >= 0) {
        throw new IllegalStateException("nothing is sent");
      }
    }
  }
}
