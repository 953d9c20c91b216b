package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.cli.Exit;
import fieldloom.cli.Terminal;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final Predicate<String> ALL = _ -> true;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(InputStream.nullInputStream(), said, said, false);
  private final StringBuilder opened = new StringBuilder();
  @TempDir private Path folder = Path.of("");

  private int show(Map<String, String> env, Predicate<String> libraries) throws Exception {
    Demo demo =
        new Demo(
            folder.resolve("data"),
            folder,
            new Display(env, "Linux", libraries, ALL),
            files -> {
              opened.append(files);
              return Exit.OK;
            },
            (project, out, width, height, dark) ->
                Files.writeString(out, project.mapping().name()));
    return demo.show(folder.resolve("sample"), terminal);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutADisplayItRunsTheJobAndDrawsThePicture() throws Exception {
    assertThat(show(Map.of(), ALL)).isEqualTo(Exit.OK);

    assertThat(said())
        .contains("Small manufacturer", " read, ", " rejected", "rejected record ", "DISPLAY")
        .contains(folder.resolve("canvas.png").toString());
    assertThat(folder.resolve("canvas.png")).exists();
    assertThat(folder.resolve("sample/bills.ndjson")).isNotEmptyFile();
    assertThat(opened).isEmpty();
  }

  @Test
  void theRunIsFoundInTheStoreAndAddsUp() throws Exception {
    show(Map.of(), ALL);

    try (Store store = Stores.open(folder.resolve("data"))) {
      long workspace = store.workspace(Sample.WORKSPACE).id();
      Store.Run run = store.runs(workspace, null, 10).getFirst();
      assertThat(run.state()).isEqualTo(Store.RunState.SUCCEEDED);
      assertThat(run.counts().read()).isPositive();
      assertThat(run.counts().read()).isEqualTo(run.counts().written() + run.counts().failed());
    }
  }

  @Test
  void whereThereIsADisplayTheDesignerOpensOnTheSamplesWorkspace() throws Exception {
    assertThat(show(Map.of("DISPLAY", ":0"), ALL)).isEqualTo(Exit.OK);

    assertThat(opened.toString()).isEqualTo(folder.resolve("sample").toString());
    assertThat(folder.resolve("canvas.png")).doesNotExist();
  }

  @Test
  void aLibraryThatIsMissingIsNamedAndThePictureLeftOut() throws Exception {
    assertThat(show(Map.of(), library -> !library.contains("pango"))).isEqualTo(Exit.OK);

    assertThat(said()).contains("libpangoft2-1.0-0");
    assertThat(folder.resolve("canvas.png")).doesNotExist();
  }

  @Test
  void whatSomebodyChangedIsLeftAlone() throws IOException, StoreException, Exception {
    show(Map.of(), ALL);
    Path schema = folder.resolve("sample/crm-order.schema.json");
    Files.writeString(schema, "mine");
    try (Store store = Stores.open(folder.resolve("data"))) {
      long workspace = store.workspace(Sample.WORKSPACE).id();
      store.save(workspace, Store.Kind.OTHER, "wms-stock-count.schema.json", new byte[] {'m'});
    }

    show(Map.of(), ALL);

    assertThat(schema).hasContent("mine");
    try (Store store = Stores.open(folder.resolve("data"))) {
      long workspace = store.workspace(Sample.WORKSPACE).id();
      assertThat(store.document(workspace, "wms-stock-count.schema.json").orElseThrow().content())
          .containsExactly('m');
    }
  }
}
