package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.store.DocumentPath;
import fieldloom.store.StoreException;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Lets the sample that is shown follow the schemas of the sources: a source of another format reads
 * its samples otherwise, and a sample that serves as the schema is shown. Each schema comes back
 * with the sample that was shown with it. FX thread.
 */
final class SampleFollower {
  private final WorkspaceFiles files;
  private final OpenMapping open;
  private final Background background;
  private final Map<Document, String> shown = new HashMap<>();
  private List<Document> followed;
  private Background.@Nullable Work work;

  /** What there is to show now. */
  private record Found(List<String> samples, @Nullable Sample sample) {}

  SampleFollower(WorkspaceFiles files, OpenMapping open, Background background) {
    this.files = files;
    this.open = open;
    this.background = background;
    this.followed = open.session().mapping().sources();
  }

  /** Begins to follow. */
  Subscription follow() {
    EditorSession session = open.session();
    return Subscription.combine(
        session.sampleProperty().subscribe(sample -> remember(sample)),
        session.schemasProperty().subscribe(schemas -> look(session, schemas)));
  }

  private void remember(@Nullable Sample sample) {
    if (sample != null) {
      shown.put(followed.getFirst(), sample.name());
    }
  }

  private void look(EditorSession session, Map<String, SchemaTree> schemas) {
    Mapping mapping = session.mapping();
    if (mapping.sources().equals(followed)) {
      return;
    }
    followed = mapping.sources();
    List<String> wanted = wanted(mapping.driver(), session.sample());
    boolean before = shown.containsKey(mapping.driver());
    if (work != null) {
      work.cancel();
    }
    work =
        background.begin(
            () -> find(mapping, schemas, wanted, before ? 1 : 0),
            found -> {
              open.samples().setAll(found.samples());
              session.setSample(found.sample());
            },
            sentence -> session.setSample(null));
  }

  /** Which samples are tried, the likeliest first. */
  private List<String> wanted(Document driver, @Nullable Sample now) {
    List<String> wanted = new ArrayList<>();
    String before = shown.get(driver);
    if (before != null) {
      wanted.add(before);
    }
    if (driver.schema() instanceof SchemaRef.File file) {
      wanted.add(DocumentPath.in(DocumentPath.folder(open.path()), file.name()));
    }
    if (now != null) {
      wanted.add(now.name());
    }
    return wanted;
  }

  /** Rows that were kept with a table are its sample, rather than one of another schema's. */
  private List<String> rows(Mapping mapping, List<String> samples) {
    if (mapping.driver().format().equals("table")
        && mapping.driver().schema() instanceof SchemaRef.File file) {
      String base = file.name().replaceFirst("\\.schema(-\\d+)?\\.json$", "");
      String rows = DocumentPath.in(DocumentPath.folder(open.path()), "samples/" + base + ".rows");
      return samples.stream().filter(sample -> sample.startsWith(rows)).toList();
    }
    return List.of();
  }

  /**
   * @param first how many of those wanted go before all others
   */
  private Found find(
      Mapping mapping, Map<String, SchemaTree> schemas, List<String> wanted, int first)
      throws StoreException {
    List<String> samples = files.samples(open.path(), mapping);
    List<String> tried = new ArrayList<>(wanted);
    tried.addAll(first, rows(mapping, samples));
    tried.retainAll(samples);
    tried.addAll(samples);
    SampleReader reader = files.reader(open.path(), mapping, schemas);
    for (String sample : tried) {
      try {
        return new Found(samples, files.sample(reader, open.path(), sample));
      } catch (SampleException e) {
        // A sample of another source's kind: the next one may be of this one's.
        continue;
      }
    }
    return new Found(samples, null);
  }
}
