package fieldloom.ui.problems;

import java.util.Locale;

/** What problems are about, in the order of the list. */
public enum ProblemKind {
  CYCLES,
  NAMES,
  FORMULAS,
  REQUIRED,
  TYPES,
  LOOKUPS,
  REACH,
  DEPRECATED,
  UNUSED,
  OTHER;

  /** The kind of a problem's code. */
  static ProblemKind of(String code) {
    return switch (code) {
      case "cycle" -> CYCLES;
      case "required-unfilled", "required-missing", "required-null" -> REQUIRED;
      case "deprecated" -> DEPRECATED;
      case "never-written", "unreachable", "always-holds", "never-holds", "case-twice" -> REACH;
      case "lookup-miss", "lookup-unmatched", "two-keys", "ranges-overlap", "table-unread" ->
          LOOKUPS;
      case "never-fits", "not-listed", "no-match", "too-long", "would-lose", "not-whole" -> TYPES;
      case "unlisted-path", "unlisted-target", "unfilled-target", "two-names" -> NAMES;
      case "syntax",
          "argument-count",
          "wrong-type",
          "different-types",
          "bad-pattern",
          "bad-path",
          "not-a-path",
          "lambda-alone",
          "arrow-names" ->
          FORMULAS;
      default ->
          code.startsWith("may-") || code.startsWith("not-a-")
              ? TYPES
              : code.startsWith("unused-") ? UNUSED : code.startsWith("unknown-") ? NAMES : OTHER;
    };
  }

  /** Its name in the window's language. */
  String words() {
    return Words.get("kind." + name().toLowerCase(Locale.ROOT));
  }
}
