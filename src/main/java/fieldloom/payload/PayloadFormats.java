package fieldloom.payload;

import fieldloom.payload.csv.CsvFormat;
import fieldloom.payload.edi.EdiFormat;
import fieldloom.payload.fixed.FixedFormat;
import fieldloom.payload.json.JsonFormat;
import fieldloom.payload.json.NdjsonFormat;
import fieldloom.payload.table.TableFormat;
import fieldloom.payload.xlsx.XlsxFormat;
import fieldloom.payload.xml.XmlFormat;
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
