package fieldloom.generate;

import fieldloom.model.SchemaNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a field is about, told by its name and titles in English, Chinese and pinyin. The first that
 * fits holds, so that the narrower stand before the wider.
 */
public enum Meaning {
  UUID("uuid|guid", "", false),
  RESIDENT_ID("resident id|id ?card|identity (no|number|card|document)|citizen id", "身份证", true),
  CREDIT_CODE(
      "uscc|credit code|tax (id|no|number|register code|payer)|taxpayer.*|vat (id|no|number)",
      "统一社会信用代码 纳税人识别号 纳税登记号 税号",
      false),
  IBAN("iban", "国际银行账号", true),
  BIC("bic|swift", "", false),
  BANK_NAME("bank|bank name|bank branch", "开户行 银行名称 开户银行", false),
  BANK_ACCOUNT(
      "bank account.*|bank card.*|card (no|number)|account (no|number) bank",
      "银行账号 银行帐号 银行账户 银行卡 银行卡号",
      true),
  GTIN("gtin|ean|ean13|upc|bar ?code", "条码 条形码", false),
  EMAIL("e ?mail|e ?mail address|mail address", "邮箱 电子邮件 邮件地址", true),
  MOBILE("mobile.*|cell ?phone.*|link phone", "手机 移动电话", true),
  PHONE("phone.*|tel|tel no|telephone.*|fax.*", "电话 座机 传真", true),
  LINK("url|uri|link|web ?site|home ?page", "网址 链接 网站", false),
  POSTAL_CODE("zip|zip ?code|post(al)? ?code", "邮编 邮政编码", false),
  COUNTRY("country.*|nation", "国家 国别", false),
  PROVINCE("province|provincial|region", "省 省份", false),
  CITY("city.*|town", "市 城市", false),
  DISTRICT("district|county", "区县 区", false),
  ADDRESS("(.* )?address|street.*|addr", "地址 街道", true),
  CURRENCY("currency.*|curr|ccy", "币种 币别 货币", false),
  COMPANY(
      "(customer|cust|supplier|vendor|company|firm|partner|organi[sz]ation|manufacturer|carrier"
          + "|seller|buyer|shop|store|account|legal entity|trading partner)( id)? (short |full )?name"
          + "|company|firm|customer|supplier|vendor|manufacturer",
      "客户名称 供应商名称 公司名称 往来单位名称 往来单位 单位名称 企业名称 商户名称 店铺名称 购货单位 供应商 客户 公司",
      false),
  PARTY_CODE(
      "(customer|cust|supplier|vendor|account|partner|member|shop|owner|carrier|client)"
          + " (code|no|number|id|biz code)",
      "客户编码 客户编号 客户号 客户代码 供应商编码 供应商编号 供应商代码 店铺编号 会员号 货主代码 承运商编码",
      false),
  GIVEN_NAME("(given|first) name", "名字", true),
  FAMILY_NAME("(family|last) name|surname", "姓 姓氏", true),
  PERSON(
      "contact|contact (person|name)|link ?man|consignee|receiver|recipient|(employee|user|person|full"
          + "|owner|receiver|operator|passenger|patient) name|person|sales ?man|operator|planner|nick ?name"
          + "|checker|creator|applicant|approver|inspector|handled by|sales ?person",
      "联系人 收货人 收货人姓名 姓名 操作员 业务员 经办人 采购员 计划员 制单人 审核人 申请人 昵称 联系人姓名",
      true),
  ITEM_NAME(
      "(item|product|material|mtrl|goods|sku|part|article) (name|desc|description|text)",
      "物料名称 产品名称 商品名称 货品名称 货物名称 品名 物料说明",
      false),
  SPECIFICATION("spec|specification|item model|model", "规格 规格型号 型号", false),
  ITEM_CODE(
      "(item|product|material|mtrl|goods|sku|part|article)( code| no| number| id)?|sku",
      "物料编码 物料编号 物料代码 产品编码 产品编号 商品编码 货品编码 货品编号 料号",
      false),
  WAREHOUSE(
      "(wh|warehouse|stock|location|site|bin|plant)( code| no| number| id)?",
      "仓库 仓库代码 库位 仓库编码 地点",
      false),
  DEPARTMENT("department|dept|department name", "部门 部门名称", false),
  LOT("(lot|batch)( no| number| code)?", "批号 批次 批次号", false),
  TRACKING("tracking.*|parcel.*|waybill.*", "快递单号 运单号 物流单号", false),
  LINE_NO("(line|row|entry)( no| number| seq)|f?seq|sequence|position|index|line", "行号 序号", false),
  EXCHANGE_RATE("exchange ?rate", "汇率", false),
  TAX_RATE("(entry )?(tax|vat) rate", "税率", false),
  PERCENT(".*(percent|discount|ratio|rate)", "折扣 比率 损耗率 百分比", false),
  PRICE(".*(price|unit cost|cost)", "单价 价格 成本", false),
  QUANTITY("(.* )?(qty|quantity|auxqty|pieces|stock qty|on hand)( .*)?", "数量 件数 库存量", false),
  TAX_AMOUNT("(.* )?tax amount|tax", "税额", false),
  TOTAL("(grand )?total( amount)?|bill (all )?amount|order total", "合计 总额 总金额 价税合计", false),
  AMOUNT("(.* )?(amount|net|gross|balance|fee|freight|charge)", "金额 费用 运费 余额", false),
  WEIGHT("(.* )?weight", "重量 毛重 净重", false),
  UNIT("uom|(.* )?unit( id| code)?", "单位 计量单位 单位编码", false),
  DOCUMENT_NO(
      "(.* )?(order|bill|doc|document|invoice|contract|po|so|notice|request|voucher|transaction)"
          + " (no|number|code)",
      "单号 单据编号 订单编号 订单号 合同号 发票号 发票号码 工单编号 通知单号 凭证号 源单编号 采购订单号 销售订单号",
      false),
  DATE("(.* )?date|day", "日期", false),
  MOMENT("(.* )?(time|at|timestamp)", "时间", false),
  STATUS("(.* )?(status|state)", "状态", false),
  REMARK(
      "remarks?|notes?|comments?|memo|desc|description|describe|reason|message|msg|text",
      "备注 说明 描述 意见 原因 消息",
      false),
  COLOR("colou?r", "颜色", false),
  ID("(.* )?id", "内码", false),
  NAME("(.* )?(name|title|label)", "名称 标题", false),
  CODE("(.* )?(code|no|number|key|num)", "编码 代码 编号 号码", false),
  NOTHING("", "", false);

