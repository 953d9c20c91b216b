package fieldloom.function.address;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;

/** SPLIT_ADDRESS. */
public final class AddressFunction {
  private AddressFunction() {}

  public static FunctionDef declared() {
    return define(
            "SPLIT_ADDRESS",
            Group.TEXT,
            "A Chinese address as an object of province, city, county, town, street, number and"
                + " rest, each only where it has one. Divisions are those of the National Bureau of"
                + " Statistics of 2023; what is left out but sure, as the province of a city, is"
                + " filled in. A municipality is its city too; special administrative regions and"
                + " counties directly below a province have no city.",
            "把中国地址拆成 province、city、county、town、street、number、rest 的对象，没有的部分缺失。区划取自国家统计局 2023 年数据；"
                + "省略但可确定的上级会补全。直辖市同时作为 city；特别行政区与省直辖县级市没有 city。")
        .param("text", Kind.TEXT)
        .returns(ValueType.OBJECT)
        .example(
            "SPLIT_ADDRESS(\"广东省深圳市南山区粤海街道科技园路1号5栋301室\")",
            "{\"province\": \"广东省\", \"city\": \"深圳市\", \"county\": \"南山区\", \"town\": \"粤海街道\","
                + " \"street\": \"科技园路\", \"number\": \"1号\", \"rest\": \"5栋301室\"}")
        .example(
            "SPLIT_ADDRESS(\"北京朝阳区建国门外大街甲6号\")",
            "{\"province\": \"北京市\", \"city\": \"北京市\", \"county\": \"朝阳区\", \"street\":"
                + " \"建国门外大街\", \"number\": \"甲6号\"}")
        .example(
            "SPLIT_ADDRESS(\"济源市沁园街道\")",
            "{\"province\": \"河南省\", \"county\": \"济源市\", \"town\": \"沁园街道\"}")
        .example("SPLIT_ADDRESS(\"Main Street 5\")", "{\"rest\": \"Main Street 5\"}")
        .aliases("parse address", "address components", "省市区", "地址拆分", "地址解析")
        .body(a -> AddressParts.of(a.text(0)));
  }
}
