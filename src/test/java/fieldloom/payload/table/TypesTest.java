package fieldloom.payload.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of each type is written and read again as it was, to the last digit. */
class TypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "H2 | BOOLEAN | true | ",
        "H2 | TINYINT | -128 | ",
        "H2 | BIGINT | 9007199254740993 | ",
        "H2 | DECIMAL(38,10) | 1234567890123456789012345678.0123456789 | ",
        "H2 | DECIMAL(12,2) | 19.9 | 19.90",
        "H2 | NUMERIC(40) | 1234567890123456789012345678901234567890 | ",
        "H2 | DECFLOAT(34) | 1.234567890123456789012345678901234 | ",
        "H2 | REAL | 0.1 | ",
        "H2 | DOUBLE PRECISION | 0.1 | ",
        "H2 | DOUBLE PRECISION | 100000000000000000000 | ",
        "H2 | VARCHAR(5) | ~\"𠮷华\"~ | ",
        "H2 | CHAR(5) | ~\"ab\"~ | ",
        "H2 | CLOB | ~\"' = ? ; -- \\\" \\\\ \\n 单\"~ | ",
        "H2 | DATE | ~\"0001-01-01\"~ | ",
        "H2 | TIME(9) | ~\"23:59:59.999999999\"~ | ",
        "H2 | TIME(9) | ~\"23:59:59.123456789\"~ | ",
        "H2 | TIMESTAMP(9) | ~\"2024-02-29T23:59:59.123456789\"~ | ",
        "H2 | TIMESTAMP | ~\"2024-02-29T16:00:00Z\"~ | ~\"2024-03-01T00:00:00\"~",
        "H2 | TIMESTAMP WITH TIME ZONE | ~\"2024-02-29T23:59:59.5+08:00\"~ | ",
        "H2 | TIMESTAMP WITH TIME ZONE | ~\"2024-02-29T23:59:59\"~ | ~\"2024-02-29T23:59:59+08:00\"~",
        "H2 | TIME WITH TIME ZONE | ~\"23:59:59+08:00\"~ | ",
        "H2 | VARBINARY(9) | ~\"AAH/\"~ | ",
        "H2 | BLOB | ~\"\"~ | ",
        "H2 | UUID | ~\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"~ | ",
        "H2 | JSON | {\"a\":[1,2.50,null,\"华\"]} | ",
        "H2 | INTEGER ARRAY | [1,null,3] | ",
        "H2 | VARCHAR(9) ARRAY | [\"a\",\"b,c\"] | ",
        "H2 | ENUM('A','B') | ~\"B\"~ | ",
        "POSTGRESQL | boolean | false | ",
        "POSTGRESQL | smallint | -32768 | ",
        "POSTGRESQL | bigint | -9223372036854775808 | ",
        "POSTGRESQL | numeric | 1234567890123456789012345678.012345678901234567890 | ",
        "POSTGRESQL | numeric(12,2) | 19.9 | 19.90",
        "POSTGRESQL | real | 0.1 | ",
        "POSTGRESQL | double precision | 0.1 | ",
        "POSTGRESQL | varchar(2) | ~\"𠮷华\"~ | ",
        "POSTGRESQL | char(5) | ~\"ab\"~ | ",
        "POSTGRESQL | text | ~\"' = ? ; -- \\\" \\\\ \\n 单\"~ | ",
        "POSTGRESQL | date | ~\"0001-01-01\"~ | ",
        "POSTGRESQL | time | ~\"23:59:59.123456\"~ | ",
        "POSTGRESQL | timetz | ~\"23:59:59+08:00\"~ | ",
        "POSTGRESQL | timestamp | ~\"1582-10-10T23:59:59.123456\"~ | ",
        "POSTGRESQL | timestamptz | ~\"2024-02-29T23:59:59.5+08:00\"~ | ~\"2024-02-29T15:59:59.5Z\"~",
        "POSTGRESQL | bytea | ~\"AAH/\"~ | ",
        "POSTGRESQL | uuid | ~\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"~ | ",
        "POSTGRESQL | jsonb | {\"a\":[1,2.50,null,\"华\"]} | ",
        "POSTGRESQL | json | [] | ",
        "POSTGRESQL | int[] | [1,null,3] | ",
        "POSTGRESQL | numeric[] | [1.50,12345678901234567890.1] | ",
        "POSTGRESQL | text[] | [\"a\",\"b,c\",\"\\\"\",\"华\"] | ",
        "POSTGRESQL | date[] | [\"2024-02-29\",\"1500-01-01\"] | ",
        "POSTGRESQL | timestamp[] | [\"2024-02-29T23:59:59\"] | ",
        "POSTGRESQL | timestamptz[] | [\"2024-02-29T23:59:59Z\"] | ",
        "POSTGRESQL | boolean[] | [true,false] | ",
        "POSTGRESQL | bytea[] | [\"AAH/\"] | ",
        "POSTGRESQL | uuid[] | [\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"] | ",
        "POSTGRESQL | inet | ~\"10.0.0.1\"~ | ",
        "POSTGRESQL | interval | ~\"1 year 2 mons\"~ | ",
        "POSTGRESQL | xml | ~\"<a>华</a>\"~ | ",
        "POSTGRESQL | bit varying(5) | ~\"101\"~ | ",
        "MARIADB | BOOLEAN | true | ",
        "MARIADB | TINYINT UNSIGNED | 255 | ",
        "MARIADB | BIGINT UNSIGNED | 18446744073709551615 | ",
        "MARIADB | DECIMAL(38,10) | 1234567890123456789012345678.0123456789 | ",
        "MARIADB | DECIMAL(12,2) | 19.9 | 19.90",
        "MARIADB | FLOAT | 16777215 | ",
        "MARIADB | FLOAT | 0.1 | ",
        "MARIADB | DOUBLE | 0.1 | ",
        "MARIADB | DOUBLE | 1.7976931348623157e308 | 179769313486231570000000000",
        "POSTGRESQL | numeric(12,2)[] | [1.50] | ",
        "MARIADB | VARCHAR(2) | ~\"𠮷华\"~ | ",
        "MARIADB | CHAR(5) | ~\"ab\"~ | ",
        "MARIADB | LONGTEXT | ~\"' = ? ; -- \\\" \\\\ \\n 单\"~ | ",
        "MARIADB | DATE | ~\"1500-01-01\"~ | ",
        "MARIADB | TIME(6) | ~\"23:59:59.123456\"~ | ",
        "MARIADB | DATETIME(6) | ~\"2024-03-31T02:30:00.123456\"~ | ",
        "MARIADB | DATETIME | ~\"2024-02-29T16:00:00Z\"~ | ~\"2024-03-01T00:00:00\"~",
        "MARIADB | TIMESTAMP(3) NULL | ~\"2024-02-29T23:59:59.5+08:00\"~ | ~\"2024-02-29T15:59:59.5Z\"~",
        "MARIADB | YEAR | 2024 | ",
        "MARIADB | VARBINARY(9) | ~\"AAH/\"~ | ",
        "MARIADB | BLOB | ~\"\"~ | ",
        "MARIADB | UUID | ~\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"~ | ",
        "MARIADB | JSON | ~\"{\\\"a\\\": [1]}\"~ | ",
        "MARIADB | ENUM('A','B') | ~\"B\"~ | ",
        "MARIADB | SET('A','B') | ~\"A,B\"~ | ",
        "MARIADB | BIT(8) | ~\"/w==\"~ | "
      })
  void aValueIsReadAsItWasWritten(TestServer server, String type, String value, String read)
      throws Exception {
    TestDatabase database = server.fresh();
    database.execute("CREATE TABLE t (id INT PRIMARY KEY, v " + type + ")");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Tables.write(
          database, "{'table': 't'}", "{\"id\":1,\"v\":" + value + "}", "{\"id\":2,\"v\":null}");

      String name = server == TestServer.H2 ? "\"ID\":1,\"V\":" : "\"id\":1,\"v\":";
      assertThat(Tables.read(database, "{'table': 't'}"))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("{" + name + (read == null ? value : read));
      assertThat(Tables.read(database, "{'table': 't'}").getLast()).endsWith(":null}");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
