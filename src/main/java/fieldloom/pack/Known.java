package fieldloom.pack;

import java.util.Set;

/** The members this version knows, by level; everything else is kept as extras. */
final class Known {
  static final Set<String> MAPPING =
      Set.of(
          "fieldloom",
          "name",
          "sources",
          "target",
          "targets",
          "rules",
          "variables",
          "tables",
          "functions",
          "params",
          "tests",
          "zone",
          "locale",
          "layout");
  static final Set<String> DOCUMENT =
      Set.of("name", "format", "schema", "options", "where", "groupBy", "group");
  static final Set<String> RULE =
      Set.of(
          "to",
          "target",
          "from",
          "formula",
          "each",
          "as",
          "join",
          "where",
          "distinct",
          "groupBy",
          "group",
          "orderBy",
          "in",
          "when",
          "default");
  static final Set<String> JOIN = Set.of("with", "as", "on", "kind", "match", "rejects");
  static final Set<String> GROUP_KEY = Set.of("by", "as");
  static final Set<String> ORDER_BY = Set.of("by", "descending", "locale");
  static final Set<String> VARIABLE = Set.of("name", "formula", "in");
  static final Set<String> TABLE =
      Set.of("name", "columns", "keyType", "rows", "from", "otherwise");
  static final Set<String> OTHERWISE = Set.of("use", "value");
  static final Set<String> FUNCTION = Set.of("name", "params", "formula");
  static final Set<String> PARAM = Set.of("name", "type", "default");
  static final Set<String> TEST =
      Set.of("name", "in", "expect", "set", "tables", "lookups", "ignore");
  static final Set<String> LOOKUP = Set.of("connection", "query", "key", "value");

  private Known() {}
}
