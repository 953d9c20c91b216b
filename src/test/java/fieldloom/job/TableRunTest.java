package fieldloom.job;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.database.TestDatabase;
import fieldloom.database.TestServer;
import fieldloom.model.Job;
import fieldloom.model.Job.OnError;
import fieldloom.model.RecordError;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.payload.table.Tables;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.store.Store.RunState;
import fieldloom.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs into tables and out of them: what is bad fails alone, and a run is all or nothing. */
class TableRunTest {
  private static final int RECORDS = 1_700;
  @TempDir private Path folder = Path.of("");

  private static TestDatabase shop(TestServer server) throws SQLException {
    TestDatabase database = server.fresh();
    database.execute(
        "CREATE TABLE customer (code VARCHAR(5) PRIMARY KEY)",
        "INSERT INTO customer VALUES ('C1')",
        "CREATE TABLE orders (no INT PRIMARY KEY, bill_to VARCHAR(5) NOT NULL, note VARCHAR(20),"
            + " FOREIGN KEY (bill_to) REFERENCES customer (code))",
        "CREATE TABLE line (no INT NOT NULL, pos INT NOT NULL, qty DECIMAL(9,2),"
            + " PRIMARY KEY (no, pos), FOREIGN KEY (no) REFERENCES orders (no))",
        "CREATE TABLE audit (no INT NOT NULL, FOREIGN KEY (no) REFERENCES orders (no))");
    return database;
  }

  private static long count(TestDatabase database, String table) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Every hundredth record or so is bad, in five ways. */
  private static String order(int i) {
    String customer =
        switch (i % 100) {
          case 50 -> "\"C9\"";
          case 60 -> "null";
          default -> "\"C1\"";
        };
    int no = i % 100 == 70 ? i - 1 : i;
    String note = i % 100 == 80 ? "much too long for its column" : "华 " + i;
    String lines =
        i % 100 == 90
            ? "[{\"pos\": 1, \"qty\": 1}, {\"pos\": 1, \"qty\": 2}]"
            : "[{\"pos\": 1, \"qty\": 0.10}, {\"pos\": 2, \"qty\": null}]";
    return "{\"no\": %d, \"to\": %s, \"note\": \"%s\", \"lines\": %s}\n"
        .formatted(no, customer, note, lines);
  }

  private static boolean isBad(int i) {
    return List.of(50, 60, 70, 80, 90).contains(i % 100);
  }

