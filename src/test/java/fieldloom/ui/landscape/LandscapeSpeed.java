package fieldloom.ui.landscape;

import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeFile;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javafx.scene.Scene;

/** Measures a landscape of 200 systems and 600 flows; run by hand. */
public final class LandscapeSpeed {
  private LandscapeSpeed() {}

  public static void main(String[] args) {
    Landscape large = Landscapes.large(200, 600);
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      AreaPicture picture = Landscapes.picture(large, Language.ENGLISH);
      say("layout of " + picture.edges().size() + " edges", start);
    }
    Snapshots.onToolkit(
        () -> {
          draw(large);
          return null;
        });
    System.exit(0);
  }

  private static void draw(Landscape large) {
    LandscapeViewModel model = model(large);
    LandscapePane pane = new LandscapePane(model);
    pane.getStylesheets().add(Theme.css(LandscapePane.class, "landscape.css"));
    long start = System.nanoTime();
    Scene scene = Snapshots.scene(pane, Theme.LIGHT, 1088, 788);
    say("theme", start);
    start = System.nanoTime();
    pane.applyCss();
    pane.layout();
    say("first layout", start);
    start = System.nanoTime();
    pane.requestLayout();
    pane.layout();
    say("second layout", start);
    start = System.nanoTime();
    Snapshots.save(scene, "landscape-large");
    say("first picture, all of it", start);
    start = System.nanoTime();
    Snapshots.save(scene, "landscape-large");
    say("second picture, all of it", start);
    for (int round = 0; round < 3; round++) {
      start = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        pane.viewport().pan(3, 2);
        pane.requestLayout();
        pane.layout();
      }
      say("50 steps of moving the view", start);
    }
    pane.viewport().zoom(4);
    pane.requestLayout();
    start = System.nanoTime();
    Snapshots.save(scene, "landscape-large-near");
    say("zoomed in", start);
    for (int round = 0; round < 3; round++) {
      start = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        pane.viewport().pan(-13, -7);
        pane.requestLayout();
        pane.layout();
      }
      say("50 steps of moving the near view", start);
      start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        model.drag("s90", i * 40.0, 900);
        pane.layout();
      }
      model.cancelDrag();
      say("20 steps of dragging a system", start);
    }
  }

  private static LandscapeViewModel model(Landscape large) {
    Pump pump = new Pump();
    try (Store store = Stores.open(Files.createTempDirectory("landscape"));
        Background background = new Background(pump)) {
      long workspace = store.workspace("w").id();
      store.save(workspace, Store.Kind.OTHER, Landscape.PATH, LandscapeFile.write(large));
      LandscapeViewModel model =
          new LandscapeViewModel(store, workspace, background, Clock.systemUTC());
      model.refresh();
      pump.until(model::isShown);
      return model;
    } catch (IOException | StoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(String what, long start) {
    System.out.println(what + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
