package fieldloom.ui.shell;

import fieldloom.ui.preview.SampleRuns;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Maps the samples that are kept beside a mapping, as its preview maps the one that is shown. */
final class StoredSampleRuns implements SampleRuns {
  private final WorkspaceFiles files;
  private final String path;
  private final EditorSession session;
  private final Previewer previewer;

  /**
   * @param path of the mapping in the workspace
   */
  StoredSampleRuns(WorkspaceFiles files, String path, EditorSession session) {
    this.files = files;
    this.path = path;
    this.session = session;
    previewer = new ProjectPreviewer(files.beside(path));
  }

  @Override
  public Callable<List<Column>> running(List<String> samples) {
    Previewer.Request asked =
        new Previewer.Request(session.mapping(), session.schemas(), Map.of(), null, 0, List.of());
    SampleReader reader = files.reader(path, session.mapping(), session.schemas());
    Sample shown = session.sample();
    Map<String, Sample> known = new HashMap<>();
    if (shown != null) {
      known.put(shown.name(), shown);
    }
    return () -> {
      List<Column> columns = new ArrayList<>();
      for (String name : samples) {
        columns.add(column(asked, reader, known.get(name), name));
      }
      return columns;
    };
  }

  private Column column(
      Previewer.Request asked, SampleReader reader, @Nullable Sample known, String name) {
    try {
      Sample sample = known == null ? files.sample(reader, path, name) : known;
      Previewer.Request request =
          new Previewer.Request(
              asked.mapping(), asked.schemas(), asked.tables(), sample, 0, asked.loading());
      synchronized (previewer) {
        return new Column(name, previewer.preview(request), "");
      }
    } catch (SampleException e) {
      return new Column(name, null, String.valueOf(e.getMessage()));
    }
  }
}
