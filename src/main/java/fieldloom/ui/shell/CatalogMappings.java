package fieldloom.ui.shell;

import fieldloom.catalog.Template;
import fieldloom.ui.catalog.CatalogActions;
import fieldloom.ui.catalog.CatalogPair;

/** Mappings that begin in the catalog: of two documents, or a template. FX thread. */
final class CatalogMappings implements CatalogActions {
  private final ShellServices services;
  private final MappingActions mappings;
  private final WorkspaceFiles files;
  private final EditActions edits;

  CatalogMappings(
      Workbench bench, MappingActions mappings, WorkspaceFiles files, EditActions edits) {
    this.services = bench.services();
    this.mappings = mappings;
    this.files = files;
    this.edits = edits;
  }

  @Override
  public void create(CatalogPair pair) {
    services
        .background()
        .run(() -> new CatalogMapping(pair).create(files), mappings::open, edits::failed);
  }

  @Override
  public void useTemplate(Template template) {
    services
        .background()
        .run(
            () -> {
              services
                  .samples()
                  .layOutTemplate(template.folder(), files.store(), files.workspace());
              return template.path();
            },
            mappings::open,
            edits::failed);
  }
}
