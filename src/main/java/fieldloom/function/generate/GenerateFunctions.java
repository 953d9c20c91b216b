package fieldloom.function.generate;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import java.util.List;
import java.util.UUID;

/** The Generate group of the library, and POSITION. */
public final class GenerateFunctions {
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
        sourceName());
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
}
