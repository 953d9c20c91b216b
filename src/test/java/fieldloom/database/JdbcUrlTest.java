package fieldloom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is known to be harmless gets to a driver. */
class JdbcUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://host/shop | POSTGRESQL | jdbc:postgresql://host/shop | {}",
        "JDBC:postgresql://db.example.com:5433/shop?sslmode=verify-full&currentSchema=a%2Cb"
            + "| POSTGRESQL | jdbc:postgresql://db.example.com:5433/shop"
            + "| {currentSchema=a,b, sslmode=verify-full}",
        "jdbc:mariadb://[::1]:3306/shop?sslMode=trust"
            + "| MARIADB | jdbc:mariadb://[::1]:3306/shop | {sslMode=trust}",
        "jdbc:mysql://host/shop | MARIADB | jdbc:mariadb://host/shop | {}",
        "jdbc:h2:mem:shop;mode=Oracle | H2 | jdbc:h2:mem:shop | {MODE=Oracle}",
        "jdbc:h2:file:./a/b | H2 | jdbc:h2:./a/b | {}",
        "jdbc:h2:tcp://host:9092/~/shop | H2 | jdbc:h2:tcp://host:9092/~/shop | {}",
      })
  void aUrlIsReadAsPlaceAndParameters(String url, DatabaseKind kind, String base, String parameters)
      throws DatabaseException {
    JdbcUrl read = JdbcUrl.parse(url);

    assertThat(read.kind()).isEqualTo(kind);
    assertThat(read.base()).isEqualTo(base);
    assertThat(read.parameters()).hasToString(parameters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:a;INIT=RUNSCRIPT FROM 'http://x/a.sql'",
        "jdbc:h2:mem:a;init=select 1",
        "jdbc:h2:mem:a;TRACE_LEVEL_SYSTEM_OUT=3",
        "jdbc:h2:mem:a;TRACE_LEVEL_FILE=4",
        "jdbc:h2:mem:a;AUTO_SERVER=TRUE",
        "jdbc:h2:mem:a;MODE=Oracle\\;INIT=x",
        "jdbc:h2:/a;DB_CLOSE_ON_EXIT=FALSE",
        "jdbc:h2:zip:/a.zip!/b",
        "jdbc:h2:nio:/a/b",
        "jdbc:h2:retry:/a/b",
        "jdbc:h2:a/b",
        "jdbc:h2:split:/a/b",
        "jdbc:h2:",
        "jdbc:postgresql://h/a?socketFactory=org.springframework.context.X&socketFactoryArg=http://x",
        "jdbc:postgresql://h/a?sslfactory=x",
        "jdbc:postgresql://h/a?loggerFile=/etc/x&loggerLevel=DEBUG",
        "jdbc:postgresql://h/a?authenticationPluginClassName=x",
        "jdbc:postgresql://h/a?options=-c%20x",
        "jdbc:postgresql://h/a?sslmode=%zz",
        "jdbc:postgresql://h/a?sslmode=require&sslmode=disable",
        "jdbc:postgresql:a",
        "jdbc:postgresql://h1,h2/a",
        "jdbc:postgresql://h",
        "jdbc:postgresql:/a?b",
        "jdbc:mariadb://h/a?allowLoadLocalInfile=true",
        "jdbc:mariadb://h/a?allowLocalInfile=true",
        "jdbc:mariadb://h/a?sessionVariables=x",
        "jdbc:mariadb://h/a?pluginName=x",
        "jdbc:mariadb:loadbalance://h/a",
        "jdbc:mariadb://address=(host=h)/a",
        "jdbc:mysql://h/a?autoDeserialize=true&queryInterceptors=x",
        "jdbc:mysql://h/a?propertiesTransform=x",
        "jdbc:oracle:thin:@h:1521:x",
        "jdbc:sqlite:/etc/passwd",
        "jdbc:derby:x;create=true",
        "mysql://h/a",
        "",
      })
  void whatIsNotOnTheListsIsRefusedInASentence(String url) {
    assertThatThrownBy(() -> JdbcUrl.parse(url))
        .isInstanceOf(DatabaseException.class)
        .message()
        .startsWith("The database URL ")
        .endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://me:s3cret@host/shop",
        "jdbc:postgresql://host/shop?user=me&password=s3cret",
        "jdbc:postgresql://host/shop?PassWord=s3cret",
        "jdbc:mariadb://me:s3cret@host/shop",
        "jdbc:mariadb://host/shop?password=s3cret",
        "jdbc:h2:mem:a;USER=me;PASSWORD=s3cret",
      })
  void aPasswordInAUrlIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> JdbcUrl.parse(url))
        .hasMessageContaining("FIELDLOOM_DB_PASSWORD")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void aStoreOfFieldloomIsNoDatabaseToReadOrWrite(@TempDir Path folder)
      throws StoreException, IOException {
    Path home = folder.resolve("home");
    try (Store store = Stores.open(home)) {
      assertThat(store.workspaces()).isNotNull();
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), home);
    Path renamed = Files.createSymbolicLink(folder.resolve("x.mv.db"), home.resolve("store.mv.db"));
    for (String place :
        new String[] {
          home + "/store",
          "file:" + home + "/store",
          home + "/../home/store",
          link + "/store",
          renamed.toString().replace(".mv.db", ""),
          Stores.defaultFolder() + "/store",
        }) {
      assertThatThrownBy(() -> JdbcUrl.parse("jdbc:h2:" + place))
          .hasMessageContaining("is a store of Fieldloom itself");
    }
  }

  @Test
  void aLoginThatIsForOneDatabaseIsNotToldToAnother() throws DatabaseException {
    Login login = new Login("me", "s3cret", "jdbc:postgresql://localhost:1/shop?sslmode=require");

    assertThatThrownBy(
            () -> Databases.reading(JdbcUrl.parse("jdbc:postgresql://localhost:1/other"), login))
        .hasMessageContaining("is for the database that FIELDLOOM_DB_URL names");
    assertThatThrownBy(
            () -> Databases.reading(JdbcUrl.parse("jdbc:postgresql://localhost:1/shop"), login))
        .hasMessageContaining("cannot be reached")
        .message()
        .doesNotContain("s3cret");
    assertThat(login.toString()).doesNotContain("s3cret");
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMade(@TempDir Path folder) throws IOException {
    assertThatThrownBy(
            () -> Databases.writing(JdbcUrl.parse("jdbc:h2:" + folder + "/new"), Login.NONE))
        .hasMessage("There is no database jdbc:h2:" + folder + "/new; check its name.");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
