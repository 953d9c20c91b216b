package fieldloom.engine.internal;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
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
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A hidden class in the making: its constants, and methods that are asked for as they are used. */
final class DirectClass {
  static final ClassDesc SELF = ClassDesc.of("fieldloom.engine.internal.DirectMapping");
  static final ClassDesc DIRECT = of(Direct.class);
  private static final ClassDesc FRAME = of(Frame.class);
  private static final ClassDesc PLAN = of(DirectPlan.class);
  private static final DirectMethodHandleDesc CLASS_DATA =
      ConstantDescs.ofConstantBootstrap(
          ClassDesc.of(MethodHandles.class.getName()), "classDataAt", CD_Object, CD_int);

  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> known = new IdentityHashMap<>();
  private final Map<Object, String> names = new HashMap<>();
  private final Deque<Method> asked = new ArrayDeque<>();

  private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

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

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).describeConstable().orElseThrow();
  }

  /** Pushes a constant. */
  void constant(CodeBuilder code, Object value, Class<?> type) {
    int index =
        known.computeIfAbsent(
            value,
            v -> {
              constants.add(v);
              return constants.size() - 1;
            });
    code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, "_", of(type), index));
  }

  /** The name of a method of the code; it is made once for a key. */
  String method(Key key, MethodTypeDesc type, Consumer<CodeBuilder> code) {
    return names.computeIfAbsent(
        key,
        k -> {
          String name = "m" + names.size();
          asked.add(new Method(name, type, code));
          return name;
        });
  }

  /** Calls a method of {@link Direct}; its receiver and arguments are pushed. */
  static void call(CodeBuilder code, String name, MethodTypeDesc type) {
    code.invokevirtual(DIRECT, name, type);
  }

  static void callStatic(CodeBuilder code, String name, MethodTypeDesc type) {
    code.invokestatic(DIRECT, name, type);
  }

  static void callOwn(CodeBuilder code, String name, MethodTypeDesc type) {
    code.invokevirtual(SELF, name, type);
  }

  /**
   * Makes the class.
   *
   * @param record the code of the record itself
   * @return its constructor
   */
  Constructor<? extends Direct> build(Consumer<CodeBuilder> record) {
    MethodTypeDesc made = MethodTypeDesc.of(CD_void, PLAN, FRAME);
    byte[] bytes =
        ClassFile.of()
            .build(
                SELF,
                type -> {
                  type.withSuperclass(DIRECT);
                  type.withFlags(ClassFile.ACC_FINAL);
                  type.withMethodBody(
                      INIT_NAME,
                      made,
                      0,
                      code ->
                          code.aload(0)
                              .aload(1)
                              .aload(2)
                              .invokespecial(DIRECT, INIT_NAME, made)
                              .return_());
                  type.withMethodBody("record", MethodTypeDesc.of(CD_void), 0, record);
                  while (!asked.isEmpty()) {
                    Method next = asked.poll();
                    type.withMethodBody(next.name, next.type, ClassFile.ACC_FINAL, next.code);
                  }
                });
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, List.copyOf(constants), true);
      return hidden
          .lookupClass()
          .asSubclass(Direct.class)
          .getDeclaredConstructor(DirectPlan.class, Frame.class);
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalStateException("the class of a mapping cannot be made", e);
    }
  }
}
