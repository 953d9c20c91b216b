package fieldloom.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Problem;
import fieldloom.model.RecordError;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases.Result;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.store.Store;
import fieldloom.store.StoreResources;
import fieldloom.store.Stores;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.TestEdit;
import fieldloom.ui.shell.SampleReader;
import fieldloom.ui.tests.CaseKeeper;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In each format a sample becomes a test case, what an edit changes is accepted in part and whole,
 * and a record that a run failed becomes a case.
 */
class CasesByFormatTest {
  private static final String MAPPING = "orders/orders.flmap";
  private static final Path EDI = Path.of("src/test/resources/fieldloom/edi");
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
        "no": {"type": "string"}, "qty": {"type": "number"}, "day": {"type": "string", "format": "date"}
      }}""";

  private static final String XML = ", \"options\": {\"records\": \"/orders/order\"}";

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private Store store;
  private long workspace;
  private EditorSession session;
  private StoredTests tests;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder);
    workspace = store.workspace("w").id();
    tests = new StoredTests(store, workspace, MAPPING);
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    store.close();
  }

  private void put(String name, byte[] content) throws Exception {
    store.save(workspace, Store.Kind.SAMPLE, "orders/" + name, content);
  }

  private Project project(Mapping mapping) {
    return Projects.load(mapping, new StoreResources(store, workspace, MAPPING));
  }

  /** Opens a mapping without its test cases on a sample. */
  private void begin(String text, String sample) throws Exception {
    Mapping mapping = MappingFile.read(text.getBytes(UTF_8), MAPPING).withTests(List.of());
    Project project = project(mapping);
    assertThat(project.problems()).noneMatch(Problem::isError);
    session =
        new EditorSession(
            mapping,
            project.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(new SampleReader(project).read("orders/" + sample, sample));
  }

  private CaseKeeper keeper() {
    return new CaseKeeper(session, tests, background);
  }

  private List<String> told(Consumer<List<String>> work) {
    List<String> told = new ArrayList<>();
    work.accept(told);
    pump.until(() -> background.runningProperty().get() == 0);
    return told;
  }

  private Result result(int at) throws Exception {
    return tests.running(session.mapping()).call().results().get(at);
  }

  /** Keeps what is shown, changes a rule, and accepts what comes: one place, then all. */
  private void keepChangeAccept(String format, int rule, String expression) throws Exception {
    assertThat(told(all -> keeper().keepSample("first", all::add, all::add)))
        .containsExactly("first");
    TestCase kept = session.mapping().tests().getFirst();
    assertThat(kept.expect()).isEqualTo("tests/first-bill." + format);
    assertThat(result(0).failure()).isNull();
    assertThat(result(0).passed()).isTrue();

    List<Rule> rules = new ArrayList<>(session.mapping().rules());
    rules.set(rule, rules.get(rule).withFrom(null).withFormula(expression));
    session.apply(new Edit.ReplaceMapping(session.mapping().withRules(rules), "change"));
    Result changed = result(0);
    assertThat(changed.failure()).isNull();
    int differences = changed.differences().size();
    assertThat(differences).isGreaterThan(1);

    int place = changed.differences().getFirst().at();
    accept(changed, Map.of("bill", Set.of(place)));
    assertThat(result(0).failure()).isNull();
    assertThat(result(0).differences()).hasSize(differences - 1);
    accept(result(0), null);
    assertThat(result(0).passed()).isTrue();
  }

  private void accept(Result result, Map<String, Set<Integer>> places) throws Exception {
    session.apply(new TestEdit.Accept(tests.accepting(session.mapping(), result, places).call()));
  }

  private void keepRecord(String json) throws Exception {
    RecordError error = new RecordError(1, "", null, null, "c", "m", json);
    List<String> told = told(all -> keeper().keepRecords(7, List.of(error), all::addAll, all::add));
    assertThat(told).containsExactly("Run 7, record 1");
    Result result = tests.running(session.mapping()).call().results().getLast();
    assertThat(result.failure()).isNull();
    assertThat(result.passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "xml", "csv", "xlsx"})
  void aSampleOfTheFormatBecomesACaseAndWhatChangesIsAccepted(String format) throws Exception {
    String mapping =
        """
        {"fieldloom": 1, "name": "Orders",
         "sources": [{"name": "order", "format": "%1$s", "schema": %2$s%3$s}],
         "target": {"name": "bill", "format": "%1$s", "schema": %2$s%3$s},
         "rules": [{"to": "no", "from": "order.no"}, {"to": "qty", "from": "order.qty"},
                   {"to": "day", "from": "order.day"}]}"""
            .formatted(format, SCHEMA, format.equals("xml") ? XML : "");
    String[] records = {
      "{\"no\": \"007\", \"qty\": 12, \"day\": \"2026-11-03\"}", "{\"no\": \"B\", \"qty\": 2.50}"
    };
    put("samples/orders." + format, written(mapping, records));
    begin(mapping, "samples/orders." + format);
    assertThat(session.sample().of("order")).hasSize(2);
    keepChangeAccept(format, 1, "order.qty * 10");
    keepRecord(records[0]);
  }

  private byte[] written(String text, String... records) throws Exception {
    Document source = MappingFile.read(text.getBytes(UTF_8), MAPPING).driver();
    SchemaTree schema =
        project(MappingFile.read(text.getBytes(UTF_8), MAPPING)).schemas().get("order");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer =
        PayloadFormats.of(source.format())
            .writer(
                out,
                new PayloadSpec(source.name(), source.format(), source.options(), schema),
                false)) {
      for (String record : records) {
        writer.write(JsonValues.parse(record));
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  private String edi(String mapping, String target) throws Exception {
    return Files.readString(EDI.resolve(mapping))
        .replace(
            "\"name\": \"" + target + "\",\n    \"format\"", "\"name\": \"bill\",\n    \"format\"")
        .replace(target + ".lines", "bill.lines");
  }

  @Test
  void anInterchangeThatComesOutBecomesACaseAndWhatChangesIsAccepted() throws Exception {
    put("orders-d96a.xml", Files.readAllBytes(EDI.resolve("orders-d96a.xml")));
    put("edifact-types.xml", Files.readAllBytes(EDI.resolve("edifact-types.xml")));
    put("purchase-orders.json", Files.readAllBytes(EDI.resolve("purchase-orders.json")));
    begin(edi("order-to-edifact.flmap", "orders"), "purchase-orders.json");
    keepChangeAccept("edi", 0, "\"221\"");
    keepRecord(JsonValues.toJson(session.sample().of("po").getFirst()));
  }

  @Test
  void anInterchangeThatIsReadBecomesACaseAndWhatChangesIsAccepted() throws Exception {
    put("EDISchema850.xml", Files.readAllBytes(EDI.resolve("EDISchema850.xml")));
    put("order.edi", Files.readAllBytes(EDI.resolve("invoice810_po850_dual.edi")));
    begin(edi("x12-to-order.flmap", "order"), "order.edi");
    keepChangeAccept("json", 8, "line.PO1.PO101 + 1");
    keepRecord(JsonValues.toJson(session.sample().of("po").getFirst()));
  }
}
