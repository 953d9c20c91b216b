package fieldloom.ui.schemas;

import fieldloom.catalog.Catalog;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import java.nio.file.Path;
import java.util.List;

/** Picks schemas in tests, waiting until they are read. */
public final class Picks {
  private Picks() {}

  /** The schema of files that offer no choice. */
  public static SchemaPick of(Path... files) {
    Pump pump = new Pump();
    try (Background background = new Background(pump)) {
      PickViewModel model = new PickViewModel(background, Catalog::carried);
      model.pick(List.of(files));
      pump.until(() -> !model.busyProperty().get());
      SchemaPick pick = model.pickProperty().get();
      if (pick == null) {
        throw new AssertionError(model.problemProperty().get());
      }
      return pick;
    }
  }
}
