package fieldloom.app;

import fieldloom.cli.Fieldloom;
import fieldloom.cli.Parts;
import fieldloom.store.Stores;
import java.nio.file.Path;

/** Puts the program together. */
public final class App {
  private App() {}

  /**
   * Runs what the command line asks for.
   *
   * @return the exit status
   */
  public static int run(String... args) {
    System.setProperty(LogSetup.FOLDER, Stores.defaultFolder().resolve("logs").toString());
    return Fieldloom.ofProcess(parts(), args);
  }

  /** What the commands are given. */
  static Parts parts() {
    Path data = Stores.defaultFolder();
    Display display = Display.ofMachine();
    DesignerWindow window = new DesignerWindow(data, display);
    Parts.Picture picture = new CanvasPicture(display);
    Parts.Demonstration demo = new Demo(data, Path.of(""), display, window::openSample, picture);
    return new Parts(window, picture, demo);
  }
}
