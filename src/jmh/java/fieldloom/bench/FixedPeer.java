package fieldloom.bench;

import fieldloom.model.value.Obj;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Lines cut and filled by hand. */
final class FixedPeer implements FormatCase.Peer {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 14, false),
          new Column("item", 8, false),
          new Column("name", 12, false),
          new Column("unit", 5, false),
          new Column("due", 10, false),
          new Column("qty", 8, true),
          new Column("price", 10, true),
          new Column("tax", 6, true),
          new Column("city", 6, false),
          new Column("note", 20, false));

  /** A field of a line; a number stands at its right end. */
  private record Column(String name, int length, boolean number) {}

  @Override
  public byte[] data(int records) {
    Random random = new Random(20261128);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= records; i++) {
      String[] values = {
        "SO-2026-" + (100000 + i),
        "A100-" + random.nextInt(1000),
        "直线推杆 " + random.nextInt(100),
        "Pcs",
        "2026-11-" + (10 + random.nextInt(20)),
        String.valueOf(1 + random.nextInt(500)),
        String.valueOf(random.nextInt(100_000) / 100.0),
        "0.13",
        "苏州",
        i % 5 == 0 ? "this side up" : "none"
      };
      for (int at = 0; at < values.length; at++) {
        fill(text, COLUMNS.get(at), values[at]);
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void fill(StringBuilder line, Column column, String value) {
    int gap = column.length() - value.length();
    if (column.number()) {
      line.repeat(' ', gap).append(value);
    } else {
      line.append(value).repeat(' ', gap);
    }
  }

  @Override
  public String options() {
    StringBuilder fields = new StringBuilder();
    int at = 1;
    for (Column column : COLUMNS) {
      fields.append(fields.isEmpty() ? "" : ", ");
      fields.append("{\"name\": \"").append(column.name()).append("\", \"at\": ").append(at);
      fields.append(", \"length\": ").append(column.length());
      fields.append(column.number() ? ", \"type\": \"decimal\", \"align\": \"right\"}" : "}");
      at += column.length();
    }
    return "{\"records\": [{\"fields\": [" + fields + "]}]}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(data), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int at = 0;
        for (Column column : COLUMNS) {
          seen += line.substring(at, at + column.length()).strip().length();
          at += column.length();
        }
      }
    }
    return seen;
  }

  @Override
  public long characters(List<Object> records) {
    return Characters.ofValues(records);
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (Object record : records) {
        Obj fields = (Obj) record;
        line.setLength(0);
        for (Column column : COLUMNS) {
          fill(line, column, fields.get(column.name()).toString());
        }
        lines.append(line.append('\n'));
      }
    }
  }
}
