package fieldloom.payload;

import fieldloom.payload.csv.CsvFormat;
import fieldloom.payload.edi.EdiFormat;
import fieldloom.payload.fixed.FixedFormat;
import fieldloom.payload.json.JsonFormat;
import fieldloom.payload.json.NdjsonFormat;
import fieldloom.payload.table.TableFormat;
import fieldloom.payload.text.FileKind;
import fieldloom.payload.xlsx.XlsxFormat;
import fieldloom.payload.xml.XmlFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that payloads are read and written in. A new one is a folder and a line here. */
public final class PayloadFormats {
  private static final PayloadFormat NDJSON = new NdjsonFormat();
  private static final PayloadFormat EDI = new EdiFormat();
  private static final List<PayloadFormat> ALL =
      List.of(
          new JsonFormat(),
          NDJSON,
          new XmlFormat(),
          new CsvFormat(),
          new FixedFormat(),
          new XlsxFormat(),
          EDI,
          new TableFormat());

  private PayloadFormats() {}

  /** All formats, in the order in which they are offered. */
  public static List<PayloadFormat> all() {
    return ALL;
  }

  /**
   * The format of that name.
   *
   * @throws FormatException where there is none; its sentence names those there are
   */
  public static PayloadFormat of(String name) throws FormatException {
    for (PayloadFormat format : ALL) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw new FormatException(
        "The format “"
            + name
            + "” is not read or written by this version; use one of "
            + ALL.stream().map(PayloadFormat::name).collect(Collectors.joining(", "))
            + ".");
  }

  /**
   * Reads an input in the format of its source.
   *
   * @param in a stream that the reader closes
   * @throws FormatException where the first bytes are those of a file of another kind, which the
   *     sentence names; where the format or its options cannot be used
   * @throws IOException where the input cannot be read
   */
  public static RecordReader reader(InputStream in, PayloadSpec spec) throws IOException {
    PayloadFormat format = of(spec.format());
    BufferedInputStream bytes =
        in instanceof BufferedInputStream known ? known : new BufferedInputStream(in);
    byte[] start = new byte[FileKind.BYTES];
    bytes.mark(start.length);
    // Once, for of a pipe no more may come for long.
    int count = bytes.read(start);
    bytes.reset();
    FileKind kind = FileKind.inPlaceOf(format.name(), Arrays.copyOf(start, Math.max(0, count)));
    if (kind != null) {
      throw new FormatException(
          "The input of "
              + spec.name()
              + " is "
              + kind.noun()
              + ", which is not read as "
              + format.name()
              + "; "
              + kind.remedy()
              + ".");
    }
    return format.reader(bytes, spec);
  }

  /** The format that a file's ending tells of: {@code orders.ndjson}. */
  public static Optional<PayloadFormat> forFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (PayloadFormat format : ALL) {
      if (name.endsWith("." + format.name())) {
        return Optional.of(format);
      }
    }
    if (name.endsWith(".x12") || name.endsWith(".edifact")) {
      return Optional.of(EDI);
    }
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".jsonlines");
    return lines ? Optional.of(NDJSON) : Optional.empty();
  }
}
