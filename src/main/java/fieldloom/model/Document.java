package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A source or a target of a mapping.
 *
 * @param name the first name of its paths
 * @param format json, ndjson, xml, csv, fixed, xlsx, edi or table
 * @param schema where its schema is
 * @param options by format, as {@code semantics.md} 1 lists them; null where none are given
 * @param intake which records of the driving source are mapped, and how they are grouped before;
 *     null where each one is mapped
 * @param extras members this version does not know
 */
public record Document(
    String name,
    String format,
    SchemaRef schema,
    @Nullable JsonNode options,
    @Nullable Intake intake,
    Extras extras) {

  /**
   * What the records of the driving source go through before they are mapped. Formulas are kept as
   * written, valid or not; the source's name stands for one record in them.
   *
   * @param where which records stay; null where all do
   * @param groupBy null where records are not grouped; else the source's name stands for a group in
   *     rules, with {@code key} and {@code items[]}
   * @param group {@code key}, {@code adjacent}, {@code startingWith} or {@code blocks}; null is key
   */
  public record Intake(
      @Nullable String where, Each.@Nullable GroupBy groupBy, @Nullable String group) {}

  public Document(
      String name, String format, SchemaRef schema, @Nullable JsonNode options, Extras extras) {
    this(name, format, schema, options, null, extras);
  }

  public Document(String name, String format, SchemaRef schema) {
    this(name, format, schema, null, null, Extras.NONE);
  }

  public Document withName(String value) {
    return new Document(value, format, schema, options, intake, extras);
  }

  public Document withSchema(SchemaRef value) {
    return new Document(name, format, value, options, intake, extras);
  }

  public Document withOptions(@Nullable JsonNode value) {
    return new Document(name, format, schema, value, intake, extras);
  }

  public Document withIntake(@Nullable Intake value) {
    return new Document(name, format, schema, options, value, extras);
  }

  /** Whether several records of this source are mapped as one. */
  public boolean isGrouped() {
    return intake != null && intake.groupBy() != null;
  }
}
