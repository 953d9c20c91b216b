package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, or were harmed: each ends in one sentence. */
@Timeout(60)
class XlsxSafetyTest {
  private static final PayloadSpec XLSX = spec("xlsx", null);
  private static final String ROWS =
      XlsxReadingTest.texts(1, "a") + XlsxReadingTest.texts(2, "x") + XlsxReadingTest.texts(3, "y");

  private static void isRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(XLSX, file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The workbook of order ")
        .hasMessageContaining(message)
        .message()
        .endsWith(".")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/workbook.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"})
  void aDocumentTypeIsRefusedInEveryPart(String part) throws IOException {
    Workbooks book = Workbooks.of(ROWS);
    String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

    isRefused(
        book.part(part, prefixed(book, part, dtd)).bytes(),
        "cannot be read: the part " + part + " has a document type declaration");
  }

  private static String prefixed(Workbooks book, String part, String prefix) {
    return prefix + book.text(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/strings.xml", "xl/sheets/one.xml"})
  void entitiesOfTextsAndSheetsAreNotReadEither(String part) throws IOException {
    Workbooks book =
        Workbooks.of(
            XlsxReadingTest.texts(1, "a") + "<row r='2'><c r='A2' t='s'><v>0</v></c></row>");
    String dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\">]>";
    byte[] file = book.part(part, prefixed(book, part, dtd)).bytes();

    assertThatThrownBy(() -> isWhole(read(XLSX, file)))
        .hasMessageContaining("the part " + part + " has a document type declaration");
  }

  private static void isWhole(Payloads.Result result) throws BadRecordException {
    if (!result.bad().isEmpty()) {
      throw result.bad().getLast();
    }
  }

  /** A hundred megabytes of one element take a hundred kilobytes of file. */
  @ParameterizedTest
  @CsvSource({"xl/sheets/one.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml"})
  void aPartThatGrowsBeyondMeasureIsRefusedBeforeItFillsTheMemory(String part) throws IOException {
    Workbooks book =
        Workbooks.of(
            XlsxReadingTest.texts(1, "a") + "<row r='2'><c r='A2' t='s'><v>5000</v></c></row>");
    byte[] file = grown(book, part, 100);

    assertThat(file.length).isLessThan(200_000);
    assertThatThrownBy(() -> isWhole(read(XLSX, file)))
        .hasMessageContaining("the part " + part + " grows to more than 400 times its size");
  }

  private static byte[] grown(Workbooks book, String bomb, int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] filler = "<x/>".repeat(1 << 18).getBytes(UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : book.names()) {
        zip.putNextEntry(new ZipEntry(part));
        String xml = book.text(part);
        int end = Math.max(0, xml.lastIndexOf("</"));
        zip.write(xml.substring(0, end).getBytes(UTF_8));
        for (int i = 0; part.equals(bomb) && i < megabytes; i++) {
          zip.write(filler);
        }
        zip.write(xml.substring(end).getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|is no .xlsx file; save it from Excel as .xlsx",
        "PK|is no .xlsx file",
        "''|is no .xlsx file",
        "{\"a\":1}|is no .xlsx file"
      })
  void whatIsNoWorkbookIsRefused(String content, String message) {
    isRefused(content.getBytes(UTF_8), message);
  }

  @Test
  void anOldOrProtectedFileSaysWhatToDo() {
    byte[] ole = new byte[600];
    byte[] mark = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(mark, 0, ole, 0, mark.length);

    isRefused(ole, "is an .xls file or protected with a password; save it as .xlsx without");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = Workbooks.of(ROWS).bytes();
    for (int length = 4; length < whole.length; length += 97) {
      isRefused(Arrays.copyOf(whole, length), "");
    }
    isRefused(
        Arrays.copyOf(whole, whole.length - 1), "is cut off: the list of its parts is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xl/workbook.xml|is no Excel workbook; save it from Excel as .xlsx",
        "xl/_rels/workbook.xml.rels|lacks the part xl/_rels/workbook.xml.rels",
        "xl/sheets/one.xml|lacks the part xl/sheets/one.xml",
      })
  void aPartThatIsMissingIsNamed(String part, String message) throws IOException {
    isRefused(Workbooks.of(ROWS).without(part).bytes(), message);
  }

  @Test
  void stylesTextsAndPackageRelationsMayBeMissing() throws IOException {
    byte[] file =
        Workbooks.of(ROWS)
            .without("xl/styles.xml")
            .without("xl/strings.xml")
            .without("_rels/.rels")
            .bytes();

    assertThat(read(XLSX, file).values()).hasSize(2);
  }

  @Test
  void aSheetThatBreaksOffKeepsTheRowsBefore() throws IOException {
    byte[] file = Workbooks.of(ROWS + "<row r='4'><c r='A4'><v>1</v></row>").bytes();
    Payloads.Result result = read(XLSX, file);

    assertThat(result.values()).hasSize(2);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.last()).isTrue();
    assertThat(bad.code()).isEqualTo(ReadCodes.CUT_OFF);
    assertThat(bad.line()).isEqualTo(5);
    assertThat(bad)
        .hasMessageMatching(
            "The sheet Orders cannot be read behind row 4: the workbook cannot be read: the part"
                + " xl/sheets/one.xml is no proper XML at line 1, column \\d+\\.");
  }

  /** What the library for zip files does not notice. */
  @Test
  void aChangedByteIsNoticedByTheChecksum() throws IOException {
    byte[] stored = stored(Workbooks.of(ROWS));
    int at = indexOf(stored, "<t>y</t>".getBytes(UTF_8)) + 3;
    stored[at] = 'z';
    Payloads.Result result = read(XLSX, stored);

    assertThat(result.bad())
        .singleElement()
        .satisfies(bad -> assertThat(bad.last()).isTrue())
        .satisfies(
            bad ->
                assertThat(bad)
                    .hasMessageContaining(
                        "the part xl/sheets/one.xml is damaged: its checksum differs"));
  }

  private static byte[] stored(Workbooks book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (String part : book.names()) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(book.text(part).getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i < bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void aPartThatIsThereTwiceIsRefused() throws IOException {
    byte[] file = Workbooks.of(ROWS).part("XL/workbook.XML", "<x/>").bytes();

    isRefused(file, "has the part XL/workbook.XML twice; save it anew from Excel");
  }

  @Test
  void moreThanTenThousandPartsAreRefused() throws IOException {
    Workbooks book = Workbooks.of(ROWS);
    for (int i = 0; i < 10_000; i++) {
      book.part("junk/" + i, new byte[0]);
    }
    isRefused(book.bytes(), "has more parts than the 10000 that a workbook may have");
  }

  @Test
  void referencesOutsideTheFileAreNotFollowed() throws IOException {
    byte[] outside =
        Workbooks.of(ROWS)
            .replace(
                "xl/_rels/workbook.xml.rels",
                "Target='sheets/one.xml'",
                "TargetMode='External' Target='file:///etc/passwd'")
            .bytes();
    byte[] above =
        Workbooks.of(ROWS)
            .replace("xl/_rels/workbook.xml.rels", "sheets/one.xml", "../../../../etc/passwd")
            .bytes();

    assertThat(read(XLSX, outside).texts()).containsExactly("{\"b\":2}");
    isRefused(above, "lacks the part etc/passwd");
  }

  @Test
  void partsMayBeWrittenInUtf16AndMustBeWrittenProperly() throws IOException {
    Workbooks book = Workbooks.of(ROWS);
    byte[] wide = ("\uFEFF" + book.text("xl/sheets/one.xml")).getBytes(UTF_16LE);
    assertThat(read(XLSX, book.part("xl/sheets/one.xml", wide).bytes()).values()).hasSize(2);

    byte[] wrong =
        Workbooks.of(ROWS).text("xl/sheets/one.xml").replace("y", "\u00e9").getBytes(ISO_8859_1);
    Payloads.Result result = read(XLSX, book.part("xl/sheets/one.xml", wrong).bytes());
    assertThat(result.bad().getLast()).hasMessageContaining("has bytes of no character");
  }

  @Test
  void aCellOfTenMillionCharactersIsRefusedAndAThousandLevelsDoNoHarm() throws IOException {
    String rows =
        XlsxReadingTest.texts(1, "a")
            + "<row r='2'>"
            + "<x>".repeat(900)
            + "</x>".repeat(900)
            + "<c r='A2'><v>1</v></c></row>";
    assertThat(read(XLSX, Workbooks.of(rows).bytes()).texts()).containsExactly("{\"a\":1}");

    StringBuilder random = new StringBuilder();
    Random source = new Random(7);
    for (int i = 0; i < 12_000_000; i++) {
      random.append((char) ('a' + source.nextInt(26)));
    }
    byte[] file =
        Workbooks.of(
                XlsxReadingTest.texts(1, "a")
                    + "<row r='2'><c r='A2' t='str'><v>"
                    + random
                    + "</v></c></row><row r='3'><c r='A3'><v>3</v></c></row>")
            .bytes();
    assertThat(read(XLSX, file).bad().getFirst())
        .hasMessage(
            "The cell Orders!A2 has more than 10,000,000 characters; so long a text is not read.");
    assertThat(read(XLSX, file).texts()).containsExactly("{\"a\":3}");
  }

  /** Bytes of the file, or of a part's XML, that are not what they were. */
  @Test
  void aFileWithChangedBytesIsReadOrEndsInOneSentence() throws IOException {
    Random random = new Random(11);
    Workbooks book =
        Workbooks.of(
            ROWS + "<row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4' s='2'><v>1</v></c></row>");
    byte[] packed = book.bytes();
    List<String> parts = book.names();
    for (int i = 0; i < 600; i++) {
      byte[] file = packed.clone();
      if (i % 2 == 0) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      } else {
        String part = parts.get(random.nextInt(parts.size()));
        byte[] xml = book.text(part).getBytes(UTF_8);
        byte[] changed = xml.clone();
        changed[random.nextInt(xml.length)] = (byte) "<>/'\"&x9- \u00ff".charAt(random.nextInt(11));
        file = book.part(part, changed).bytes();
        book.part(part, xml);
      }
      try {
        assertThat(read(XLSX, file).bad()).allMatch(e -> e.getMessage().endsWith("."));
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("order").message().endsWith(".");
      }
    }
  }

  @Test
  void noFileIsLeftBehind() throws IOException {
    Path folder = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
    List<Path> before = left(folder);
    read(XLSX, Workbooks.of(ROWS).bytes());
    assertThatThrownBy(() -> read(XLSX, "PK\u0003\u0004".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                PayloadFormats.of("xlsx")
                    .reader(
                        new ByteArrayInputStream(Workbooks.of(ROWS).bytes()),
                        spec("xlsx", "{\"sheet\":\"?\"}")))
        .isInstanceOf(FormatException.class);

    assertThat(left(folder)).isEqualTo(before);
  }

  private static List<Path> left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("fieldloom\\d+\\.(xlsx|texts)"))
          .sorted()
          .toList();
    }
  }
}
