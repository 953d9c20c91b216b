package fieldloom.cli;

import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema}: the fields of a schema or a sample. */
@Command(
    name = "schema",
    description = {
      "Prints the fields of a schema or a sample, one a line:",
      "path, type, cardinality (1, 0..1, 0..n, 1..n), title, facets."
    })
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A schema or a sample.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "json-schema, json, ndjson or csv; the content tells by default.")
  private @Nullable String format;

  @Option(
      names = "--root",
      paramLabel = "R",
      description = "Print the fields below this path only.")
  private @Nullable String root;

  @Option(
      names = "--within",
      paramLabel = "DIR",
      description = {
        "Folder in which files lie that the schema refers to;",
        "the file's own by default. Nothing outside is read."
      })
  private @Nullable Path within;

  @Option(
      names = "--as",
      paramLabel = "tsv|json",
      converter = LayoutConverter.class,
      description = "How to print them: tsv (default) or json.")
  private Layout layout = Layout.TSV;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How fields are printed. */
  enum Layout {
    TSV,
    JSON
  }

  @Override
  public Integer call() throws IOException, SchemaException {
    SchemaTree tree = SchemaReaders.read(schemaFile(), format);
    if (root != null) {
      tree = SchemaText.under(tree, root);
    }
    terminal
        .out()
        .print(
            switch (layout) {
              case TSV -> SchemaText.tsv(tree);
              case JSON -> SchemaText.json(tree);
            });
    return Exit.OK;
  }

  /** The file with those around it, which it may refer to. */
  private SchemaFile schemaFile() throws IOException, SchemaException {
    Path place = file.toAbsolutePath().normalize();
    Path folder = within == null ? place.getParent() : within.toAbsolutePath().normalize();
    if (folder == null || !place.startsWith(folder)) {
      throw new SchemaException(
          "The file " + file + " is not in the folder " + within + "; name one that holds it.");
    }
    String path = folder.relativize(place).toString().replace('\\', '/');
    return new SchemaFile(
        file.toString(), path, Files.readAllBytes(file), null, new FolderResources(folder));
  }

  /** Reads tsv and json. */
  static final class LayoutConverter extends WordConverter<Layout> {
    LayoutConverter() {
      super(Layout.class);
    }
  }
}
