package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.address.AddressFunction;
import java.util.List;

/** Chinese in its two ways of writing, word by word as the dictionaries of OpenCC have them. */
final class ChineseFunctions {
  private ChineseFunctions() {}

  static List<FunctionDef> all() {
    return List.of(toSimplified(), toTraditional(), AddressFunction.declared());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese)
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING);
  }

  private static FunctionDef toSimplified() {
    return text(
            "TO_SIMPLIFIED",
            "Chinese in simplified characters; words stay the same words.",
            "繁体中文转为简体，按词转换，不替换用语。")
        .example("TO_SIMPLIFIED(\"頭髮發展\")", "\"头发发展\"")
        .example("TO_SIMPLIFIED(\"著名著作 ABC\")", "\"著名著作 ABC\"")
        .example("TO_SIMPLIFIED(NULL)", "null")
        .aliases("traditional to simplified", "opencc", "t2s", "繁转简", "简体")
        .body(a -> ZhConverterUtil.toSimple(a.text(0)));
  }

  private static FunctionDef toTraditional() {
    return text(
            "TO_TRADITIONAL",
            "Chinese in traditional characters, chosen word by word; words stay the same words.",
            "简体中文转为繁体，按词选字，不替换用语。")
        .example("TO_TRADITIONAL(\"头发发展\")", "\"頭髮發展\"")
        .example("TO_TRADITIONAL(\"皇后在后面\")", "\"皇后在後面\"")
        .example("TO_TRADITIONAL(\"里程碑 ABC\")", "\"里程碑 ABC\"")
        .aliases("simplified to traditional", "s2t", "简转繁", "繁体")
        .body(a -> ZhConverterUtil.toTraditional(a.text(0)));
  }
}
