package fieldloom.schema.edi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import fieldloom.payload.edi.EdiFiles;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdiSchemaTest {
  private static final String BODY =
      "<transaction><sequence><segment type=\"BEG\"/></sequence></transaction>"
          + "<elementType name=\"E1\" base=\"string\" maxLength=\"5\"/>"
          + "<segmentType name=\"BEG\"><sequence><element type=\"E1\"/></sequence></segmentType>";

  @TempDir private java.nio.file.Path folder = java.nio.file.Path.of("");

  private static String schema(String body) {
    return "<schema xmlns=\"http://xlate.io/EDISchema/v4\">" + body + "</schema>";
  }

  private SchemaTree read(String name, String text) throws SchemaException, IOException {
    java.nio.file.Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(inner.resolve(name), text);
    return SchemaReaders.read(
        new SchemaFile(
            name, name, text.getBytes(StandardCharsets.UTF_8), null, new FolderResources(inner)),
        null);
  }

  private static SchemaNode at(SchemaTree tree, String path) {
    SchemaNode node = tree.find(Path.parse(path));
    assertThat(node).as(path + " in\n" + SchemaText.tsv(tree)).isNotNull();
    return java.util.Objects.requireNonNull(node);
  }

  @ParameterizedTest
  @CsvSource({
    "BGM, OBJECT, true, Beginning of message",
    "BGM.BGM01.BGM0101, STRING, false, Document name code",
    "SG25[].LIN.LIN03.LIN0301, STRING, false, Item number",
    "SG25[].QTY[].QTY01.QTY0102, DECIMAL, true, Quantity",
    "SG2[].SG3[], OBJECT, true, References of the party",
    "UNB.UNB02.UNB0201, STRING, false, Sender identification",
    "UNH.UNH01, STRING, false, Message reference"
  })
  void theTreeOfAnOrderHasSegmentsLoopsAndComponentsWithTheirTitles(
      String path, FieldType type, boolean required, String title) {
    SchemaNode node = at(EdiFiles.schema("orders-d96a.xml"), path);

    assertThat(node.type()).isEqualTo(type);
    assertThat(node.required()).isEqualTo(required);
    assertThat(node.titles().plain()).isEqualTo(title);
  }

  @Test
  void codesAreListedWithWhatTheyMean() {
    SchemaNode code = at(EdiFiles.schema("orders-d96a.xml"), "BGM.BGM01.BGM0101");

    assertThat(code.facets().enumeration()).containsExactly("220", "221", "380", "381");
    assertThat(code.facets().documentation()).contains("220: Order\n", "381: Credit note");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EDISchema810.xml",
        "EDISchema850.xml",
        "EDISchema999.xml",
        "BAPLIE-d95b.xml",
        "IG-999.xml",
        "IG-999-standard-included-relative.xml",
        "837-hierarchical-level-enabled.xml",
        "orders-d96a.xml",
        "invoic-d96a.xml"
      })
  void schemasOfTheLibraryAreReadWithTheirIncludes(String name) {
    assertThat(SchemaText.tsv(EdiFiles.schema(name)).lines().count()).isGreaterThan(40);
  }

  @Test
  void aSampleShowsWhatOccurs() {
    SchemaTree tree = EdiFiles.schema("invoic_d97b.edi");

    assertThat(at(tree, "LoopLIN[].LoopPRI[].PRI.PRI01.PRI0102").type())
        .isEqualTo(FieldType.STRING);
    assertThat(at(tree, "BGM").required()).isTrue();
    assertThat(at(tree, "UNB.UNB02.UNB0201").titles().plain()).isEqualTo("Sender identification");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE schema [<!ENTITY x \"y\">]>|DOCTYPE",
        "<!DOCTYPE schema SYSTEM \"http://localhost/x.dtd\">|DOCTYPE",
        "<!DOCTYPE schema [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>|DOCTYPE"
      })
  void aDocumentTypeIsRefused(String prolog, String said) {
    assertThatThrownBy(() -> read("a.xml", prolog + schema(BODY)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("a.xml")
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n")
        .endsWith(".");
  }

  @Test
  void aDocumentTypeInAnIncludedFileIsRefusedToo() throws IOException {
    Files.createDirectories(folder.resolve("inner"));
    Files.writeString(
        folder.resolve("inner/types.xml"),
        "<!DOCTYPE schema [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + schema(BODY));

    assertThatThrownBy(
            () -> read("a.xml", schema("<include schemaLocation=\"types.xml\"/>" + BODY)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("types.xml")
        .hasMessageContaining("DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.xml",
        "file:../secret.xml",
        "file:/etc/passwd",
        "file:///etc/passwd",
        "/etc/passwd",
        "http://localhost:1/types.xml",
        "https://localhost:1/types.xml",
        "jar:file:/x.jar!/y.xml",
        "classpath:/EDIFACT/v3.xml",
        "..\\\\secret.xml",
        "none.xml",
        ""
      })
  void anIncludeDoesNotLeadOutOfTheFolder(String location) throws IOException {
    Files.writeString(folder.resolve("secret.xml"), schema(BODY));

    assertThatThrownBy(
            () -> read("a.xml", schema("<include schemaLocation=\"" + location + "\"/>" + BODY)))
        .isInstanceOf(SchemaException.class)
        .message()
        .contains("a.xml")
        .doesNotContain("\n", "root:")
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<include schemaLocation=\"a.xml\"/>|includes itself",
        "<interchange header=\"ISA\" trailer=\"IEA\"><sequence/></interchange>|envelope",
        "<elementType name=\"E1\" base=\"string\"/>|no message, only types",
        "<transaction><sequence><segment type=\"XXX\"/></sequence></transaction>|XXX",
        "<transaction><sequence><element type=\"E1\"/></sequence></transaction>|element",
        "<transaction><sequence>|line 1",
        "<transaction><sequence><segment type=\"A\" minOccurs=\"x\"/></sequence>"
            + "</transaction>|not a valid value for",
        "''|no message"
      })
  void whatIsWrongWithASchemaIsOneSentence(String body, String said) {
    assertThatThrownBy(() -> read("a.xml", schema(body)))
        .isInstanceOf(SchemaException.class)
        .message()
        .contains("a.xml", said)
        .doesNotContain("\n", "Exception", "io.xlate")
        .endsWith(".");
  }
}
