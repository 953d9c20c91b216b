package fieldloom.pack;

import fieldloom.engine.Compilation;
import fieldloom.engine.MappingCompiler;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import fieldloom.payload.TableRows;
import fieldloom.schema.SchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads mappings with all they need: from a file with its folder, from a package, from a store. */
public final class Projects {
  private static final long MAX_MAPPING = 50L * 1024 * 1024;

  private Projects() {}

  /**
   * Opens a mapping file with the files beside it, or a package; the content decides which it is,
   * not the name.
   *
   * @throws PackException where it cannot be read whole; a schema or a table that is missing is a
   *     problem of the project, not an exception
   */
  public static Project open(Path mappingOrPackage) throws PackException {
    Path file = mappingOrPackage.toAbsolutePath();
    String label = MappingFile.label(file);
    try {
      if (Files.isDirectory(file)) {
        throw new PackException(label + ": is a folder; name a mapping or a package.");
      }
      if (isPackage(file)) {
        PackageContent content = Packages.open(file);
        return load(content.mapping(), content.resources());
      }
      if (Files.size(file) > MAX_MAPPING) {
        throw new PackException(
            label + ": is larger than 50 MB; keep large tables in CSV files beside the mapping.");
      }
      Mapping mapping = MappingFile.read(Files.readAllBytes(file), label);
      Path folder = file.getParent();
      return load(mapping, new FolderResources(folder == null ? file : folder));
    } catch (IOException e) {
      throw new PackException(label + ": cannot be read, " + Failures.reason(e) + ".", e);
    }
  }

  /** Whether a project came in a package, which somebody else may have made. */
  public static boolean isFromPackage(Project project) {
    return project.resources() instanceof PackageResources;
  }

  private static boolean isPackage(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Packages.isZip(in.readNBytes(4));
    }
  }

  /**
   * Reads the lookup tables that are kept in files beside a mapping, for compiling it again while
   * it is edited. A table that cannot be read has no rows; one that is read from a database has the
   * rows that a test of the mapping names for it.
   */
  public static Tables tables(Mapping mapping, Resources resources) {
    TableLoader tables =
        TableLoader.load(mapping, resources, RecordedTables.any(mapping, resources));
    return new Tables(tables.mapping(), tables.rows(), List.copyOf(tables.problems()));
  }

  /**
   * Tables that were read.
   *
   * @param mapping the mapping to compile: tables without names for their columns have those of
   *     their files
   * @param rows by table
   * @param problems tables that could not be read, of severity error
   */
  public record Tables(
      Mapping mapping, Map<String, List<List<Object>>> rows, List<Problem> problems) {}

  /**
   * Loads a mapping's schemas and tables and compiles it; whatever is wrong is a problem. Tables
   * that are read from databases are not: see {@link #with}.
   */
  public static Project load(Mapping mapping, Resources resources) {
    SchemaLoader.Loaded schemas = SchemaLoader.load(mapping, resources);
    TableLoader tables = TableLoader.load(mapping, resources, Map.of());
    List<Problem> loading = new ArrayList<>(schemas.problems());
    loading.addAll(tables.problems());
    return compiled(mapping, resources, schemas.schemas(), tables, loading, Set.of());
  }

  /**
   * Compiles a project again with the rows of lookup tables that were read from databases.
   *
   * @param queried what their queries gave, by table
   * @param traced indexes of the rules whose steps are to be told
   */
  public static Project with(Project project, Map<String, TableRows> queried, Set<Integer> traced) {
    TableLoader tables = TableLoader.load(project.mapping(), project.resources(), queried);
    return compiled(
        project.mapping(),
        project.resources(),
        project.schemas(),
        tables,
        project.loading(),
        traced);
  }

  private static Project compiled(
      Mapping mapping,
      Resources resources,
      Map<String, SchemaTree> schemas,
      TableLoader tables,
      List<Problem> loading,
      Set<Integer> traced) {
    Compilation compilation =
        MappingCompiler.compile(tables.mapping(), schemas, tables.rows(), traced);
    return new Project(mapping, resources, schemas, compilation, List.copyOf(loading));
  }
}
