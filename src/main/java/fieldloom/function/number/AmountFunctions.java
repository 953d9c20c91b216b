package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import java.util.List;

/** Amounts of money and of things. */
final class AmountFunctions {
  private AmountFunctions() {}

  static List<FunctionDef> all() {
    return List.of(rmbUppercase(), unit());
  }

  private static FunctionDef rmbUppercase() {
    return define(
            "RMB_UPPERCASE",
            Group.NUMBER,
            "An amount of yuan with at most two decimals in Chinese financial capitals.",
            "人民币金额（至多两位小数）的中文大写。")
        .param("amount", Kind.NUMBER)
        .returns(ValueType.STRING)
        .example("RMB_UPPERCASE(1409.52)", "\"壹仟肆佰零玖元伍角贰分\"")
        .example("RMB_UPPERCASE(100000)", "\"壹拾万元整\"")
        .example("RMB_UPPERCASE(325.04)", "\"叁佰贰拾伍元零肆分\"")
        .example("RMB_UPPERCASE(0.005)", "error")
        .aliases("rmb capital", "chinese amount", "人民币大写", "数字转大写")
        .body(a -> RmbAmount.text(a.number(0).value()));
  }

  private static FunctionDef unit() {
    return define(
            "UNIT",
            Group.NUMBER,
            "An amount in another unit of the same kind: length (mm cm m km in ft yd mi …), mass (g"
                + " kg t oz lb 斤 …), area (m2 ha km2 ft2 ac 亩 …) or volume (ml l m3 gal ft3 …).",
            "换算为同类的另一单位：长度、质量、面积或体积。")
        .param("value", Kind.NUMBER)
        .param("from", Kind.TEXT)
        .param("to", Kind.TEXT)
        .returns(ValueType.DECIMAL)
        .example("UNIT(1.5, \"kg\", \"g\")", "1500")
        .example("UNIT(1, \"in\", \"cm\")", "2.54")
        .example("UNIT(3, \"亩\", \"m2\")", "2000")
        .example("UNIT(1, \"kg\", \"m\")", "error")
        .aliases("convert unit", "unit of measure")
        .body(a -> Measures.convert(a.number(0), a.text(1), a.text(2)));
  }
}
