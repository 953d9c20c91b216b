package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.payload.json.tape.Shape;
import java.lang.classfile.CodeBuilder;
import java.util.List;

/** What stands for records while they are mapped: bytes with a tape, or values. */
interface DirectMedium {
  /** Makes one that knows the alias of the record. */
  @FunctionalInterface
  interface Maker {
    DirectMedium of(DirectClass made, int slot);
  }

  /** Whether the code reads the values of an alias itself. */
  boolean reads(int slot);

  /** Makes known the alias of a loop over a list of objects. */
  void items(int slot, int from, List<Path.Step> list);

  /** Makes known the aliases of a loop whose rows the interpreter computes. */
  void rows(int[] slots);

  /** What stands for the value of a field. */
  Class<?> place();

  /** Pushes what stands for the value that a path leads to. */
  void place(CodeBuilder code, int slot, List<Path.Step> path);

  /**
   * Pushes the values that a path through one list leads to.
   *
   * @param list which step the list is
   * @return false where nothing is pushed: the interpreter has to do it
   */
  boolean list(CodeBuilder code, int slot, Navigation path, int list);

  /** Whether what is written are values, so that fields can be put over others. */
  boolean writesValues();

  /** Keeps the item of an alias in a new local, which it gives. */
  int keep(CodeBuilder code, int slot);

  /** Makes an item that was kept the current one. */
  void restore(CodeBuilder code, int slot, int kept);

  /** Slots of the aliases that the code reads itself. */
  int[] slots();

  /** What the code reads of bytes. */
  Shape shape();

  /** Names of the fields that it reads of values. */
  String[] sites();
}
