package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.CarriedFiles;
import fieldloom.cli.StoredMappings;
import fieldloom.job.JobService;
import fieldloom.job.RunListener;
import fieldloom.landscape.Area;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowStates;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.LandscapeException;
import fieldloom.landscape.LandscapeFile;
import fieldloom.model.Job;
import fieldloom.model.Problem;
import fieldloom.pack.PackException;
import fieldloom.pack.PackageContent;
import fieldloom.pack.Packages;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the landscape that the program carries, edge by edge, as it lies in a store. */
class CarriedLandscapeTest {
  @TempDir private static Path folder = Path.of("");
  private static Store store;
  private static long workspace;

  @BeforeAll
  static void layOut() throws IOException, StoreException {
    store = Stores.open(folder.resolve("store"));
    workspace = store.workspace("Works").id();
    CarriedLandscape.layOut(store, workspace);
  }

  @AfterAll
  static void close() throws StoreException {
    store.close();
  }

  static List<Flow> flows() throws IOException {
    return CarriedLandscape.landscape().flows();
  }

  @Test
  void theNineSystemsAndTheVendorsAreThereWithTheirFlows() throws Exception {
    Landscape landscape = stored();
    Area nine = landscape.areas().getFirst();

    assertThat(landscape.systems(nine)).hasSize(9);
    assertThat(landscape.edges(nine).stream().mapToInt(edge -> edge.flows().size()).sum())
        .isGreaterThanOrEqualTo(33);
    Area integrations = landscape.areas().get(1);
    assertThat(landscape.systems(integrations)).hasSize(7);
    assertThat(landscape.edges(integrations)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(landscape.edges(nine)).allMatch(edge -> !edge.sentence().chinese().isEmpty());
    assertThat(landscape.edges(integrations)).noneMatch(edge -> edge.sentence().isEmpty());
  }

  @Test
  void everyTemplateIsAFlow() throws IOException {
    assertThat(flows())
        .extracting(Flow::id)
        .containsExactlyInAnyOrderElementsOf(CarriedLandscape.templates());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void everyFlowHasAMappingWithoutErrors(Flow flow) throws Exception {
    assertThat(project(flow).problems()).filteredOn(Problem::isError).isEmpty();
    assertThat(project(flow).mapping().name()).matches(".*[A-Za-z].* .*\\p{IsHan}.*");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void everyFlowHasTwoTestCasesOrMoreThatPass(Flow flow) throws Exception {
    List<TestCases.Result> results = TestCases.run(project(flow));

    assertThat(results).hasSizeGreaterThanOrEqualTo(2);
    assertThat(results).allSatisfy(result -> assertThat(result.passed()).as("%s", result).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void theJobOfEveryFlowRunsOnItsSamplesAndIsSeenOnItsEdge(Flow flow) throws Exception {
    Job job =
        store.jobs(workspace).stream()
            .filter(one -> one.name().equals(flow.job()))
            .findFirst()
            .orElseThrow();
    assertThat(job.mapping()).isEqualTo(flow.mapping());

    Store.Run run =
        new JobService(store, StoredMappings::load, folder.resolve("out"), 1)
            .run(workspace, job, new RunListener() {});

    assertThat(run.counts().written()).as("%s", store.errors(run.id(), 0, 3)).isPositive();
    FlowState state = FlowStates.read(store, workspace, stored(), Instant.now()).get(flow.id());
    assertThat(state.last()).isEqualTo(run);
    assertThat(state.records()).isEqualTo(run.counts().written());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void everyFlowLeavesAsAPackageThatPassesItsTests(Flow flow) throws Exception {
    PackageContent content = Packages.open(Packages.export(project(flow)), flow.id());
    Project unpacked = Projects.load(content.mapping(), content.resources());

    assertThat(TestCases.run(unpacked)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(TestCases.run(unpacked)).allMatch(TestCases.Result::passed);
  }

  @Test
  void whatIsThereIsLeftAlone() throws Exception {
    long mine = store.workspace("Mine").id();
    String path = String.valueOf(flows().getFirst().mapping());
    store.save(mine, Store.Kind.MAPPING, path, new byte[] {'{', '}'});

    CarriedLandscape.layOut(store, mine);

    assertThat(store.document(mine, path).orElseThrow().content()).containsExactly('{', '}');
    assertThat(store.documents(mine)).hasSameSizeAs(store.documents(workspace));
  }

  @Test
  void theSystemsOfTheLandscapeAreThoseOfTheCatalog() throws Exception {
    List<String> catalog =
        CarriedFiles.list("catalog").stream()
            .filter(file -> file.endsWith(".schema.json"))
            .map(file -> file.substring(0, file.indexOf('/')))
            .distinct()
            .toList();

    assertThat(stored().systems()).extracting(system -> system.id()).containsAll(catalog);
  }

  private static Landscape stored() throws StoreException, LandscapeException {
    return LandscapeFile.read(store.document(workspace, Landscape.PATH).orElseThrow().content());
  }

  private static Project project(Flow flow) throws StoreException, PackException {
    String path = String.valueOf(flow.mapping());
    Store.Document document = store.document(workspace, path).orElseThrow();
    return StoredMappings.load(
        document.content(), path, new StoreResources(store, workspace, path));
  }
}
