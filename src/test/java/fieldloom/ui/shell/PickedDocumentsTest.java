package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Document;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.schema.SchemaText;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.schemas.Picks;
import fieldloom.ui.schemas.SchemaKeeper.Kept;
import fieldloom.ui.session.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickedDocumentsTest {
  private static final Document OLD =
      new Document("order", "json", new SchemaRef.File("order.json"));

  @TempDir private Path folder;
  private Store store;
  private WorkspaceFiles files;
  private PickedDocuments keeper;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder.resolve("store"));
    files =
        new WorkspaceFiles(
            store,
            store.workspace("w").id(),
            (content, path, resources) ->
                Projects.load(MappingFile.read(content, path), resources));
    keeper = new PickedDocuments(files, "orders/orders.flmap");
    store.save(1, Store.Kind.SAMPLE, "orders/order.json", "{\"no\":\"A1\"}".getBytes());
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private Path file(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Kept keep(Document old, Path... picked) throws Exception {
    return keeper.keep(Side.SOURCE, old, Picks.of(picked));
  }

  private List<String> documents() throws Exception {
    return store.documents(1).stream().map(d -> d.kind() + " " + d.path()).toList();
  }

  @Test
  void theNewSchemaIsAFurtherDocumentAndTheOldOneStays() throws Exception {
    Kept kept = keep(OLD, file("order.json", "{\"no\":\"A1\",\"qty\":1}"));

    assertThat(kept.document())
        .isEqualTo(new Document("order", "json", new SchemaRef.File("order-2.json")));
    assertThat(SchemaText.tsv(kept.schema().tree())).contains("qty\tinteger");
    assertThat(documents())
        .containsExactly("SAMPLE orders/order-2.json", "SAMPLE orders/order.json");
  }

  @Test
  void whatIsThereAlreadyIsTakenAsItIs() throws Exception {
    assertThat(keep(OLD, file("order.json", "{\"no\":\"A1\"}")).document()).isEqualTo(OLD);
    assertThat(documents()).containsExactly("SAMPLE orders/order.json");
  }

  @Test
  void filesThatReferToEachOtherKeepTheirPlaces() throws Exception {
    String schema = "{\"$schema\":\"x\",\"properties\":{\"c\":{\"$ref\":\"parts/code.json\"}}}";
    file("parts/code.json", "{\"type\":\"string\",\"maxLength\":%d}".formatted(5));
    Kept first = keep(OLD, file("s.json", schema));
    file("parts/code.json", "{\"type\":\"string\",\"maxLength\":%d}".formatted(9));
    Kept second = keep(OLD, file("s.json", schema));

    assertThat(first.document().schema()).isEqualTo(new SchemaRef.File("s.json"));
    assertThat(second.document().schema()).isEqualTo(new SchemaRef.File("schema-2/s.json"));
    assertThat(SchemaText.tsv(first.schema().tree())).contains("maxLength=5");
    assertThat(SchemaText.tsv(second.schema().tree())).contains("maxLength=9");
    assertThat(documents())
        .contains("SCHEMA orders/parts/code.json", "SCHEMA orders/schema-2/parts/code.json");
  }

  @Test
  void severalSamplesAreNamedInTheOptions() throws Exception {
    Kept kept = keep(OLD, file("1.json", "{\"a\":1}"), file("2.json", "{\"a\":1.5,\"b\":\"x\"}"));

    assertThat(kept.document().schema()).isEqualTo(new SchemaRef.File("1.json"));
    assertThat(kept.document().options()).hasToString("{\"samples\":[\"2.json\"]}");
    assertThat(SchemaText.tsv(kept.schema().tree()))
        .isEqualTo("a\tdecimal\t1\t\t\nb\tstring\t0..1\t\t\n");
    assertThat(documents()).contains("SAMPLE orders/1.json", "SAMPLE orders/2.json");
  }

  @Test
  void optionsOfWritingStayAndThoseOfTheOldFileGo() throws Exception {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("indent", true).put("records", "/data").put("operation", "GET /x");
    Document old = OLD.withOptions(options);
    assertThat(keep(old, file("o.json", "{\"a\":1}")).document().options())
        .hasToString("{\"indent\":true}");
    Kept table = keep(old, file("o.csv", "a;b\n1;2\n"));
    assertThat(table.document().format()).isEqualTo("csv");
    assertThat(table.document().options()).hasToString("{\"delimiter\":\";\"}");
  }
}
