package fieldloom.engine.internal;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Makes the methods of a {@link DirectPiece} that call its methods by their number. */
final class DirectSwitch {
  private static final ClassDesc BASE = DirectClass.of(Direct.class);
  private static final MethodTypeDesc FLAGS = MethodTypeDesc.of(CD_int, CD_int, BASE, CD_Object);
  private static final MethodTypeDesc VALUE = MethodTypeDesc.of(CD_Object, CD_int, BASE, CD_Object);
  private static final MethodTypeDesc PART =
      MethodTypeDesc.of(CD_int, CD_int, BASE, CD_Object.arrayType(), CD_int.arrayType());

  private DirectSwitch() {}

  /**
   * Makes one.
   *
   * @param owner what the methods take as the mapper
   * @param of the type of the methods
   * @param numbers of the methods there are
   */
  static void method(
      ClassBuilder type,
      ClassDesc owner,
      ClassDesc self,
      DirectClass.Gives gives,
      MethodTypeDesc of,
      int[] numbers) {
    String name =
        switch (gives) {
          case FLAGS -> "flags";
          case VALUE -> "value";
          case PART -> "part";
        };
    MethodTypeDesc own =
        switch (gives) {
          case FLAGS -> FLAGS;
          case VALUE -> VALUE;
          case PART -> PART;
        };
    type.withMethodBody(name, own, 0, code -> cases(code, owner, self, gives, of, numbers));
  }

  private static void cases(
      CodeBuilder code,
      ClassDesc owner,
      ClassDesc self,
      DirectClass.Gives gives,
      MethodTypeDesc of,
      int[] numbers) {
    Label none = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int number : numbers) {
      cases.add(SwitchCase.of(number, code.newLabel()));
    }
    code.aload(2).checkcast(owner).aload(3);
    if (gives == DirectClass.Gives.PART) {
      code.aload(4);
    }
    code.iload(1).lookupswitch(none, cases);
    for (int i = 0; i < numbers.length; i++) {
      code.labelBinding(cases.get(i).target());
      code.invokestatic(self, "m" + numbers[i], of);
      if (gives == DirectClass.Gives.VALUE) {
        code.areturn();
      } else {
        code.ireturn();
      }
    }
    code.labelBinding(none);
    ClassDesc wrong = DirectClass.of(IllegalStateException.class);
    code.new_(wrong).dup();
    code.invokespecial(wrong, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).athrow();
  }
}
