package fieldloom.function;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One function of the library. The palette, the completion, the help, the compiler's checks and the
 * tests all come from this declaration.
 *
 * @param name upper case
 * @param help one line, English and Chinese
 * @param params in order; optional ones last, a repeated one at the very end
 * @param typing what the result's type is, given the arguments'
 * @param mode what happens to absent and null arguments
 * @param examples three or more; they are run as tests
 * @param aliases names that people coming from other tools search it by
 * @param successor name of the function to use in its place, with the same arguments; null where it
 *     is not deprecated
 */
public record FunctionDef(
    String name,
    Group group,
    Help help,
    List<Param> params,
    Typing typing,
    Mode mode,
    List<Example> examples,
    List<String> aliases,
    @Nullable String successor,
    Body body) {

  public FunctionDef {
    params = List.copyOf(params);
    examples = List.copyOf(examples);
    aliases = List.copyOf(aliases);
  }

  /** Groups of the palette. */
  public enum Group {
    TEXT,
    NUMBER,
    DATE,
    LOGIC,
    CONVERSION,
    COLLECTIONS,
    AGGREGATES,
    LOOKUP,
    GENERATE;

    public String label() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** One line of help in both languages. */
  public record Help(String english, String chinese) {}

  /**
   * A parameter.
   *
   * @param kind what the engine coerces the argument to before the body sees it (not in mode RAW
   *     and LAZY, whose bodies ask for a kind themselves)
   */
  public record Param(String name, Kind kind, boolean optional, boolean repeated) {}

  /** What an argument must be. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** A whole number that fits an int. */
    INTEGER,
    BOOLEAN,
    /** A date or a datetime; text in ISO form is read as one. */
    DATE_OR_DATETIME,
    /** A date, time or datetime. */
    TEMPORAL,
    LIST,
    OBJECT,
    LAMBDA,
    ANY
  }

  /** What happens to absent and null arguments. */
  public enum Mode {
    /** Any argument absent: the result is absent; else any null: null. The body sees neither. */
    STRICT,
    /** The body sees arguments as they are, absent and null included. */
    RAW,
    /** The body evaluates the arguments it wants, when it wants them. */
    LAZY
  }

  /** The result's type from the arguments'; a lambda argument's type is its body's. */
  @FunctionalInterface
  public interface Typing {
    ValueType of(List<ValueType> arguments);

    static Typing always(ValueType type) {
      return arguments -> type;
    }
  }

  /** Computes the result. Fails with {@link ValueException} and nothing else. */
  @FunctionalInterface
  public interface Body {
    Object apply(Arguments arguments);
  }

  /**
   * An example that is also a test.
   *
   * @param formula a formula without sources: {@code UPPER("ab")}
   * @param result the result as JSON ({@code "AB"} with its quotes; dates as ISO text), or {@code
   *     absent}, or {@code error}
   */
  public record Example(String formula, String result) {}

  public int minArguments() {
    return (int) params.stream().filter(p -> !p.optional()).count();
  }

  public int maxArguments() {
    return !params.isEmpty() && params.getLast().repeated() ? Integer.MAX_VALUE : params.size();
  }

  /** The parameter of an argument, a repeated one included. */
  public Param param(int argument) {
    return params.get(Math.min(argument, params.size() - 1));
  }

  /** {@code LEFT(text, length)}, optional parameters in brackets. */
  public String signature() {
    StringBuilder out = new StringBuilder(name).append('(');
    for (int i = 0; i < params.size(); i++) {
      Param p = params.get(i);
      String text = p.name() + (p.repeated() ? "…" : "");
      out.append(i == 0 ? "" : ", ").append(p.optional() ? "[" + text + "]" : text);
    }
    return out.append(')').toString();
  }
}
