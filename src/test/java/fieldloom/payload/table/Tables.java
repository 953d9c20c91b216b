package fieldloom.payload.table;

import fieldloom.database.DatabaseException;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.database.TestDatabase;
import fieldloom.model.SchemaTree;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.JsonValues;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.Payloads;
import fieldloom.payload.RecordReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes rows of test databases. */
public final class Tables {
  private Tables() {}

  /** The place of a database, logged in as its owner. */
  public static TablePlace place(TestDatabase database) throws DatabaseException {
    return new TablePlace(
        JdbcUrl.parse(database.url()),
        new Login(database.user(), database.password(), null),
        ZoneId.of("Asia/Shanghai"));
  }

  static PayloadSpec spec(String options) {
    return spec(options, SchemaTree.unknown("row"));
  }

  static PayloadSpec spec(String options, SchemaTree schema) {
    return new PayloadSpec("row", "table", Payloads.json(options.replace('\'', '"')), schema);
  }

  /** All records as JSON texts; those that cannot be read as their messages. */
  static List<String> read(TestDatabase database, PayloadSpec spec) throws Exception {
    List<String> records = new ArrayList<>();
    try (RecordReader reader = TableRecords.read(place(database), spec)) {
      reader.onWarning(records::add);
      while (true) {
        try {
          RecordReader.InputRecord record = reader.next();
          if (record == null) {
            return records;
          }
          records.add(JsonValues.toJson(record.value()));
        } catch (BadRecordException e) {
          records.add(e.getMessage());
        }
      }
    }
  }

  static List<String> read(TestDatabase database, String options) throws Exception {
    return read(database, spec(options));
  }

  /** Writes records given as JSON texts, all of them or none. */
  static void write(TestDatabase database, String options, String... records) throws Exception {
    try (TableSession session = TableSession.open(place(database))) {
      write(session, spec(options), records);
      session.commit();
    }
  }

  static void write(TableSession session, PayloadSpec spec, String... records) throws IOException {
    try (TableWriter writer = session.writer(spec)) {
      for (String record : records) {
        writer.write(JsonValues.parse(record));
      }
      writer.finish();
    }
  }
}
