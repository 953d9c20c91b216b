package fieldloom.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectedBillsTest {

  @Test
  void theScriptThatKnowsTheRulesASecondTimeComputesTheExpectedBills()
      throws IOException, InterruptedException {
    assumeTrue(hasPython(), "python3 is not on the path");
    Process script =
        new ProcessBuilder(
                "python3",
                "src/test/resources/sample/expected_bills.py",
                "assets/sample",
                "--check")
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(script.waitFor()).as(said).isZero();
  }

  private static boolean hasPython() {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
  }
}
