package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Job.OnError;
import fieldloom.model.RecordError;
import fieldloom.pack.Project;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over real files with a mapping made by hand. */
class MappingRunnerTest extends RunFixture {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void skippingWritesEveryGoodRecordInOrderAndTellsOfEveryBadOne(int threads) throws Exception {
    Files.writeString(in, orders(1, 10_000));
    Heard heard = new Heard();
    RunReport report = MappingRunner.run(request(OnError.SKIP, threads), heard);
    assertThat(report.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(report.counts()).isEqualTo(new Counts(10_000, 9_990, 10));
    assertThat(report.message()).isNull();
    assertThat(Files.readString(out))
        .isEqualTo(
            IntStream.rangeClosed(1, 10_000)
                .filter(i -> i % 1_000 != 0)
                .mapToObj(i -> "{\"id\":\"r" + i + "\",\"qty\":" + i + "}\n")
                .collect(Collectors.joining()));
    assertThat(Files.readAllLines(errors))
        .hasSize(10)
        .first()
        .isEqualTo(
            "{\"record\":1000,\"at\":\"line 1000\",\"target\":\"qty\",\"formula\":\"1:4\","
                + "\"code\":\"error\",\"message\":\"quantity must be positive\","
                + "\"input\":{\"id\":\"r1000\",\"qty\":0}}");
    assertThat(heard.errors).extracting(RecordError::record).hasSize(10).contains(1_000L, 10_000L);
    assertThat(heard.last).isEqualTo(report.counts());
    assertThat(left()).containsExactly("errors.ndjson", "in.ndjson", "out.ndjson");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void stoppingEndsAtTheFirstBadRecordAndLeavesNoOutput(int threads) throws Exception {
    Files.writeString(in, orders(1, 5_000));
    RunReport report = MappingRunner.run(request(OnError.STOP, threads), RunListener.NONE);
    assertThat(report.state()).isEqualTo(RunState.FAILED);
    assertThat(report.counts()).isEqualTo(new Counts(1_000, 999, 1));
    assertThat(report.message())
        .isEqualTo(
            "Record 1000 (line 1000) failed and ended the run: qty: quantity must be positive");
    assertThat(Files.readAllLines(errors)).hasSize(1);
    assertThat(left()).containsExactly("errors.ndjson", "in.ndjson");
  }

  @Test
  void aFailedRunLeavesTheOutputOfAnEarlierOneAsItWas() throws Exception {
    Files.writeString(out, "earlier");
    Files.writeString(in, orders(999, 1_001));
    MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE);
    assertThat(out).hasContent("earlier");
    MappingRunner.run(request(OnError.SKIP, 1), RunListener.NONE);
    assertThat(Files.readAllLines(out)).hasSize(2);
  }

  @Test
  void aRunWithoutBadRecordsLeavesAnEmptyErrorsFileSoThatNoOlderOneMisleads() throws Exception {
    Files.writeString(errors, "old");
    Files.writeString(in, orders(1, 3));
    MappingRunner.run(request(OnError.SKIP, 1), RunListener.NONE);
    assertThat(errors).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLineThatIsNoRecordFailsAloneAndACutOffEndToo(int threads) throws Exception {
    Files.writeString(in, order(1) + "{\"id\": oops}\n\n" + order(2) + "{\"id\": \"r3\", \"q");
    RunReport report = MappingRunner.run(request(OnError.SKIP, threads), RunListener.NONE);
    assertThat(report.counts()).isEqualTo(new Counts(4, 2, 2));
    List<String> lines = Files.readAllLines(errors);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"record\":2,\"at\":\"line 2\",\"target\":null,\"formula\":null,")
        .endsWith("\"input\":null}");
    assertThat(lines.get(1)).startsWith("{\"record\":4,\"at\":\"line 5\",");
  }

  @Test
  void aRecordThatOverflowsTheStackFailsAlone() throws Exception {
    Files.writeString(in, order(1) + "{\"deep\": 1}\n" + order(2));
    RunReport report = MappingRunner.run(request(OnError.SKIP, 1), RunListener.NONE);
    assertThat(report.counts()).isEqualTo(new Counts(3, 2, 1));
    assertThat(Files.readString(errors)).contains("\"too-deep\"", "\"record\":2");
  }

