package fieldloom.app;

import fieldloom.cli.Parts;
import fieldloom.pack.Project;
import java.io.IOException;
import java.nio.file.Path;

/** Draws the canvas. */
final class CanvasPicture implements Parts.Picture {
  @Override
  public void draw(Project project, Path out, int width, int height) throws IOException {
    throw new IOException("This build draws no pictures.");
  }
}
