package fieldloom.model.difference;

import fieldloom.model.difference.Change.Aspect;
import fieldloom.model.difference.Change.Kind;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Says changes in one sentence each: {@code FDate: now formatted as yyyy-MM-dd}. Immutable and
 * thread-safe.
 */
public final class ChangeWords {
  private static final int MOST = 80;

  private final Locale locale;
  private final ResourceBundle texts;

  private ChangeWords(Locale locale) {
    this.locale = locale;
    this.texts =
        ResourceBundle.getBundle(
            ChangeWords.class.getPackageName() + ".texts",
            locale,
            ChangeWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Words in a language; English where there are none in it. */
  public static ChangeWords in(Locale locale) {
    return new ChangeWords(locale);
  }

  /** The sentence, without a full stop. */
  public String say(Change change) {
    String before = shortened(change.before());
    String after = shortened(change.after());
    return switch (change) {
      case Change.OfRule rule -> rule(rule, before, after);
      case Change.OfDocument d ->
          get(
              "document." + lower(d.trait()) + kind(d),
              get(d.source() ? "source" : "target", d.name()),
              after,
              before);
      case Change.OfSchema s ->
          get(
              "field" + kind(s),
              get(s.source() ? "source" : "target", s.document()),
              s.path(),
              after,
              before);
      case Change.OfPart p ->
          get("part" + kind(p), get("part." + lower(p.part()), p.name()), after, before);
      case Change.OfRow row ->
          get("row" + kind(row), get("part.table", row.table()), row.key(), after, before);
      case Change.OfMapping m -> get("mapping." + lower(m.setting()) + kind(m), after, before);
    };
  }

  /** One word for what happened: new, changed, gone. */
  public String say(Kind kind) {
    return get("kind." + lower(kind));
  }

  private String rule(Change.OfRule rule, String before, String after) {
    String step = rule.aspect() == Aspect.VALUE ? step(rule) : null;
    return step != null
        ? step
        : get("rule." + lower(rule.aspect()) + kind(rule), rule.to(), after, before);
  }

  /** A function that was put on what was there, or taken away from it; null where it is neither. */
  private @Nullable String step(Change.OfRule rule) {
    if (rule.before() == null || rule.after() == null) {
      return null;
    }
    Formula.Call put = around(rule.after(), rule.before()).orElse(null);
    if (put != null) {
      List<Formula> args = put.args();
      boolean pattern =
          put.name().equals("FORMATDATE")
              && args.size() > 1
              && args.get(1) instanceof Formula.Text
              && FormulaPrinter.print(args.getFirst()).equals(rule.before());
      return pattern
          ? get("step.formatted", rule.to(), ((Formula.Text) args.get(1)).value())
          : get("step.put", rule.to(), call(put, rule.before()));
    }
    return around(rule.before(), rule.after())
        .map(taken -> get("step.taken", rule.to(), call(taken, rule.after())))
        .orElse(null);
  }

  /** The outermost call of a formula, where one of its arguments is that other one. */
  private static Optional<Formula.Call> around(String formula, String inner) {
    try {
      return FormulaParser.parse(formula) instanceof Formula.Call call
              && call.args().stream().anyMatch(a -> FormulaPrinter.print(a).equals(inner))
          ? Optional.of(call)
          : Optional.empty();
    } catch (FormulaException e) {
      return Optional.empty();
    }
  }

  /** The call with dots for what it is put on. */
  private static String call(Formula.Call call, String inner) {
    List<String> args =
        call.args().stream()
            .map(FormulaPrinter::print)
            .map(text -> text.equals(inner) ? "…" : text)
            .toList();
    return shortened(call.name() + "(" + String.join(", ", args) + ")");
  }

  private static String kind(Change change) {
    return "." + lower(change.kind());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(@Nullable String text) {
    String whole = Objects.requireNonNullElse(text, "");
    return whole.codePointCount(0, whole.length()) <= MOST
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, MOST - 1)) + "…";
  }

  private String get(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }
}
