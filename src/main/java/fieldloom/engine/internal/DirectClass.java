package fieldloom.engine.internal;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hidden classes of a mapping in the making: their constants, and methods that are asked for as
 * they are used. Methods are static; local 0 is the {@link Direct} that maps, local 1 what else
 * they are given.
 */
final class DirectClass {
  /** What a method gives. */
  enum Gives {
    FLAGS,
    VALUE,
    PART
  }

  private static final ClassDesc SELF = ClassDesc.of("fieldloom.engine.internal.DirectMapping");
  private static final ClassDesc PIECE = of(DirectPiece.class);
  private static final ClassDesc BASE = of(Direct.class);

  /** What a method may spend before parts of its formulas become methods of their own. */
  private static final int BUDGET = 200;

  private static final DirectMethodHandleDesc CLASS_DATA =
      ConstantDescs.ofConstantBootstrap(
          ClassDesc.of(MethodHandles.class.getName()), "classDataAt", CD_Object, CD_int);

  private final ClassDesc owner;
  private final int mostMethods;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Object, Ref> methods = new HashMap<>();
  private final Map<ByteBuffer, Ref> shared = new HashMap<>();

  /** Constants of code that is only compared. */
  private final Piece compared = new Piece();

  private @Nullable Piece current;
  private @Nullable Taken taken;
  private int depth;
  private int budget;

  /** A method to be. */
  private record Method(Ref ref, int depth, Consumer<CodeBuilder> code) {}

  /** A method by the number of its class and its own. */
  record Ref(int piece, int number, Gives gives) {
    private String name() {
      return "m" + number;
    }
  }

  /**
   * What a shared method takes from a part.
   *
   * @param compared whether the code is made only to be compared
   */
  private record Taken(boolean compared, List<Object> constants, List<Integer> numbers) {
    Taken(boolean compared) {
      this(compared, new ArrayList<>(), new ArrayList<>());
    }
  }

  /** One of the classes. */
  private static final class Piece {
    final List<Method> methods = new ArrayList<>();
    final List<Object> constants = new ArrayList<>();
    final Map<Object, Integer> known = new IdentityHashMap<>();
  }

