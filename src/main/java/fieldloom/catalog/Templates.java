package fieldloom.catalog;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaRef;
import fieldloom.pack.MappingFile;
import fieldloom.pack.PackException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mappings that the program carries, each in a folder of its own. Immutable. */
public final class Templates {
  private static final String FOLDER = "templates";

  private final List<Template> all;

  private Templates(List<Template> all) {
    this.all = List.copyOf(all);
  }

  /** Those that the program carries. Reads all of them; not on the FX thread. */
  public static Templates carried() throws IOException {
    return read(FileSet.carried(FOLDER));
  }

  /**
   * Mappings of a folder that lie one folder deep; what is not between two documents is left out.
   */
  public static Templates read(FileSet files) throws IOException {
    List<Template> found = new ArrayList<>();
    for (String path : files.list()) {
      if (path.matches("[^/]+/[^/]+\\.flmap")) {
        Template template = template(path, files.read(path));
        if (template != null) {
          found.add(template);
        }
      }
    }
    return new Templates(found);
  }

  private static @Nullable Template template(String path, byte[] content) throws IOException {
    try {
      Mapping mapping = MappingFile.read(content, path);
      String source = catalogId(mapping.driver());
      String target = catalogId(mapping.mainTarget());
      return source == null || target == null
          ? null
          : new Template(path, mapping.name(), source, target);
    } catch (PackException e) {
      throw new IOException("The template " + path + " is damaged: " + e.getMessage(), e);
    }
  }

  private static @Nullable String catalogId(Document document) {
    return document.schema() instanceof SchemaRef.Catalog catalog ? catalog.id() : null;
  }

  public List<Template> all() {
    return all;
  }

  /**
   * The template from one document to another, the first of several; null where there is none.
   *
   * @param source id of a document
   * @param target id of a document
   */
  public @Nullable Template between(String source, String target) {
    return all.stream()
        .filter(each -> each.source().equals(source) && each.target().equals(target))
        .findFirst()
        .orElse(null);
  }
}
