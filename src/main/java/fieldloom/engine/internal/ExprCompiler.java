package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.util.List;

/** Turns formulas into expressions, resolving names and checking types on the way. */
final class ExprCompiler {
  private final CompileContext context;
  private final RefCompiler refs;
  private final CallCompiler calls;

  /** How many calls around what is compiled go on where it fails. */
  private int catching;

  ExprCompiler(CompileContext context) {
    this.context = context;
    this.refs = new RefCompiler(context, this);
    this.calls = new CallCompiler(context, this);
  }

  /** A formula that is wrong compiles to absent; what is wrong is in the problems. */
  static final Typed NOTHING = new Typed(new Exprs.Constant(Absent.ABSENT), ValueType.ANY);

  Typed compile(Formula formula, NameScope names, Site site) {
    return context.watch.on(formula, plain(formula, names, site));
  }

  /** A formula whose errors are caught around it: it may fail with every record. */
  Typed caught(Formula formula, NameScope names, Site site) {
    catching++;
    try {
      return compile(formula, names, site);
    } finally {
      catching--;
    }
  }

  private Typed plain(Formula formula, NameScope names, Site site) {
    return switch (formula) {
      case Formula.Text t -> constant(t.value(), ValueType.STRING);
      case Formula.Number n -> number(n, site);
      case Formula.Bool b -> constant(b.value(), ValueType.BOOLEAN);
      case Formula.NullValue ignored -> constant(Null.NULL, ValueType.ANY);
      case Formula.Ref r -> ref(r, names, site);
      case Formula.Member m ->
          refs.member(compile(m.of(), names, site), m.arrays(), m.path(), m.pos(), site);
      case Formula.Call c -> calls.call(c, names, site);
      case Formula.Unary u -> unary(u, names, site);
      case Formula.Binary b -> binary(b, names, site);
      case Formula.Lambda l -> {
        context.problems.error(
            "lambda-alone",
            site.at(l.pos()),
            "An arrow cannot stand alone.",
            "Give it to a function such as FILTER or MAP.");
        yield NOTHING;
      }
      case Formula.ListOf l -> list(l, names, site);
      case Formula.ObjectOf o -> object(o, names, site);
    };
  }

  private Typed ref(Formula.Ref ref, NameScope names, Site site) {
    Typed typed = refs.ref(ref, names, site);
    if (typed.source() != null) {
      context.fields.put(ref, typed.source().node());
    }
    return typed;
  }

  /** A formula that must be true or false. */
  Expr condition(Formula formula, NameScope names, Site site) {
    Typed typed = compile(formula, names, site);
    wantBoolean(typed, formula, site);
    return typed.expr();
  }