  @Test
  void aRecordThatItsTargetsFormatCannotHoldFailsAlone() throws Exception {
    Project csv = FakeMapping.project("ndjson", "csv");
    Files.writeString(in, order(1) + "{\"id\":{\"nested\":1},\"qty\":2}\n" + order(3));
    RunReport report = run(csv, OnError.SKIP);
    assertThat(report.counts()).isEqualTo(new Counts(3, 2, 1));
    assertThat(Files.readAllLines(out)).containsExactly("id,qty", "r1,1", "r3,3");
    assertThat(Files.readString(errors))
        .startsWith("{\"record\":2,\"at\":\"line 2\",\"target\":null,\"formula\":null,")
        .contains("\"unwritable\"")
        .endsWith("\"input\":{\"id\":{\"nested\":1},\"qty\":2}}\n");
  }

  @Test
  void aRecordThatOneOfItsTargetsCannotHoldIsWrittenToNone() throws Exception {
    Project project =
        FakeMapping.project(
            List.of(FakeMapping.document("order", "ndjson")),
            List.of(FakeMapping.document("bill", "ndjson"), FakeMapping.document("audit", "csv")),
            List.of());
    Files.writeString(
        in,
        "{\"id\":\"a\",\"qty\":1,\"audit\":{\"by\":\"li\"}}\n"
            + "{\"id\":\"b\",\"qty\":1,\"audit\":{\"by\":{}}}\n"
            + "{\"id\":\"c\",\"qty\":1,\"audit\":{\"by\":\"wu\"}}\n");
    Path audit = folder.resolve("audit.csv");
    Map<String, RunRequest.Output> outputs = new LinkedHashMap<>();
    outputs.put("bill", new RunRequest.Output.File(out));
    outputs.put("audit", new RunRequest.Output.File(audit));
    RunReport report =
        MappingRunner.run(
            new RunRequest(project, inputs(), outputs, OnError.SKIP, null, Map.of(), 1),
            RunListener.NONE);
    assertThat(report.counts()).isEqualTo(new Counts(3, 2, 1));
    assertThat(Files.readString(out)).contains("\"a\"", "\"c\"").doesNotContain("\"b\"");
    assertThat(Files.readAllLines(audit)).containsExactly("by", "li", "wu");
  }

