package fieldloom.pack;

import fieldloom.model.Mapping;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.payload.TableRows;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of lookup tables that are read from databases, as tests keep them in JSON files. */
final class RecordedTables {
  private RecordedTables() {}

  /**
   * The rows that a test names.
   *
   * @throws TestFailure where it names a table that is none, or a file that cannot be read
   */
  static Map<String, TableRows> of(Mapping mapping, Mapping.TestCase test, Resources resources)
      throws TestFailure {
    Map<String, TableRows> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> named : test.tables().entrySet()) {
      String table = named.getKey();
      if (!isQueried(mapping, table)) {
        throw new TestFailure(
            "The test has rows for " + table + ", which is no lookup table read from a query.");
      }
      rows.put(table, read(table, named.getValue(), resources));
    }
    return rows;
  }

  /** For each table the rows of the first test that has some which can be read. */
  static Map<String, TableRows> any(Mapping mapping, Resources resources) {
    Map<String, TableRows> rows = new LinkedHashMap<>();
    for (Mapping.TestCase test : mapping.tests()) {
      for (Map.Entry<String, String> named : test.tables().entrySet()) {
        String table = named.getKey();
        if (!rows.containsKey(table) && isQueried(mapping, table)) {
          try {
            rows.put(table, read(table, named.getValue(), resources));
          } catch (TestFailure e) {
            // The test says so when it runs; here the table is one whose rows are not known.
            continue;
          }
        }
      }
    }
    return rows;
  }

  private static boolean isQueried(Mapping mapping, String name) {
    return mapping.tables().stream()
        .filter(table -> table.name().equals(name))
        .map(Table::query)
        .anyMatch(query -> query != null);
  }

  private static TableRows read(String table, String file, Resources resources) throws TestFailure {
    PayloadSpec spec = new PayloadSpec(table, "json", null, SchemaTree.unknown(table));
    List<Obj> records = new ArrayList<>();
    try (InputStream in = resources.open(file);
        RecordReader reader = PayloadFormats.reader(in, spec)) {
      for (RecordReader.InputRecord record = reader.next();
          record != null;
          record = reader.next()) {
        if (!(record.value() instanceof Obj row)) {
          throw new TestFailure(
              "The file "
                  + file
                  + " has no rows of the table "
                  + table
                  + ": write a JSON array with an object for each row.");
        }
        records.add(row);
      }
    } catch (BadRecordException | IOException e) {
      throw new TestFailure("The file " + file + " cannot be read: " + e.getMessage());
    }
    return rows(records);
  }

  /** The columns are the members of all objects in the order in which they first appear. */
  private static TableRows rows(List<Obj> records) {
    Set<String> names = new LinkedHashSet<>();
    records.forEach(record -> names.addAll(record.fields().keySet()));
    List<List<Object>> rows = new ArrayList<>();
    for (Obj record : records) {
      List<Object> row = new ArrayList<>();
      names.forEach(name -> row.add(record.fields().getOrDefault(name, Absent.ABSENT)));
      rows.add(row);
    }
    return new TableRows(List.copyOf(names), rows);
  }
}
