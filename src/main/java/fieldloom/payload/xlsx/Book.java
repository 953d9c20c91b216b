package fieldloom.payload.xlsx;

import fieldloom.payload.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An open workbook: its sheets and what their cells refer to. */
final class Book implements AutoCloseable {
  private static final int SHOWN_SHEETS = 20;

  private final Parts parts;
  private final List<Sheet> sheets;
  private final boolean from1904;
  private final Styles styles;
  private final SharedStrings strings;

  /**
   * A sheet of cells.
   *
   * @param part where its cells are
   * @param hidden whether Excel shows it
   */
  record Sheet(String name, String part, boolean hidden) {}

  private Book(
      Parts parts, List<Sheet> sheets, boolean from1904, Styles styles, SharedStrings strings) {
    this.parts = parts;
    this.sheets = sheets;
    this.from1904 = from1904;
    this.styles = styles;
    this.strings = strings;
  }

  /**
   * Opens a workbook, whose stream is closed.
   *
   * @param pieces puts something around the bytes of each part that is read
   * @throws WorkbookFault where it is none
   */
  static Book open(InputStream in, UnaryOperator<InputStream> pieces) throws IOException {
    Parts parts = Parts.open(in, pieces);
    Book book = null;
    try {
      book = read(parts);
      return book;
    } finally {
      if (book == null) {
        parts.close();
      }
    }
  }

  private static Book read(Parts parts) throws IOException {
    String workbook = workbook(parts);
    Map<String, Relations.Target> targets = Relations.of(parts, workbook);
    List<Sheet> sheets = new ArrayList<>();
    boolean from1904 = false;
    try (PartXml xml = PartXml.open(parts, workbook)) {
      while (xml.nextElement()) {
        switch (xml.name()) {
          case "workbookPr" -> from1904 = xml.flag("date1904");
          case "sheet" -> add(sheets, xml, targets);
          default -> {}
        }
      }
    }
    Styles styles = Styles.read(parts, part(parts, targets, "styles"));
    SharedStrings strings = SharedStrings.open(parts, part(parts, targets, "sharedStrings"));
    return new Book(parts, sheets, from1904, styles, strings);
  }

  private static String workbook(Parts parts) throws IOException {
    if (parts.has("_rels/.rels")) {
      for (Relations.Target target : Relations.of(parts, "").values()) {
        if (target.isOf("officeDocument") && parts.has(target.part())) {
          return target.part();
        }
      }
    }
    if (!parts.has("xl/workbook.xml")) {
      throw new WorkbookFault("is no Excel workbook; save it from Excel as .xlsx");
    }
    return "xl/workbook.xml";
  }

  private static @Nullable String part(
      Parts parts, Map<String, Relations.Target> targets, String kind) {
    Optional<Relations.Target> found =
        targets.values().stream()
            .filter(one -> one.isOf(kind) && parts.has(one.part()))
            .findFirst();
    return found.map(Relations.Target::part).orElse(null);
  }

  private static void add(List<Sheet> sheets, PartXml xml, Map<String, Relations.Target> targets)
      throws WorkbookFault {
    String name = xml.attribute("name");
    String id = xml.attribute("id");
    Relations.Target target = id == null ? null : targets.get(id);
    if (name == null || target == null || !target.isOf("worksheet")) {
      return;
    }
    String state = xml.attribute("state");
    sheets.add(
        new Sheet(XText.read(name), target.part(), state != null && !state.equals("visible")));
    if (sheets.size() > XlsxLimits.LISTED) {
      throw new WorkbookFault("has more than " + XlsxLimits.LISTED + " sheets");
    }
  }

  /**
   * The sheet of that name, capitals or not; without a name the first that is shown.
   *
   * @throws FormatException where there is none
   */
  Sheet sheet(String owner, @Nullable String name) throws IOException {
    for (Sheet sheet : sheets) {
      if (name == null ? !sheet.hidden() : sheet.name().equals(name)) {
        return sheet;
      }
    }
    for (Sheet sheet : sheets) {
      if (name == null || sheet.name().equalsIgnoreCase(name)) {
        return sheet;
      }
    }
    if (name == null) {
      throw new WorkbookFault("has no sheet of cells");
    }
    String known =
        sheets.stream().map(Sheet::name).limit(SHOWN_SHEETS).collect(Collectors.joining(", "));
    throw new FormatException(
        "The workbook of " + owner + " has no sheet “" + name + "”; it has " + known + ".");
  }

  List<Sheet> sheets() {
    return sheets;
  }

  PartXml open(Sheet sheet) throws IOException {
    return PartXml.open(parts, sheet.part());
  }

  InputStream bytes(Sheet sheet) throws IOException {
    return parts.open(sheet.part());
  }

  Styles styles() {
    return styles;
  }

  SharedStrings strings() {
    return strings;
  }

  /** Whether days are counted from 1904, as on old Macintoshes. */
  boolean from1904() {
    return from1904;
  }

  @Override
  public void close() throws IOException {
    try {
      strings.close();
    } finally {
      parts.close();
    }
  }
}
