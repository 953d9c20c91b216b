package fieldloom.function;

import fieldloom.payload.FormatException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as people write them. */
class AddressCasesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # whole address | province | city | county | town | street | number | rest
          上海市浦东新区张江镇祖冲之路123弄5号2楼|上海市|上海市|浦东新区|张江镇|祖冲之路|123弄5号|2楼
          北京市北京市海淀区中关村大街27号|北京市|北京市|海淀区|-|中关村大街|27号|-
          北京市市辖区海淀区中关村大街27号院3号楼|北京市|北京市|海淀区|-|中关村大街|27号院|3号楼
          天津和平区南京路219号|天津市|天津市|和平区|-|南京路|219号|-
          重庆市垫江县桂溪街道人民路7号|重庆市|重庆市|垫江县|桂溪街道|人民路|7号|-
          香港特别行政区九龙油尖旺区弥敦道100号|香港特别行政区|九龙|油尖旺区|-|弥敦道|100号|-
          香港中西区皇后大道中99号|香港特别行政区|-|中西区|-|皇后大道中|99号|-
          澳门特别行政区花地玛堂区|澳门特别行政区|-|花地玛堂区|-|-|-|-
          台湾省台北市大安区和平东路二段106号|台湾省|台北市|大安区|-|和平东路二段|106号|-
          河南省济源市沁园街道|河南省|-|济源市|沁园街道|-|-|-
          河南省省直辖县级行政区划济源市|河南省|-|济源市|-|-|-|-
          湖北省仙桃市沔州大道1号|湖北省|-|仙桃市|-|沔州大道|1号|-
          新疆石河子市北四路10号|新疆维吾尔自治区|-|石河子市|-|北四路|10号|-
          广东省东莞市石碣镇崇焕路18号|广东省|东莞市|-|石碣镇|崇焕路|18号|-
          甘肃省嘉峪关市雄关街道|甘肃省|嘉峪关市|-|雄关街道|-|-|-
          海南省儋州市那大镇|海南省|儋州市|-|那大镇|-|-|-
          吉林省吉林市船营区|吉林省|吉林市|船营区|-|-|-|-
          吉林市船营区|吉林省|吉林市|船营区|-|-|-|-
          辽宁省朝阳市朝阳县|辽宁省|朝阳市|朝阳县|-|-|-|-
          海南藏族自治州共和县|青海省|海南藏族自治州|共和县|-|-|-|-
          湖北恩施州利川市|湖北省|恩施土家族苗族自治州|利川市|-|-|-|-
          内蒙古锡林郭勒盟锡林浩特市|内蒙古自治区|锡林郭勒盟|锡林浩特市|-|-|-|-
          江苏省鼓楼区中山路1号|江苏省|-|鼓楼区|-|中山路|1号|-
          江苏省昆山市玉山镇前进东路366号|江苏省|苏州市|昆山市|玉山镇|前进东路|366号|-
          昆山市前进东路366号|江苏省|苏州市|昆山市|-|前进东路|366号|-
          广东 深圳 南山区 粤海街道 科苑南路 2666号|广东省|深圳市|南山区|粤海街道|科苑南路|2666号|-
          中国广东省广州市天河区天河路208号粤海天河城大厦28楼|广东省|广州市|天河区|-|天河路|208号|粤海天河城大厦28楼
          中山市古镇镇新兴中路２号|广东省|中山市|-|古镇镇|新兴中路|２号|-
          浙江省宁波市镇海区新镇路100号|浙江省|宁波市|镇海区|-|新镇路|100号|-
          南京路100号|-|-|-|-|南京路|100号|-
          上海南京东路300号|上海市|上海市|-|-|南京东路|300号|-
          鼓楼区中山路1号|-|-|鼓楼区|-|中山路|1号|-
          四川省成都市武侯区天府大道中段1366|四川省|成都市|武侯区|-|天府大道中段|1366|-
          浙江省杭州市西湖区人民路与中山路交叉口|浙江省|杭州市|西湖区|-|人民路|-|与中山路交叉口
          北京东城区东四十条甲22号|北京市|北京市|东城区|-|东四十条|甲22号|-
          12 Main Street|-|-|-|-|-|12|Main Street
          """)
  void an_address_is_split_where_its_parts_meet(
      String address,
      String province,
      String city,
      String county,
      String town,
      String street,
      String number,
      String rest)
      throws FormatException {
    StringBuilder parts = new StringBuilder();
    add(parts, "province", province);
    add(parts, "city", city);
    add(parts, "county", county);
    add(parts, "town", town);
    add(parts, "street", street);
    add(parts, "number", number);
    add(parts, "rest", rest);
    Cases.check("SPLIT_ADDRESS(\"" + address + "\")", "{" + parts + "}");
  }

  private static void add(StringBuilder parts, String name, String value) {
    if (!value.equals("-")) {
      parts.append(parts.isEmpty() ? "" : ", ");
      parts.append("\"").append(name).append("\": \"").append(value).append("\"");
    }
  }
}
