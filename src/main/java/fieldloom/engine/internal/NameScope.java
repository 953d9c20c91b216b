package fieldloom.engine.internal;

import fieldloom.function.ValueType;
import fieldloom.model.formula.Formula;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names a formula can begin a path with; inner ones hide outer ones. */
final class NameScope {
  private final @Nullable NameScope outer;
  private final Map<String, Binding> names = new LinkedHashMap<>();

  NameScope(@Nullable NameScope outer) {
    this.outer = outer;
  }

  /** What a name stands for. */
  sealed interface Binding {
    /** A value in a slot of the frame: the driving record, an alias, a parameter. */
    record Slot(int slot, ValueType type) implements Binding {}

    /** A source that does not drive. */
    record OtherSource(String name, ValueType type) implements Binding {}

    /** A variable of the record. */
    record Variable(String name) implements Binding {}

    /** A variable of a loop: its formula, computed where it is used. */
    record LoopVariable(String name, Formula formula, NameScope scope) implements Binding {}

    /** The job parameters. */
    record Params() implements Binding {}

    /** A target. */
    record Target(String name) implements Binding {}
  }

  NameScope with(String name, Binding binding) {
    names.put(name, binding);
    return this;
  }

  @Nullable Binding find(String name) {
    Binding own = names.get(name);
    return own != null || outer == null ? own : outer.find(name);
  }

  /** All names, inner ones first. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(names.keySet());
    if (outer != null) {
      all.addAll(outer.all());
    }
    return all;
  }
}
