package fieldloom.function.generate;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import java.util.List;
import java.util.UUID;

/** The Generate group of the library, and POSITION. */
public final class GenerateFunctions {
  private static final int LONGEST_NAME = 200;

  private GenerateFunctions() {}

  public static List<FunctionDef> all() {
    return List.of(
        uuid(),
        uuidFrom(),
        position(),
        rowNumber(),
        recordIndex(),
        runId(),
        runTime(),
        sourceName(),
        sequenceNumber());
  }

  private static FunctionDef uuid() {
    return define("UUID", Group.GENERATE, "A new random id.", "新的随机 UUID。")
        .returns(ValueType.STRING)
        .example("LENGTH(UUID())", "36")
        .example("MID(UUID(), 15, 1)", "\"4\"")
        .example("UUID() != UUID()", "true")
        .aliases("guid", "create-guid", "newid")
        .body(a -> UUID.randomUUID().toString());
  }

  private static FunctionDef uuidFrom() {
    return define(
            "UUID_FROM",
            Group.GENERATE,
            "The same id for the same text: UUID version 5 in the namespace "
                + NameUuid.NAMESPACE
                + ".",
            "相同文本得到相同的 UUID（版本 5，命名空间 " + NameUuid.NAMESPACE + "）。")
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("UUID_FROM(\"a\") == UUID_FROM(\"a\")", "true")
        .example("UUID_FROM(\"a\") == UUID_FROM(\"b\")", "false")
        .example("MID(UUID_FROM(\"a\"), 15, 1)", "\"5\"")
        .aliases("uuid5", "name uuid", "deterministic id")
        .body(a -> NameUuid.of(a.text(0)).toString());
  }

  private static FunctionDef position() {
    return define(
            "POSITION",
            Group.COLLECTIONS,
            "The position of the current item of the innermost loop, from 1; absent outside of"
                + " loops.",
            "最内层循环当前项的位置（从 1 数起），循环之外则缺失。")
        .returns(ValueType.INTEGER)
        .example("POSITION()", "absent")
        .example("DEFAULT(POSITION(), 0)", "0")
        .example("EXISTS(POSITION())", "false")
        .aliases("item number", "loop index")
        .body(a -> a.context().position() > 0 ? Num.of(a.context().position()) : Absent.ABSENT);
  }

  private static FunctionDef rowNumber() {
    return define(
            "ROW_NUMBER",
            Group.GENERATE,
            "The number of the row being made, from 1: the position in the innermost loop, outside"
                + " of loops the record's number.",
            "正在生成的行号（从 1 数起）：循环内为位置，循环外为记录号。")
        .returns(ValueType.INTEGER)
        .example("ROW_NUMBER() >= 1", "true")
        .example("ROW_NUMBER() == RECORD_INDEX()", "true")
        .example("ROW_NUMBER() == 0", "false")
        .aliases("auto-number", "line number")
        .body(
            a -> {
              long position = a.context().position();
              return Num.of(position > 0 ? position : a.context().recordNumber());
            });
  }

  private static FunctionDef recordIndex() {
    return define(
            "RECORD_INDEX",
            Group.GENERATE,
            "The number of the record of the driving source, from 1.",
            "主数据源的记录号（从 1 数起）。")
        .returns(ValueType.INTEGER)
        .example("RECORD_INDEX() >= 1", "true")
        .example("RECORD_INDEX() == RECORD_INDEX()", "true")
        .example("RECORD_INDEX() < 1", "false")
        .aliases("record number", "sequence in file")
        .body(a -> Num.of(a.context().recordNumber()));
  }

  private static FunctionDef runId() {
    return define("RUN_ID", Group.GENERATE, "The id of the run.", "本次运行的标识。")
        .returns(ValueType.STRING)
        .example("RUN_ID() == RUN_ID()", "true")
        .example("LENGTH(RUN_ID()) > 0", "true")
        .example("IS_TEXT(RUN_ID())", "true")
        .aliases("job id", "execution id", "pid")
        .body(a -> a.context().runId());
  }

  private static FunctionDef runTime() {
    return define("RUN_TIME", Group.GENERATE, "The moment of the run, as NOW.", "运行的时刻，与 NOW 相同。")
        .returns(ValueType.DATETIME)
        .example("RUN_TIME() == NOW()", "true")
        .example("DATE_OF(RUN_TIME()) == TODAY()", "true")
        .example("RUN_TIME() != NOW()", "false")
        .aliases("start time", "job start")
        .body(a -> a.context().now().withZoneSameInstant(a.context().zone()));
  }

  private static FunctionDef sourceName() {
    return define("SOURCE_NAME", Group.GENERATE, "The name of the driving source.", "主数据源的名称。")
        .returns(ValueType.STRING)
        .example("SOURCE_NAME() == SOURCE_NAME()", "true")
        .example("IS_TEXT(SOURCE_NAME())", "true")
        .example("EXISTS(SOURCE_NAME())", "true")
        .aliases("input name", "file name")
        .body(a -> a.context().sourceName());
  }

  private static FunctionDef sequenceNumber() {
    return define(
            "SEQUENCE_NUMBER",
            Group.GENERATE,
            "The next number of a sequence that goes on from run to run, from start (1) by step"
                + " (1). A number is given once; a record that fails leaves a gap. Tests and the"
                + " preview begin at the start.",
            "跨运行延续的流水号的下一个号，从 start（默认 1）起、步长 step（默认 1）。每个号只给一次，出错的记录会留下空号；" + "测试与预览总从起始号开始。")
        .param("name", Kind.TEXT)
        .optional("start", Kind.NUMBER)
        .optional("step", Kind.NUMBER)
        .returns(ValueType.INTEGER)
        .example("SEQUENCE_NUMBER(\"bill\")", "1")
        .example("[SEQUENCE_NUMBER(\"bill\", 100), SEQUENCE_NUMBER(\"bill\", 100)]", "[100, 101]")
        .example("[SEQUENCE_NUMBER(\"a\", 9, -2), SEQUENCE_NUMBER(\"a\", 9, -2)]", "[9, 7]")
        .example("\"SO\" & PAD_START(SEQUENCE_NUMBER(\"so\"), 6, \"0\")", "\"SO000001\"")
        .example("SEQUENCE_NUMBER(\"bill\", 1, 0)", "error")
        .aliases("autonumber", "nextval", "auto-increment", "generate-sequence", "流水号", "单号")
        .body(GenerateFunctions::nextNumber);
  }

  private static Num nextNumber(Arguments a) {
    String name = a.text(0);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new ValueException(
          "bad-argument", "A sequence needs a name of 1 to %d characters.".formatted(LONGEST_NAME));
    }
    long start = a.has(1) ? whole(a, 1) : 1;
    long step = a.has(2) ? whole(a, 2) : 1;
    if (step == 0) {
      throw new ValueException("bad-argument", "A sequence cannot go by steps of 0.");
    }
    return Num.of(a.context().sequences().next(name, start, step));
  }

  private static long whole(Arguments a, int i) {
    try {
      return a.number(i).value().longValueExact();
    } catch (ArithmeticException e) {
      throw new ValueException(
          "would-lose", Values.shown(a.value(i)) + " is no whole number of at most 18 digits.");
    }
  }
}
