package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.pack.Projects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: the canvas as a picture. */
@Command(name = "render", description = "Draws a mapping's canvas as a picture; no display needed.")
final class RenderCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");
  private static final int LEAST = 100;
  private static final int MOST = 16_384;

  private final Terminal terminal;
  private final Parts.Picture picture;

  @Parameters(paramLabel = "MAPPING", description = "A mapping file or a package.")
  private Path mapping = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.png|.svg",
      description = "Where the picture goes.")
  private Path out = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Width and height in pixels, ${DEFAULT-VALUE} by default.",
      defaultValue = "1440x900")
  private String size = "";

  @Option(
      names = "--theme",
      paramLabel = "light|dark",
      converter = ThemeConverter.class,
      description = "The colours: light (default) or dark.")
  private Theme theme = Theme.LIGHT;

  RenderCommand(Terminal terminal, Parts.Picture picture) {
    this.terminal = terminal;
    this.picture = picture;
  }

  @Override
  public Integer call() throws PackException, UnusableException, IOException {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches() || off(sides.group(1)) || off(sides.group(2))) {
      throw new UnusableException(
          "--size wants WxH with sides from " + LEAST + " to " + MOST + ", not \"" + size + "\".");
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".png") && !name.endsWith(".svg")) {
      throw new UnusableException("--out wants a file that ends in .png or .svg, not " + out + ".");
    }
    int width = Integer.parseInt(sides.group(1));
    int height = Integer.parseInt(sides.group(2));
    picture.draw(Projects.open(mapping), out, width, height, theme == Theme.DARK);
    terminal.out().println(out);
    return Exit.OK;
  }

  private static boolean off(String side) {
    int pixels = Integer.parseInt(side);
    return pixels < LEAST || pixels > MOST;
  }

  /** The colours of a picture. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** Reads light and dark. */
  static final class ThemeConverter extends WordConverter<Theme> {
    ThemeConverter() {
      super(Theme.class);
    }
  }
}
