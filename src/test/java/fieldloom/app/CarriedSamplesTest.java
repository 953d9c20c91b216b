package fieldloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.Template;
import fieldloom.catalog.Templates;
import fieldloom.store.Store;
import fieldloom.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedSamplesTest {
  @TempDir private Path folder;

  @Test
  void aTemplateIsLaidOutAloneAndWhatWasEditedStays() throws Exception {
    Template template = Templates.carried().all().getFirst();
    try (Store store = Stores.open(folder)) {
      long workspace = store.workspace("w").id();
      new CarriedSamples().layOutTemplate(template.folder(), store, workspace);
      assertThat(store.documents(workspace))
          .extracting(Store.DocumentInfo::path)
          .contains(template.path())
          .hasSizeGreaterThan(2)
          .allMatch(path -> path.startsWith(template.folder() + "/"));
      assertThat(store.jobs(workspace)).hasSize(1);
      store.save(workspace, Store.Kind.MAPPING, template.path(), new byte[] {1});
      new CarriedSamples().layOutTemplate(template.folder(), store, workspace);
      assertThat(store.document(workspace, template.path()).orElseThrow().content())
          .isEqualTo(new byte[] {1});
      assertThat(store.jobs(workspace)).hasSize(1);
    }
  }
}
