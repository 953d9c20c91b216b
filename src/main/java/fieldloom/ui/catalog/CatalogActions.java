package fieldloom.ui.catalog;

import fieldloom.catalog.Template;

/** What the catalog can do beyond showing; the shell does it. */
public interface CatalogActions {

  /** Makes a mapping in a folder of its own and opens it. */
  void create(CatalogPair pair);

  /** Lays out a template with all that belongs to it, unless it is there, and opens it. */
  void useTemplate(Template template);
}
