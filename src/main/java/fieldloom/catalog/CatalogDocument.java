package fieldloom.catalog;

import fieldloom.model.SchemaTree;
import fieldloom.model.Titles;
import java.util.List;
import java.util.Locale;

/**
 * A document of a business system.
 *
 * @param id as mappings name it behind {@code catalog:}: {@code "crm/sales-order"}
 * @param titles in English and Chinese
 * @param description what it is, in a sentence; "" where the schema does not say
 * @param fields groups and their parts, in the schema's order
 * @param samples names of its samples: {@code "sales-order-1.json"}
 */
public record CatalogDocument(
    CatalogSystem system,
    String id,
    Titles titles,
    String description,
    SchemaTree schema,
    List<CatalogField> fields,
    List<String> samples) {

  public CatalogDocument {
    fields = List.copyOf(fields);
    samples = List.copyOf(samples);
  }

  /** Its id within its system: {@code "sales-order"}. */
  public String name() {
    return id.substring(id.indexOf('/') + 1);
  }

  /** Its title for readers of a language, else its name. */
  public String title(Locale locale) {
    String title = titles.in(locale);
    return title == null ? name() : title;
  }

  /** How many fields have values of their own. */
  public int fieldCount() {
    return (int) fields.stream().filter(CatalogField::isLeaf).count();
  }
}
