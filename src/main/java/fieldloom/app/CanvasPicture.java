package fieldloom.app;

import fieldloom.cli.Parts;
import fieldloom.pack.Project;
import fieldloom.ui.Renderer;
import fieldloom.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Draws the canvas in memory; no display is needed. */
final class CanvasPicture implements Parts.Picture {
  private final Display display;

  CanvasPicture(Display display) {
    this.display = display;
  }

  @Override
  public void draw(Project project, Path out, int width, int height, boolean dark)
      throws IOException {
    Optional<String> missing = display.noPicture();
    if (missing.isPresent()) {
      throw new IOException(missing.get());
    }
    Renderer.png(project, out, width, height, dark ? Theme.DARK : Theme.LIGHT);
  }
}
