package fieldloom.generate;

import java.util.List;

/** Names and words that generated samples are made of; none of a person or firm that is meant. */
final class Tables {
  static final List<String> GIVEN =
      list(
          "Anna Ben Clara Daniel Emma Felix Grace Henry Iris James Karen Liam Maria Nora Oliver"
              + " Paula Quentin Rose Samuel Tessa Umar Vera Walter Xenia Yara Zoe");
  static final List<String> FAMILY =
      list(
          "Adams Baker Carter Dawson Ellis Foster Grant Hughes Irving Jensen Keller Lambert Morgan"
              + " Nolan Owens Parker Quinn Reyes Shaw Turner Underwood Vance Walsh Young Zimmer");
  static final List<String> FAMILY_ZH =
      list("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹");
  static final List<String> GIVEN_ZH =
      list(
          "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建国 志强 晓东 雨桐 子涵 浩然 欣怡"
              + " 宇轩 佳琪 文博 思远 梦洁 海燕 立新 国栋 春梅 振华");
  static final List<String> FIRM =
      list(
          "Northwind Harbour Evergreen Summit Bluewater Redwood Silverline Keystone Meridian Pioneer"
              + " Granite Falcon Orchard Lakeside Cedar Horizon Beacon Atlas");
  static final List<String> TRADE =
      list(
          "Precision_Parts Electronics Trading Packaging Machinery Textiles Logistics Foods Plastics"
              + " Instruments Automotive Furniture");
  static final List<String> LEGAL = list("Ltd. GmbH Inc. LLC Co. B.V.");
  static final List<String> FIRM_ZH =
      list("华盛 恒泰 瑞丰 宏达 联创 鑫源 博远 中科达 金桥 东方 天成 盛世 立信 万邦 嘉禾 新锐 同辉 海纳 明德 卓越");
  static final List<String> TRADE_ZH = list("精密机械 电子科技 商贸 包装制品 纺织 物流 食品 塑胶 仪器仪表 汽车零部件 家居用品 新材料");
  static final List<String> LEGAL_ZH = list("有限公司 有限责任公司 股份有限公司");
  static final List<String> ITEM =
      list(
          "Hex_bolt Ball_bearing Copper_wire Steel_plate Control_board Rubber_seal Gear_motor"
              + " LED_panel Cardboard_box Cotton_fabric Pressure_valve Plastic_housing");
  static final List<String> ITEM_ZH =
      list("六角螺栓 深沟球轴承 铜线 冷轧钢板 控制主板 橡胶密封圈 减速电机 LED面板 纸箱 纯棉面料 压力阀 塑料外壳 铝型材 连接线束");
  static final List<String> SPECIFICATION =
      list("M8×30 6204-2RS 2.5mm² 1.5×1250 V2.1 DN25 60W 400×300×250 ABS-BK 24VDC");
  static final List<String> COLOR = list("black white red blue grey silver");
  static final List<String> COLOR_ZH = list("黑色 白色 红色 蓝色 灰色 银色");
  static final List<String> DEPARTMENT =
      list("Sales Purchasing Production Quality Finance Logistics");
  static final List<String> DEPARTMENT_ZH = list("销售部 采购部 生产部 质量部 财务部 物流部");
  static final List<String> STREET =
      list("Mill_Road Station_Street Park_Avenue River_Lane Market_Square Oak_Drive Harbour_Way");
  static final List<String> STREET_ZH = list("人民路 建设路 中山路 解放路 科技大道 工业园路 长江路 和平街");
  static final List<String> REMARK =
      list(
          "Deliver_before_noon. Call_on_arrival. Handle_with_care. As_agreed_by_phone."
              + " Partial_delivery_allowed. Second_order_this_month.");
  static final List<String> REMARK_ZH = list("请上午送达 到货前电话联系 小心轻放 按电话约定 允许分批交货 本月第二单 随货附质检报告");
  static final List<String> WORD =
      list("standard regular spare express central basic premium internal annual special");
  static final List<String> WORD_ZH = list("标准 常规 备用 加急 中心 基础 高级 内部 年度 专用");
  static final List<String> BANK = list("First_Commercial_Bank Merchant_Bank Union_Savings_Bank");
  static final List<String> BANK_ZH = list("中国工商银行 中国建设银行 招商银行 中国农业银行 交通银行");
  static final List<String> UNIT = list("PCS KGM MTR SET BOX LTR");
  static final List<String> UNIT_ZH = list("件 千克 米 套 箱 个");
  static final List<String> CURRENCY = list("USD EUR GBP");
  static final List<String> STATUS = list("OPEN APPROVED CLOSED");

  /** A place: country, province, city, district, postal code, code of the division, area code. */
  static final List<String> PLACE =
      list(
          "US|Oregon|Portland|Multnomah|97205||503 US|Ohio|Columbus|Franklin|43215||614"
              + " DE|Hessen|Frankfurt|Nordend|60318||69 DE|Bayern|Nuremberg|Mitte|90402||911"
              + " GB|England|Leeds|Yorkshire|LS1_4DY||113 GB|Scotland|Dundee|Tayside|DD1_3JT||1382");

  static final List<String> PLACE_ZH =
      list(
          "CN|北京市|北京市|海淀区|100080|110108|010 CN|上海市|上海市|浦东新区|200120|310115|021"
              + " CN|广东省|深圳市|南山区|518052|440305|0755 CN|广东省|东莞市|东城区|523000|441900|0769"
              + " CN|浙江省|杭州市|余杭区|311100|330110|0571 CN|江苏省|苏州市|吴中区|215128|320506|0512"
              + " CN|四川省|成都市|武侯区|610041|510107|028 CN|湖北省|武汉市|洪山区|430070|420111|027");

  private Tables() {}

  private static List<String> list(String words) {
    return List.of(words.split(" ")).stream().map(word -> word.replace('_', ' ')).toList();
  }
}
