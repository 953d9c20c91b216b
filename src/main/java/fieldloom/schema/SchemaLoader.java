package fieldloom.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.schema.fixed.FixedSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the schemas of a mapping's sources and targets. */
public final class SchemaLoader {
  /** The option that names further samples: files beside the mapping, a list of texts. */
  public static final String SAMPLES = "samples";

  private final Resources resources;
  private final List<Problem> problems = new ArrayList<>();

  private SchemaLoader(Resources resources) {
    this.resources = resources;
  }

  /**
   * What was loaded.
   *
   * @param schemas by name of the source or target; one that could not be loaded is unknown
   * @param problems what could not be loaded, of severity error, and warnings of what of it was not
   *     read
   */
  public record Loaded(Map<String, SchemaTree> schemas, List<Problem> problems) {}

  /**
   * The schema of one source or target.
   *
   * @param tree unknown where it could not be loaded
   * @param problems why it could not, of severity error; where it could, warnings of what of it was
   *     not read
   */
  public record One(SchemaTree tree, List<Problem> problems) {}

  /** Loads them all; what fails is a problem, never an exception. */
  public static Loaded load(Mapping mapping, Resources resources) {
    Map<String, SchemaTree> schemas = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Document source : mapping.sources()) {
      add(load(source, false, resources), source, schemas, problems);
    }
    for (Document target : mapping.targets()) {
      add(load(target, true, resources), target, schemas, problems);
    }
    return new Loaded(schemas, List.copyOf(problems));
  }

  private static void add(
      One loaded, Document document, Map<String, SchemaTree> schemas, List<Problem> problems) {
    schemas.put(document.name(), loaded.tree());
    problems.addAll(loaded.problems());
  }

  /**
   * Loads the schema of one source or target; what fails is a problem, never an exception.
   *
   * @param target whether it is a target: a sample then requires nothing
   */
  public static One load(Document document, boolean target, Resources resources) {
    SchemaLoader loader = new SchemaLoader(resources);
    String place = (target ? "target " : "source ") + document.name();
    SchemaTree schema =
        switch (document.schema()) {
          case SchemaRef.File file -> loader.file(document, file.name(), place, target);
          case SchemaRef.Catalog catalog -> loader.catalog(catalog.id(), place);
          case SchemaRef.Inline inline -> loader.inline(document.name(), inline.schema(), place);
          case SchemaRef.None none -> loader.implied(document, place);
        };
    return new One(
        schema == null ? SchemaTree.unknown(document.name()) : schema,
        List.copyOf(loader.problems));
  }

  private @Nullable SchemaTree file(
      Document document, String fileName, String place, boolean target) {
    JsonNode given = document.options();
    JsonNode options = given == null ? JsonNodeFactory.instance.objectNode() : given;
    List<SchemaFile> files = new ArrayList<>();
    for (String name : names(fileName, options)) {
      byte[] content = content(name, place);
      if (content == null) {
        return null;
      }
      files.add(new SchemaFile(name, name, content, options, resources));
    }
    try {
      return read(files, document.format(), target, place);
    } catch (SchemaException e) {
      unreadable(place, e);
      return null;
    }
  }

  /** What looks like a sample of one kind may be one of the format that it was chosen for. */
  private SchemaTree read(List<SchemaFile> files, String format, boolean target, String place)
      throws SchemaException {
    SchemaReader reader = SchemaReaders.chooseForAll(files, null);
    try {
      return readAs(files, reader.name(), target, place);
    } catch (SchemaException e) {
      boolean other = reader.isSample() && !reader.name().equals(format);
      if (!other || !SchemaReaders.sampleKinds().contains(format)) {
        throw e;
      }
      return readAs(files, format, target, place);
    }
  }

  private SchemaTree readAs(List<SchemaFile> files, String format, boolean target, String place)
      throws SchemaException {
    SchemaIntake intake = SchemaIntake.of(files, format);
    SchemaReader reader = intake.reader();
    List<SchemaFile> all = intake.files();
    SchemaTree tree = all.size() == 1 ? reader.read(all.getFirst()) : reader.read(all);
    for (String note : intake.notes()) {
      warn(place, note);
    }
    // A sample shows what a record may look like, not what every record written must have.
    SchemaTree allowed = target && reader.isSample() ? Relaxed.of(tree) : tree;
    return target ? TextRoot.of(allowed) : allowed;
  }

  /** The schema's own file, and further samples that the options name. */
  private static List<String> names(String fileName, JsonNode options) {
    List<String> names = new ArrayList<>(List.of(fileName));
    for (JsonNode further : options.path(SAMPLES)) {
      names.add(further.asText());
    }
    return names;
  }

  private byte @Nullable [] content(String fileName, String place) {
    try {
      return SchemaContent.read(resources, fileName);
    } catch (FileNotFoundException e) {
      problem(
          "schema-missing",
          place,
          "The schema file " + fileName + " is not there.",
          "Put it beside the mapping, or name the right file.");
    } catch (IOException e) {
      problem(
          "schema-unreadable",
          place,
          "The schema file " + fileName + " cannot be read: " + e.getMessage(),
          "Give a file beside the mapping that can be read.");
    }
    return null;
  }

  /** The schema that the options of a format are; null where they are none. */
  private @Nullable SchemaTree implied(Document document, String place) {
    if (!document.format().equals("fixed")) {
      return null;
    }
    try {
      return FixedSchema.of(document.name(), document.options());
    } catch (FormatException e) {
      problem("options-wrong", place, e.getMessage(), "Correct the options.");
      return null;
    }
  }

  private @Nullable SchemaTree catalog(String id, String place) {
    try {
      return CatalogSchemas.read(id);
    } catch (FileNotFoundException e) {
      problem(
          "schema-missing",
          place,
          "The catalog has no schema “" + id + "”.",
          "Name an entry of the catalog, or give a schema file.");
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("a resource of the program cannot be read: " + id, e);
    } catch (SchemaException e) {
      unreadable(place, e);
      return null;
    }
  }

  private @Nullable SchemaTree inline(String name, JsonNode schema, String place) {
    try {
      return SchemaReaders.inline(name, schema, resources);
    } catch (SchemaException e) {
      unreadable(place, e);
      return null;
    }
  }

  private void unreadable(String place, SchemaException e) {
    problem("schema-unreadable", place, e.getMessage(), "Correct the schema or give another one.");
  }

  private void warn(String place, String message) {
    problems.add(
        new Problem(
            Problem.Severity.WARNING,
            "sample-large",
            Problem.Place.named(place),
            message,
            "Give a schema, or a sample with every field in its first records."));
  }

  private void problem(String code, String place, String message, String remedy) {
    problems.add(
        new Problem(Problem.Severity.ERROR, code, Problem.Place.named(place), message, remedy));
  }
}
