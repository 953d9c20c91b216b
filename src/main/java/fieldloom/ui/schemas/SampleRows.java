package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.PayloadFormat;
import fieldloom.payload.PayloadFormats;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordReader;
import fieldloom.schema.SchemaFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first records of a table that is a sample, as they are read with the options chosen.
 *
 * @param names of the columns; none where the sample is no table
 * @param rows each with a text a column, "" where it has nothing
 * @param problem why no further row is read; "" where nothing is wrong
 */
public record SampleRows(List<String> names, List<List<String>> rows, String problem) {
  private static final int MOST = 50;
  private static final Set<String> TABLES = Set.of("csv", "xlsx", "fixed");

  /** No table. */
  public static final SampleRows NONE = new SampleRows(List.of(), List.of(), "");

  public SampleRows {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /** Reads the first rows; what is wrong with one ends them, for the schema is there without. */
  static SampleRows of(
      SchemaFile file, String format, @Nullable JsonNode options, SchemaTree tree) {
    PayloadFormat reads =
        PayloadFormats.all().stream()
            .filter(one -> one.name().equals(format) && TABLES.contains(format))
            .findFirst()
            .orElse(null);
    if (reads == null) {
      return NONE;
    }
    List<String> names = names(tree);
    List<List<String>> rows = new ArrayList<>();
    String problem = "";
    PayloadSpec spec = new PayloadSpec(file.label(), format, options, tree);
    try (RecordReader reader = reads.reader(file.stream(), spec)) {
      for (var record = reader.next(); record != null; record = next(reader, rows)) {
        rows.add(row(record.value(), names));
      }
    } catch (IOException | BadRecordException e) {
      problem = String.valueOf(e.getMessage());
    }
    return new SampleRows(names, rows, problem);
  }

  /**
   * Rows that were read.
   *
   * @param problem why no further row was; "" where nothing is wrong
   */
  static SampleRows of(SchemaTree tree, List<Object> records, String problem) {
    List<String> names = names(tree);
    return new SampleRows(
        names, records.stream().map(record -> row(record, names)).toList(), problem);
  }

  private static List<String> names(SchemaTree tree) {
    return tree.root().children().stream().map(SchemaNode::name).toList();
  }

  private static RecordReader.@Nullable InputRecord next(
      RecordReader reader, List<List<String>> rows) throws IOException, BadRecordException {
    return rows.size() < MOST ? reader.next() : null;
  }

  private static List<String> row(Object record, List<String> names) {
    return record instanceof Obj row
        ? names.stream().map(name -> row.has(name) ? text(row.get(name)) : "").toList()
        : List.of();
  }

  private static String text(Object value) {
    return switch (value) {
      case Absent absent -> "";
      case Null nothing -> "";
      // Rows within a row are counted.
      case List<?> list -> "[" + list.size() + "]";
      default -> value.toString();
    };
  }
}
