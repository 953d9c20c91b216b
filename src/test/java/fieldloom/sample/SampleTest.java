package fieldloom.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fieldloom.job.MappingRunner;
import fieldloom.job.RunListener;
import fieldloom.job.RunReport;
import fieldloom.job.RunRequest;
import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Problem;
import fieldloom.model.RecordError;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample workspace is what people see first, and what is shown and measured. */
class SampleTest {
  private static final Path SAMPLE = Path.of("assets/sample");
  private static final String ORDERS = "crm-order-to-erp-sales-order.flmap";
  private static final String COUNTS = "wms-stock-count-to-erp.flmap";

  @Test
  void theListNamesEveryFile() throws IOException {
    List<String> there;
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      there =
          files
              .filter(Files::isRegularFile)
              .map(file -> SAMPLE.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("files.txt"))
              .toList();
    }

    assertThat(Files.readAllLines(SAMPLE.resolve("files.txt")))
        .containsExactlyInAnyOrderElementsOf(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {ORDERS, COUNTS})
  void savingAMappingChangesNoByte(String file) throws IOException, PackException {
    byte[] content = Files.readAllBytes(SAMPLE.resolve(file));

    Mapping mapping = MappingFile.read(content, file);

    assertThat(mapping.rules()).hasSizeGreaterThan(10);
    assertThat(MappingFile.write(mapping)).isEqualTo(content);
  }

  @Test
  void theMappingsHaveNoErrors() throws PackException {
    assertThat(errors(ORDERS)).isEmpty();
    assertThat(errors(COUNTS)).isEmpty();
  }

  @Test
  void theMappingOfOrdersWarnsThatANameMayBeTooLong() throws PackException {
    List<Problem> problems = Projects.open(SAMPLE.resolve(ORDERS)).problems();

    assertThat(problems)
        .extracting(problem -> problem.place().target())
        .contains("FEntity[].FMaterialName");
  }

  @TestFactory
  Stream<DynamicTest> everyTestCasePasses() throws PackException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String file : List.of(ORDERS, COUNTS)) {
      Project project = Projects.open(SAMPLE.resolve(file));
      assertThat(project.mapping().tests()).as("test cases of " + file).isNotEmpty();
      for (TestCase test : project.mapping().tests()) {
        tests.add(
            DynamicTest.dynamicTest(
                test.name(),
                () -> {
                  TestCases.Result result = TestCases.run(project, test);
                  assertThat(result.failure()).isNull();
                  assertThat(result.differences()).isEmpty();
                }));
      }
    }
    return tests.stream();
  }

  /** So that a test that compares nothing is noticed. */
  @Test
  void aTestCaseFailsWhereTheAmountIsACentOff(@TempDir Path folder)
      throws IOException, PackException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path bill = folder.resolve("samples/bill-1.json");
    Files.writeString(bill, Files.readString(bill).replace("21268.86", "21268.87"));

    Project project = Projects.open(folder.resolve(ORDERS));
    TestCases.Result result = TestCases.run(project, project.mapping().tests().getFirst());

    assertThat(result.differences())
        .extracting(FieldResult::path, FieldResult::expectedText)
        .containsExactly(tuple("FTotal", "21268.87"));
  }

  @Test
  void theJobWritesAllOrdersButFiveAndSaysWhatIsWrongWithThem(@TempDir Path folder)
      throws IOException, PackException, UnusableException {
    JsonNode job = JsonMapper.builder().build().readTree(SAMPLE.resolve("job.json").toFile());
    List<RecordError> errors = new ArrayList<>();

    RunReport report =
        run(
            Projects.open(SAMPLE.resolve(job.path("mapping").asText())),
            SAMPLE.resolve(job.path("inputs").path("order").asText()),
            folder.resolve(job.path("outputs").path("bill").asText()),
            errors);

    assertThat(job.path("onError").asText()).isEqualTo("skip");
    assertThat(report.counts()).isEqualTo(new Store.Counts(200, 195, 5));
    assertThat(errors)
        .extracting(RecordError::record, RecordError::at, RecordError::target)
        .containsExactly(
            tuple(20L, "line 20", "FCustId.FNumber"),
            tuple(60L, "line 60", "FDate"),
            tuple(100L, "line 100", "FBillNo"),
            tuple(140L, "line 140", "FEntity[1].FMaterialName"),
            tuple(180L, "line 180", "FEntity[]"));
  }

  @Test
  void everyFaultOfTheGeneratorIsFoundWithItsField(@TempDir Path folder)
      throws IOException, PackException, UnusableException {
    Path orders = folder.resolve("orders.ndjson");
    new OrderGenerator(OrderGenerator.SEED, 3).write(orders, 21);
    List<RecordError> errors = new ArrayList<>();

    RunReport report =
        run(Projects.open(SAMPLE.resolve(ORDERS)), orders, folder.resolve("bills"), errors);

    assertThat(report.counts()).isEqualTo(new Store.Counts(21, 14, 7));
    assertThat(errors)
        .extracting(RecordError::target)
        .containsExactly(
            "FCustId.FNumber",
            "FDate",
            "FBillNo",
            "FEntity[1].FMaterialName",
            "FEntity[]",
            "FSettleCurrId.FNumber",
            null);
  }

  private static RunReport run(Project project, Path in, Path out, List<RecordError> errors)
      throws UnusableException {
    RunRequest request =
        new RunRequest(
            project,
            Map.of("order", new RunRequest.Input.File(in)),
            Map.of("bill", new RunRequest.Output.File(out)),
            Job.OnError.SKIP,
            null,
            Map.of(),
            1);
    return MappingRunner.run(
        request,
        new RunListener() {
          @Override
          public void error(RecordError error) {
            errors.add(error);
          }
        });
  }

  private static List<String> errors(String file) throws PackException {
    return Projects.open(SAMPLE.resolve(file)).problems().stream()
        .filter(Problem::isError)
        .map(Problem::line)
        .toList();
  }
}
