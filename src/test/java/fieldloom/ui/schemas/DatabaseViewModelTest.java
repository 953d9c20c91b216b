package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.DatabaseKind;
import fieldloom.database.TableEntry;
import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Pump;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.Side;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables and queries are chosen of real databases. */
class DatabaseViewModelTest {
  @TempDir private Path folder;
  private final Pump pump = new Pump();
  private final Background background = new Background(pump);
  private final Settings settings = Settings.inMemory();
  private final DatabaseViewModel model =
      new DatabaseViewModel(background, Side.SOURCE, settings, Map.of());

  @AfterEach
  void close() {
    background.close();
  }

  private static TestDatabase shop(TestServer server) throws Exception {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE orders (no VARCHAR(20) PRIMARY KEY, amount DECIMAL(12,2))",
        "CREATE TABLE order_line (no VARCHAR(20) NOT NULL, pos INT NOT NULL, sku VARCHAR(30),"
            + " PRIMARY KEY (no, pos), FOREIGN KEY (no) REFERENCES orders (no))",
        "CREATE VIEW large AS SELECT no FROM orders WHERE amount > 100",
        "INSERT INTO orders VALUES ('A1', 19.90), ('A2', NULL)",
        "INSERT INTO order_line VALUES ('A1', 1, 'x'), ('A1', 2, 'y')");
    return database;
  }

  private void connect(TestDatabase database) {
    model.connection().urlProperty().set(database.url());
    model.connection().userProperty().set(database.user());
    model.connection().passwordProperty().set(database.password());
    model.look();
    settle();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.lookingProperty().get()).isTrue();
  }

  private void settle() {
    pump.until(() -> !model.busyProperty().get());
  }

  private void choose(String table) {
    TableEntry entry =
        model.tables().stream()
            .filter(one -> one.table().equalsIgnoreCase(table))
            .findFirst()
            .orElseThrow();
    model.chosenProperty().set(entry);
    settle();
  }

  private SchemaPick picked() {
    assertThat(model.problemProperty().get()).isEmpty();
    SchemaPick pick = model.taken();
    assertThat(pick).isNotNull();
    return pick;
  }

  private static List<String> fields(SchemaPick pick) {
    return pick.fields().lines().stream()
        .map(line -> line.label().toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void aTableIsChosenWithItsChildRowsAndItsFirstRows(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    try (Connection open = database.connect()) {
      assertThat(open.isClosed()).isFalse();
      connect(database);

      // Tables without remarks are not found by a word that nobody wrote.
      model.searchProperty().set("null");
      assertThat(model.tables().stream().filter(TableEntry::own)).isEmpty();
      model.searchProperty().set("order");
      assertThat(model.tables().stream().filter(TableEntry::own)).hasSize(2);
      assertThat(model.tables()).extracting(TableEntry::columns).contains(2, 3);
      choose("orders");
      assertThat(fields(picked())).containsExactly("no", "amount", "order_line[]", "pos", "sku");
      assertThat(picked().rows().rows())
          .containsExactly(List.of("A1", "19.90", "[2]"), List.of("A2", "", "[0]"));
      assertThat(picked().format()).isEqualTo("table");
      assertThat(picked().options().path("url").asText()).isEqualTo(database.url());
      assertThat(picked().options().path("table").asText()).isEqualToIgnoringCase("orders");
      assertThat(picked().samples()).isEmpty();

      model.depthProperty().set(0);
      settle();
      assertThat(fields(picked())).containsExactly("no", "amount");

      model.searchProperty().set("large");
      choose("large");
      assertThat(model.chosenProperty().get().view()).isTrue();
      assertThat(fields(picked())).containsExactly("no");
      assertThat(picked().rows().rows()).isEmpty();
    }
  }

  @Test
  void nothingThatIsKeptHoldsUserOrPassword() throws Exception {
    TestDatabase database = shop(TestServer.POSTGRESQL);
    connect(new TestDatabase(database.server(), database.url(), database.user(), "s3cret-word"));
    model.keepingProperty().set(true);
    choose("orders");
    SchemaPick pick = picked();

    StringBuilder all = new StringBuilder(String.valueOf(pick.options()));
    pick.files().values().forEach(file -> all.append(new String(file, StandardCharsets.UTF_8)));
    pick.samples().values().forEach(file -> all.append(new String(file, StandardCharsets.UTF_8)));
    all.append(settings.get("database.url", ""));
    assertThat(all.toString())
        .contains("currentSchema=")
        .contains("19.90")
        .doesNotContain("s3cret-word")
        .doesNotContain("user");
    assertThat(model.connection().typed().login().toString()).doesNotContain("s3cret-word");
  }

  @Test
  void aQueryIsReadWhenItIsAskedForAndAWrongOneSaysWhy() throws Exception {
    connect(shop(TestServer.POSTGRESQL));
    model.queryingProperty().set(true);
    model.queryProperty().set("SELECT no, amount * 2 AS twice FROM orders ORDER BY no");
    assertThat(model.pickProperty().get()).isNull();
    model.readQuery();
    settle();
    assertThat(fields(picked())).containsExactly("no", "twice");
    assertThat(picked().options().path("query").asText()).startsWith("SELECT no");
    assertThat(picked().rows().rows().getFirst()).containsExactly("A1", "39.80");

    model.queryProperty().set("SELECT nothing FROM orders");
    model.readQuery();
    settle();
    assertThat(model.problemProperty().get()).contains("nothing").doesNotContain("\n");
    assertThat(model.pickProperty().get()).isNull();

    model.queryProperty().set("DELETE FROM orders");
    model.readQuery();
    settle();
    assertThat(model.problemProperty().get()).contains("SELECT");
  }

  @Test
  void rowsAreKeptAsASampleOnlyWhereThatIsAskedFor() throws Exception {
    connect(shop(TestServer.POSTGRESQL));
    choose("orders");
    assertThat(picked().samples()).isEmpty();
    model.keepingProperty().set(true);
    assertThat(picked().samples()).containsOnlyKeys("orders.rows.json");
    assertThat(new String(picked().samples().get("orders.rows.json"), StandardCharsets.UTF_8))
        .contains("\"order_line\"")
        .contains("19.90");
  }

  @Test
  void theFormMakesTheUrlAndAUrlFillsTheForm() {
    DatabaseConnection connection = model.connection();
    connection.hostProperty().set("db.example.com");
    connection.databaseProperty().set("shop");
    assertThat(connection.urlProperty().get()).isEqualTo("jdbc:postgresql://db.example.com/shop");
    connection.kindProperty().set(DatabaseKind.H2);
    connection.fileProperty().set("/data/shop.mv.db");
    assertThat(connection.urlProperty().get()).isEqualTo("jdbc:h2:/data/shop");
    connection.urlProperty().set("jdbc:mariadb://erp:3307/erp?sslMode=trust");
    assertThat(connection.kindProperty().get()).isEqualTo(DatabaseKind.MARIADB);
    assertThat(connection.portProperty().get()).isEqualTo("3307");
    connection.portProperty().set("3308");
    assertThat(connection.urlProperty().get())
        .isEqualTo("jdbc:mariadb://erp:3308/erp?sslMode=trust");
  }

  @Test
  void theLoginOfTheEnvironmentIsToldOnlyToTheDatabaseThatItIsFor() throws Exception {
    Map<String, String> environment =
        Map.of(
            "FIELDLOOM_DB_USER", "u",
            "FIELDLOOM_DB_PASSWORD", "p",
            "FIELDLOOM_DB_URL", "jdbc:postgresql://db.example.com/shop");
    DatabaseConnection connection = new DatabaseConnection(settings, environment);
    connection.urlProperty().set("jdbc:postgresql://evil.example.com/shop");
    assertThat(connection.typed().login().user()).isNull();
    connection.urlProperty().set("jdbc:postgresql://DB.example.com:5432/shop");
    assertThat(connection.typed().login().user()).isEqualTo("u");
    connection.userProperty().set("me");
    assertThat(connection.typed().login().user()).isEqualTo("me");
    assertThat(connection.typed().login().password()).isNull();
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws Exception {
    Path file = folder.resolve("shop");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "owner", "right");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INT)");
    }
    model.connection().urlProperty().set("jdbc:h2:" + file);
    model.connection().userProperty().set("owner");
    model.connection().passwordProperty().set("wr0ng");
    model.test();
    settle();
    assertThat(model.problemProperty().get())
        .contains("refuses the user owner")
        .contains("correct user and password")
        .doesNotContain("wr0ng");

    model.connection().passwordProperty().set("right");
    assertThat(model.problemProperty().get()).isEmpty();
    model.test();
    settle();
    assertThat(model.successProperty().get()).contains("H2").contains("1 table, no views");
    assertThat(model.lookingProperty().get()).isFalse();

    model.connection().urlProperty().set("jdbc:h2:" + folder.resolve("none"));
    assertThat(model.successProperty().get()).isEmpty();
    model.look();
    settle();
    assertThat(model.problemProperty().get()).contains("There is no database");

    model.connection().urlProperty().set("jdbc:oracle:thin:@h");
    model.look();
    settle();
    assertThat(model.problemProperty().get()).contains("is not known");
    assertThat(model.lookingProperty().get()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = DatabaseKind.class,
      names = {"POSTGRESQL", "MARIADB"})
  void connectingIsCancelledAndTheConnectionIsGivenUp(DatabaseKind kind) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch met = new CountDownLatch(1);
      Thread server = Thread.ofVirtual().start(() -> listen(silent, met));
      String port = String.valueOf(silent.getLocalPort());
      model
          .connection()
          .urlProperty()
          .set(new DatabaseAddress(kind, "127.0.0.1", port, "shop", "").url());
      model.connection().userProperty().set("u");
      model.look();
      met.await();
      assertThat(model.busyProperty().get()).isTrue();

      model.cancel();
      assertThat(model.busyProperty().get()).isFalse();
      assertThat(model.problemProperty().get()).contains("cancelled");
      pump.until(() -> background.runningProperty().get() == 0);
      assertThat(model.lookingProperty().get()).isFalse();
      server.join();
    }
  }

  /** A server that never answers; ends when it is left. */
  @Test
  void whatFailedIsAskedOnceMore() throws Exception {
    Path file = folder.resolve("later");
    model.connection().urlProperty().set("jdbc:h2:" + file);
    model.look();
    settle();
    assertThat(model.problemProperty().get()).contains("There is no database");
    try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (no INT)");
    }
    model.again();
    settle();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.tables()).extracting(TableEntry::table).containsExactly("ORDERS");
  }

  private static void listen(ServerSocket silent, CountDownLatch met) {
    byte[] into = new byte[1 << 10];
    try (Socket socket = silent.accept()) {
      met.countDown();
      int many = 0;
      while (many >= 0) {
        many = socket.getInputStream().read(into);
      }
    } catch (IOException e) {
      // A connection that is reset has been left as well.
      met.countDown();
    }
  }
}
