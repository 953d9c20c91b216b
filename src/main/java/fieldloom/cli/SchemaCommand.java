package fieldloom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.SchemaTree;
import fieldloom.pack.FolderResources;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Parameters(
      paramLabel = "FILE",
      description = {
        "A schema or a sample, or the URL of a database.",
        "FIELDLOOM_DB_USER and FIELDLOOM_DB_PASSWORD log in there."
      })
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "F",
      completionCandidates = SchemaFormats.class,
      description = {"One of ${COMPLETION-CANDIDATES};", "the content tells by default."})
  private @Nullable String format;

  @Option(
      names = "--root",
      paramLabel = "R",
      description = {
        "Print the fields below this path only. It may start with",
        "a root: a global element of an XML Schema, a table, a",
        "record of Avro, a message of Protobuf."
      })
  private @Nullable String root;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = {
        "Of tables: how many levels of rows stand in a row, as an",
        "order's lines in the order; 1 by default."
      })
  private @Nullable Integer depth;

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
    SchemaTree tree = tree();
    terminal
        .out()
        .print(
            switch (layout) {
              case TSV -> SchemaText.tsv(tree);
              case JSON -> SchemaText.json(tree);
            });
    return Exit.OK;
  }

  private SchemaTree tree() throws IOException, SchemaException {
    if (depth != null && depth < 0) {
      throw new SchemaException("--depth wants a number from 0 on, not " + depth + ".");
    }
    if (file.startsWith("jdbc:")) {
      return DatabaseTree.read(file, root, depth == null ? 1 : depth);
    }
    SchemaFile given = schemaFile();
    SchemaReader reader = SchemaReaders.choose(given, format);
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    if (depth != null) {
      given = given.withOptions(options.put("depth", depth));
    }
    if (root == null) {
      return reader.read(given, this::note);
    }
    String rest = root;
    for (String name : reader.roots(given)) {
      String start = fieldloom.model.Path.quote(name);
      if (root.equals(name) || root.equals(start) || root.startsWith(start + ".")) {
        given = given.withOptions(options.put("root", name));
        rest = root.equals(name) || root.equals(start) ? "" : root.substring(start.length() + 1);
        break;
      }
    }
    SchemaTree tree = reader.read(given, this::note);
    return rest.isEmpty() ? tree : SchemaText.under(tree, rest);
  }

  private void note(String text) {
    terminal.complain("note: " + text);
  }

  /** The file with those around it, which it may refer to. */
  private SchemaFile schemaFile() throws IOException, SchemaException {
    Path named;
    try {
      named = Path.of(file);
    } catch (InvalidPathException e) {
      throw new SchemaException("The file " + file + " is no file name: " + e.getReason() + ".");
    }
    Path place = named.toAbsolutePath().normalize();
    Path folder = within == null ? place.getParent() : within.toAbsolutePath().normalize();
    if (folder == null || !place.startsWith(folder)) {
      throw new SchemaException(
          "The file " + file + " is not in the folder " + within + "; name one that holds it.");
    }
    String path = folder.relativize(place).toString().replace('\\', '/');
    return new SchemaFile(file, path, Files.readAllBytes(named), null, new FolderResources(folder));
  }

  /** The names of what is read. */
  static final class SchemaFormats extends ArrayList<String> {
    @java.io.Serial private static final long serialVersionUID = 1L;

    SchemaFormats() {
      SchemaReaders.all().forEach(reader -> add(reader.name()));
    }
  }

  /** Reads tsv and json. */
  static final class LayoutConverter extends WordConverter<Layout> {
    LayoutConverter() {
      super(Layout.class);
    }
  }
}
