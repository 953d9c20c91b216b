package fieldloom.ui.session;

import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.session.Calls.Call;
import fieldloom.ui.session.Calls.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes branches that are never taken out of a formula. */
final class BranchCut {
  static final Set<String> FUNCTIONS = Set.of("IF", "IFS", "SWITCH");

  private BranchCut() {}

  /**
   * The text without them.
   *
   * @param code why: {@code always-holds}, {@code never-holds}, {@code case-twice}
   * @param argument which argument is at fault, from 0
   * @return null where nothing can be left
   */
  static @Nullable String of(String code, String text, Call call, int argument) {
    List<String> args = call.arguments().stream().map(s -> s.of(text)).toList();
    boolean always = code.equals("always-holds");
    String left =
        switch (call.name()) {
          case "IF" -> always ? args.get(1) : args.size() > 2 ? args.get(2) : null;
          case "IFS" -> conditions(args, argument, always);
          default -> cases(args, argument);
        };
    if (left == null) {
      return null;
    }
    int end = text.indexOf(')', call.arguments().getLast().to());
    boolean whole = call.at().from() == 0 && text.substring(end + 1).isBlank();
    Span all = new Span(call.at().from(), end + 1);
    String put = whole || !isLoose(left) ? left : "(" + left + ")";
    return text.substring(0, all.from()) + put + text.substring(all.to());
  }

  private static @Nullable String conditions(List<String> args, int argument, boolean always) {
    List<String> left = new ArrayList<>(args.subList(0, argument));
    if (always) {
      if (left.isEmpty()) {
        return args.get(argument + 1);
      }
      left.add("TRUE");
      left.add(args.get(argument + 1));
    } else {
      left.addAll(args.subList(argument + 2, args.size()));
    }
    return left.isEmpty() ? null : "IFS(" + String.join(", ", left) + ")";
  }

  private static String cases(List<String> args, int argument) {
    List<String> left = new ArrayList<>(args.subList(0, argument));
    left.addAll(args.subList(argument + 2, args.size()));
    return "SWITCH(" + String.join(", ", left) + ")";
  }

  /** Whether it would fall apart with an operator beside it. */
  private static boolean isLoose(String text) {
    try {
      return FormulaParser.parse(text) instanceof Formula.Binary;
    } catch (FormulaException e) {
      return true;
    }
  }
}
