package fieldloom.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.store.Store;
import fieldloom.store.Store.Kind;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opening a store accepts, and what it refuses and leaves as it is. */
class StoreOpeningTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with blanks and 'quotes'", "数据 夹/订单", "ünï-ß", "a%20b#c?d"})
  void aStoreIsMadeAndFoundAgainInAnyFolder(String name) throws StoreException {
    Path home = folder.resolve(name);
    try (Store store = Stores.open(home)) {
      store.save(store.workspace("w").id(), Kind.OTHER, "a", new byte[] {1});
    }
    try (Store store = Stores.open(home)) {
      assertThat(store.document(store.workspace("w").id(), "a")).isPresent();
    }
  }

  @Test
  void aNewFolderIsForItsOwnerOnlyAndHoldsTheStoreAlone() throws Exception {
    Path home = folder.resolve("new");
    Stores.open(home).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("store.mv.db", "store.lock");
    }
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheStoreAndGetsItWhenTheFirstIsKilled() throws Exception {
    Process first = Child.start(Holder.class, folder.resolve("stderr.txt"), home().toString());
    try {
      assertThat(first.inputReader().readLine()).isEqualTo("open");
      long began = System.nanoTime();
      assertThatThrownBy(() -> Stores.open(home()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another Fieldloom (process " + first.pid() + ")");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    } finally {
      first.destroyForcibly().waitFor();
    }
    try (Store store = Stores.open(home())) {
      assertThat(store.workspaces()).hasSize(1);
    }
  }

  @Test
  void theSameProcessOpensItOnce() throws StoreException {
    try (Store store = Stores.open(home())) {
      assertThatThrownBy(() -> Stores.open(home()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("already");
      assertThat(store.workspaces()).isEmpty();
    }
    Stores.open(home()).close();
  }

  @Test
  void aStoreOfANewerFieldloomIsRefusedAndLeftByteForByte() throws Exception {
    Stores.open(home()).close();
    try (Connection h2 = DriverManager.getConnection(plainUrl(), "sa", "");
        Statement statement = h2.createStatement()) {
      statement.execute(
          "INSERT INTO \"flyway_schema_history\" SELECT \"installed_rank\" + 1, '99', 'later',"
              + " \"type\", 'V99__later.sql', \"checksum\", \"installed_by\", \"installed_on\","
              + " \"execution_time\", TRUE FROM \"flyway_schema_history\""
              + " ORDER BY \"installed_rank\" DESC LIMIT 1");
    }
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> Stores.open(home()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Fieldloom")
        .hasMessageContaining("99");
    assertThat(file()).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no database at all", "H:2,block:1,blockSize:1000,chunk:1"})
  void aFileThatIsNoDatabaseIsRefusedAndKept(String content) throws IOException {
    Files.createDirectories(home());
    Files.writeString(file(), content);
    assertThatThrownBy(() -> Stores.open(home()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged or no Fieldloom store");
    assertThat(file()).hasContent(content);
  }

  @Test
  void aDatabaseOfSomethingElseIsRefusedAndKept() throws Exception {
    Files.createDirectories(home());
    try (Connection h2 = DriverManager.getConnection(plainUrl(), "sa", "");
        Statement statement = h2.createStatement()) {
      statement.execute("CREATE TABLE theirs (id INT)");
    }
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> Stores.open(home()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged or no Fieldloom store");
    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void aStoreWhoseMakingWasCutOffIsMadeAnew() throws Exception {
    Files.createDirectories(home());
    Files.writeString(H2Files.newFile(home()), "half a store");
    try (Store store = Stores.open(home())) {
      assertThat(store.workspace("w").id()).isPositive();
    }
    assertThat(H2Files.newFile(home())).doesNotExist();
  }

  @Test
  void rowsThatWentMissingAreNoticed() throws Exception {
    try (Store store = Stores.open(home())) {
      long workspace = store.workspace("w").id();
      store.save(workspace, Kind.OTHER, "a", new byte[] {1});
    }
    change("DELETE FROM version");
    assertThatThrownBy(() -> Stores.open(home()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aDocumentWhoseBytesChangedIsNamedWithItsVersion() throws Exception {
    try (Store store = Stores.open(home())) {
      long workspace = store.workspace("w").id();
      store.save(workspace, Kind.OTHER, "a.flmap", new byte[] {1});
      store.save(workspace, Kind.OTHER, "a.flmap", new byte[] {2});
      store.save(workspace, Kind.OTHER, "b.flmap", new byte[] {3});
    }
    change("UPDATE content_part SET bytes = X'07' WHERE content = 2");
    try (Store store = Stores.open(home())) {
      long workspace = store.workspace("w").id();
      assertThatThrownBy(() -> store.document(workspace, "a.flmap"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("version 2 of \"a.flmap\"");
      assertThat(store.version(workspace, "a.flmap", 1)).isPresent();
      assertThat(store.document(workspace, "b.flmap")).isPresent();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedWithTheWayOut() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> Stores.open(file.resolve("store")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("FIELDLOOM_HOME");
    assertThatThrownBy(() -> Stores.open(folder.resolve("a;b")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("semicolon");
  }

  @Test
  void theNewestMigrationIsTheOneTheProgramKnows() throws IOException {
    Path migrations = Path.of("src/main/resources/fieldloom/store/h2/migration");
    try (Stream<Path> files = Files.list(migrations)) {
      assertThat(files.map(f -> f.getFileName().toString().replaceAll("V(\\d+)__.*", "$1")))
          .hasSize(Migrations.NEWEST)
          .contains("" + Migrations.NEWEST);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection h2 = DriverManager.getConnection(plainUrl(), "sa", "");
        Statement statement = h2.createStatement()) {
      statement.execute(sql);
    }
  }

  private String plainUrl() {
    return "jdbc:h2:file:" + home().resolve("store");
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path file() {
    return H2Files.file(home());
  }
}
