package fieldloom.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/**
 * How the window looks: AtlantaFX Primer below, Fieldloom's colours and sizes on top. Scenes may be
 * switched while they are shown. Only on the FX thread.
 *
 * <p>The colours are looked-up ones of {@code .root}: {@code -color-*} are AtlantaFX's, {@code
 * -fl-*} Fieldloom's own. Views bring their own css with {@link #addCss}.
 */
public enum Theme {
  LIGHT,
  DARK,
  /** White on black, with no washes, wide borders, and hidden where others dim. */
  CONTRAST;

  /** Name of the theme as settings and commands write it: {@code light}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Dark for the light one, light for the others. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The theme of that label; light for any other text. */
  public static Theme of(String label) {
    return Stream.of(values()).filter(t -> t.label().equals(label)).findFirst().orElse(LIGHT);
  }

  /** Dresses a scene, or changes the dress of one; css of views stays as it is. */
  public void apply(Scene scene) {
    Fonts.load();
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    List<String> sheets = scene.getStylesheets();
    sheets.removeAll(Stream.of(values()).map(Theme::colours).toList());
    sheets.addFirst(colours(this));
    String kit = css(Theme.class, "kit.css");
    if (!sheets.contains(kit)) {
      sheets.add(1, kit);
    }
  }

  /** Adds a css file that lies beside a class, once. */
  public static void addCss(Scene scene, Class<?> beside, String name) {
    String css = css(beside, name);
    if (!scene.getStylesheets().contains(css)) {
      scene.getStylesheets().add(css);
    }
  }

  /** Address of a css file that lies beside a class. */
  public static String css(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    return Objects.requireNonNull(url, () -> name + " beside " + beside).toExternalForm();
  }

  private static String colours(Theme theme) {
    return css(Theme.class, "fieldloom-" + theme.label() + ".css");
  }
}
