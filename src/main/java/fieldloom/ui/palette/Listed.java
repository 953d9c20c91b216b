package fieldloom.ui.palette;

import fieldloom.catalog.Pinyin;
import fieldloom.function.FunctionDef;
import fieldloom.model.Mapping;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Operators;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A function or an operator of the palette.
 *
 * @param heading the key of the words that it stands under
 * @param signature its name with its parameters
 * @param help one line, of an own function its formula
 * @param examples formulas and what they give
 * @param aliases names that it has elsewhere
 */
record Listed(
    String name,
    String heading,
    String signature,
    FunctionDef.Help help,
    List<FunctionDef.Example> examples,
    List<String> aliases) {

  /** Nothing that was typed is in it. */
  static final int NOT_FOUND = -1;

  private static final String OWN = "own";

  static Listed of(FunctionDef function) {
    return new Listed(
        function.name(),
        "group." + function.group().name().toLowerCase(Locale.ROOT),
        function.signature(),
        function.help(),
        function.examples(),
        function.aliases());
  }

  static Listed of(Mapping.OwnFunction own) {
    String signature = own.name() + "(" + String.join(", ", own.params()) + ")";
    FunctionDef.Help help = new FunctionDef.Help(own.formula(), own.formula());
    return new Listed(own.name(), OWN, signature, help, List.of(), List.of());
  }

  static Listed of(BinaryOp op) {
    FunctionDef.Help help =
        new FunctionDef.Help(
            Operators.about(op, Language.ENGLISH), Operators.about(op, Language.CHINESE));
    String signature = "a " + op.symbol() + " b";
    return new Listed(op.symbol(), "operators", signature, help, List.of(), List.of());
  }

  boolean isOwn() {
    return heading.equals(OWN);
  }

  /** The line of help in the window's language. */
  String about() {
    return Texts.language() == Language.CHINESE ? help.chinese() : help.english();
  }

  /** The heading that it stands under. */
  String category() {
    return Words.get(heading);
  }

  /**
   * How well a typed word fits, less is better; {@link #NOT_FOUND} where it does not. Names come
   * before what a function does; that is found in both languages, and by pinyin.
   */
  int rank(String word) {
    int best = rank(Pinyin.of(name).find(word), 0);
    for (String alias : aliases) {
      best = better(best, rank(Pinyin.of(alias).find(word), 1));
    }
    if (best != NOT_FOUND) {
      return best;
    }
    best = better(rank(Pinyin.of(help.chinese()).find(word), 8), best);
    best = better(rank(Pinyin.of(help.english()).find(word), 8), best);
    return better(best, rank(Pinyin.of(category()).find(word), 12));
  }

  private static int rank(Pinyin.@Nullable Hit hit, int from) {
    return hit == null ? NOT_FOUND : from + 2 * hit.fit().ordinal();
  }

  private static int better(int a, int b) {
    return a == NOT_FOUND ? b : b == NOT_FOUND ? a : Math.min(a, b);
  }

  String spoken() {
    return signature + ": " + about();
  }
}
