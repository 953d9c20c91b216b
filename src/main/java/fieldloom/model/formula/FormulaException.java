package fieldloom.model.formula;

import java.io.Serial;

/** A formula that cannot be read: what is wrong, where, and what to do. */
public final class FormulaException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Formula.Pos pos;
  private final String remedy;

  public FormulaException(Formula.Pos pos, String message, String remedy) {
    super(message);
    this.pos = pos;
    this.remedy = remedy;
  }

  public Formula.Pos pos() {
    return pos;
  }

  public String remedy() {
    return remedy;
  }
}