  /** An arrow whose values before it are of these types: the item's and its position's. */
  LambdaExpr lambda(Formula.Lambda lambda, List<ValueType> types, NameScope names, Site site) {
    int given = lambda.params().size();
    if (given < 1 || given > types.size()) {
      context.problems.error(
          "arrow-names",
          site.at(lambda.pos()),
          "An arrow has " + given + " names before it, not one or two.",
          "Write item -> formula, or (item, position) -> formula.");
    }
    NameScope inner = new NameScope(names);
    int[] slots = new int[Math.min(given, types.size())];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = context.newSlot();
      inner.with(lambda.params().get(i), new Binding.Slot(slots[i], types.get(i)));
    }
    Typed body = compile(lambda.body(), inner, site);
    context.lambdaTypes.put(lambda, body.type());
    return new LambdaExpr(slots, body.expr());
  }

  private static Typed constant(Object value, ValueType type) {
    return new Typed(new Exprs.Constant(value), type);
  }

  private Typed number(Formula.Number n, Site site) {
    if (!NumberLimits.allows(n.text())) {
      context.problems.error(
          "number-too-large",
          site.at(n.pos()),
          "This number is larger than a number may be.",
          "Use at most 1,000 digits and an exponent within ±9,999.");
      return NOTHING;
    }
    BigDecimal value = new BigDecimal(n.text());
    boolean whole = value.scale() <= 0;
    return constant(
        Num.of(whole ? value.setScale(0) : value), whole ? ValueType.INTEGER : ValueType.DECIMAL);
  }

  private Typed unary(Formula.Unary u, NameScope names, Site site) {
    Typed operand = compile(u.operand(), names, site);
    return switch (u.op()) {
      case NOT -> {
        wantBoolean(operand, u.operand(), site);
        yield new Typed(new Exprs.Not(operand.expr(), u.pos()), ValueType.BOOLEAN);
      }
      case NEGATE -> {
        wantNumber(operand, u.operand(), site);
        FieldType type = operand.type().type();
        yield new Typed(
            new Exprs.Negate(operand.expr(), u.pos()),
            type == FieldType.INTEGER ? ValueType.INTEGER : ValueType.DECIMAL);
      }
    };
  }

  private Typed binary(Formula.Binary b, NameScope names, Site site) {
    Typed left = compile(b.left(), names, site);
    Typed right = compile(b.right(), names, site);
    Expr expr = new Exprs.Binary(b.op(), left.expr(), right.expr(), b.pos());
    return new Typed(
        expr,
        switch (b.op()) {
          case OR, AND -> {
            wantBoolean(left, b.left(), site);
            wantBoolean(right, b.right(), site);
            yield ValueType.BOOLEAN;
          }
          case EQ, NE, LT, LE, GT, GE -> {
            wantComparable(b, left, right, site);
            yield ValueType.BOOLEAN;
          }
          case JOIN -> {
            wantText(left, b.left(), site);
            wantText(right, b.right(), site);
            yield ValueType.STRING;
          }
          case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
            wantNumber(left, b.left(), site);
            wantNumber(right, b.right(), site);
            boolean whole =
                b.op() != BinaryOp.DIVIDE
                    && left.type().type() == FieldType.INTEGER
                    && right.type().type() == FieldType.INTEGER;
            yield whole ? ValueType.INTEGER : ValueType.DECIMAL;
          }
        });
  }

  private void wantBoolean(Typed typed, Formula formula, Site site) {
    FieldType type = typed.type().type();
    if (type != FieldType.BOOLEAN && type != FieldType.STRING && type != FieldType.ANY) {
      wrongType(formula, site, "a condition that is true or false", type);
    }
  }

  private void wantNumber(Typed typed, Formula formula, Site site) {
    FieldType type = typed.type().type();
    if (!type.isNumber() && type != FieldType.STRING && type != FieldType.ANY) {
      wrongType(formula, site, "a number", type);
    }
    checkNumber(formula, "This", formula.pos(), site);
  }

  /**
   * A text of the formula itself that is no number where one is needed: each record would fail.
   *
   * @param who needs it, as the sentence begins
   */
  void checkNumber(Formula formula, String who, Formula.Pos pos, Site site) {
    if (catching > 0 || !(formula instanceof Formula.Text text)) {
      return;
    }
    try {
      Coercion.number(text.value());
    } catch (ValueException e) {
      context.problems.error(
          "wrong-type",
          site.at(pos),
          who + " needs a number; " + e.getMessage(),
          "Write a number, or a function that gives one.");
    }
  }

  private void wantText(Typed typed, Formula formula, Site site) {
    FieldType type = typed.type().type();
    if (!type.isScalar() && type != FieldType.ANY) {
      wrongType(formula, site, "a text", type);
    }
  }

  private void wrongType(Formula formula, Site site, String wanted, FieldType type) {
    context.problems.error(
        "wrong-type",
        site.at(formula.pos()),
        "Here " + wanted + " is needed; this is " + Types.a(type) + ".",
        "Use another field or a function that converts it.");
  }

  private void wantComparable(Formula.Binary b, Typed left, Typed right, Site site) {
    FieldType l = left.type().type();
    FieldType r = right.type().type();
    if (!Types.comparable(l, r)) {
      context.problems.error(
          "different-types",
          site.at(b.pos()),
          Types.a(l) + " and " + Types.a(r) + " cannot be compared with " + b.op().symbol() + ".",
          "Convert one of them: TEXT(…), NUMBER(…), PARSEDATE(…).");
    } else if (b.op() != BinaryOp.EQ
        && b.op() != BinaryOp.NE
        && (l == FieldType.OBJECT || l == FieldType.ARRAY)) {
      wrongType(b.left(), site, "a value with an order", l);
    }
  }

  private Typed list(Formula.ListOf l, NameScope names, Site site) {
    List<Typed> items = l.items().stream().map(f -> compile(f, names, site)).toList();
    List<Expr> exprs = items.stream().map(Typed::expr).toList();
    List<ValueType> types = items.stream().map(Typed::type).distinct().toList();
    ValueType item = types.size() == 1 ? types.getFirst() : ValueType.ANY;
    return new Typed(new Exprs.ListOf(exprs), ValueType.listOf(item));
  }

  private Typed object(Formula.ObjectOf o, NameScope names, Site site) {
    List<String> members = o.entries().stream().map(Formula.Entry::name).toList();
    List<Expr> exprs =
        o.entries().stream().map(e -> compile(e.value(), names, site).expr()).toList();
    return new Typed(new Exprs.ObjectOf(members, exprs), ValueType.OBJECT);
  }
}
