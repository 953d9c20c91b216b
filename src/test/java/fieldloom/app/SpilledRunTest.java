package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins of more records than the heap holds, in a program of their own. */
class SpilledRunTest {
  /** In memory these records take about 100 MB. */
  private static final int RECORDS = 120_000;

  private static final String MAPPING =
      """
      {"fieldloom": 1, "name": "large",
       "sources": [{"name": "order", "format": "ndjson"}, {"name": "stock", "format": "csv"}],
       "target": {"name": "bill", "format": "csv"},
       "rules": [
         {"to": "[]", "each": "[order]", "as": "o",
          "join": {"with": "stock[]", "as": "s", "on": "s.sku == o.sku"}},
         {"to": "no", "from": "o.no"},
         {"to": "name", "formula": "LOOKUP_IN(stock[], \\"sku\\", o.sku, \\"name\\")"},
         {"to": "bin", "from": "s.bin"}]}
      """;

  @TempDir private Path folder = Path.of("");
  private Path temporary = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    Files.writeString(folder.resolve("m.flmap"), MAPPING);
    try (BufferedWriter stock = Files.newBufferedWriter(folder.resolve("stock.csv"));
        BufferedWriter orders = Files.newBufferedWriter(folder.resolve("orders.ndjson"))) {
      stock.write("sku,name,bin,a,b,c,d\n");
      for (int i = 0; i < RECORDS; i++) {
        long far = i * 7919L % RECORDS;
        stock.write("s%d,name %d,b%d,%d,%d,%d,%d%n".formatted(far, far, i, i, i, i, i));
        orders.write("{\"no\": %d, \"sku\": \"s%d\"}%n".formatted(i, i));
      }
    }
  }

  private Process start(String order, String memory) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                folder.resolve("m.flmap").toString(),
                "--in",
                "order=" + order,
                "--in",
                "stock=" + folder.resolve("stock.csv"),
                "--out",
                folder.resolve("out.csv").toString(),
                "--memory",
                memory));
    return new ProcessBuilder(words)
        .redirectError(folder.resolve("stderr.txt").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("stderr.txt"));
  }

  private List<String> spilled() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(".fieldloom-spill."))
          .toList();
    }
  }

  @Test
  void moreRecordsThanTheHeapHoldsAreJoinedAndLookedUp() throws Exception {
    Process run = start(folder.resolve("orders.ndjson").toString(), "4MB");
    assertThat(run.waitFor()).as(said()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines).hasSize(RECORDS + 1);
    assertThat(lines.get(1)).isEqualTo("0,name 0,b0");
    for (int i = 0; i < RECORDS; i += 997) {
      int row = i;
      long at =
          Stream.iterate(0L, n -> n + 1)
              .filter(n -> n * 7919 % RECORDS == row)
              .findFirst()
              .orElseThrow();
      assertThat(lines.get(i + 1)).isEqualTo("%d,name %d,b%d".formatted(i, i, at));
    }
    assertThat(spilled()).isEmpty();
  }

  @Test
  void whatAKilledRunLeftOnTheDiskTheNextOneRemoves() throws Exception {
    try (WatchService watch = temporary.getFileSystem().newWatchService()) {
      temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process waits = start("-", "4MB");
      try {
        while (spilled().isEmpty()) {
          watch.take().reset();
        }
      } finally {
        waits.destroyForcibly().waitFor();
      }
    }
    assertThat(spilled()).hasSize(1);
    Files.writeString(folder.resolve("one.ndjson"), "{\"no\": 1, \"sku\": \"s7919\"}");
    Files.writeString(folder.resolve("stock.csv"), "sku,name,bin\ns7919,n,b\n");
    Process next = start(folder.resolve("one.ndjson").toString(), "4MB");
    assertThat(next.waitFor()).as(said()).isZero();
    assertThat(folder.resolve("out.csv")).hasContent("no,name,bin\n1,n,b\n");
    assertThat(spilled()).isEmpty();
  }

  @Test
  void aDiskThatTakesNothingEndsTheRunInASentence() throws Exception {
    Files.delete(temporary);
    Files.writeString(temporary, "no folder");
    Process run = start(folder.resolve("orders.ndjson").toString(), "4MB");
    assertThat(run.waitFor()).isEqualTo(1);
    assertThat(said())
        .contains("The temporary file " + temporary)
        .contains("free space in its folder, or let records take more memory")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }
}
