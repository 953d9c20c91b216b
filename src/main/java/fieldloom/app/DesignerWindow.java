package fieldloom.app;

import fieldloom.cli.Parts;
import java.io.IOException;

/** Opens the designer. */
final class DesignerWindow implements Parts.Window {
  @Override
  public int open() throws IOException {
    throw new IOException("This build has no designer.");
  }
}
