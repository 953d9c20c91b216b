package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.payload.json.tape.Shape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Records as values, which are in the slots of the interpreter. */
final class DirectObjects implements DirectMedium {
  private final Set<Integer> known = new TreeSet<>();
  private final List<String> sites = new ArrayList<>();
  private final DirectClass made;

  DirectObjects(DirectClass made, int slot) {
    this.made = made;
    known.add(slot);
  }

  @Override
  public boolean reads(int slot) {
    return known.contains(slot);
  }

  @Override
  public void items(int slot, int from, List<Path.Step> list) {
    known.add(slot);
  }

  @Override
  public void rows(int[] slots) {
    for (int slot : slots) {
      known.add(slot);
    }
  }

  @Override
  public Class<?> place() {
    return Object.class;
  }

  @Override
  public void place(CodeBuilder code, int slot, List<Path.Step> path) {
    slots(code);
    made.number(code, slot);
    code.aaload();
    for (Path.Step step : path) {
      code.aload(0).swap();
      made.number(code, sites.size());
      sites.add(step.name());
      made.call(code, "member", DirectClass.type(Object.class, Object.class, int.class));
    }
  }

  private CodeBuilder slots(CodeBuilder code) {
    return made.field(code, "frame", Frame.class)
        .getfield(DirectClass.of(Frame.class), "slots", DirectClass.of(Object[].class));
  }

  @Override
  public boolean list(CodeBuilder code, int slot, Navigation path, int list) {
    return false;
  }

  @Override
  public boolean writesValues() {
    return true;
  }

  @Override
  public int keep(CodeBuilder code, int slot) {
    int kept = code.allocateLocal(TypeKind.REFERENCE);
    slots(code).loadConstant(slot).aaload().astore(kept);
    return kept;
  }

  @Override
  public void restore(CodeBuilder code, int slot, int kept) {
    slots(code).loadConstant(slot).aload(kept).aastore();
  }

  @Override
  public int[] slots() {
    return known.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public Shape shape() {
    return new Shape().seal();
  }

  @Override
  public String[] sites() {
    return sites.toArray(new String[0]);
  }
}
