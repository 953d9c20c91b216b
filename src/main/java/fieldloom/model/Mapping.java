package fieldloom.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping: how the fields of its sources become the fields of its targets. An immutable value; an
 * edit makes a new one. What each part means stands in {@code mapping-format.md}.
 *
 * @param sources the first drives, the others are joined or looked up
 * @param targets the first is the main one
 * @param singleTarget whether the file writes {@code target} rather than {@code targets}
 * @param zone zone of datetimes that have none of their own; null means UTC
 * @param locale BCP 47 tag used for names of days and months; null means en
 * @param layout where the designer placed things; null where it placed nothing
 */
public record Mapping(
    String name,
    List<Document> sources,
    List<Document> targets,
    boolean singleTarget,
    List<Rule> rules,
    List<Variable> variables,
    List<Table> tables,
    List<OwnFunction> functions,
    List<Param> params,
    List<TestCase> tests,
    @Nullable String zone,
    @Nullable String locale,
    @Nullable JsonNode layout,
    Extras extras) {

  public Mapping {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    rules = List.copyOf(rules);
    variables = List.copyOf(variables);
    tables = List.copyOf(tables);
    functions = List.copyOf(functions);
    params = List.copyOf(params);
    tests = List.copyOf(tests);
  }

  /** A mapping without rules. */
  public static Mapping empty(String name, Document source, Document target) {
    return new Mapping(
        name,
        List.of(source),
        List.of(target),
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Extras.NONE);
  }

  public Document driver() {
    return sources.getFirst();
  }

  public Document mainTarget() {
    return targets.getFirst();
  }

  /**
   * Whether the main target's output is one bare record where the driving input is one.
   *
   * @param bareInput whether the driving input is one record with nothing around it
   */
  public boolean isBare(boolean bareInput) {
    return bareInput
        && !driver().isGrouped()
        && rules.stream().noneMatch(r -> r.makesRecords() && writes(r, mainTarget()));
  }

  private boolean writes(Rule rule, Document target) {
    String named = rule.target() == null ? mainTarget().name() : rule.target();
    return named.equals(target.name());
  }

  public Mapping withName(String value) {
    return new Mapping(
        value,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withSources(List<Document> value) {
    return new Mapping(
        name,
        value,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withTargets(List<Document> value) {
    return new Mapping(
        name,
        sources,
        value,
        singleTarget && value.size() == 1,
        rules,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withRules(List<Rule> value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        value,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withTables(List<Table> value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        value,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withFunctions(List<OwnFunction> value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        value,
        params,
        tests,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withTests(List<TestCase> value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        functions,
        params,
        value,
        zone,
        locale,
        layout,
        extras);
  }

  public Mapping withLayout(@Nullable JsonNode value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        value,
        extras);
  }

  public Mapping withExtras(Extras value) {
    return new Mapping(
        name,
        sources,
        targets,
        singleTarget,
        rules,
        variables,
        tables,
        functions,
        params,
        tests,
        zone,
        locale,
        layout,
        value);
  }

  /**
   * A named value.
   *
   * @param in the alias of the loop it belongs to; null where it belongs to the record
   */
  public record Variable(String name, String formula, @Nullable String in, Extras extras) {}

  /** An analyst's own function. */
  public record OwnFunction(String name, List<String> params, String formula, Extras extras) {
    public OwnFunction {
      params = List.copyOf(params);
    }
  }

  /**
   * A job parameter, read in formulas as {@code param.NAME}.
   *
   * @param type name of a {@link FieldType}; null means string
   * @param defaultValue null where it must be set
   */
  public record Param(
      String name, @Nullable String type, @Nullable JsonNode defaultValue, Extras extras) {}

  /**
   * A test kept with the mapping.
   *
   * @param in file of each source, beside the mapping
   * @param expect file of the main target's wanted output; null where {@code expects} says all
   * @param expects wanted output of each target by name
   * @param set parameters, and NOW and ZONE
   * @param tables rows of lookup tables that are read from databases: by table, a JSON file
   * @param lookups what databases answer to LOOKUP_DB
   * @param ignore target fields that may have any value, such as ids and times: {@code
   *     FEntity[].FEntryID}
   */
  public record TestCase(
      String name,
      Map<String, String> in,
      @Nullable String expect,
      Map<String, String> expects,
      Map<String, String> set,
      Map<String, String> tables,
      List<Lookup> lookups,
      List<String> ignore,
      Extras extras) {
    public TestCase {
      tables = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tables));
      lookups = List.copyOf(lookups);
      ignore = List.copyOf(ignore);
      in = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(in));
      expects = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(expects));
      set = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(set));
    }

    /** The same test by another name. */
    public TestCase withName(String value) {
      return new TestCase(value, in, expect, expects, set, tables, lookups, ignore, extras);
    }

    /** The same test with the wanted output of each target in these files. */
    public TestCase withExpects(@Nullable String main, Map<String, String> value) {
      return new TestCase(name, in, main, value, set, tables, lookups, ignore, extras);
    }

    /** The same test with other rows of lookup tables. */
    public TestCase withTables(Map<String, String> value) {
      return new TestCase(name, in, expect, expects, set, value, lookups, ignore, extras);
    }

    /** The same test with other fields that may have any value. */
    public TestCase withIgnore(List<String> value) {
      return new TestCase(name, in, expect, expects, set, tables, lookups, value, extras);
    }
  }

  /**
   * What a database answers in tests and in the preview.
   *
   * @param connection as the formula names it
   * @param query as the formula has it
   * @param value what is found; null where there is no row
   */
  public record Lookup(
      String connection, String query, JsonNode key, @Nullable JsonNode value, Extras extras) {}
}
