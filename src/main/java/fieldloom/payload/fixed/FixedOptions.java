package fieldloom.payload.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How lines of fixed fields are written.
 *
 * @param encoding where no byte order mark says another
 * @param lineEnd what ends a line that is written; any line end is read
 * @param unit what positions and lengths count
 * @param header name of the type that opens a record and owns the lines after it; null where each
 *     line is a record
 * @param records the kinds of lines, at least one; the first that matches a line reads it
 */
public record FixedOptions(
    Charset encoding,
    String lineEnd,
    Unit unit,
    @Nullable String header,
    List<RecordType> records) {

  public FixedOptions {
    records = List.copyOf(records);
  }

  /** What positions count. */
  public enum Unit {
    CHARACTER,
    BYTE
  }

  /**
   * Reads them.
   *
   * @param owner name of the source or target, for messages
   * @throws FormatException where they cannot be used
   */
  public static FixedOptions read(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    String unit = options.oneOf("unit", List.of("char", "character", "byte"));
    Charset encoding = options.charset("encoding", StandardCharsets.UTF_8);
    FixedOptions all =
        new FixedOptions(
            encoding,
            options.oneOf("lineEnd", List.of("\n", "\r\n", "\r")),
            unit.equals("byte") ? Unit.BYTE : Unit.CHARACTER,
            options.filled("header"),
            records(owner, options));
    if (all.unit == Unit.BYTE) {
      all.checkBytes(owner);
    }
    return all;
  }

  /** Whether a record has a field for each kind of line rather than the line's fields. */
  public boolean nested() {
    return records.size() > 1 || header != null;
  }

  /** The kind of that name, which is one of them. */
  boolean isHeader(RecordType type) {
    return type.name().equals(header);
  }

  private static List<RecordType> records(String owner, Options options) throws FormatException {
    List<JsonNode> given = options.objects("records");
    if (given.isEmpty()) {
      throw options.missing(
          "records", "the kinds of lines, each with the fields it has: [{\"fields\": […]}]");
    }
    String header = options.filled("header");
    boolean named = given.size() > 1 || header != null;
    List<RecordType> records = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : given) {
      RecordType type = RecordTypes.read("record " + (records.size() + 1) + " of " + owner, node);
      if (named && type.name().isEmpty()) {
        throw new FormatException(
            "Record " + (records.size() + 1) + " of " + owner + " has no name; give it one.");
      }
      if (!names.add(type.name())) {
        throw new FormatException(
            "Two records of " + owner + " are named “" + type.name() + "”; name them apart.");
      }
      records.add(type);
    }
    if (records.stream().filter(type -> type.mark() == null).count() > 1) {
      throw new FormatException(
          "More than one record of "
              + owner
              + " has no type, so that its lines cannot be told apart; give all but one a type.");
    }
    if (header != null && !names.contains(header)) {
      throw new FormatException(
          "The option header of "
              + owner
              + " names “"
              + header
              + "”, but the records are "
              + String.join(", ", names)
              + ".");
    }
    return records;
  }

  private void checkBytes(String owner) throws FormatException {
    CharBytes bytes = new CharBytes(encoding);
    if (!bytes.cutAnywhere()) {
      throw new FormatException(
          "The encoding "
              + encoding.name()
              + " of "
              + owner
              + " has bytes that belong to no character, so that its lines cannot be cut by bytes;"
              + " choose the unit char.");
    }
    for (RecordType type : records) {
      for (FixedField field : type.fields()) {
        if (bytes.of(field.pad().codePointAt(0)) != bytes.of(' ')) {
          throw new FormatException(
              "The fill character “"
                  + field.pad()
                  + "” of the field "
                  + field.name()
                  + " of "
                  + owner
                  + " takes more bytes than a blank, so that not every length can be filled with"
                  + " it; use a blank.");
        }
      }
    }
  }
}
