package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.Path;
import fieldloom.model.formula.Formula;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.spill.SpilledIndex;
import fieldloom.spill.SpilledRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LOOKUP_IN over a source that does not drive: its records are put in an index once a run. Keys
 * whose comparison needs more than their text are left to the function itself.
 */
final class IndexedLookup implements Expr {
  private final Expr list;
  private final Expr key;
  private final Navigation keyField;
  private final Navigation resultField;
  private final Expr plain;

  private IndexedLookup(Expr list, Expr key, Path keyField, Path resultField, Expr plain) {
    this.list = list;
    this.key = key;
    this.keyField = field(keyField);
    this.resultField = field(resultField);
    this.plain = plain;
  }

  private static Navigation field(Path path) {
    return new Navigation(
        new Exprs.Constant(Absent.ABSENT), 0, path, fieldloom.model.FieldType.ANY, null, null);
  }

  /** The indexed lookup where a call can be one; null where it cannot. */
  static @Nullable Expr of(Formula.Call call, Expr[] args, Expr plain, NameScope names) {
    if (!call.name().equals("LOOKUP_IN")
        || !LoopCompiler.onlyOtherSources(call.args().getFirst(), names)
        || !(call.args().get(1) instanceof Formula.Text keyField)
        || !(call.args().get(3) instanceof Formula.Text resultField)) {
      return null;
    }
    try {
      return new IndexedLookup(
          args[0], args[2], Path.parse(keyField.value()), Path.parse(resultField.value()), plain);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public Object eval(Frame frame) {
    String text = indexable(key.eval(frame));
    return text == null ? plain.eval(frame) : find(text, frame);
  }

  /** What the key wanted is made of. */
  Expr key() {
    return key;
  }

  /** What is found; null where the index cannot tell. */
  @Nullable Object find(Object wanted, Frame frame) {
    String text = indexable(wanted);
    return text == null ? null : find(text, frame);
  }

  private Object find(String text, Frame frame) {
    Index index = (Index) frame.index(this, () -> index(frame));
    Object found = index.find(text, frame);
    return found == null ? Absent.ABSENT : resultField.from(found, frame);
  }

  @Override
  public List<Expr> parts() {
    return List.of(list, key, plain);
  }

  /** Finds the first item of a key; null where there is none. */
  private interface Index {
    @Nullable Object find(String text, Frame frame);
  }

  private Index index(Frame frame) {
    Object items = list.eval(frame);
    if (items instanceof SpilledRows rows) {
      return onDisk(rows, frame);
    }
    Map<String, Object> index = new HashMap<>();
    if (items instanceof List<?> all) {
      for (Object item : all) {
        String text = indexable(keyField.from(item, frame));
        if (text != null) {
          index.putIfAbsent(text, item);
        }
      }
    }
    return (text, asked) -> index.get(text);
  }

  private Index onDisk(SpilledRows rows, Frame frame) {
    SpilledIndex index = rows.index();
    int number = 0;
    for (Object item : rows) {
      String text = indexable(keyField.from(item, frame));
      if (text != null) {
        index.add(text.hashCode(), number);
      }
      number++;
    }
    index.seal();
    return (text, asked) -> {
      for (int row : index.rows(text.hashCode())) {
        Object item = rows.get(row);
        if (text.equals(indexable(keyField.from(item, asked)))) {
          return item;
        }
      }
      return null;
    };
  }

  private static @Nullable String indexable(Object value) {
    try {
      return value instanceof String || value instanceof Num ? Values.keyText(value) : null;
    } catch (ValueException e) {
      return null;
    }
  }
}
