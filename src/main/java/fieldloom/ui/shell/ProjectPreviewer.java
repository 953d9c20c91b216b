package fieldloom.ui.shell;

import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.Table;
import fieldloom.pack.Projects;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Previews with the lookup tables that are kept in files beside the mapping, and of those that are
 * read from databases with what tests say. They are read again only when the mapping names other
 * tables or tests: once for each edit would be too slow.
 */
final class ProjectPreviewer implements Previewer {
  private final Resources resources;
  private final Previewer engine = Previewer.engine();
  private @Nullable List<Table> read;
  private @Nullable List<TestCase> readTests;
  private Projects.@Nullable Tables tables;

  /**
   * @param resources the files beside the mapping
   */
  ProjectPreviewer(Resources resources) {
    this.resources = resources;
  }

  @Override
  public Preview preview(Request request) {
    Mapping mapping = request.mapping();
    Projects.Tables now = tables;
    boolean same = mapping.tables().equals(read) && mapping.tests().equals(readTests);
    if (now == null || !same) {
      now = Projects.tables(mapping, resources);
      tables = now;
      read = mapping.tables();
      readTests = mapping.tests();
    }
    List<Problem> loading = new ArrayList<>(request.loading());
    loading.addAll(now.problems());
    Preview made =
        engine.preview(
            new Request(
                mapping.withTables(now.mapping().tables()),
                request.schemas(),
                now.rows(),
                request.sample(),
                request.record(),
                loading,
                request.traced()));
    return new Preview(
        mapping,
        made.record(),
        made.others(),
        made.problems(),
        made.outcome(),
        made.failure(),
        made.took(),
        made.traces(),
        made.course());
  }
}
