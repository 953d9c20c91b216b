package fieldloom.engine.internal;

import fieldloom.engine.FieldFailure;
import fieldloom.function.ValueException;
import fieldloom.model.SchemaNode;
import fieldloom.model.value.Absent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field that one rule fills. */
final class ValueNode extends TargetNode {

  final ParsedRule rule;
  private final int cell;
  private @Nullable RuleExec exec;

  ValueNode(String path, SchemaNode schema, ParsedRule rule, int cell) {
    super(path, schema);
    this.rule = rule;
    this.cell = cell;
  }

  RuleExec exec() {
    return Objects.requireNonNull(exec);
  }

  void exec(RuleExec value) {
    exec = value;
  }

  /** The value, computed once; failures end whatever asks for it. */
  Object get(Scope scope, Frame frame) {
    Recorder recorder = frame.recorder;
    if (recorder != null) {
      recorder.reads(this, scope);
    }
    Object known = scope.cells[cell];
    if (known == null) {
      known = compute(scope, frame);
      scope.cells[cell] = known;
    }
    if (known instanceof RuleFailure failure) {
      throw failure;
    }
    return known;
  }

  @Override
  Object assemble(Scope scope, Frame frame) {
    try {
      return get(scope, frame);
    } catch (RuleFailure failure) {
      if (!frame.run.everyFailure) {
        throw failure;
      }
      return Absent.ABSENT;
    }
  }

  /** What it came to, a failure included; absent where nobody has asked. */
  Object made(Scope scope) {
    Object known = scope.cells[cell];
    return known == null ? Absent.ABSENT : known;
  }

  boolean failed(Scope scope) {
    return scope.cells[cell] instanceof RuleFailure;
  }

  private Object compute(Scope scope, Frame frame) {
    Recorder recorder = frame.recorder;
    if (recorder == null) {
      return evaluate(scope, frame);
    }
    recorder.begin(rule.index());
    Object made = evaluate(scope, frame);
    recorder.end(this, scope, made);
    return made;
  }

  private Object evaluate(Scope scope, Frame frame) {
    RuleExec e = Objects.requireNonNull(exec);
    Scope before = frame.scope;
    frame.enter(scope);
    try {
      if (e.when() != null && !Coercion.holds(e.when().eval(frame))) {
        return Absent.ABSENT;
      }
      Object value = e.value().eval(frame);
      if (value == Absent.ABSENT) {
        value = e.fallback();
      }
      return value == Absent.ABSENT ? value : e.convert().apply(value, frame);
    } catch (ValueException x) {
      RuleFailure failure =
          new RuleFailure(
              new FieldFailure(
                  scope.path(path),
                  e.rule(),
                  x.position() == null ? e.start() : x.position(),
                  x.code(),
                  Objects.requireNonNull(x.getMessage())));
      frame.failures.add(failure.failure);
      return failure;
    } catch (RuleFailure inherited) {
      // What it reads has failed and is reported already.
      return inherited;
    } finally {
      frame.enter(before);
    }
  }

  @Override
  void rules(Set<Integer> into) {
    into.add(rule.index());
  }
}
