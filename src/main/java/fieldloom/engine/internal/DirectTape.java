package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.payload.json.tape.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records as bytes: what is read of them is their {@link Shape}, what stands for a value its place.
 */
final class DirectTape implements DirectMedium {
  private final Shape shape = new Shape();

  /** Shapes of the aliases whose values stay on the tape, by slot. */
  private final Map<Integer, Shape> shapes = new HashMap<>();

  private final DirectClass made;

  /** Of aliases whose values the interpreter computes. */
  private final DirectObjects values;

  DirectTape(DirectClass made, int slot) {
    this.made = made;
    this.values = new DirectObjects(made, slot);
    shapes.put(slot, shape);
  }

  @Override
  public boolean reads(int slot) {
    return shapes.containsKey(slot);
  }

  @Override
  public void items(int slot, int from, List<Path.Step> list) {
    shapes.put(slot, items(from, list));
  }

  @Override
  public void rows(int[] slots) {
    // Their values are in the slots, where the interpreter reads them.
  }

  @Override
  public Class<?> place() {
    return int.class;
  }

  @Override
  public void place(CodeBuilder code, int slot, List<Path.Step> path) {
    Shape at = shape(slot);
    made.field(code, "at", int[].class);
    made.number(code, slot);
    code.iaload();
    for (int i = 0; i < path.size(); i++) {
      int field = at.field(path.get(i).name());
      made.number(code, field);
      code.invokestatic(
          DirectClass.of(DirectBytes.class),
          "place",
          DirectClass.type(int.class, int.class, int.class));
      if (i < path.size() - 1) {
        at = at.object(field);
        code.aload(0).swap();
        made.call(code, "inner", DirectClass.type(int.class, int.class));
      }
    }
  }

  private Shape shape(int slot) {
    return Objects.requireNonNull(shapes.get(slot));
  }

  /** The shape of the objects that a path leads to the list of. */
  private Shape items(int slot, List<Path.Step> path) {
    Shape at = shape(slot);
    for (int i = 0; i < path.size() - 1; i++) {
      at = at.object(at.field(path.get(i).name()));
    }
    return at.items(at.field(path.getLast().name()));
  }

  @Override
  public boolean list(CodeBuilder code, int slot, Navigation path, int list) {
    code.aload(0);
    place(code, slot, path.path().subList(0, list + 1));
    made.constant(code, below(slot, path, list), int[].class);
    made.constant(code, path, Navigation.class);
    made.call(
        code, "list", DirectClass.type(Object.class, int.class, int[].class, Navigation.class));
    return true;
  }

  private int[] below(int slot, Navigation n, int list) {
    Shape at = items(slot, n.path().subList(0, list + 1));
    int[] fields = new int[n.path().size() - list - 1];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = at.field(n.path().get(list + 1 + i).name());
      at = i < fields.length - 1 ? at.object(fields[i]) : at;
    }
    return fields;
  }

  @Override
  public boolean writesValues() {
    return false;
  }

  @Override
  public int keep(CodeBuilder code, int slot) {
    if (!reads(slot)) {
      return values.keep(code, slot);
    }
    int kept = code.allocateLocal(TypeKind.INT);
    made.field(code, "at", int[].class).loadConstant(slot).iaload().istore(kept);
    return kept;
  }

  @Override
  public void restore(CodeBuilder code, int slot, int kept) {
    if (!reads(slot)) {
      values.restore(code, slot, kept);
      return;
    }
    made.field(code, "at", int[].class).loadConstant(slot).iload(kept).iastore();
  }

  @Override
  public int[] slots() {
    return shapes.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  @Override
  public Shape shape() {
    return shape.seal();
  }

  @Override
  public String[] sites() {
    return new String[0];
  }
}