  private Project project() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("m.flmap"),
            """
            {"fieldloom": 1, "name": "m",
             "sources": [{"name": "order", "format": "ndjson"}],
             "targets": [
               {"name": "row", "format": "table", "options": {"table": "orders"}},
               {"name": "audit", "format": "table", "options": {"table": "audit"}},
               {"name": "copy", "format": "csv"}],
             "rules": [
               {"to": "no", "from": "order.no"}, {"to": "bill_to", "from": "order.to"},
               {"to": "note", "from": "order.note"},
               {"to": "line[]", "each": "order.lines[]", "as": "line"},
               {"to": "line[].pos", "from": "line.pos"}, {"to": "line[].qty", "from": "line.qty"},
               {"target": "audit", "to": "no", "from": "order.no"},
               {"target": "copy", "to": "no", "from": "order.no"}]}
            """);
    return Projects.open(file);
  }

  private RunRequest request(TestDatabase database, OnError onError, int threads) throws Exception {
    Map<String, RunRequest.Output> outputs = new LinkedHashMap<>();
    outputs.put("row", new RunRequest.Output.Database(Tables.place(database)));
    outputs.put("audit", new RunRequest.Output.Database(Tables.place(database)));
    outputs.put("copy", new RunRequest.Output.File(folder.resolve("copy.csv")));
    return new RunRequest(
        project(),
        Map.of("order", new RunRequest.Input.File(folder.resolve("in.ndjson"))),
        outputs,
        onError,
        null,
        Map.of(),
        threads);
  }

  private void write(int from, int to) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append(order(i));
    }
    Files.writeString(folder.resolve("in.ndjson"), text);
  }

  @ParameterizedTest
  @CsvSource({"H2, 1", "H2, 3", "POSTGRESQL, 1", "POSTGRESQL, 2", "MARIADB, 1", "MARIADB, 2"})
  void skippingWritesEveryGoodRecordToAllItsTargetsAndNamesEveryBadOne(
      TestServer server, int threads) throws Exception {
    TestDatabase database = shop(server);
    write(1, RECORDS);
    Heard heard = new Heard();

    RunReport report = MappingRunner.run(request(database, OnError.SKIP, threads), heard);

    int bad = RECORDS / 100 * 5;
    assertThat(report.state()).as(report.message()).isEqualTo(RunState.SUCCEEDED);
    assertThat(report.counts()).isEqualTo(new Counts(RECORDS, RECORDS - bad, bad));
    assertThat(heard.errors)
        .extracting(error -> (int) error.record())
        .isSorted()
        .hasSize(bad)
        .allMatch(TableRunTest::isBad);
    assertThat(heard.errors.subList(0, 5))
        .extracting(RecordError::message)
        .map(message -> message.toLowerCase(java.util.Locale.ROOT).split(" \\(")[0])
        .containsExactly(
            "the column bill_to of the table orders names a row that the table customer does not"
                + " have",
            "the column bill_to of the table orders must have a value, not null; give it one in its"
                + " rule.",
            "the table orders has a row with the same no already",
            "the column note of the table orders has room for 20 characters, the value \"much too"
                + " long for its column\" has 28; shorten it in its rule.",
            "the table line has a row with the same no, pos already");
    assertThat(count(database, "orders")).isEqualTo(RECORDS - bad);
    assertThat(count(database, "audit")).isEqualTo(RECORDS - bad);
    assertThat(count(database, "line")).isEqualTo(2L * (RECORDS - bad));
    assertThat(Files.readAllLines(folder.resolve("copy.csv"))).hasSize(RECORDS - bad + 1);
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void stoppingTellsOfTheFirstBadRecordAndLeavesNothing(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    write(1, RECORDS);

    RunReport report = MappingRunner.run(request(database, OnError.STOP, 1), RunListener.NONE);

    assertThat(report.state()).isEqualTo(RunState.FAILED);
    assertThat(report.message()).startsWith("Record 50 (line 50) failed and ended the run: ");
    assertThat(report.counts()).isEqualTo(new Counts(50, 49, 1));
    assertThat(count(database, "orders")).isZero();
    assertThat(count(database, "line")).isZero();
    assertThat(folder.resolve("copy.csv")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(TestServer.class)
  void aRunThatStopsKeepsWhatWasThereAndACancelledOneToo(TestServer server) throws Exception {
    TestDatabase database = shop(server);
    write(1, 49);
    RunReport well = MappingRunner.run(request(database, OnError.STOP, 1), RunListener.NONE);
    assertThat(well.counts()).isEqualTo(new Counts(49, 49, 0));
    write(48, 49);
    MappingRunner.run(request(database, OnError.STOP, 1), RunListener.NONE);
    write(101, 149);
    Heard heard = new Heard();
    heard.cancelAfterErrors = 0;
    RunReport cancelled = MappingRunner.run(request(database, OnError.SKIP, 1), heard);

    assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
    assertThat(count(database, "orders")).isEqualTo(49);
  }

  @Test
  void aJobOfTheStoreWritesToADatabaseThatItNames() throws Exception {
    TestDatabase database = shop(TestServer.H2);
    write(1, 49);
    try (Store store = Stores.open(folder.resolve("store"))) {
      project();
      long workspace = store.workspace("shop").id();
      store.save(
          workspace, Store.Kind.OTHER, "m.flmap", Files.readAllBytes(folder.resolve("m.flmap")));
      store.save(
          workspace,
          Store.Kind.OTHER,
          "in.ndjson",
          Files.readAllBytes(folder.resolve("in.ndjson")));
      JobService service =
          new JobService(
              store,
              (content, path, resources) ->
                  Projects.load(MappingFile.read(content, path), resources),
              folder.resolve("out"),
              1);
      Job job =
          new Job(
              0,
              "nightly",
              "m.flmap",
              Map.of("order", "in.ndjson"),
              Map.of("row", database.url(), "copy", "copy.csv"),
              OnError.STOP,
              Map.of());

      Store.Run run = service.run(workspace, store.saveJob(workspace, job), RunListener.NONE);

      assertThat(run.state()).as(run.message()).isEqualTo(RunState.SUCCEEDED);
      assertThat(run.counts()).isEqualTo(new Counts(49, 49, 0));
      assertThat(count(database, "orders")).isEqualTo(49);
      assertThat(count(database, "audit")).as("a target without an output").isZero();
      assertThat(Files.readAllLines(folder.resolve("out/copy.csv"))).hasSize(50);
    }
  }
}