  @Test
  void aFullDiskEndsTheRunWithTheOutputsName() throws Exception {
    Files.writeString(in, orders(1, 20_000));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    RunReport report =
        MappingRunner.run(
            new RunRequest(
                FakeMapping.project("ndjson", "ndjson"),
                inputs(),
                Map.of("bill", new RunRequest.Output.Stream(full)),
                OnError.SKIP,
                errors,
                Map.of(),
                1),
            RunListener.NONE);
    assertThat(report.state()).isEqualTo(RunState.FAILED);
    assertThat(report.message())
        .isEqualTo(
            "The output of bill cannot be written: the disk is full; make room on it and run"
                + " again.");
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void aFileThatIsReplacedKeepsWhoMayReadItAndALinkStaysALink() throws Exception {
    Files.writeString(in, order(1));
    Path real = Files.writeString(folder.resolve("real.ndjson"), "old");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(out, real);
    MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE);
    assertThat(out).isSymbolicLink().hasContent(order(1).strip());
    assertThat(Files.getPosixFilePermissions(real))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void theOneRecordOfAJsonDocumentIsWrittenBareAndItemsOfAnArrayAsAnArray() throws Exception {
    Project json = FakeMapping.project("json", "json");
    Files.writeString(in, "{\"id\": \"a\", \"qty\": 1}");
    run(json, OnError.SKIP);
    assertThat(out).hasContent("{\"id\":\"a\",\"qty\":1}");
    Files.writeString(in, "[{\"id\": \"a\", \"qty\": 1}]");
    run(json, OnError.SKIP);
    assertThat(Files.readString(out)).isEqualToIgnoringWhitespace("[{\"id\":\"a\",\"qty\":1}]");
    Files.writeString(in, "[]");
    run(json, OnError.SKIP);
    assertThat(Files.readString(out)).isEqualToIgnoringWhitespace("[]");
  }

  @Test
  void theOneRecordOfAJsonDocumentLeavesNoFileWhereItFails() throws Exception {
    Files.writeString(in, "{\"id\": \"a\", \"qty\": 0}");
    RunReport report = run(FakeMapping.project("json", "json"), OnError.SKIP);
    assertThat(report.counts()).isEqualTo(new Counts(1, 0, 1));
    assertThat(left()).containsExactly("errors.ndjson", "in.ndjson");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void otherSourcesAreReadWholeBeforeTheFirstRecord(int threads) throws Exception {
    Project project =
        FakeMapping.project(
            List.of(
                FakeMapping.document("order", "ndjson"), FakeMapping.document("prices", "json")),
            List.of(FakeMapping.document("bill", "ndjson"), FakeMapping.document("audit", "json")),
            List.of());
    Files.writeString(
        in,
        order(1)
            + "{\"id\":\"r2\",\"qty\":2,\"audit\":\"seen\"}\n"
            + order(3)
            + "{\"id\":\"r4\",\"qty\":0,\"audit\":\"not seen\"}\n");
    Path prices = folder.resolve("prices.json");
    Files.writeString(prices, "[{\"id\": \"r3\", \"price\": 19.90}]");
    Path audit = folder.resolve("audit.json");
    Map<String, RunRequest.Input> inputs = new LinkedHashMap<>();
    inputs.put("order", new RunRequest.Input.File(in));
    inputs.put("prices", new RunRequest.Input.File(prices));
    Map<String, RunRequest.Output> outputs = new LinkedHashMap<>();
    outputs.put("bill", new RunRequest.Output.File(out));
    outputs.put("audit", new RunRequest.Output.File(audit));
    RunRequest request =
        new RunRequest(project, inputs, outputs, OnError.SKIP, null, Map.of(), threads);
    RunReport report = MappingRunner.run(request, RunListener.NONE);
    assertThat(report.counts()).isEqualTo(new Counts(4, 3, 1));
    assertThat(Files.readAllLines(out))
        .last()
        .isEqualTo("{\"id\":\"r3\",\"qty\":3,\"price\":19.90}");
    assertThat(Files.readString(audit)).isEqualToIgnoringWhitespace("[\"seen\"]");

    Files.writeString(prices, "[{\"id\": ");
    assertThatThrownBy(() -> MappingRunner.run(request, RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("prices.json")
        .hasMessageContaining("line 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void cancellingEndsTheRunSoonAndLeavesNothing(int threads) throws Exception {
    Files.writeString(in, orders(1, 20_000));
    Heard heard = new Heard();
    heard.cancelAfterErrors = 3;
    RunReport report = MappingRunner.run(request(OnError.SKIP, threads), heard);
    assertThat(report.state()).isEqualTo(RunState.CANCELLED);
    assertThat(report.counts()).isEqualTo(new Counts(3_000, 2_997, 3));
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void streamsAreReadAndWrittenAndWhatWasWrittenStays() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    RunRequest request =
        new RunRequest(
            FakeMapping.project("ndjson", "ndjson"),
            Map.of(
                "order", new RunRequest.Input.Stream(bytes(orders(998, 1_002)), "standard input")),
            Map.of("bill", new RunRequest.Output.Stream(written)),
            OnError.STOP,
            null,
            Map.of(),
            1);
    RunReport report = MappingRunner.run(request, RunListener.NONE);
    assertThat(report.state()).isEqualTo(RunState.FAILED);
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(order(998) + order(999));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void warningsOfTheReaderAreTold(int threads) throws Exception {
    Files.writeString(in, order(1) + "{\"id\":\"a\",\"id\":\"b\",\"qty\":1}\n" + order(2));
    Heard heard = new Heard();
    RunReport report = MappingRunner.run(request(OnError.STOP, threads), heard);
    assertThat(report.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(heard.warnings).singleElement().asString().contains("id").contains("line 2");
  }

  @Test
  void aWarningIsToldOnceAndAThousandAreEnough() {
    Warnings warnings = new Warnings();
    Heard heard = new Heard();
    for (int i = 0; i < 1_500; i++) {
      warnings.add("warning " + i);
      warnings.add("warning " + i % 10);
    }
    warnings.tell(heard);
    warnings.tellLast(heard);
    assertThat(heard.warnings).hasSize(1_001).doesNotHaveDuplicates();
    assertThat(heard.warnings.getLast()).isEqualTo("500 more warnings are not shown.");
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
