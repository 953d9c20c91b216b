package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Document;
import fieldloom.model.Job.OnError;
import fieldloom.model.Problem;
import fieldloom.model.RecordError;
import fieldloom.pack.Project;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over real files with a mapping made by hand. */
class MappingRunnerTest {
  @TempDir Path folder;
  private Path in;
  private Path out;
  private Path errors;

  @BeforeEach
  void names() {
    in = folder.resolve("in.ndjson");
    out = folder.resolve("out.ndjson");
    errors = folder.resolve("errors.ndjson");
  }

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
            List.of(document("order", "ndjson"), document("prices", "json")),
            List.of(document("bill", "ndjson"), document("audit", "json")),
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

  @Test
  void aMissingInputIsNamedWithWhatToWrite() {
    assertThatThrownBy(
            () ->
                MappingRunner.run(
                    new RunRequest(
                        FakeMapping.project("ndjson", "ndjson"),
                        Map.of(),
                        Map.of(),
                        OnError.STOP,
                        null,
                        Map.of(),
                        1),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("--in order=FILE");
  }

  @Test
  void anInputThatCannotBeReadIsNamed() throws Exception {
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("in.ndjson")
        .hasMessageContaining("no such file");
    Files.createDirectory(in);
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("is a folder");
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void anEmptyJsonDocumentIsUnusable() throws Exception {
    Files.writeString(in, "");
    assertThatThrownBy(() -> run(FakeMapping.project("json", "json"), OnError.SKIP))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("in.ndjson")
        .hasMessageContaining("empty");
    assertThat(left()).containsExactly("in.ndjson");
  }

  @Test
  void anOutputWithoutAFolderOrNamedTwiceIsUnusable() throws Exception {
    Files.writeString(in, order(1));
    out = folder.resolve("none/out.ndjson");
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("there is no folder");
    out = errors;
    assertThatThrownBy(() -> MappingRunner.run(request(OnError.STOP, 1), RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("named twice");
  }

  @Test
  void aMappingWithAnErrorAndAWrongParameterAreUnusable() throws Exception {
    Files.writeString(in, order(1));
    Problem problem =
        new Problem(
            Problem.Severity.ERROR,
            "unknown-path",
            new Problem.Place(0, "qty", "formula", 2, 1),
            "There is no field order.qyt.",
            "Did you mean order.qty?");
    Project wrong =
        FakeMapping.project(
            List.of(document("order", "ndjson")),
            List.of(document("bill", "ndjson")),
            List.of(problem));
    assertThatThrownBy(() -> run(wrong, OnError.SKIP))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("qty: formula 2:1: There is no field order.qyt.");
    assertThatThrownBy(
            () ->
                MappingRunner.run(
                    new RunRequest(
                        FakeMapping.project("ndjson", "ndjson"),
                        inputs(),
                        Map.of(),
                        OnError.STOP,
                        null,
                        Map.of("wrong", "1"),
                        1),
                    RunListener.NONE))
        .isInstanceOf(UnusableException.class)
        .hasMessage("The mapping has no parameter wrong.");
    assertThat(left()).containsExactly("in.ndjson");
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

  private RunReport run(Project project, OnError onError) throws UnusableException {
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

  private RunRequest request(OnError onError, int threads) {
    return new RunRequest(
        FakeMapping.project("ndjson", "ndjson"),
        inputs(),
        Map.of("bill", new RunRequest.Output.File(out)),
        onError,
        errors,
        Map.of(),
        threads);
  }

  private Map<String, RunRequest.Input> inputs() {
    return Map.of("order", new RunRequest.Input.File(in));
  }

  private static Document document(String name, String format) {
    return FakeMapping.document(name, format);
  }

  /** Orders from one number to another; every thousandth is bad. */
  private static String orders(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(MappingRunnerTest::order)
        .collect(Collectors.joining());
  }

  private static String order(int i) {
    return "{\"id\":\"r" + i + "\",\"qty\":" + (i % 1_000 == 0 ? 0 : i) + "}\n";
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Heard implements RunListener {
    private final List<RecordError> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Counts last = Counts.NONE;
    private int cancelAfterErrors = Integer.MAX_VALUE;

    @Override
    public void progress(Counts counts) {
      last = counts;
    }

    @Override
    public void warning(String message) {
      warnings.add(message);
    }

    @Override
    public void error(RecordError error) {
      errors.add(error);
    }

    @Override
    public boolean cancelled() {
      return errors.size() >= cancelAfterErrors;
    }
  }
}
