package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fieldloom.job.WebLogin;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Projects;
import fieldloom.payload.JsonValues;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.samples.SampleShelf;
import fieldloom.ui.samples.SamplesViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SessionThreads;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSamplesTest {
  private static final String ORDER = "{\"orderNo\": \"SO-1\", \"remark\": \"x\"}";

  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final ObservableList<String> samples = FXCollections.observableArrayList();
  private Store store;
  private long workspace;
  private EditorSession session;
  private SamplesViewModel model;

  @BeforeEach
  void open() throws Exception {
    store = Stores.open(folder.resolve("store"));
    workspace = store.workspace("w").id();
    WorkspaceFiles files =
        new WorkspaceFiles(
            store,
            workspace,
            (content, path, resources) ->
                Projects.load(MappingFile.read(content, path), resources));
    begin(OrderToBill.empty(), files);
  }

  private void begin(Mapping mapping, WorkspaceFiles files) {
    session =
        new EditorSession(
            mapping,
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    model =
        new SamplesViewModel(
            session,
            samples,
            new StoredSamples(files, "orders/orders.flmap"),
            SampleShelf.Intake.PLAIN,
            background);
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    store.close();
  }

  private void settle() {
    pump.until(() -> background.runningProperty().get() == 0);
  }

  @Test
  void aTextThatIsPastedIsKeptBesideTheMappingAndShown() throws Exception {
    model.paste("", ORDER);
    settle();
    assertThat(samples).containsExactly("orders/samples/pasted.json");
    assertThat(session.sample().name()).isEqualTo("orders/samples/pasted.json");
    assertThat(session.sample().of("order")).hasSize(1);
    assertThat(store.document(workspace, "orders/samples/pasted.json")).isPresent();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aBadSampleIsOneSentenceThatSaysWhereAndWhatWasShownStays() throws Exception {
    model.paste("good.json", ORDER);
    settle();
    model.paste("bad.json", "{\"orderNo\": ");
    settle();
    assertThat(model.problemProperty().get()).contains("bad.json").contains("line 1");
    assertThat(session.sample().name()).isEqualTo("orders/samples/good.json");
    assertThat(store.document(workspace, "orders/samples/bad.json")).isEmpty();
    model.paste("good.json", "  ");
    assertThat(model.problemProperty().get()).contains("paste a document");
  }

  @Test
  void aSampleThatIsGoneIsOneSentenceAndAnotherCanBeChosen() throws Exception {
    model.paste("a.json", ORDER);
    settle();
    model.paste("b.json", ORDER);
    settle();
    store.delete(workspace, "orders/samples/a.json");
    model.choose("orders/samples/a.json");
    settle();
    assertThat(model.problemProperty().get()).contains("a.json").endsWith(".");
    assertThat(session.sample().name()).isEqualTo("orders/samples/b.json");
  }

  @Test
  void aSampleIsRenamedAndRemovedAndTheNextOneIsShown() throws Exception {
    model.paste("a.json", ORDER);
    settle();
    model.paste("b.json", ORDER);
    settle();
    model.rename("orders/samples/b.json", "two lines.json");
    settle();
    assertThat(samples).containsExactly("orders/samples/a.json", "orders/samples/two lines.json");
    assertThat(session.sample().name()).isEqualTo("orders/samples/two lines.json");
    model.rename("orders/samples/two lines.json", "a.json");
    settle();
    assertThat(model.problemProperty().get()).contains("already");
    model.rename("orders/samples/two lines.json", "../a.json");
    settle();
    assertThat(model.problemProperty().get()).contains("cannot be called");
    model.remove("orders/samples/two lines.json");
    pump.until(() -> session.sample() != null && background.runningProperty().get() == 0);
    assertThat(samples).containsExactly("orders/samples/a.json");
    assertThat(session.sample().name()).isEqualTo("orders/samples/a.json");
  }

  @Test
  void ofALargeSampleTheFirstRecordsAreKept() throws Exception {
    Path large = folder.resolve("large.json");
    String record = "{\"orderNo\": \"SO-1\", \"remark\": \"" + "x".repeat(1_000_000) + "\"}";
    Files.writeString(large, "[" + (record + ",\n").repeat(19) + record + "]");
    model.add(List.of(large));
    settle();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.noteProperty().get()).contains("first 8 records");
    assertThat(session.sample().of("order")).hasSize(8);
  }

  @Test
  void aSampleIsFetchedFromAServerAndWhatFailsSaysSo() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/orders/so-1.json",
        exchange -> {
          byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/secret",
        exchange -> {
          boolean known = "s3cret".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
          byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
          if (known) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    String at = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      model.fetch(at + "/orders/so-1.json", WebLogin.NONE);
      settle();
      assertThat(session.sample().name()).isEqualTo("orders/samples/so-1.json");
      model.fetch(at + "/none.json", WebLogin.NONE);
      settle();
      assertThat(model.problemProperty().get())
          .isEqualTo(
              "The server 127.0.0.1 answers 404 for /none.json: there is no such document; check"
                  + " the address.");
      model.fetch(at + "/secret", WebLogin.NONE);
      settle();
      assertThat(model.problemProperty().get()).contains("wants a login");
      model.fetch(at + "/secret", new WebLogin.Header("X-Api-Key", "wrong"));
      settle();
      assertThat(model.problemProperty().get()).contains("does not take this login");
      model.fetch(at + "/secret", new WebLogin.Header("X-Api-Key", "s3cret"));
      settle();
      assertThat(samples).contains("orders/samples/secret");
      model.fetch(at + "/secret", new WebLogin.Header("X Api Key", "s3cret"));
      settle();
      assertThat(model.problemProperty().get()).contains("characters that no header may have");
    } finally {
      server.stop(0);
    }
    model.fetch(freePort(), WebLogin.NONE);
    settle();
    assertThat(model.problemProperty().get()).contains("does not answer on port");
    model.fetch("ftp:/x", WebLogin.NONE);
    settle();
    assertThat(model.problemProperty().get()).contains("is no web address");
    assertThat(session.sample().name()).isEqualTo("orders/samples/secret");
  }

  @Test
  void aLoginIsTheServersOwnAndNotToldToAnotherThatItSendsOneOnTo() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    HttpServer other = server();
    other.createContext(
        "/x.json",
        exchange -> {
          told.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body = ORDER.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    HttpServer first = server();
    first.createContext(
        "/go",
        exchange -> {
          told.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange
              .getResponseHeaders()
              .add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/x.json");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    first.start();
    other.start();
    try {
      model.fetch(
          "http://127.0.0.1:" + first.getAddress().getPort() + "/go",
          new WebLogin.Basic("ann", "s3cret-word"));
      settle();
    } finally {
      first.stop(0);
      other.stop(0);
    }
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(told).containsExactly("Basic YW5uOnMzY3JldC13b3Jk", "null");
    for (Store.DocumentInfo info : store.documents(workspace)) {
      byte[] content = store.document(workspace, info.path()).orElseThrow().content();
      assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("s3cret-word");
    }
  }

  private static HttpServer server() throws Exception {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @Test
  void rowsOfADatabaseBecomeASampleInTheFormatOfTheSource() throws Exception {
    model.rows(
        "orders", List.of(JsonValues.parse(ORDER), JsonValues.parse("{\"orderNo\": \"SO-2\"}")));
    settle();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(session.sample().name()).isEqualTo("orders/samples/orders.json");
    assertThat(session.sample().of("order")).hasSize(2);
    model.rows("empty", List.of());
    assertThat(model.problemProperty().get()).contains("empty has no rows");
  }

  private static String freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/x.json";
    }
  }

  @Test
  void aSampleOfAnotherMappingIsNeitherRemovedNorRenamed() throws Exception {
    String other = "orders/more/samples/a.json";
    store.save(workspace, Store.Kind.SAMPLE, other, ORDER.getBytes(StandardCharsets.UTF_8));
    samples.add(other);
    model.remove(other);
    settle();
    assertThat(model.problemProperty().get()).contains("is not in orders/samples");
    model.rename(other, "b.json");
    settle();
    assertThat(model.problemProperty().get()).contains("is not in orders/samples");
    assertThat(store.document(workspace, other)).isPresent();
    assertThat(samples).containsExactly(other);
  }

  @Test
  void whatATestCaseReadsIsNotRemoved() throws Exception {
    model.paste("a.json", ORDER);
    settle();
    Mapping tested =
        session
            .mapping()
            .withTests(
                List.of(
                    new Mapping.TestCase(
                        "first",
                        Map.of("order", "samples/a.json"),
                        null,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Extras.NONE)));
    session.apply(new Edit.ReplaceMapping(tested, "tests"));
    model.remove("orders/samples/a.json");
    settle();
    assertThat(model.problemProperty().get())
        .isEqualTo(
            "The test case \"first\" reads orders/samples/a.json; delete the test case first.");
    assertThat(store.document(workspace, "orders/samples/a.json")).isPresent();
  }
}
