package fieldloom.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog's samples: one manufacturer's documents, in the shape their schemas say. */
class ManufacturerTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<String> documents() {
    return CatalogContent.documents();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everySampleIsWhatItsSchemaSays(String document) {
    Schema schema = SCHEMAS.getSchema(CatalogContent.schema(document).toString());
    List<String> samples = CatalogContent.samples(document);

    assertThat(samples).as("samples of %s", document).hasSizeGreaterThanOrEqualTo(2);
    for (String sample : samples) {
      assertThat(
              schema.validate(
                  CatalogContent.tree(sample).toString(),
                  InputFormat.JSON,
                  run -> run.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .as(sample)
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyFieldHasATitleInBothLanguages(String document) {
    List<String> without = new ArrayList<>();
    untitled(CatalogContent.schema(document), document, without);

    assertThat(without).isEmpty();
  }

  private static void untitled(JsonNode schema, String place, List<String> without) {
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String at = place + "." + field.getKey();
              JsonNode own = field.getValue();
              if (own.path("title").asText().isBlank()
                  || own.path("x-title-zh").asText().isBlank()) {
                without.add(at);
              }
              untitled(own, at, without);
              untitled(own.path("items"), at + "[]", without);
            });
  }

  @Test
  void whatADocumentRefersToIsThere() {
    References references = references();

    assertThat(references.used()).hasSizeGreaterThan(500);
    assertThat(references.undefined()).isEmpty();
  }

  @Test
  void theManufacturersMastersAreAllThere() {
    assertThat(references().defined())
        .hasEntrySatisfying(
            "customer", all -> assertThat(all).containsExactly("1001", "1002", "1003", "9001"))
        .hasEntrySatisfying("item", all -> assertThat(all).hasSize(12))
        .hasEntrySatisfying(
            "supplier", all -> assertThat(all).containsExactly("V001", "V002", "V003"))
        .hasEntrySatisfying(
            "warehouse", all -> assertThat(all).containsExactly("CK01", "CK02", "CK03", "CK04"));
  }

  @Test
  void noFileOfTheCatalogIsLeftWithoutADocument() {
    List<String> known = new ArrayList<>(List.of("systems.json"));
    for (String document : CatalogContent.documents()) {
      known.add(document + ".schema.json");
      known.addAll(CatalogContent.samples(document));
    }

    assertThat(known).containsAll(CatalogContent.files());
  }

  private static References references() {
    References references = new References();
    for (String document : CatalogContent.documents()) {
      JsonNode schema = CatalogContent.schema(document);
      for (String sample : CatalogContent.samples(document)) {
        references.collect(schema, CatalogContent.tree(sample), sample);
      }
    }
    return references;
  }
}
