package fieldloom.ui.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema that somebody picked for a source or target, read and ready to be kept.
 *
 * @param label what people know it by: the file's name, the catalog document's title
 * @param kind the name of its reader; {@code catalog} for one of the catalog
 * @param tree the schema
 * @param fields its fields to be looked at
 * @param rows the first records of a sample that is a table
 * @param format of the payloads, as mappings name it
 * @param options of the source or target; null where there are none
 * @param voids names of options that this schema makes void where they come from another one
 * @param catalog id of the catalog's document; null where it is made of files
 * @param sample whether it is made of samples, whose values can be shown
 * @param names the files that were picked, of {@code files}; several samples are one schema
 * @param files all files that the schema is made of, by name; empty for the catalog
 * @param samples files that are kept beside it as samples of its records, by name
 */
public record SchemaPick(
    String label,
    String kind,
    SchemaTree tree,
    FieldLines fields,
    SampleRows rows,
    String format,
    @Nullable JsonNode options,
    List<String> voids,
    @Nullable String catalog,
    boolean sample,
    List<String> names,
    Map<String, byte[]> files,
    Map<String, byte[]> samples) {

  public SchemaPick {
    voids = List.copyOf(voids);
    names = List.copyOf(names);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
  }

  /** What it is, in the window's language: {@code Fixed-width text}, {@code Database query}. */
  public String kindName() {
    boolean query = kind.equals("table") && options != null && options.has("query");
    return Named.name("kind.", query ? "query" : kind);
  }

  /** The same with files that are kept beside it as samples. */
  SchemaPick withSamples(Map<String, byte[]> value) {
    return new SchemaPick(
        label, kind, tree, fields, rows, format, options, voids, catalog, sample, names, files,
        value);
  }
}