  private static final Pattern PARTS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
  private static final List<Meaning> ALL = List.of(values());

  private final Pattern english;
  private final List<String> chinese;
  private final List<String> pinyin;
  private final boolean personal;

  Meaning(String english, String chinese, boolean personal) {
    this.english = Pattern.compile(english.isEmpty() ? "(?!)" : english);
    this.chinese = chinese.isEmpty() ? List.of() : List.of(chinese.split(" "));
    this.pinyin = this.chinese.stream().map(Romanised::of).toList();
    this.personal = personal;
  }

  /** Whether its values are those of a person, and are masked. */
  public boolean isPersonal() {
    return personal;
  }

  /**
   * What a field is about.
   *
   * @param around the group it stands in, which tells what a plain name names; null at the top
   */
  public static Meaning of(SchemaNode field, @Nullable SchemaNode around) {
    String name = words(field.name());
    String title = field.titles().plain();
    String chinese = field.titles().chinese();
    List<String> english = new ArrayList<>();
    if (around != null && isPlain(name)) {
      english.add(words(around.name()) + " " + name);
    }
    english.add(name);
    if (title != null && isAscii(title)) {
      english.add(words(title));
    }
    List<String> hans = new ArrayList<>();
    for (String text : Arrays.asList(chinese, title, field.name())) {
      if (text != null && !isAscii(text)) {
        hans.add(text.strip());
      }
    }
    for (Meaning meaning : ALL) {
      if (hans.stream().anyMatch(meaning::isChinese)) {
        return meaning;
      }
    }
    for (String text : english) {
      for (Meaning meaning : ALL) {
        if (meaning.english.matcher(text).matches() || meaning.isPinyin(text)) {
          return meaning;
        }
      }
    }
    return NOTHING;
  }

  /** The words of a name, small: those of {@code FCustID} are cust and id. */
  static String words(String name) {
    String plain = name.replaceFirst("^@", "").replaceFirst("^F_?(?=[A-Z][A-Za-z])", "");
    return String.join(" ", PARTS.split(plain)).strip().toLowerCase(Locale.ROOT);
  }

  /** Names that say nothing by themselves. */
  private static boolean isPlain(String words) {
    return words.matches("name|title|code|no|number|id|short name|full name");
  }

  private boolean isChinese(String text) {
    return chinese.stream()
        .anyMatch(word -> word.length() == 1 ? text.equals(word) : text.endsWith(word));
  }

  private boolean isPinyin(String words) {
    String letters = words.replace(" ", "");
    return letters.length() > 5 && pinyin.stream().anyMatch(letters::equals);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
