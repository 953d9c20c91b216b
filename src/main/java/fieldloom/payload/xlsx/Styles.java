package fieldloom.payload.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kind of number each style of a workbook shows. Immutable once read. */
final class Styles {
  private final List<CellKind> kinds = new ArrayList<>();

  private Styles() {}

  /**
   * Reads them.
   *
   * @param part null where the workbook has none: all cells are plain then
   */
  static Styles read(Parts parts, @Nullable String part) throws IOException {
    Styles styles = new Styles();
    if (part == null) {
      return styles;
    }
    Map<String, String> codes = new HashMap<>();
    try (PartXml xml = PartXml.open(parts, part)) {
      boolean cells = false;
      for (PartXml.Event event = xml.next(); event != PartXml.Event.DONE; event = xml.next()) {
        if (event == PartXml.Event.START) {
          cells |= xml.name().equals("cellXfs");
          styles.add(xml, codes, cells);
        } else if (event == PartXml.Event.END && xml.name().equals("cellXfs")) {
          cells = false;
        }
      }
    }
    return styles;
  }

  private void add(PartXml xml, Map<String, String> codes, boolean cells) throws WorkbookFault {
    String id = xml.attribute("numFmtId");
    if (xml.name().equals("numFmt")) {
      String code = xml.attribute("formatCode");
      if (id != null && code != null) {
        codes.put(id, code);
      }
    } else if (cells && xml.name().equals("xf")) {
      kinds.add(kind(id, codes));
    }
    if (kinds.size() > XlsxLimits.LISTED || codes.size() > XlsxLimits.LISTED) {
      throw new WorkbookFault("has more than " + XlsxLimits.LISTED + " styles");
    }
  }

  private static CellKind kind(@Nullable String id, Map<String, String> codes) {
    if (id == null) {
      return CellKind.NUMBER;
    }
    String code = codes.get(id);
    return code == null ? NumberFormats.ofId(Whole.parse(id, -1)) : NumberFormats.ofCode(code);
  }

  /** What a style shows; a number where the workbook has no such style. */
  CellKind kind(int style) {
    return style >= 0 && style < kinds.size() ? kinds.get(style) : CellKind.NUMBER;
  }
}
