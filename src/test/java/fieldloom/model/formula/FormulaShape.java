package fieldloom.model.formula;

/** A formula's tree as text without its places, every node in parentheses. */
final class FormulaShape {
  private FormulaShape() {}

  static String of(Formula formula) {
    return formula.toString().replaceAll("pos=[0-9]+:[0-9]+", "pos");
  }
}
