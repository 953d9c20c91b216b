package fieldloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.job.TablePlaces;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Obj;
import fieldloom.pack.FolderResources;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaIntake;
import fieldloom.schema.SchemaReader;
import fieldloom.schema.SchemaReaders;
import fieldloom.schema.SchemaText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final String TABLE = "table";

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
      names = "--options",
      paramLabel = "JSON",
      description = {
        "How the file is to be read, as the options of a source say it:",
        "{\"delimiter\": \";\"}; found out by default."
      })
  private @Nullable String options;

  @Option(
      names = "--as",
      paramLabel = "tsv|json|options",
      converter = LayoutConverter.class,
      description = {
        "How to print them: tsv (default) or json; options prints instead",
        "with which options a source reads files like this sample."
      })
  private Layout layout = Layout.TSV;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How fields are printed. */
  enum Layout {
    TSV,
    JSON,
    OPTIONS
  }

  @Override
  public Integer call() throws IOException, SchemaException {
    terminal
        .out()
        .print(
            switch (layout) {
              case TSV -> SchemaText.tsv(tree());
              case JSON -> SchemaText.json(tree());
              case OPTIONS -> found();
            });
    return Exit.OK;
  }

  /** What a sample tells of the options to read it with. */
  private String found() throws IOException, SchemaException {
    SchemaIntake intake = intake();
    SchemaFile given = intake.files().getFirst();
    JsonNode known = given.options();
    JsonNode all = known == null ? intake.reader().options(given) : known;
    intake.notes().forEach(this::note);
    return JsonValues.toPrettyJson(all == null ? new Obj() : JsonValues.of(all)) + "\n";
  }

  private @Nullable JsonNode givenOptions() throws SchemaException {
    if (options == null) {
      return null;
    }
    try {
      if (JsonValues.parse(options) instanceof Obj object) {
        return JsonValues.toNode(object);
      }
    } catch (FormatException e) {
      throw new SchemaException("The options are no JSON: " + e.getMessage());
    }
    throw new SchemaException(
        "The options are no JSON object; write them as {\"delimiter\": \";\"}.");
  }

  private SchemaTree tree() throws IOException, SchemaException {
    if (depth != null && depth < 0) {
      throw new SchemaException("--depth wants a number from 0 on, not " + depth + ".");
    }
    if (TablePlaces.isUrl(file)) {
      if (format != null && !format.equals(TABLE)) {
        throw new SchemaException(
            "A database is read as table, not as " + format + "; leave --format out.");
      }
      return DatabaseTree.read(file, root, depth == null ? 1 : depth);
    }
    SchemaIntake intake = intake();
    SchemaFile given = intake.files().getFirst();
    SchemaReader reader = intake.reader();
    if (depth != null) {
      given = given.withOptions(with(given.options()).put("depth", depth));
    }
    if (root == null) {
      return read(intake, given);
    }
    String rest = root;
    for (String name : reader.roots(given)) {
      String start = fieldloom.model.Path.quote(name);
      if (root.equals(name) || root.equals(start) || root.startsWith(start + ".")) {
        given = given.withOptions(with(given.options()).put("root", name));
        rest = root.equals(name) || root.equals(start) ? "" : root.substring(start.length() + 1);
        break;
      }
    }
    SchemaTree tree = read(intake, given);
    return rest.isEmpty() ? tree : SchemaText.under(tree, rest);
  }

  private SchemaIntake intake() throws IOException, SchemaException {
    if (TABLE.equals(format)) {
      throw new SchemaException(
          "The format table is that of a database; name its URL such as"
              + " jdbc:postgresql://host:5432/name, not "
              + file
              + ".");
    }
    return SchemaIntake.of(List.of(schemaFile(file, within, givenOptions())), format);
  }

  /** Reads it, and tells what of it was not read. */
  private SchemaTree read(SchemaIntake intake, SchemaFile given) throws SchemaException {
    SchemaTree tree = intake.reader().read(given, this::note);
    intake.notes().forEach(this::note);
    return tree;
  }

  private void note(String text) {
    terminal.complain("note: " + text);
  }

  private static ObjectNode with(@Nullable JsonNode options) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (options instanceof ObjectNode known) {
      all.setAll(known);
    }
    return all;
  }

  /**
   * A file with those around it, which it may refer to.
   *
   * @param within the folder that holds them; null where it is the file's own
   * @param options of a source that it is read by; null where there are none
   */
  static SchemaFile schemaFile(String file, @Nullable Path within, @Nullable JsonNode options)
      throws IOException, SchemaException {
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
    return new SchemaFile(
        file, path, SchemaContent.read(named), options, new FolderResources(folder));
  }

  /** The names of what is read. */
  static final class SchemaFormats extends ArrayList<String> {
    @java.io.Serial private static final long serialVersionUID = 1L;

    SchemaFormats() {
      SchemaReaders.all().forEach(reader -> add(reader.name()));
      add(TABLE);
    }
  }

  /** Reads tsv, json and options. */
  static final class LayoutConverter extends WordConverter<Layout> {
    LayoutConverter() {
      super(Layout.class);
    }
  }
}