  /** Tells two things that are the same object, or the same role of one. */
  record Key(Object of, String role) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && k.of == of && k.role.equals(role);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(of) * 31 + role.hashCode();
    }
  }

  /**
   * For code that is given a mapper of that class.
   *
   * @param owner its methods are what the code calls
   * @param mostMethods of a class
   */
  DirectClass(Class<? extends Direct> owner, int mostMethods) {
    this.owner = of(owner);
    this.mostMethods = mostMethods;
    pieces.add(new Piece());
  }

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).describeConstable().orElseThrow();
  }

  // --- what is pushed

  /** Pushes a constant. */
  void constant(CodeBuilder code, Object value, Class<?> type) {
    Taken from = taken;
    if (from != null) {
      code.aload(1).loadConstant(from.constants.size()).aaload();
      code.checkcast(of(type));
      from.constants.add(value);
      return;
    }
    fixed(code, value, type);
  }

  /** Pushes a constant that parts must have in common to share a method. */
  void fixed(CodeBuilder code, Object value, Class<?> type) {
    Piece piece = taken != null && taken.compared ? compared : piece();
    int index =
        piece.known.computeIfAbsent(
            value,
            v -> {
              piece.constants.add(v);
              return piece.constants.size() - 1;
            });
    code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, "_", of(type), index));
  }

  /** Pushes one of an enum. */
  static void choice(CodeBuilder code, Enum<?> one) {
    ClassDesc type = of(one.getDeclaringClass());
    code.getstatic(type, one.name(), type);
  }

  /** Pushes a number that differs between parts of a kind. */
  void number(CodeBuilder code, int value) {
    Taken from = taken;
    if (from == null) {
      code.loadConstant(value);
      return;
    }
    code.aload(2).loadConstant(from.numbers.size()).iaload();
    from.numbers.add(value);
  }

  /** Pushes a field of the mapper. */
  CodeBuilder field(CodeBuilder code, String name, Class<?> type) {
    return code.aload(0).getfield(owner, name, of(type));
  }

  /** Calls a method of the mapper; it and the arguments are pushed. */
  void call(CodeBuilder code, String name, MethodTypeDesc type) {
    code.invokevirtual(owner, name, type);
  }

  static void callStatic(CodeBuilder code, String name, MethodTypeDesc type) {
    code.invokestatic(BASE, name, type);
  }

  // --- methods

  /**
   * A method of the code; it is made once for a key.
   *
   * @param within how many loops are around what it computes
   */
  Ref method(Key key, Gives gives, int within, Consumer<CodeBuilder> code) {
    Ref known = methods.get(key);
    if (known == null) {
      known = ask(gives, within, code);
      methods.put(key, known);
    }
    return known;
  }

  private Ref ask(Gives gives, int within, Consumer<CodeBuilder> code) {
    Piece open = pieces.getLast();
    if (open.methods.size() == mostMethods) {
      open = new Piece();
      pieces.add(open);
    }
    Ref ref = new Ref(pieces.size() - 1, open.methods.size(), gives);
    open.methods.add(new Method(ref, within, code));
    return ref;
  }

  /** Calls a method of the code that needs nothing but the mapper. */
  void call(CodeBuilder code, Ref ref) {
    code.aload(0).aconst_null();
    invoke(code, ref);
  }

  /** The same; the mapper and what the method is given are pushed. */
  void invoke(CodeBuilder code, Ref ref) {
    if (taken == null && pieces.get(ref.piece) == current) {
      code.invokestatic(SELF, ref.name(), type(ref.gives));
      return;
    }
    number(code, ref.piece);
    number(code, ref.number);
    Class<?> result = ref.gives == Gives.FLAGS ? int.class : Object.class;
    String name = ref.gives == Gives.FLAGS ? "flags" : "value";
    callStatic(code, name, type(result, Direct.class, Object.class, int.class, int.class));
  }

  private MethodTypeDesc type(Gives gives) {
    return switch (gives) {
      case FLAGS -> MethodTypeDesc.of(CD_int, owner, CD_Object);
      case VALUE -> MethodTypeDesc.of(CD_Object, owner, CD_Object);
      case PART -> MethodTypeDesc.of(CD_int, owner, CD_Object.arrayType(), CD_int.arrayType());
    };
  }

  /** How many loops are around what the code being made computes. */
  int depth() {
    return depth;
  }

  /** Takes one from what the method may spend; false where nothing is left. */
  boolean spend() {
    return --budget > 0;
  }

  /**
   * A method that writes a part, shared with all parts whose code differs in constants only.
   *
   * @param code leaves flags
   */
  DirectPart.Shared part(int within, Consumer<CodeBuilder> code) {
    Taken from = new Taken(true);
    byte[] bytes =
        ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
            .build(
                SELF,
                type ->
                    type.withMethodBody(
                        "part",
                        type(Gives.PART),
                        ClassFile.ACC_STATIC,
                        own -> make(own, within, from, code)));
    Ref ref =
        shared.computeIfAbsent(
            ByteBuffer.wrap(bytes),
            same -> ask(Gives.PART, within, own -> make(own, within, new Taken(false), code)));
    return new DirectPart.Shared(
        ref.piece,
        ref.number,
        from.constants.toArray(),
        from.numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  private void make(
      CodeBuilder code, int within, @Nullable Taken from, Consumer<CodeBuilder> body) {
    int depthBefore = depth;
    int budgetBefore = budget;
    Taken takenBefore = taken;
    depth = within;
    budget = BUDGET;
    taken = from;
    body.accept(code);
    if (from != null) {
      code.ireturn();
    }
    taken = takenBefore;
    depth = depthBefore;
    budget = budgetBefore;
  }

  // --- classes

  private Piece piece() {
    return current == null ? pieces.getFirst() : current;
  }

  /**
   * Makes the classes, the first of which has the method that was asked for first.
   *
   * @throws IllegalArgumentException where a class is too large
   */
  DirectPiece[] build() {
    List<DirectPiece> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      current = pieces.get(i);
      all.add(define(bytes(pieces.get(i)), pieces.get(i)));
    }
    return all.toArray(new DirectPiece[0]);
  }

  private byte[] bytes(Piece piece) {
    return ClassFile.of()
        .build(
            SELF,
            type -> {
              type.withSuperclass(PIECE);
              type.withFlags(ClassFile.ACC_FINAL);
              type.withMethodBody(
                  INIT_NAME,
                  ConstantDescs.MTD_void,
                  0,
                  code ->
                      code.aload(0)
                          .invokespecial(PIECE, INIT_NAME, ConstantDescs.MTD_void)
                          .return_());
              for (int i = 0; i < piece.methods.size(); i++) {
                Method next = piece.methods.get(i);
                type.withMethodBody(
                    next.ref.name(),
                    type(next.ref.gives),
                    ClassFile.ACC_STATIC,
                    code -> make(code, next.depth, null, next.code));
              }
              for (Gives gives : Gives.values()) {
                DirectSwitch.method(type, owner, SELF, gives, type(gives), numbers(piece, gives));
              }
            });
  }

  private static int[] numbers(Piece piece, Gives gives) {
    return piece.methods.stream()
        .map(Method::ref)
        .filter(ref -> ref.gives == gives)
        .mapToInt(Ref::number)
        .toArray();
  }

  private static DirectPiece define(byte[] bytes, Piece piece) {
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, List.copyOf(piece.constants), true);
      return hidden
          .lookupClass()
          .asSubclass(DirectPiece.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (IllegalAccessException
        | NoSuchMethodException
        | InstantiationException
        | InvocationTargetException e) {
      throw new IllegalStateException("the class of a mapping cannot be made", e);
    }
  }
}
