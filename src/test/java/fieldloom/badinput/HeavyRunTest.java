package fieldloom.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.Main;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs over records too large for their heap, as a program of its own. */
class HeavyRunTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ndjson | {\"a\":[ | {}, | 5000000 | `{}]}\n{\"a\":2}\n`",
        "ndjson | {\"b\":[ | {}, | 5000000 | `{}]}\n{\"a\":2}\n`",
        "json | [{\"a\":[ | {}, | 5000000 | {}]},{\"a\":2}]",
      })
  void aRecordTooLargeFailsAloneAndTheNextIsMapped(
      String format, String before, String middle, long count, String behind) throws Exception {
    Path mapping = folder.resolve("m.flmap");
    Path input = folder.resolve("in");
    Path output = folder.resolve("out.ndjson");
    Files.writeString(
        mapping,
        """
        {"fieldloom": 1, "name": "heavy", "sources": [{"name": "order", "format": "%s"}],
         "target": {"name": "bill", "format": "ndjson"},
         "rules": [{"to": "v", "from": "order.a"}]}
        """
            .formatted(format));
    try (InputStream in = HeavyInput.of(before, middle, count, behind)) {
      Files.copy(in, input);
    }

    String said =
        SmallHeap.output(
            Main.class,
            "run",
            mapping.toString(),
            "--in",
            "order=" + input,
            "--out",
            output.toString(),
            "--on-error",
            "skip");

    assertThat(said)
        .contains("record 1", "and the most that one record may take")
        .contains("2 read, 1 written, 1 failed");
    assertThat(output).hasContent("{\"v\":2}");
  }
}
