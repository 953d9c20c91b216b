package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at a mapping, carry it, or draw it. */
class MappingCommandsTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  @Test
  void aMappingWithoutProblemsIsValidAndNothingIsSaid() throws IOException {
    Orders orders = Orders.in(folder);

    assertThat(commands.run(terminal, "validate", orders.mapping())).isEqualTo(Exit.OK);
    assertThat(terminal.out() + terminal.err()).isEmpty();
  }

  @Test
  void problemsAreOneLineEachWithFourColumns() throws IOException {
    Orders orders = Orders.in(folder, "UPPR(order.id)");

    assertThat(commands.run(terminal, "validate", orders.mapping())).isEqualTo(Exit.FAILED);
    String[] columns = terminal.out().strip().split("\t", -1);
    assertThat(columns).hasSize(4);
    assertThat(columns[0]).isEqualTo("error");
    assertThat(columns[1]).isEqualTo("qty");
    assertThat(columns[2]).contains("1:1", "UPPR");
    assertThat(columns[3]).contains("UPPER");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void warningsLeaveAMappingValid() throws IOException {
    Orders orders = Orders.in(folder);
    orders.write(
        "bill.schema.json",
        """
        {"type": "object", "required": ["id", "date"], "properties": {
          "id": {"type": "string"}, "org": {"type": "string"}, "qty": {"type": "integer"},
          "date": {"type": "string", "format": "date"}}}
        """);

    assertThat(commands.run(terminal, "validate", orders.mapping())).isEqualTo(Exit.OK);
    assertThat(terminal.out()).startsWith("warning\tdate\t");
  }

  @Test
  void anAcceptedWarningIsShownAsSuchWithItsReason() throws IOException {
    Orders orders = Orders.in(folder);
    orders.write(
        "bill.schema.json",
        """
        {"type": "object", "required": ["id", "date"], "properties": {
          "id": {"type": "string"}, "org": {"type": "string"}, "qty": {"type": "integer"},
          "date": {"type": "string", "format": "date"}}}
        """);
    Path file = Path.of(orders.mapping());
    String accepted =
        "\"accepted\": [{\"code\": \"required-unfilled\", \"at\": \"date\","
            + " \"reason\": \"comes with the next release\"}]}";
    Files.writeString(file, Files.readString(file).strip().replaceFirst("}$", ", " + accepted));

    assertThat(commands.run(terminal, "validate", orders.mapping())).isEqualTo(Exit.OK);
    assertThat(terminal.out()).startsWith("accepted\tdate\t");
    assertThat(terminal.out().strip()).endsWith("\tcomes with the next release");
  }

  @Test
  void whatChangedBetweenTwoMappingsIsALineEach() throws IOException {
    Orders before = Orders.in(Files.createDirectory(folder.resolve("a")), "order.q");
    Orders after = Orders.in(Files.createDirectory(folder.resolve("b")), "ROUND(order.q, 2)");
    after.write(
        "order.schema.json",
        """
        {"type": "object", "properties": {
          "id": {"type": "string"}, "q": {"type": "integer"}, "extra": {"type": "string"}}}
        """);

    assertThat(commands.run(terminal, "diff", before.mapping(), after.mapping()))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(terminal.out().lines())
        .containsExactly(
            "new\tschema of source order: field extra added, string",
            "changed\tqty: now through ROUND(…, 2)");
    Captured same = Captured.unattended();
    assertThat(commands.run(same, "diff", before.mapping(), before.mapping())).isEqualTo(Exit.OK);
    assertThat(same.out() + same.err()).isEmpty();
  }

  @Test
  void theStepsOfAFieldAreSaidInOrderEachWithItsValuesPutIn() throws IOException {
    Orders orders = Orders.in(folder, "IF(order.q > 2, order.q * 10, 1 / 0)");
    orders.write("in.ndjson", "{\"id\": \"a\", \"q\": 1}\n{\"id\": \"b\", \"q\": 3}\n");
    String in = "order=" + folder.resolve("in.ndjson");

    assertThat(
            commands.run(
                terminal, "trace", orders.mapping(), "--in", in, "--to", "qty", "--record", "2"))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(terminal.out().lines())
        .containsExactly(
            "qty\t30",
            "  1\tCompare\torder.q > 2\t3 > 2\tTRUE",
            "  2\tMultiply\torder.q * 10\t3 × 10\t30",
            "  3\tIF\tIF(TRUE, 30, 1 ÷ 0)\t30",
            "  4\tWrite\tqty integer\t30");
    Captured failed = Captured.unattended();
    assertThat(commands.run(failed, "trace", orders.mapping(), "--in", in, "--to", "qty"))
        .isEqualTo(Exit.FAILED);
    assertThat(failed.out().lines())
        .contains(
            "qty\tfails: 1 cannot be divided by zero.",
            "  2\tDivide\t1 / 0\t1 ÷ 0\tfails: 1 cannot be divided by zero.",
            "  3\tWrite\tqty integer\t1 cannot be divided by zero.\tfailed");
  }

  @Test
  void aFieldOrRecordThatIsNotThereCannotBeTraced() throws IOException {
    Orders orders = Orders.in(folder, "order.q");
    orders.write("in.ndjson", "{\"id\": \"a\", \"q\": 1}\n");
    String in = "order=" + folder.resolve("in.ndjson");

    assertThat(commands.run(terminal, "trace", orders.mapping(), "--in", in, "--to", "price"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err())
        .contains("No rule fills price; give --to a field that one fills, such as id, org, qty.");
    Captured beyond = Captured.unattended();
    assertThat(
            commands.run(
                beyond, "trace", orders.mapping(), "--in", in, "--to", "qty", "--record", "7"))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(beyond.err()).contains("There is no record 7; the input has 1.");
  }

  @Test
  void aPassingTestIsSaidAndCounted() throws IOException {
    Orders orders = Orders.in(folder);

    assertThat(commands.run(terminal, "test", orders.mapping()))
        .as(terminal.out())
        .isEqualTo(Exit.OK);
    assertThat(terminal.out()).isEqualTo("ok\t一张订单\n1 passed, 0 failed\n");
  }

  @Test
  void eachFieldThatIsNotAsWantedIsPrinted() throws IOException {
    Orders orders = Orders.in(folder);
    orders.write("one-bill.ndjson", "{\"id\": \"单1\", \"org\": \"100\", \"qty\": 2, \"x\": 1}\n");

    assertThat(commands.run(terminal, "test", orders.mapping())).isEqualTo(Exit.FAILED);
    assertThat(terminal.out().lines())
        .containsExactly(
            "FAIL\t一张订单",
            "\tbill record 1, qty: wanted 2, got 1",
            "\tbill record 1, x: wanted 1, got absent",
            "0 passed, 1 failed");
  }

  @Test
  void anUnusableMappingIsNotTested() throws IOException {
    Orders orders = Orders.in(folder, "UPPR(order.id)");

    assertThat(commands.run(terminal, "test", orders.mapping())).isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err()).contains("UPPR");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aMappingGoesThroughAPackageAndBack() throws IOException {
    Orders orders = Orders.in(folder.resolve("a").toFile().mkdir() ? folder.resolve("a") : folder);
    String box = folder.resolve("订单.flpkg").toString();
    Path back = folder.resolve("back");

    assertThat(commands.run(terminal, "export", orders.mapping(), "--as", "package", "--out", box))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(commands.run(terminal, "test", box)).isEqualTo(Exit.OK);
    assertThat(commands.run(terminal, "import", box, "--out", back.toString()))
        .as(terminal.err())
        .isEqualTo(Exit.OK);

    String mapping = terminal.out().lines().toList().getLast();
    assertThat(Path.of(mapping)).isRegularFile().startsWith(back);
    assertThat(commands.run(terminal, "test", mapping)).isEqualTo(Exit.OK);
  }

  @Test
  void aFailedExportLeavesWhatWasThere() throws IOException {
    Orders orders = Orders.in(folder);
    Path box = Files.writeString(folder.resolve("old.flpkg"), "old");
    Files.delete(folder.resolve("one.ndjson"));

    assertThat(
            commands.run(
                terminal, "export", orders.mapping(), "--as", "package", "--out", box.toString()))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.errLines()).singleElement().asString().contains("one.ndjson");
    assertThat(box).hasContent("old");
  }

  @Test
  void aPictureIsAskedForInItsSize() throws IOException {
    Orders orders = Orders.in(folder);
    String out = folder.resolve("c.svg").toString();

    assertThat(
            commands.run(terminal, "render", orders.mapping(), "--out", out, "--size", "800x600"))
        .isEqualTo(Exit.OK);
    assertThat(commands.asked()).isEqualTo("orders to bills 800x600 " + out);
    assertThat(terminal.out().strip()).isEqualTo(out);
  }
}
