package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.payload.Payloads;
import fieldloom.payload.table.TablePlace;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password goes to the database that it is for, and to no other that a file names. */
class TablePlacesTest {
  private static final String URL = "jdbc:postgresql://db.example.com/shop";
  private static final Map<String, String> LOGIN =
      Map.of("FIELDLOOM_DB_USER", "me", "FIELDLOOM_DB_PASSWORD", "s3cret");
  private static final Map<String, String> BOUND =
      Map.of(
          "FIELDLOOM_DB_USER",
          "me",
          "FIELDLOOM_DB_PASSWORD",
          "s3cret",
          "FIELDLOOM_DB_URL",
          "jdbc:postgresql://DB.example.com:5432/shop?sslmode=verify-full");

  private static TablePlaces places(
      String url, boolean foreign, Map<String, String> set, Map<String, String> environment) {
    Document rows =
        new Document(
            "row",
            "table",
            new SchemaRef.None(),
            Payloads.json("{\"url\": \"" + url + "\", \"table\": \"t\"}"),
            Extras.NONE);
    Document file = new Document("file", "json", new SchemaRef.None());
    return new TablePlaces(Mapping.empty("m", rows, file), foreign, set, environment);
  }

  private static TablePlace named(String url, boolean foreign, Map<String, String> environment)
      throws UnusableException {
    RunRequest.Input input =
        places(url, foreign, Map.of(), environment).inputs(Map.of()).get("row");
    return ((RunRequest.Input.Database) input).place();
  }

  @Test
  void theLoginGoesToADatabaseOfAMappingThatItIsFor() throws UnusableException {
    TablePlace place = named(URL + "?currentSchema=a", false, BOUND);

    assertThat(place.login().password()).isEqualTo("s3cret");
    assertThat(place.url().parameters()).hasToString("{currentSchema=a, sslmode=verify-full}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://evil.example.com/shop",
        "jdbc:postgresql://db.example.com:5433/shop",
        "jdbc:postgresql://db.example.com/other",
        "jdbc:postgresql://db.example.com/Shop",
        "jdbc:mariadb://db.example.com:5432/shop",
        "jdbc:h2:mem:shop"
      })
  void theLoginDoesNotGoToAnotherDatabaseThatAMappingNames(String url) {
    for (Map<String, String> environment : java.util.List.of(LOGIN, BOUND)) {
      assertThatThrownBy(() -> named(url, false, environment))
          .isInstanceOf(UnusableException.class)
          .hasMessageContaining("is not told to jdbc:")
          .hasMessageContaining("set FIELDLOOM_DB_URL to that URL")
          .message()
          .doesNotContain("s3cret")
          .endsWith(".");
    }
  }

  @Test
  void aLoginThatIsBoundToNothingGoesOnlyToWhatTheUserTypes() throws UnusableException {
    assertThatThrownBy(() -> named(URL, false, LOGIN)).hasMessageContaining("is not told to");

    TablePlace typed = places(URL, false, Map.of(), LOGIN).typed(URL);
    assertThat(typed.login().password()).isEqualTo("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"disable", "require"})
  void aMappingDoesNotLoosenHowSafelyTheLoginIsSent(String mode) throws UnusableException {
    assertThat(named(URL + "?sslmode=" + mode, false, BOUND).url().parameters())
        .containsEntry("sslmode", "verify-full");
  }

  @Test
  void withoutALoginAMappingsDatabaseIsConnectedToWithoutOneButAPackagesIsNot()
      throws UnusableException {
    assertThat(named(URL, false, Map.of()).login().user()).isNull();
    assertThatThrownBy(() -> named(URL, true, Map.of()))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("The package names the database " + URL)
        .message()
        .endsWith(".");
    assertThat(named(URL, true, BOUND).login().password()).isEqualTo("s3cret");
    assertThat(named(URL, true, Map.of("FIELDLOOM_DB_URL", URL)).login().user()).isNull();
  }

  @Test
  void whatIsGivenForARunComesBeforeWhatTheMappingNames() throws UnusableException {
    RunRequest.Input file = new RunRequest.Input.File(java.nio.file.Path.of("rows.json"));

    assertThat(places(URL, true, Map.of(), LOGIN).inputs(Map.of("row", file)))
        .isEqualTo(Map.of("row", file));
    assertThat(places(URL, true, Map.of(), LOGIN).outputs(Map.of())).isEmpty();
  }

  @Test
  void aRunsZoneIsThatOfDatetimesWithoutOne() throws UnusableException {
    TablePlace place = places(URL, false, Map.of("ZONE", "Asia/Shanghai"), Map.of()).typed(URL);

    assertThat(place.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }
}
