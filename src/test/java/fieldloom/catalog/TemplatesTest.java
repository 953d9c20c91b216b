package fieldloom.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static String mapping(String name, String source, SchemaRef target) {
    Mapping mapping =
        Mapping.empty(
            name,
            new Document("a", "json", new SchemaRef.Catalog(source)),
            new Document("b", "json", target));
    return new String(MappingFile.write(mapping), StandardCharsets.UTF_8);
  }

  @Test
  void aTemplateIsFoundByItsPairOfDocuments() throws IOException {
    Templates templates =
        Templates.read(
            SmallCatalog.empty()
                .file(
                    "orders/orders.flmap",
                    mapping("Orders", "crm/order", new SchemaRef.Catalog("erp/order")))
                .file("orders/samples/order-1.json", "{}")
                .file(
                    "own/own.flmap", mapping("Own", "crm/order", new SchemaRef.File("own.json"))));
    assertThat(templates.all()).hasSize(1);
    Template found = templates.between("crm/order", "erp/order");
    assertThat(found)
        .isEqualTo(new Template("orders/orders.flmap", "Orders", "crm/order", "erp/order"));
    assertThat(found.folder()).isEqualTo("orders");
    assertThat(templates.between("erp/order", "crm/order")).isNull();
  }

  @Test
  void aDamagedTemplateIsNamed() {
    assertThatThrownBy(() -> Templates.read(SmallCatalog.empty().file("a/a.flmap", "{")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The template a/a.flmap is damaged: ");
  }
}
