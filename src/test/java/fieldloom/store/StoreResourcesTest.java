package fieldloom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Resources;
import fieldloom.store.Store.Kind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents beside a mapping of the store. */
class StoreResourcesTest {
  @TempDir Path folder;
  private Store store;
  private long workspace;

  @BeforeEach
  void open() throws StoreException {
    store = Stores.open(folder);
    workspace = store.workspace("w").id();
    for (String path : new String[] {"orders/a.json", "orders/schemas/b.json", "c.json"}) {
      store.save(workspace, Kind.OTHER, path, path.getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void close() throws StoreException {
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    "orders/x.flmap, a.json, orders/a.json",
    "orders/x.flmap, ./a.json, orders/a.json",
    "orders/x.flmap, schemas/b.json, orders/schemas/b.json",
    "x.flmap, orders/a.json, orders/a.json",
    "x.flmap, c.json, c.json",
  })
  void namesAreReadFromTheMappingsFolderOn(String mapping, String name, String found)
      throws IOException {
    Resources resources = new StoreResources(store, workspace, mapping);
    assertThat(resources.read(name)).asString(StandardCharsets.UTF_8).isEqualTo(found);
    assertThat(resources.open(name)).hasContent(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../c.json", "/c.json", "schemas/../../c.json", "C:/c.json", "", ".", "a\\b"})
  void namesThatLeadOutsideAreRefused(String name) {
    Resources resources = new StoreResources(store, workspace, "orders/x.flmap");
    assertThatThrownBy(() -> resources.read(name))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(FileNotFoundException.class);
  }

  @Test
  void aDocumentThatIsNotThereIsNamedByItsPath() {
    Resources resources = new StoreResources(store, workspace, "orders/x.flmap");
    assertThatThrownBy(() -> resources.open("c.json"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("orders/c.json");
  }
}
