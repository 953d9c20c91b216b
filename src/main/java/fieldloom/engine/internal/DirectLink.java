package fieldloom.engine.internal;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Num;
import fieldloom.payload.json.tape.Tape;

/**
 * A source field that is passed on.
 *
 * @param name what is written before it
 * @param asItStands a bit for each kind of the tape whose bytes the target would hold just so
 * @param maxLength characters that fit
 * @param nullable whether null may be written
 */
record DirectLink(DirectName name, RuleExec rule, int asItStands, int maxLength, boolean nullable) {
  private static final int NUMBERS = 1 << Tape.WHOLE | 1 << Tape.POINT | 1 << Tape.NUMBER;
  private static final int BOOLEANS = 1 << Tape.TRUE | 1 << Tape.FALSE;
  private static final int TEXTS = 1 << Tape.TEXT;

  static DirectLink of(DirectName name, RuleExec rule, boolean nullable) {
    SchemaNode to = rule.convert().node();
    Integer most = to.type() == FieldType.STRING ? to.facets().maxLength() : null;
    int kinds = of(rule.convert().passed()) & of(to);
    return new DirectLink(name, rule, kinds, most == null ? Integer.MAX_VALUE : most, nullable);
  }

  /** Whether the target would hold a value as it stands. */
  boolean passes(Object value) {
    return switch (value) {
      case String text -> (asItStands & TEXTS) != 0 && text.length() <= maxLength;
      case Num number ->
          (asItStands & NUMBERS) == NUMBERS
              || (asItStands & NUMBERS) != 0 && number.isSmall() && number.scale() == 0;
      case Boolean ignored -> (asItStands & BOOLEANS) != 0;
      default -> false;
    };
  }

  /** Kinds that a source field of that type is read from as they stand. */
  private static int of(FieldType from) {
    return switch (from) {
      case STRING -> TEXTS;
      case INTEGER, DECIMAL -> NUMBERS;
      case BOOLEAN -> BOOLEANS;
      case ANY -> TEXTS | NUMBERS | BOOLEANS;
      case DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY -> 0;
    };
  }

  /** Kinds that a target field holds as they stand. */
  private static int of(SchemaNode to) {
    return switch (to.type()) {
      case STRING -> TEXTS;
      case DECIMAL -> to.facets().scale() == null && to.facets().digits() == null ? NUMBERS : 0;
      case INTEGER -> to.facets().digits() == null ? 1 << Tape.WHOLE : 0;
      case BOOLEAN -> BOOLEANS;
      case ANY -> TEXTS | NUMBERS | BOOLEANS;
      case DATE, TIME, DATETIME, BINARY, OBJECT, ARRAY -> 0;
    };
  }
}
