package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/fieldloom");

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.endsWith("texts.properties")).sorted().toList();
    }
  }

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  @Test
  void everyFeatureOfTheWindowHasItsOwnWords() throws IOException {
    assertThat(bundles()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void englishAndChineseHaveTheSameWordsAndTheSameGaps(Path english) throws IOException {
    Properties en = read(english);
    Properties zh = read(english.resolveSibling("texts_zh.properties"));
    assertThat(zh.keySet()).isEqualTo(en.keySet());
    for (String key : en.stringPropertyNames()) {
      assertThat(gaps(zh.getProperty(key))).as(key).isEqualTo(gaps(en.getProperty(key)));
    }
  }

  /** Words that code asks for by a key that stands there as it is. */
  private static final Pattern ASKED =
      Pattern.compile("(?:TEXTS|Words)\\s*\\.\\s*(?:get|bind)\\(\\s*\"([^\"]+)\"\\s*[,)]");

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void whatCodeAsksForIsThere(Path english) throws IOException {
    Set<String> there = read(english).stringPropertyNames();
    Path folder = Objects.requireNonNull(english.getParent());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        List<String> asked =
            ASKED.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
        assertThat(there).as(file.toString()).containsAll(asked);
      }
    }
  }

  private static int gaps(String text) {
    return text.contains("{")
        ? new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length
        : 0;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return properties;
  }

  @Test
  void boundWordsFollowTheLanguage() {
    StringBinding close = Texts.of(Background.class).bind("close");
    assertThat(close.get()).isEqualTo("Close");
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(close.get()).isEqualTo("关闭");
  }
}
