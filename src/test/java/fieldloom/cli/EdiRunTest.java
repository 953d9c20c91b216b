package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.payload.edi.EdiFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interchanges from one end of the command line to the other. */
class EdiRunTest {
  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");

  private static String file(String name) {
    return EdiFiles.FOLDER.resolve(name).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "x12-to-order.flmap, po, invoice810_po850_dual.edi, x12-order-expected.json, 1",
    "orders-to-erp.flmap, order, orders-d96a.edi, orders-expected.json, 2",
    "order-to-edifact.flmap, po, purchase-orders.json, purchase-orders-expected.edi, 2",
    "invoice-to-edifact.flmap, bill, invoices.json, invoic-expected.edi, 2"
  })
  void aRunWritesWhatTheStandardSays(
      String mapping, String source, String input, String expected, int records)
      throws IOException {
    Path out = folder.resolve("out");

    int status =
        commands.run(
            terminal,
            "run",
            file(mapping),
            "--in",
            source + "=" + file(input),
            "--out",
            out.toString(),
            "--set",
            "NOW=2026-11-30T08:15:00Z");

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.errLines().getLast()).startsWith(records + " read, " + records);
    assertThat(lines(Files.readAllBytes(out))).isEqualTo(lines(EdiFiles.bytes(expected)));
    assertThat(commands.run(Captured.unattended(), "test", file(mapping))).isEqualTo(Exit.OK);
  }

  private static List<String> lines(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
  }

  @Test
  void underSkipOneBadOrderFailsAndTheOtherIsWritten() throws IOException {
    String text = new String(EdiFiles.bytes("orders-d96a.edi"), StandardCharsets.ISO_8859_1);
    Path bad =
        Files.writeString(
            folder.resolve("bad.edi"),
            text.replace("QTY+21:12.5", "QTY+21:12x5"),
            StandardCharsets.ISO_8859_1);
    Path out = folder.resolve("out.json");

    int status =
        commands.run(
            terminal,
            "run",
            file("orders-to-erp.flmap"),
            "--in",
            "order=" + bad,
            "--out",
            out.toString(),
            "--on-error",
            "skip");

    assertThat(status).isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines())
        .contains(
            "error: record 1 (line 3): At line 17, column 8 the component QTY0102 of the segment 15"
                + " (QTY) is no number but “12x5”; correct the message or its schema.");
    assertThat(terminal.errLines().getLast()).startsWith("2 read, 1 written, 1 failed in ");
    assertThat(Files.readString(out)).contains("4500017392").doesNotContain("4500017391");
  }

  @Test
  void anOrderThatTheStandardDoesNotAllowIsSaidAndTheOtherIsWritten() throws IOException {
    Path orders =
        Files.writeString(
            folder.resolve("orders.json"),
            EdiFiles.text("purchase-orders.json")
                .replace("\"4500017391\"", "\"" + "4".repeat(36) + '"'));
    Path out = folder.resolve("out.edi");

    int status =
        commands.run(
            terminal,
            "run",
            file("order-to-edifact.flmap"),
            "--in",
            "po=" + orders,
            "--out",
            out.toString(),
            "--on-error",
            "skip");

    assertThat(status).isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines().getFirst()).contains("BGM02", "36 characters", "takes 35");
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
        .contains("BGM+220+4500017392+9'", "UNT+12+1'", "UNZ+1+261103'");
  }

  @Test
  void aSchemaAndASampleAreShownAsFields() {
    assertThat(commands.run(terminal, "schema", file("orders-d96a.xml"))).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("SG25[].LIN.LIN03.LIN0301\tstring\t0..1\tItem number\tmaxLength=35\n")
        .contains("BGM.BGM01.BGM0101\tstring\t0..1\tDocument name code\t");
    Captured json = Captured.unattended();
    commands.run(json, "schema", file("orders-d96a.xml"), "--as", "json");
    assertThat(json.out()).contains("220: Order\\n221: Blanket order");
    Captured sample = Captured.unattended();
    assertThat(commands.run(sample, "schema", file("orders-d96a.edi"))).isEqualTo(Exit.OK);
    assertThat(sample.out()).contains("LoopLIN[].QTY.QTY01.QTY0102\tstring\t1\t");
  }
}
