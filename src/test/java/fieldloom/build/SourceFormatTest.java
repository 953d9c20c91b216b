package fieldloom.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFormatTest {
  private static final Path SOURCES = Path.of("src");

  @Test
  @DisplayName("every source file is formatted")
  void everySourceFileIsFormatted() throws IOException {
    assertThat(SourceFormat.sources(SOURCES)).hasSizeGreaterThan(50);
    assertThat(SourceFormat.unformatted(SOURCES))
        .as("files that are not in google-java-format; run: %s", SourceFormat.COMMAND)
        .isEmpty();
  }

  @Test
  void aFileThatIsNotFormattedIsFound(@TempDir Path folder) throws IOException {
    Path off = Files.writeString(folder.resolve("Off.java"), "class Off{int x ;}\n");
    Files.writeString(folder.resolve("Good.java"), "class Good {}\n");

    assertThat(SourceFormat.unformatted(folder)).containsExactly(off);
  }

  @Test
  void theFormatterReadsTheSyntaxOfTheNewestJava() throws FormatterException {
    assertThat(SourceFormat.format("import module java.base;\nvoid main( ) { IO.println(1) ; }\n"))
        .isEqualTo("import module java.base;\n\nvoid main() {\n  IO.println(1);\n}\n");
  }
}
