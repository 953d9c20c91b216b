package fieldloom.ui.tests;

import fieldloom.model.value.Absent;
import fieldloom.pack.TestCoverage.Branch;
import fieldloom.pack.TestCoverage.Condition;
import fieldloom.pack.TestCoverage.Fallback;
import fieldloom.pack.TestCoverage.NoItems;
import fieldloom.pack.TestCoverage.Otherwise;
import fieldloom.pack.TestCoverage.Rows;
import fieldloom.pack.TestCoverage.Untouched;
import fieldloom.pack.TestCoverage.WholeRule;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.payload.JsonValues;
import fieldloom.ui.kit.Texts;
import java.util.Locale;
import java.util.Objects;

/** What the dock says, in the language of the window. */
final class Words {
  static final Texts TEXTS = Texts.of(TestsView.class);

  private Words() {}

  /** How a field came out, in a word or two. */
  static String of(Kind kind) {
    return TEXTS.get("kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static String expected(FieldResult result) {
    return switch (result.kind()) {
      case REORDERED -> TEXTS.get("number", result.from());
      case IGNORED -> TEXTS.get("any");
      case EQUAL, EQUAL_BY_VALUE, CHANGED, ADDED, MISSING -> value(result.expected());
    };
  }

  static String actual(FieldResult result) {
    return result.kind() == Kind.REORDERED
        ? TEXTS.get("number", result.to())
        : value(result.actual());
  }

  /** A value on one line: texts as they are, all else as JSON. */
  private static String value(Object value) {
    if (value == Absent.ABSENT) {
      return TEXTS.get("absent");
    }
    return value instanceof String text ? text.replaceAll("\\R", " ⏎ ") : JsonValues.toJson(value);
  }

  /** What no case touches, in a sentence. */
  static String of(Untouched gap) {
    return switch (gap) {
      case WholeRule rule -> TEXTS.get("gap.rule", rule.of().to());
      case Condition condition ->
          TEXTS.get(
              condition.holds() ? "gap.never-true" : "gap.never-false",
              condition.of().to(),
              Objects.requireNonNullElse(condition.of().when(), ""));
      case NoItems loop -> TEXTS.get("gap.no-items", loop.of().to());
      case Branch branch ->
          branch.arm() == null
              ? TEXTS.get("gap.always", branch.of().to(), branch.function())
              : TEXTS.get("gap.branch", branch.of().to(), branch.function(), branch.arm());
      case Fallback fallback ->
          TEXTS.get(
              "gap.default", fallback.of().to(), String.valueOf(fallback.of().defaultValue()));
      case Rows rows ->
          TEXTS.get("gap.rows", rows.table(), rows.rows().size(), rows.of(), rows.someKeys());
      case Otherwise otherwise -> TEXTS.get("gap.otherwise", otherwise.table());
    };
  }
}
