package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plain nodes of a plan; calls, paths and references to target fields have their own files. */
final class Exprs {
  private Exprs() {}

  record Constant(Object value) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return value;
    }
  }

  /** The value of an alias, of the driving record, or of a parameter of a function. */
  record Slot(int slot) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return frame.slots[slot];
    }
  }

  record Binary(BinaryOp op, Expr left, Expr right, Pos pos) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return switch (op) {
        case OR, AND -> Operators.logic(left, right, frame, op == BinaryOp.OR, pos);
        default -> Operators.apply(op, left.eval(frame), right.eval(frame), pos);
      };
    }

    @Override
    public List<Expr> parts() {
      return List.of(left, right);
    }
  }

  record Not(Expr operand, Pos pos) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return Operators.not(operand.eval(frame), pos);
    }

    @Override
    public List<Expr> parts() {
      return List.of(operand);
    }
  }

  record Negate(Expr operand, Pos pos) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return Operators.negate(operand.eval(frame), pos);
    }

    @Override
    public List<Expr> parts() {
      return List.of(operand);
    }
  }

  /** Both conditions. */
  record Both(Expr first, Expr second) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return Coercion.holds(first.eval(frame)) && Coercion.holds(second.eval(frame));
    }

    @Override
    public List<Expr> parts() {
      return List.of(first, second);
    }
  }

  record ListOf(List<Expr> parts) implements Expr {
    @Override
    public Object eval(Frame frame) {
      List<Object> out = new ArrayList<>(parts.size());
      for (Expr expr : parts) {
        out.add(expr.eval(frame));
      }
      return out;
    }
  }

  record ObjectOf(List<String> names, List<Expr> parts) implements Expr {
    @Override
    public Object eval(Frame frame) {
      Obj out = new Obj();
      for (int i = 0; i < names.size(); i++) {
        out.put(names.get(i), parts.get(i).eval(frame));
      }
      return out;
    }
  }

  /** A variable, computed once a record. */
  record Variable(int index, Expr compute) implements Expr {
    @Override
    public Object eval(Frame frame) {
      Object value = frame.variables[index];
      if (value == null) {
        value = compute.eval(frame);
        frame.variables[index] = value;
      }
      return value;
    }

    @Override
    public List<Expr> parts() {
      return List.of(compute);
    }
  }

  /** A parameter of the run. */
  record Param(String name) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return frame.run.params.getOrDefault(name, Absent.ABSENT);
    }
  }

  /** All records of a source that does not drive. */
  record AllRecords(String source) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return frame.run.sources.getOrDefault(source, List.of());
    }
  }

  /** The one record of a source that does not drive. */
  record OneRecord(String source, Pos pos) implements Expr {
    @Override
    public Object eval(Frame frame) {
      List<Object> records = frame.run.sources.getOrDefault(source, List.of());
      if (records.size() > 1) {
        throw new ValueException(
                "many-records",
                "The source "
                    + source
                    + " has "
                    + records.size()
                    + " records; write "
                    + Path.quote(source)
                    + "[].")
            .at(pos);
      }
      return records.isEmpty() ? Absent.ABSENT : records.getFirst();
    }
  }

  /** A value read as a field's type. */
  record ReadAs(Expr raw, FieldType type, @Nullable String pattern) implements Expr {
    @Override
    public Object eval(Frame frame) {
      return Coercion.read(raw.eval(frame), type, pattern, frame.zone(), frame.locale());
    }

    @Override
    public List<Expr> parts() {
      return List.of(raw);
    }
  }

  /** A call of an own function: its body over the slots of its parameters. */
  record OwnCall(int[] slots, List<Expr> arguments, Expr body, Pos pos) implements Expr {
    @Override
    public Object eval(Frame frame) {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).eval(frame);
      }
      for (int i = 0; i < slots.length; i++) {
        frame.slots[slots[i]] = values[i];
      }
      try {
        return body.eval(frame);
      } catch (ValueException e) {
        // The place that helps the analyst is the call in the rule, not in the function.
        throw new ValueException(e.code(), Objects.requireNonNull(e.getMessage())).at(pos);
      }
    }

    @Override
    public List<Expr> parts() {
      List<Expr> all = new ArrayList<>(arguments);
      all.add(body);
      return all;
    }
  }
}
