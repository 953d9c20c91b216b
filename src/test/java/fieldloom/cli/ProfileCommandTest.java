package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCommandTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  @Test
  void eachFieldOfSourceAndTargetIsALineWithWhatItHeld() throws IOException {
    Orders orders = Orders.in(folder, "order.q * 2");
    orders.write(
        "in.ndjson",
        "{\"id\":\"a\",\"q\":9}\n{\"id\":\"b\",\"q\":10}\n{\"id\":\"a\"}\n{\"id\":\"ccc\",\"q\":9}\n");
    int status =
        commands.run(
            terminal, "profile", orders.mapping(), "--in", "order=" + folder.resolve("in.ndjson"));
    assertThat(terminal.errLines()).last().asString().startsWith("4 read, 4 mapped, 0 failed in");
    assertThat(status).isZero();
    List<String> lines = terminal.out().lines().toList();
    assertThat(lines)
        .contains(
            "source\torder\tid\tstring\t4\t4\t100.0\t3\ta\tccc\t1\t3\ta (2); b (1); ccc (1)\t0\t",
            "source\torder\tq\tinteger\t4\t3\t75.0\t2\t9\t10\t1\t2\t9 (2); 10 (1)\t0\t",
            "target\tbill\tqty\tinteger\t4\t3\t75.0\t2\t18\t20\t2\t2\t18 (2); 20 (1)\t0\t");
  }

  @Test
  void failuresAreCountedAtTheirFieldWithTheFirstOne() throws IOException {
    Orders orders = Orders.in(folder);
    orders.write(
        "in.ndjson",
        "{\"id\":\"a\",\"q\":1}\n{\"id\":\"b\",\"q\":0}\n{\"id\":\"c\",\"q\":-1}\n{bad\n");
    int status =
        commands.run(
            terminal, "profile", orders.mapping(), "--in", "order=" + folder.resolve("in.ndjson"));
    assertThat(status).isEqualTo(Exit.FAILED);
    assertThat(terminal.out().lines().filter(line -> line.contains("\tqty\t")).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).contains("\t2\tRecord 2 (line 2): quantity must be positive"));
    assertThat(terminal.err())
        .contains("Not read: 1; the first: Record 4", "4 read, 1 mapped, 3 failed");
    assertThat(terminal.out()).contains("source\torder\tq\tinteger\t3\t3\t100.0\t3\t-1\t1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "html"})
  void itIsWrittenToAFileByItsEnding(String ending) throws IOException {
    Orders orders = Orders.in(folder, "order.q");
    Path out = folder.resolve("profile." + ending);
    int status =
        commands.run(
            terminal,
            "profile",
            orders.mapping(),
            "--in",
            "order=" + folder.resolve("good.ndjson"),
            "--out",
            out.toString());
    assertThat(terminal.errLines()).hasSize(1);
    assertThat(status).isZero();
    assertThat(Files.size(out)).isGreaterThan(200);
    if (!ending.equals("xlsx")) {
      assertThat(Files.readString(out)).contains("filledPercent", "qty");
    }
  }

  @Test
  void anotherEndingIsRefusedInASentence() throws IOException {
    Orders orders = Orders.in(folder, "order.q");
    assertThat(commands.run(terminal, "profile", orders.mapping(), "--out", "p.doc"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains(".csv", "p.doc");
  }
}
