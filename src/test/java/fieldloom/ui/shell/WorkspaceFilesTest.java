package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.schemas.Picks;
import fieldloom.ui.schemas.SchemaPick;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import fieldloom.ui.start.Recent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFilesTest {
  private static final String ORDER = "{\"no\": \"A1\", \"qty\": 2}";
  private static final String BILL = "{\"FNo\": \"\", \"FQty\": 0}";

  @TempDir private Path folder;
  private Store store;
  private WorkspaceFiles files;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder.resolve("store"));
    files =
        new WorkspaceFiles(
            store,
            store.workspace("w").id(),
            (content, path, resources) ->
                Projects.load(MappingFile.read(content, path), resources));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private String create(String name) throws Exception {
    SchemaPick order = Picks.of(file("crm-order.json", ORDER));
    SchemaPick bill = Picks.of(file("erp bill.json", BILL));
    return new NewMapping(order, bill, name).create(files);
  }

  private SampleReader reader(String path) throws Exception {
    Project project = files.load(path).project();
    return files.reader(path, project.mapping(), project.schemas());
  }

  private Sample importSample(SampleReader reader, String path, Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    return files.importSample(reader, path, String.valueOf(file.getFileName()), content);
  }

  private List<String> documents() throws Exception {
    return store.documents(files.workspace()).stream().map(Store.DocumentInfo::path).toList();
  }

  @Test
  void aNewMappingLiesInAFolderOfItsOwnWithItsSamples() throws Exception {
    String path = create("CRM 订单 → bill");
    assertThat(path).isEqualTo("crm-订单-bill/crm-订单-bill.flmap");
    assertThat(documents())
        .containsExactlyInAnyOrder(path, "crm-订单-bill/crm-order.json", "crm-订单-bill/erp bill.json");
    LoadedMapping loaded = files.load(path);
    Mapping mapping = loaded.project().mapping();
    assertThat(mapping.name()).isEqualTo("CRM 订单 → bill");
    assertThat(mapping.driver())
        .isEqualTo(new Document("crmOrder", "json", new SchemaRef.File("crm-order.json")));
    assertThat(mapping.mainTarget().name()).isEqualTo("erpBill");
    assertThat(loaded.project().usable()).isTrue();
    assertThat(loaded.samples()).containsExactly("crm-订单-bill/crm-order.json");
    assertThat(loaded.sample()).isNotNull();
    assertThat(loaded.sample().of("crmOrder")).hasSize(1);
  }

  @Test
  void samplesOfOtherFoldersAreOtherMappings() throws Exception {
    String inside = create("Orders");
    Store.Document mapping = store.document(files.workspace(), inside).orElseThrow();
    store.save(files.workspace(), Store.Kind.MAPPING, "top.flmap", mapping.content());
    for (String path : List.of("a.json", "samples/b.json", "orders/samples/c.json")) {
      store.save(files.workspace(), Store.Kind.SAMPLE, path, ORDER.getBytes());
    }
    Mapping read = files.load(inside).project().mapping();
    assertThat(files.samples("top.flmap", read)).containsExactly("a.json", "samples/b.json");
    assertThat(files.samples(inside, read))
        .endsWith("orders/samples/c.json")
        .doesNotContain("a.json");
  }

  @Test
  void aSecondMappingOfTheNameLeavesTheFirstAlone() throws Exception {
    String first = create("Orders");
    String second = create("Orders");
    assertThat(second).isNotEqualTo(first);
    assertThat(files.recents()).extracting(Recent::name).containsExactly("Orders", "Orders");
  }

  @Test
  void aSampleThatCannotBeReadIsNotKept() throws Exception {
    String path = create("Orders");
    SampleReader reader = reader(path);
    List<String> before = documents();
    Path bad = file("bad.json", "{\"no\": \"A1\"");
    assertThatThrownBy(() -> importSample(reader, path, bad))
        .isInstanceOf(SampleException.class)
        .hasMessageContaining("line 1");
    assertThat(documents()).isEqualTo(before);
  }

  @Test
  void aSampleOfTheSameContentIsKeptOnceAndOneOfTheSameNameBesideIt() throws Exception {
    String path = create("Orders");
    SampleReader reader = reader(path);
    Path sample = file("more.json", ORDER);
    assertThat(importSample(reader, path, sample).name()).isEqualTo("orders/samples/more.json");
    assertThat(importSample(reader, path, sample).name()).isEqualTo("orders/samples/more.json");
    Files.writeString(sample, "{\"no\": \"B2\", \"qty\": 3}");
    assertThat(importSample(reader, path, sample).name()).isEqualTo("orders/samples/more-2.json");
  }

  @Test
  void aMappingThatCannotBeReadIsListedAsUnreadable() throws Exception {
    store.save(files.workspace(), Store.Kind.MAPPING, "bad.flmap", "{".getBytes());
    assertThat(files.recents())
        .extracting(recent -> recent.path() + " " + recent.state())
        .containsExactly("bad.flmap UNREADABLE");
  }

  @Test
  void recentMappingsSayHowMuchOfThemIsDone() throws Exception {
    String path = create("Orders");
    Mapping mapping = files.load(path).project().mapping();
    Mapping linked = mapping.withRules(List.of(fieldloom.model.Rule.link("FNo", "crmOrder.no")));
    store.save(files.workspace(), Store.Kind.MAPPING, path, MappingFile.write(linked));
    Recent recent = files.recents().getFirst();
    assertThat(recent.mapped() + " of " + recent.fields()).isEqualTo("1 of 2");
    assertThat(recent.state()).isEqualTo(Recent.State.VALID);
  }
}
