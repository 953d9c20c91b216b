package fieldloom.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog that the program carries: whole, readable, in both languages. */
class CarriedCatalogTest {
  private static Catalog catalog;

  @BeforeAll
  static void read() throws IOException {
    catalog = Catalog.carried();
  }

  @Test
  void everySystemHasDocumentsWithSamplesThatCanBeRead() throws IOException {
    assertThat(catalog.systems()).hasSize(16);
    assertThat(catalog.systems().stream().filter(CatalogSystem::vendor)).hasSize(7);
    for (CatalogSystem system : catalog.systems()) {
      assertThat(catalog.documents(system)).as(system.id()).isNotEmpty();
    }
    for (CatalogDocument document : catalog.documents()) {
      assertThat(document.samples()).as(document.id()).isNotEmpty();
      for (String sample : document.samples()) {
        assertThat(catalog.sampleText(document, sample)).as(sample).isNotBlank();
      }
    }
  }

  @Test
  void everyDocumentSaysWhatItIsAndNoTwoOfASystemAreCalledTheSame() {
    List<String> names = new ArrayList<>();
    for (CatalogDocument document : catalog.documents()) {
      assertThat(document.description()).as(document.id()).isNotBlank();
      boolean isNamed = document.schema().root().type() == FieldType.OBJECT;
      assertThat(document.fieldCount() > 0).as(document.id()).isEqualTo(isNamed);
      names.add(document.system().id() + " " + document.titles().plain());
      names.add(document.system().id() + " " + document.titles().chinese());
    }
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(200);
  }

  @Test
  void everyDocumentAndFieldHasATitleInBothLanguages() {
    List<String> missing = new ArrayList<>();
    for (CatalogDocument document : catalog.documents()) {
      if (document.titles().plain() == null || document.titles().chinese() == null) {
        missing.add(document.id());
      }
      for (CatalogField field : document.fields()) {
        if (field.node().titles().plain() == null || field.node().titles().chinese() == null) {
          missing.add(document.id() + " " + field.path());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDocumentIsFoundByItsTitlesAmongTheFirst() {
    for (CatalogDocument document : catalog.documents()) {
      for (String title : List.of(document.titles().plain(), document.titles().chinese())) {
        assertThat(catalog.search(title).stream().limit(12).map(hit -> hit.document().id()))
            .as(title)
            .contains(document.id());
      }
    }
  }

  @Test
  void everyTemplateIsBetweenDocumentsOfTheCatalog() throws IOException {
    List<Template> templates = Templates.carried().all();
    assertThat(templates).isNotEmpty();
    for (Template template : templates) {
      assertThat(catalog.document(template.source())).as(template.path()).isNotNull();
      assertThat(catalog.document(template.target())).as(template.path()).isNotNull();
    }
  }
}
