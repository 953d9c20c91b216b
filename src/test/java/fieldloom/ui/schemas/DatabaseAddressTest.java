package fieldloom.ui.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.DatabaseKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example.com:5433/shop?sslmode=require,"
        + " POSTGRESQL, db.example.com, 5433, shop, ?sslmode=require",
    "jdbc:postgresql://localhost/shop, POSTGRESQL, localhost, '', shop, ''",
    "jdbc:mariadb://[::1]:3307/erp, MARIADB, [::1], 3307, erp, ''",
    "jdbc:h2:/data/shop;MODE=MySQL, H2, '', '', /data/shop, ;MODE=MySQL",
    "jdbc:h2:~/shop, H2, '', '', ~/shop, ''"
  })
  void aUrlFillsTheFieldsAndTheyMakeItAgain(
      String url, DatabaseKind kind, String host, String port, String database, String more) {
    DatabaseAddress address = DatabaseAddress.of(url);
    assertThat(address).isEqualTo(new DatabaseAddress(kind, host, port, database, more));
    assertThat(address.url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "jdbc:oracle:thin:@x", "jdbc:postgresql://u:p@host/db", "postgresql://h/db"})
  void aUrlThatTheFormHasNoFieldsForFillsNone(String url) {
    assertThat(DatabaseAddress.of(url)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://h/db, jdbc:mariadb://h/db",
    "jdbc:h2:file:/d/shop, jdbc:h2:/d/shop",
    "jdbc:h2:/d/shop.mv.db, jdbc:h2:/d/shop"
  })
  void whatMeansTheSameIsWrittenOneWay(String url, String made) {
    assertThat(DatabaseAddress.of(url).url()).isEqualTo(made);
  }
}
