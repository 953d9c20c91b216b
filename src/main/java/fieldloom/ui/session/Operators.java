package fieldloom.ui.session;

import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.ui.kit.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operators of formulas, as people look for them. */
public final class Operators {
  private Operators() {}

  /** What one does, in the window's language. */
  public static String about(BinaryOp op) {
    return Words.get(key(op));
  }

  /** What one does, in that language. */
  public static String about(BinaryOp op, Language language) {
    return Words.in(language, key(op));
  }

  private static String key(BinaryOp op) {
    return "operator." + op.name().toLowerCase(Locale.ROOT);
  }

  /** The operator that formulas write so; empty where that is none. */
  public static Optional<BinaryOp> of(String symbol) {
    return Arrays.stream(BinaryOp.values()).filter(op -> op.symbol().equals(symbol)).findFirst();
  }
}
