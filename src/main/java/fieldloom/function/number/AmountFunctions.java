package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.IsoDates;
import fieldloom.function.Tables;
import fieldloom.function.ValueType;
import fieldloom.function.table.Measures;
import fieldloom.function.table.RateRows;
import fieldloom.function.table.UnitRows;
import java.util.List;

/** Amounts of money and of things. */
final class AmountFunctions {
  private AmountFunctions() {}

  static List<FunctionDef> all() {
    return List.of(rmbUppercase(), unit(), convertUnit(), convertCurrency());
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

  private static FunctionDef convertUnit() {
    return define(
            "CONVERT_UNIT",
            Group.NUMBER,
            "An amount in another unit by a table of the mapping whose rows are from, to, factor,"
                + " material, validFrom (one from is so many to; without a material for all of"
                + " them), joined with the units of UNIT; without a table by those alone. The day"
                + " it must be valid on is the run's unless given.",
            "按映射中的表换算单位，每行为 from、to、factor、material、validFrom（1 个 from 等于多少 to；未写物料则适用于"
                + "所有物料），并与 UNIT 的单位衔接；不给表则只用内置单位。生效日期默认为运行当日。")
        .param("value", Kind.NUMBER)
        .param("from", Kind.TEXT)
        .param("to", Kind.TEXT)
        .optional("table", Kind.TEXT)
        .optional("material", Kind.TEXT)
        .optional("date", Kind.DATE_OR_DATETIME)
        .returns(ValueType.DECIMAL)
        .example("CONVERT_UNIT(1.5, \"kg\", \"g\")", "1500")
        .example("CONVERT_UNIT(3, \"box\", \"pcs\", \"packing\", \"M-100\")", "72")
        .example("CONVERT_UNIT(36, \"pcs\", \"box\", \"packing\", \"M-200\")", "3")
        .example("CONVERT_UNIT(2, \"roll\", \"g\", \"packing\")", "25000")
        .example("CONVERT_UNIT(1, \"box\", \"pcs\", \"packing\", \"M-200\", \"2027-01-01\")", "10")
        .example("CONVERT_UNIT(1, \"box\", \"m\", \"packing\", \"M-100\")", "error")
        .aliases("unit conversion", "uom", "material unit", "换算率", "计量单位")
        .body(
            a ->
                a.has(3)
                    ? UnitRows.of(Tables.named(a, 3))
                        .convert(
                            a.number(0),
                            a.text(1),
                            a.text(2),
                            a.has(4) ? a.text(4) : "",
                            a.has(5) ? IsoDates.of(a.temporal(5)) : a.context().today())
                    : Measures.convert(a.number(0), a.text(1), a.text(2)));
  }

  private static FunctionDef convertCurrency() {
    return define(
            "CONVERT_CURRENCY",
            Group.NUMBER,
            "An amount in another currency by the last rate that is valid on a day, from a table of"
                + " the mapping whose rows are from, to, validFrom, rate. Only where told, the rate"
                + " of the opposite direction (inverse), or two rates by way of another currency"
                + " (via CNY), or both (inverse via CNY) stand in for one that is not there.",
            "按映射中的汇率表（每行为 from、to、validFrom、rate）以指定日期有效的最近汇率换算金额。只有写明时才使用反向汇率"
                + "（inverse）或经另一种货币换算（via CNY），也可两者并用（inverse via CNY）。")
        .param("amount", Kind.NUMBER)
        .param("from", Kind.TEXT)
        .param("to", Kind.TEXT)
        .param("table", Kind.TEXT)
        .param("date", Kind.DATE_OR_DATETIME)
        .optional("way", Kind.TEXT)
        .returns(ValueType.DECIMAL)
        .example("CONVERT_CURRENCY(100, \"USD\", \"CNY\", \"rates\", \"2026-01-31\")", "704.00")
        .example("CONVERT_CURRENCY(100, \"USD\", \"CNY\", \"rates\", \"2026-02-01\")", "698.00")
        .example("CONVERT_CURRENCY(704, \"CNY\", \"USD\", \"rates\", \"2026-01-31\")", "error")
        .example(
            "CONVERT_CURRENCY(704, \"CNY\", \"USD\", \"rates\", \"2026-01-31\", \"inverse\")",
            "100")
        .example(
            "CONVERT_CURRENCY(100, \"USD\", \"EUR\", \"rates\", \"2026-01-31\","
                + " \"inverse via CNY\")",
            "88")
        .example("CONVERT_CURRENCY(100, \"USD\", \"CNY\", \"rates\", \"2025-12-31\")", "error")
        .aliases("exchange rate", "currency conversion", "fx", "汇率", "外币折算")
        .body(
            a ->
                RateRows.of(Tables.named(a, 3))
                    .convert(
                        a.number(0),
                        a.text(1),
                        a.text(2),
                        IsoDates.of(a.temporal(4)),
                        RateRows.Way.of(a.has(5) ? a.text(5) : "")));
  }
}
