package fieldloom.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FontsTest {
  private static final Path FONTS = Path.of("assets/fonts");

  @ParameterizedTest
  @CsvSource({
    "Inter-Regular.otf, Inter",
    "Inter-Medium.otf, Inter Medium",
    "Inter-SemiBold.otf, Inter Semi Bold",
    "JetBrainsMono-Regular.ttf, JetBrains Mono",
    "JetBrainsMono-SemiBold.ttf, JetBrains Mono SemiBold",
    "wqy-microhei.ttc, WenQuanYi Micro Hei"
  })
  void eachFontLoadsUnderTheFamilyThatItsReadmeNames(String file, String family)
      throws IOException {
    try (InputStream in = Files.newInputStream(FONTS.resolve(file))) {
      Font font = Font.loadFont(in, 13);

      assertThat(font).isNotNull();
      assertThat(font.getFamily()).isEqualTo(family);
    }
    assertThat(Files.readString(FONTS.resolve("README.md")))
        .contains("| " + file + " | `" + family + "` |");
  }

  @Test
  void eachFontHasItsLicenceBesideIt() throws IOException {
    List<String> fonts;
    try (Stream<Path> files = Files.list(FONTS)) {
      fonts =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches(".*\\.(otf|ttf|ttc)"))
              .toList();
    }

    assertThat(fonts).hasSize(6);
    for (String font : fonts) {
      Path licence = FONTS.resolve(font.replaceFirst("(-[A-Z].*)?\\.\\w+$", "-LICENSE.txt"));
      assertThat(licence).content().containsAnyOf("SIL OPEN FONT LICENSE", "Apache License");
    }
  }
}
