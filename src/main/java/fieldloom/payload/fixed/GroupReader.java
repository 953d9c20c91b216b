package fieldloom.payload.fixed;

import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record of a header line and the lines after it, up to the next header. */
final class GroupReader implements RecordReader {
  private final StrictReader source;
  private final FixedLines lines;
  private final FixedOptions options;
  private boolean waiting;

  GroupReader(StrictReader source, FixedLines lines, FixedOptions options) {
    this.source = source;
    this.lines = lines;
    this.options = options;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (!waiting && !lines.next()) {
      return null;
    }
    Group group = new Group(lines.number());
    do {
      group.add();
      waiting = lines.next();
    } while (waiting && !isHeader(lines.type()));
    return group.record();
  }

  private boolean isHeader(@Nullable RecordType type) {
    return type != null && options.isHeader(type);
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {}

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** The lines of one record. */
  private final class Group {
    private final long first;
    private final Map<String, List<Object>> owned = new LinkedHashMap<>();
    private final StringBuilder raw = new StringBuilder();
    private @Nullable Obj header;
    private @Nullable BadRecordException fault;
    private long characters;
    private boolean quoted = true;

    Group(long first) {
      this.first = first;
      for (RecordType type : options.records()) {
        owned.put(type.name(), new ArrayList<>());
      }
    }

    /** Adds the line that the lines are at. */
    void add() {
      characters += lines.length();
      quote();
      if (fault != null) {
        return;
      }
      try {
        put(lines.type(), lines.fields());
      } catch (BadRecordException e) {
        fault = e;
        owned.clear();
      }
    }

    private void put(@Nullable RecordType type, Obj fields) throws BadRecordException {
      if (isHeader(type)) {
        header = fields;
        return;
      }
      if (header == null) {
        throw lines.bad(
            ReadCodes.UNKNOWN_LINE,
            "Line "
                + lines.number()
                + " belongs to no record: no line of the type "
                + options.header()
                + " stands before it.");
      }
      if (characters > TextLimits.MAX_CHARS) {
        throw lines.bad(
            ReadCodes.TOO_LONG,
            "The record that starts at line "
                + first
                + " has more than 20,000,000 characters; such a record is not read.");
      }
      List<Object> same = type == null ? null : owned.get(type.name());
      if (same != null) {
        same.add(fields);
      }
    }

    private void quote() {
      String line = lines.raw();
      quoted &= line != null && raw.length() + line.length() <= TextLimits.MAX_RAW;
      if (quoted) {
        raw.append(raw.isEmpty() ? "" : "\n").append(line);
      }
    }

    InputRecord record() throws BadRecordException {
      if (fault != null) {
        String text = quoted ? raw.toString() : null;
        throw new BadRecordException(fault.code(), fault.getMessage(), first, text, false);
      }
      Obj record = new Obj();
      for (RecordType type : options.records()) {
        List<Object> same = owned.get(type.name());
        if (options.isHeader(type) && header != null) {
          record.put(type.name(), header);
        } else if (same != null && !same.isEmpty()) {
          record.put(type.name(), same);
        }
      }
      return new InputRecord(record, first);
    }
  }
}
