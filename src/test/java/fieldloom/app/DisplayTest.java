package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
  private static final Set<String> ALL =
      Set.of("libgtk-3.so.0", "libpangoft2-1.0.so.0", "libfreetype.so.6");
  private static final Map<String, String> SCREEN = Map.of("DISPLAY", ":0");

  @Test
  void aMachineWithDisplayAndLibrariesOpensAWindow() {
    Display display = new Display(SCREEN, "Linux", ALL::contains, _ -> true);

    assertThat(display.noWindow()).isEmpty();
    assertThat(display.noPicture()).isEmpty();
  }

  @Test
  void withoutADisplayThePictureIsStillDrawn() {
    Display display = new Display(Map.of(), "Linux", ALL::contains, _ -> true);

    assertThat(display.noWindow()).hasValueSatisfying(it -> assertThat(it).contains("DISPLAY"));
    assertThat(display.noPicture()).isEmpty();
  }

  @Test
  void aDisplayThatCannotBeOpenedIsNamed() {
    Display display = new Display(SCREEN, "Linux", ALL::contains, _ -> false);

    assertThat(display.noWindow())
        .hasValueSatisfying(it -> assertThat(it).contains(":0").contains("cannot be opened"));
  }

  @Test
  void withoutGtkThePackageToInstallIsNamed() {
    Display display =
        new Display(SCREEN, "Linux", it -> !it.startsWith("libgtk") && ALL.contains(it), _ -> true);

    assertThat(display.noWindow())
        .hasValueSatisfying(it -> assertThat(it).contains("libgtk-3-0").doesNotContain("\n"));
    assertThat(display.noPicture()).isEmpty();
  }

  @Test
  void withoutPangoThereIsNoPictureEither() {
    Display display =
        new Display(SCREEN, "Linux", it -> !it.contains("pango") && ALL.contains(it), _ -> true);

    assertThat(display.noPicture())
        .hasValueSatisfying(it -> assertThat(it).contains("libpangoft2-1.0-0"));
    assertThat(display.noWindow()).isEqualTo(display.noPicture());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 11", "Mac OS X"})
  void otherSystemsBringWhatAWindowNeeds(String os) {
    Display display = new Display(Map.of(), os, _ -> false, _ -> false);

    assertThat(display.noWindow()).isEmpty();
    assertThat(display.noPicture()).isEmpty();
  }

  @Test
  void theMachinesOwnLibrariesAreFoundWithoutFailing() {
    Display display = Display.ofMachine();

    assertThat(display.noWindow().isPresent() || display.noPicture().isEmpty()).isTrue();
  }
}
