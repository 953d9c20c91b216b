package fieldloom.payload.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts around the one sheet of a workbook. The same content gives the same bytes. */
final class WorkbookParts {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** A day that zip files can hold without a zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private WorkbookParts() {}

  /** Writes them and begins the sheet's part, whose XML follows. */
  static void write(ZipOutputStream zip, String sheet) throws IOException {
    part(
        zip,
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\""
            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/styles.xml", "styles")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + "</Types>");
    part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        relations(
            relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")));
    StringBuilder name = new StringBuilder();
    XText.append(name, sheet);
    part(
        zip,
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\""
            + name
            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(zip, "xl/styles.xml", styles());
    begin(zip, "xl/worksheets/sheet1.xml");
    zip.write((HEAD + "<worksheet xmlns=\"" + MAIN + "\">").getBytes(StandardCharsets.UTF_8));
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  /** In the order of {@link CellStyles}. */
  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts count=\"5\">"
        + format(164, "yyyy\\-mm\\-dd")
        + format(165, "yyyy\\-mm\\-dd\\ hh:mm:ss")
        + format(166, "yyyy\\-mm\\-dd\\ hh:mm:ss.000")
        + format(167, "hh:mm:ss")
        + format(168, "hh:mm:ss.000")
        + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"9\">"
        + "<xf xfId=\"0\"/>"
        + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
        + style(164, "")
        + style(165, "")
        + style(166, "")
        + style(167, "")
        + style(168, "")
        + style(49, "")
        + style(49, " quotePrefix=\"1\"")
        + "</cellXfs></styleSheet>";
  }

  private static String format(int id, String code) {
    return "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
  }

  private static String style(int format, String more) {
    return "<xf xfId=\"0\" numFmtId=\"" + format + "\" applyNumberFormat=\"1\"" + more + "/>";
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    begin(zip, name);
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }
}
