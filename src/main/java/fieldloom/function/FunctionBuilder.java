package fieldloom.function;

import fieldloom.function.FunctionDef.Body;
import fieldloom.function.FunctionDef.Example;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Help;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.FunctionDef.Mode;
import fieldloom.function.FunctionDef.Param;
import fieldloom.function.FunctionDef.Typing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares one function in a few lines; {@link #body} ends it. Without {@link #raw} or {@link
 * #lazy} the mode is STRICT, without {@link #returns} or {@link #typing} nothing is known of the
 * result.
 *
 * <pre>{@code
 * define("LEFT", TEXT, "The first characters of a text.", "文本开头的若干个字符。")
 *     .param("text", Kind.TEXT)
 *     .param("length", Kind.INTEGER)
 *     .returns(ValueType.STRING)
 *     .example("LEFT(\"abc\", 2)", "\"ab\"")
 *     .body(a -> CodePoints.head(a.text(0), a.integer(1)))
 * }</pre>
 */
public final class FunctionBuilder {
  private final String name;
  private final Group group;
  private final Help help;
  private final List<Param> params = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private List<String> aliases = List.of();
  private @Nullable String successor;
  private Typing typing = Typing.always(ValueType.ANY);
  private Mode mode = Mode.STRICT;

  private FunctionBuilder(String name, Group group, Help help) {
    this.name = name;
    this.group = group;
    this.help = help;
  }

  /** Begins a declaration; the help is one line in each language. */
  public static FunctionBuilder define(String name, Group group, String english, String chinese) {
    return new FunctionBuilder(name, group, new Help(english, chinese));
  }

  /** An argument that must be given. */
  public FunctionBuilder param(String paramName, Kind kind) {
    params.add(new Param(paramName, kind, false, false));
    return this;
  }

  /** An argument that may be left out. */
  public FunctionBuilder optional(String paramName, Kind kind) {
    params.add(new Param(paramName, kind, true, false));
    return this;
  }

  /** The last parameter: once or more. */
  public FunctionBuilder repeated(String paramName, Kind kind) {
    params.add(new Param(paramName, kind, false, true));
    return this;
  }

  /** The last parameter: any number, none included. */
  public FunctionBuilder anyNumberOf(String paramName, Kind kind) {
    params.add(new Param(paramName, kind, true, true));
    return this;
  }

  /** The body sees absent and null. */
  public FunctionBuilder raw() {
    mode = Mode.RAW;
    return this;
  }

  /** The body evaluates the arguments it wants. */
  public FunctionBuilder lazy() {
    mode = Mode.LAZY;
    return this;
  }

  public FunctionBuilder returns(ValueType type) {
    typing = Typing.always(type);
    return this;
  }

  public FunctionBuilder typing(Typing value) {
    typing = value;
    return this;
  }

  /** See {@link Example}. */
  public FunctionBuilder example(String formula, String result) {
    examples.add(new Example(formula, result));
    return this;
  }

  /** Names by which people coming from other tools search the function. */
  public FunctionBuilder aliases(String... names) {
    aliases = List.of(names);
    return this;
  }

  /**
   * Deprecates the function: formulas that call it go on working, and are told to call another.
   *
   * @param other name of the function to call with the same arguments
   */
  public FunctionBuilder replacedBy(String other) {
    successor = other;
    return this;
  }

  public FunctionDef body(Body body) {
    return new FunctionDef(
        name, group, help, params, typing, mode, examples, aliases, successor, body);
  }
}
