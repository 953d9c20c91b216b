package fieldloom.ui.canvas;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Operators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What can be put on a value: functions of the library and the mapping's own, and operators. */
final class FunctionChoices {
  private final List<Choice> all = new ArrayList<>();

  /**
   * Something to put on a value.
   *
   * @param what as a formula writes it
   * @param hint its parameters
   * @param help what it does, in the window's language
   * @param words all that it is found by, in lower case: help in both languages, other names
   */
  record Choice(String what, String hint, String help, String words) {

    /** How well a typed word fits, less is better; −1 where it does not. */
    int rank(String typed) {
      String name = what.toLowerCase(Locale.ROOT);
      if (name.equals(typed)) {
        return 0;
      }
      if (name.startsWith(typed)) {
        return 1;
      }
      return name.contains(typed) ? 2 : words.contains(typed) ? 3 : -1;
    }

    String spoken() {
      return what + hint + ": " + help;
    }
  }

  FunctionChoices(Mapping mapping) {
    for (Mapping.OwnFunction own : mapping.functions()) {
      if (!own.params().isEmpty()) {
        String hint = "(" + String.join(", ", own.params()) + ")";
        all.add(new Choice(own.name(), hint, own.formula(), lower(own.formula())));
      }
    }
    for (FunctionDef function : FunctionLibrary.standard().all()) {
      if (function.maxArguments() > 0) {
        all.add(choice(function));
      }
    }
    for (BinaryOp op : BinaryOp.values()) {
      String words =
          Operators.about(op, Language.ENGLISH) + " " + Operators.about(op, Language.CHINESE);
      all.add(new Choice(op.symbol(), "", Operators.about(op), lower(words)));
    }
  }

  private static Choice choice(FunctionDef function) {
    FunctionDef.Help help = function.help();
    String words =
        help.english() + " " + help.chinese() + " " + String.join(" ", function.aliases());
    boolean chinese = Texts.language() == Language.CHINESE;
    return new Choice(
        function.name(),
        function.signature().substring(function.name().length()),
        chinese ? help.chinese() : help.english(),
        lower(words));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What fits the typed words, all of them, the best first; everything where nothing is typed. */
  List<Choice> find(String typed) {
    String[] words = lower(typed.strip()).split("\\s+");
    List<Choice> found = new ArrayList<>();
    for (Choice choice : all) {
      boolean fits = true;
      for (String word : words) {
        fits &= choice.rank(word) >= 0;
      }
      if (fits) {
        found.add(choice);
      }
    }
    found.sort(Comparator.comparingInt(c -> c.rank(words[0])));
    return found;
  }
}
