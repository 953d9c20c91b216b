package fieldloom.job;

import fieldloom.model.Job.OnError;
import fieldloom.pack.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files and requests that tests of runs share. */
abstract class RunFixture {
  @TempDir Path folder;
  Path in = Path.of("");
  Path out = Path.of("");
  Path errors = Path.of("");

  @BeforeEach
  void names() {
    in = folder.resolve("in.ndjson");
    out = folder.resolve("out.ndjson");
    errors = folder.resolve("errors.ndjson");
  }

  RunReport run(Project project, OnError onError) throws UnusableException {
    return MappingRunner.run(
        new RunRequest(
            project,
            inputs(),
            Map.of("bill", new RunRequest.Output.File(out)),
            onError,
            errors,
            Map.of(),
            1),
        RunListener.NONE);
  }

  RunRequest request(OnError onError, int threads) {
    return new RunRequest(
        FakeMapping.project("ndjson", "ndjson"),
        inputs(),
        Map.of("bill", new RunRequest.Output.File(out)),
        onError,
        errors,
        Map.of(),
        threads);
  }

  Map<String, RunRequest.Input> inputs() {
    return Map.of("order", new RunRequest.Input.File(in));
  }

  /** Orders from one number to another; every thousandth is bad. */
  static String orders(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(RunFixture::order)
        .collect(Collectors.joining());
  }

  static String order(int i) {
    return "{\"id\":\"r" + i + "\",\"qty\":" + (i % 1_000 == 0 ? 0 : i) + "}\n";
  }

  List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
