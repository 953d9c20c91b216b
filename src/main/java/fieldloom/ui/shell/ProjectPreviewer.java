package fieldloom.ui.shell;

import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.Table;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Previews with the lookup tables that are kept in files beside the mapping. They are read again
 * only when the mapping names other tables: once for each edit would be too slow.
 */
final class ProjectPreviewer implements Previewer {
  private final Resources resources;
  private final List<Problem> loading;
  private final Previewer engine = Previewer.engine();
  private @Nullable List<Table> read;
  private Projects.@Nullable Tables tables;

  /**
   * @param project whose files are read; what was wrong with its schemas and tables when it was
   *     loaded stands before the problems of each preview
   */
  ProjectPreviewer(Project project) {
    this.resources = project.resources();
    this.loading = project.loading();
  }

  @Override
  public Preview preview(Request request) {
    Mapping mapping = request.mapping();
    Projects.Tables now = tables;
    if (now == null || !mapping.tables().equals(read)) {
      now = Projects.tables(mapping, resources);
      tables = now;
      read = mapping.tables();
    }
    Preview made =
        engine.preview(
            new Request(
                mapping.withTables(now.mapping().tables()),
                request.schemas(),
                now.rows(),
                request.sample(),
                request.record()));
    return new Preview(
        mapping,
        made.record(),
        made.others(),
        Stream.concat(loading.stream(), made.problems().stream()).toList(),
        made.outcome(),
        made.failure(),
        made.took());
  }
}
