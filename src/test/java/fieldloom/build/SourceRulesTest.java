package fieldloom.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the house style asks of every source file and a reader of classes cannot see. */
class SourceRulesTest {
  private static final Path SOURCES = Path.of("src");
  private static final int MOST_LINES = 400;

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : SourceFormat.sources(SOURCES)) {
      long lines = Files.readString(file).lines().count();
      if (lines > MOST_LINES) {
        tooLong.add(file + " has " + lines + " lines");
      }
    }
    assertThat(tooLong).as("files to split along their meaning").isEmpty();
  }

  // The patterns are written so that they do not find themselves.
  @ParameterizedTest(name = "no {1}")
  @CsvSource({
    "(?:TO)DO|(?:FIX)ME, marks of unfinished work",
    "catch \\((?:final )?(?:Exception|Throwable|RuntimeException) , catching of everything",
    "(?:UnsupportedOperation)Exception\\(, methods that are not there",
    "Thread[.](?:sleep)\\(, sleeping",
    "@(?:Disabled)\\b, tests that are switched off",
    "/(?:work|root)/, paths of one machine"
  })
  void nothingUnsafeStandsInTheSources(String pattern, String what) throws IOException {
    Pattern unwanted = Pattern.compile(pattern);
    List<String> found = new ArrayList<>();
    for (Path file : SourceFormat.sources(SOURCES)) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (unwanted.matcher(lines.get(i)).find()) {
          found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    assertThat(found).as(what).isEmpty();
  }
}
