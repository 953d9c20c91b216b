package fieldloom.engine.internal;

import fieldloom.function.FunctionLibrary;
import fieldloom.function.ValueType;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the passes of one compilation share. */
final class CompileContext {
  final Mapping mapping;
  final FunctionLibrary library;
  final Problems problems = new Problems();

  /** Date patterns of source fields by the field's node. */
  final Map<SchemaNode, String> patterns = new IdentityHashMap<>();

  /** Types of the bodies of lambdas that have been compiled. */
  final Map<Formula.Lambda, ValueType> lambdaTypes = new IdentityHashMap<>();

  /** The schemas of the source fields that formulas read, as far as they are known. */
  final Map<Formula, SchemaNode> fields = new IdentityHashMap<>();

  /** Targets by name. */
  final Map<String, TargetPlan> targets = new LinkedHashMap<>();

  /** Lookup tables by name; read from elsewhere or not. */
  final Map<String, TableIndex> tables = new HashMap<>();

  /** The databases that formulas ask, as far as they name them by a text of their own. */
  final Set<String> connections = new LinkedHashSet<>();

  /** Whether a formula takes numbers whose order is that of the records. */
  boolean ordered;

  /** Names of tables whose first column is no key: intervals, calendars, units, rates. */
  final Set<String> unkeyedTables = new java.util.HashSet<>();

  /** Which rules each rule reads the target fields of. */
  final Map<Integer, Set<Integer>> reads = new HashMap<>();

  /** Parameters that formulas use. */
  final Set<String> usedParams = new LinkedHashSet<>();

  final Globals globals;

  /** Rules whose steps are to be told. */
  final Watch watch;

  private int slots;

  CompileContext(Mapping mapping, Watch watch, FunctionLibrary library) {
    this.library = library;
    this.mapping = mapping;
    this.watch = watch;
    this.globals = new Globals(this);
  }

  int newSlot() {
    return slots++;
  }

  int slots() {
    return slots;
  }

  void reads(int rule, int other) {
    reads.computeIfAbsent(rule, r -> new LinkedHashSet<>()).add(other);
  }

  @Nullable String pattern(SchemaNode node) {
    return patterns.get(node);
  }
}
