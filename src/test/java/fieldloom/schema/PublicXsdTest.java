package fieldloom.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.FieldType;
import fieldloom.model.Resources;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML Schemas that nobody here wrote: FHIR R4, UBL 2.1 and Camel's, from their own jars. */
class PublicXsdTest {
  static final String FHIR = "org/hl7/fhir/r4/model/schema";
  static final String UBL = "external/schemas/ubl21";
  @TempDir private Path folder = Path.of("");

  static SchemaTree read(String where, String file, String root)
      throws SchemaException, IOException {
    Resources files = Xsds.inJar(where);
    return SchemaReaders.read(
        new SchemaFile(
            file,
            file,
            files.read(file),
            JsonNodeFactory.instance.objectNode().put("root", root),
            files),
        null);
  }

  /** How many paths of fields there are down to a depth. */
  private static long count(SchemaNode node, int depth, Map<SchemaNode, long[]> known) {
    if (depth == 0) {
      return 0;
    }
    long[] counts = known.computeIfAbsent(node, key -> new long[20]);
    if (counts[depth] == 0) {
      long count = 0;
      for (SchemaNode child : node.children()) {
        SchemaNode item = child.type() == FieldType.ARRAY ? child.item() : child;
        count += 1 + count(item, depth - 1, known);
      }
      counts[depth] = count + 1;
    }
    return counts[depth] - 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        FHIR + " | fhir-single.xsd | http://hl7.org/fhir | Patient",
        FHIR + " | fhir-all.xsd | http://hl7.org/fhir | Bundle",
        FHIR + " | questionnaire.xsd | http://hl7.org/fhir | Questionnaire",
        UBL
            + " | maindoc/UBL-Invoice-2.1.xsd | urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 | Invoice",
        UBL
            + " | maindoc/UBL-Waybill-2.1.xsd | urn:oasis:names:specification:ubl:schema:xsd:Waybill-2 | Waybill",
        ". | camel-spring.xsd | http://camel.apache.org/schema/spring | camelContext",
        ". | camel-spring.xsd | http://camel.apache.org/schema/spring | route"
      })
  void theFieldsAreThoseThatAPlainWalkCounts(
      String where, String file, String namespace, String root) throws Exception {
    String place = where.equals(".") ? "" : where;
    SchemaTree tree = read(place, file, root);
    DomFields dom = new DomFields(Xsds.inJar(place), file);

    Map<SchemaNode, long[]> known = new IdentityHashMap<>();
    for (int depth : List.of(1, 2, 3, 4, 6, 9)) {
      assertThat(count(tree.root(), depth, known))
          .as("fields down to depth %d", depth)
          .isEqualTo(dom.count(namespace, root, depth))
          .isPositive();
    }
  }

  @Test
  void hugeSchemasOpenInTimeAndInASmallHeap() throws Exception {
    String java = ProcessHandle.current().info().command().orElse("java");
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                XsdOpening.class.getName())
            .redirectError(folder.resolve("errors.txt").toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(folder.resolve("out.txt"));
    assertThat(Files.readString(folder.resolve("errors.txt"))).isEmpty();
    assertThat(lines).hasSize(3).allMatch(line -> line.endsWith(" in time"));
  }
}
