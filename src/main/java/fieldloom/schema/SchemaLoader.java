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
  private final Resources resources;
  private final Map<String, SchemaTree> schemas = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private SchemaLoader(Resources resources) {
    this.resources = resources;
  }

  /**
   * What was loaded.
   *
   * @param schemas by name of the source or target; one that could not be loaded is unknown
   * @param problems what could not be loaded, of severity error
   */
  public record Loaded(Map<String, SchemaTree> schemas, List<Problem> problems) {}

  /** Loads them all; what fails is a problem, never an exception. */
  public static Loaded load(Mapping mapping, Resources resources) {
    SchemaLoader loader = new SchemaLoader(resources);
    mapping.sources().forEach(source -> loader.add(source, "source " + source.name(), false));
    mapping.targets().forEach(target -> loader.add(target, "target " + target.name(), true));
    return new Loaded(loader.schemas, List.copyOf(loader.problems));
  }

  private void add(Document document, String place, boolean target) {
    SchemaTree schema =
        switch (document.schema()) {
          case SchemaRef.File file -> file(document, file.name(), place, target);
          case SchemaRef.Catalog catalog -> catalog(catalog.id(), place);
          case SchemaRef.Inline inline -> inline(document.name(), inline.schema(), place);
          case SchemaRef.None none -> implied(document, place);
        };
    schemas.put(document.name(), schema == null ? SchemaTree.unknown(document.name()) : schema);
  }

  private @Nullable SchemaTree file(
      Document document, String fileName, String place, boolean target) {
    byte[] content;
    try {
      content = resources.read(fileName);
    } catch (FileNotFoundException e) {
      problem(
          "schema-missing",
          place,
          "The schema file " + fileName + " is not there.",
          "Put it beside the mapping, or name the right file.");
      return null;
    } catch (IOException e) {
      problem(
          "schema-unreadable",
          place,
          "The schema file " + fileName + " cannot be read: " + e.getMessage(),
          "Give a file beside the mapping that can be read.");
      return null;
    }
    try {
      JsonNode given = document.options();
      JsonNode options = given == null ? JsonNodeFactory.instance.objectNode() : given;
      SchemaFile file = new SchemaFile(fileName, fileName, content, options, resources);
      SchemaReader reader = SchemaReaders.choose(file, null);
      SchemaTree tree = reader.read(file);
      // A sample shows what a record may look like, not what every record written must have.
      return target && reader.isSample() ? Relaxed.of(tree) : tree;
    } catch (SchemaException e) {
      unreadable(place, e);
      return null;
    }
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

  private void problem(String code, String place, String message, String remedy) {
    problems.add(
        new Problem(Problem.Severity.ERROR, code, Problem.Place.named(place), message, remedy));
  }
}
