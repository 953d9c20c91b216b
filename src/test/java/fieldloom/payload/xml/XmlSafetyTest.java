package fieldloom.payload.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.SchemaTree;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.Payloads;
import fieldloom.payload.RecordReader;
import fieldloom.schema.SchemaException;
import fieldloom.schema.Xsds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document or a schema wants of the machine is not given to it, by any parser. */
class XmlSafetyTest {
  private static final String CANARY = "canary-4711";
  @TempDir private Path folder = Path.of("");

  private String secret() throws IOException {
    return Files.writeString(folder.resolve("secret.txt"), CANARY).toUri().toString();
  }

  private static String refused(String xml) throws IOException {
    Payloads.Result result = Payloads.read(Payloads.spec("xml", null), xml);
    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).hasSize(1);
    return String.valueOf(result.bad().getFirst().getMessage());
  }

  @Test
  void aDocumentReadsNoFile() throws IOException {
    String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret() + "'>]><a>&x;</a>";

    assertThat(refused(xml)).contains("DOCTYPE").doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a SYSTEM '%s'><a/>",
        "<!DOCTYPE a [<!ENTITY %% p SYSTEM '%s'> %%p;]><a/>",
        "<!DOCTYPE a PUBLIC '-//x' '%s' [<!ENTITY x SYSTEM '%1$s'>]><a>&x;</a>"
      })
  void aDocumentReachesNoNetwork(String pattern) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String xml = pattern.formatted("http://127.0.0.1:" + server.getLocalPort() + "/x");

      assertThat(refused(xml)).contains("DOCTYPE");
      assertThat(asked(server)).isFalse();
    }
  }

  private static boolean asked(ServerSocket server) throws IOException {
    server.setSoTimeout(50);
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void aBillionLaughsAreNotLaughed() throws IOException {
    StringBuilder xml = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 60; i++) {
      xml.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10));
      xml.append("'>");
    }
    xml.append("]><a>&l59;</a>");

    assertThat(refused(xml.toString())).contains("DOCTYPE");
    assertThatThrownBy(() -> Xsds.read(Map.of("a.xsd", xml.toString()), "a.xsd", null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void whereDocumentsSayTheirSchemaIsIsNotLookedAt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.xsd";
      SchemaTree tree = Xsds.tree(Xsds.schema("<xs:element name='a' type='xs:int'/>"));
      String xml =
          "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='"
              + url
              + "'>1</a>";
      Payloads.Result result =
          Payloads.read(Payloads.spec("xml", "{\"validate\":true}", tree), xml);

      assertThat(result.bad()).isEmpty();
      assertThat(result.texts()).containsExactly("1");
      assertThat(asked(server)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE xs:schema SYSTEM '%s'><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
            + "<xs:include schemaLocation='%s'/></xs:schema>",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
            + "<xs:import namespace='urn:x' schemaLocation='%s'/></xs:schema>",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
            + "<xs:redefine schemaLocation='%s'/></xs:schema>"
      })
  void aSchemaReachesNoNetwork(String pattern) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.xsd";

      assertThatThrownBy(() -> Xsds.read(Map.of("a.xsd", pattern.formatted(url)), "a.xsd", null))
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("a.xsd")
          .message()
          .endsWith(".");
      assertThat(asked(server)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.xsd", "/etc/passwd", "file:///etc/passwd", "a/../../b.xsd"})
  void aSchemaReadsNoFileOutsideItsFolder(String reference) {
    String xsd = Xsds.schema("<xs:include schemaLocation='" + reference + "'/>");

    assertThatThrownBy(() -> Xsds.read(Map.of("a.xsd", xsd), "a.xsd", null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(reference)
        .message()
        .endsWith(".");
  }

  @Test
  void aRecordLargerThanTheMemorySaysWhatToDo() throws IOException {
    byte[] xml = ("<orders>" + "<o><x>1</x></o>".repeat(1000) + "</orders>").getBytes(UTF_8);
    try (RecordReader reader =
        XmlFormat.reader(new ByteArrayInputStream(xml), Payloads.spec("xml", null), 100_000)) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(BadRecordException.class)
          .hasMessageContaining("memory")
          .hasMessageContaining("records, such as \"/orders/order\"");
    }
    try (RecordReader reader =
        XmlFormat.reader(
            new ByteArrayInputStream(xml),
            Payloads.spec("xml", "{\"records\":\"/orders/o\"}"),
            100_000)) {
      int count = 0;
      while (count < 2000) {
        try {
          if (reader.next() == null) {
            break;
          }
        } catch (BadRecordException e) {
          throw new AssertionError(e);
        }
        count++;
      }
      assertThat(count).isEqualTo(1000);
    }
  }
}
