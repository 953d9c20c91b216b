package fieldloom.payload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, for tests: one sheet, Orders, with the rows given as XML. */
public final class Workbooks {
  /** Styles 0 to 6: plain, date, date and time, time, elapsed time, built-in date, money. */
  private static final String STYLES =
      """
      <styleSheet><numFmts>
      <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
      <numFmt numFmtId="165" formatCode="yyyy/m/d h:mm;@"/>
      <numFmt numFmtId="166" formatCode="h:mm:ss"/>
      <numFmt numFmtId="167" formatCode="[h]:mm"/>
      <numFmt numFmtId="168" formatCode="#,##0.00&quot;days&quot;"/>
      </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
      <xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
      <xf numFmtId="167"/><xf numFmtId="14"/><xf numFmtId="168"/>
      </cellXfs></styleSheet>
      """;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  /**
   * A workbook.
   *
   * @param rows what stands in its sheetData
   * @param behind what stands behind that
   */
  public static Workbooks of(String rows, String behind) {
    Workbooks book = new Workbooks();
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    book.part("[Content_Types].xml", "<Types/>");
    book.part(
        "_rels/.rels",
        "<Relationships><Relationship Id='a' Type='"
            + office
            + "officeDocument' Target='/xl/workbook.xml'/></Relationships>");
    book.part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='s1' Type='"
            + office
            + "worksheet' Target='sheets/one.xml'/><Relationship Id='s2' Type='"
            + office
            + "styles' Target='styles.xml'/><Relationship Id='s3' Type='"
            + office
            + "sharedStrings' Target='/xl/strings.xml'/><Relationship Id='s4' Type='"
            + office
            + "worksheet' Target='sheets/two.xml'/></Relationships>");
    book.part(
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='Hidden one' state='hidden'"
            + " r:id='s4'/><sheet name='Orders' r:id='s1'/></sheets></workbook>");
    book.part("xl/styles.xml", STYLES);
    book.part(
        "xl/strings.xml",
        "<sst><si><t>name</t></si><si><r><t>华</t></r><r><rPr/><t xml:space='preserve'> 东</t></r>"
            + "<rPh><t>x</t></rPh></si><si><t/></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>");
    book.part(
        "xl/sheets/one.xml",
        "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
    book.part(
        "xl/sheets/two.xml",
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>b</t></is></c></row>"
            + "<row><c><v>2</v></c></row></sheetData></worksheet>");
    return book;
  }

  public static Workbooks of(String rows) {
    return of(rows, "");
  }

  /** Sets a part. */
  public Workbooks part(String name, String xml) {
    return part(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  public Workbooks part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  public Workbooks without(String name) {
    parts.remove(name);
    return this;
  }

  /** Replaces text in a part. */
  public Workbooks replace(String name, String what, String by) {
    return part(name, text(name).replace(what, by));
  }

  public String text(String name) {
    return new String(Objects.requireNonNull(parts.get(name)), StandardCharsets.UTF_8);
  }

  public List<String> names() {
    return List.copyOf(parts.keySet());
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
