package fieldloom.function.conversion;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import java.util.List;

/** Values to and from JSON text. */
final class JsonFunctions {
  private JsonFunctions() {}

  static List<FunctionDef> all() {
    return List.of(toJson(), fromJson());
  }

  private static FunctionDef toJson() {
    return define(
            "TO_JSON",
            Group.CONVERSION,
            "A value as JSON on one line, numbers exactly.",
            "把值写成一行 JSON，数保持精确。")
        .param("value", Kind.ANY)
        .returns(ValueType.STRING)
        .example("TO_JSON({\"a\": [1, 2.50, NULL]})", "\"{\\\"a\\\":[1,2.50,null]}\"")
        .example("TO_JSON(\"a\")", "\"\\\"a\\\"\"")
        .example("TO_JSON([])", "\"[]\"")
        .aliases("json stringify", "serialize json")
        .body(a -> JsonText.write(a.value(0)));
  }

  private static FunctionDef fromJson() {
    return define(
            "FROM_JSON",
            Group.CONVERSION,
            "The value that a JSON text stands for, numbers exactly.",
            "解析 JSON 文本，数保持精确。")
        .param("text", Kind.TEXT)
        .example("FROM_JSON(\"{\\\"a\\\":[1,2.50]}\")", "{\"a\": [1, 2.50]}")
        .example("FROM_JSON(\"null\")", "null")
        .example("FROM_JSON(\"{\")", "error")
        .aliases("json parse", "deserialize json")
        .body(a -> JsonText.read(a.text(0)));
  }
}
