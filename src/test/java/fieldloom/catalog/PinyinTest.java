package fieldloom.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.catalog.Pinyin.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest(name = "{1} finds {0}: {2}")
  @CsvSource({
    "销售订单, 销售订单, WHOLE",
    "销售订单, xsdd, WHOLE",
    "销售订单, XSDD, WHOLE",
    "销售订单, xiaoshoudingdan, WHOLE",
    "销售订单, xiaoshou, START",
    "销售订单, xiaosh, START",
    "销售订单, x, START",
    "销售订单, xs订单, WHOLE",
    "销售订单, xiaosdd, WHOLE",
    "销售订单, xshdd, WHOLE",
    "销售订单, dd, WORD",
    "销售订单, dingdan, WORD",
    "销售订单, 订单, WORD",
    "销售订单, ding, INSIDE",
    "销售订单, 单, INSIDE",
    "Sales order, sales, START",
    "Sales order, order, WORD",
    "Sales order, rder, INSIDE",
    "erp/sales-order, order, WORD",
    "FBillNo, bill, WORD",
    "FBillNo, no, WORD",
    "FBillNo, ill, INSIDE",
    "BOM 清单, qd, WORD",
    "BOM 清单, bomqd, WHOLE",
    "（委外）订单, wwdd, WORD",
    "工序计划-明细, gxjhmx, WHOLE",
    "绿色, lvse, WHOLE",
    "绿色, luse, WHOLE",
  })
  void whatIsTypedFindsAText(String text, String typed, Fit fit) {
    assertThat(Pinyin.of(text).find(typed)).extracting(Pinyin.Hit::fit).isEqualTo(fit);
  }

  @ParameterizedTest(name = "{1} finds {0}")
  @CsvSource({
    "重量, zhongliang",
    "重量, zl",
    "重复, chongfu",
    "重复, cf",
    "行号, hanghao",
    "行号, hh",
    "执行, zhixing",
    "银行, yinhang",
    "单据, danju",
    "调拨, diaobo",
    "调整, tiaozheng",
    "会计, kuaiji",
    "会员, huiyuan",
    "仓库, cangku",
    "发行, faxing",
    "长度, changdu",
    "厂长, chzh",
  })
  void aCharacterIsFoundByEachOfItsReadings(String text, String typed) {
    assertThat(Pinyin.of(text).find(typed)).isNotNull();
  }

  @ParameterizedTest(name = "{1} does not find {0}")
  @CsvSource({
    "销售订单, xsdx",
    "销售订单, xsddd",
    "销售订单, xiaoding",
    "销售订单, 订销",
    "Sales order, so",
    "Sales order, salesorder",
    "Sales order, orders",
    "'', x",
    "销售, ''",
  })
  void whatDoesNotStandThereIsNotFound(String text, String typed) {
    assertThat(Pinyin.of(text).find(typed)).isNull();
  }

  @Test
  void aHitSaysWhereItStands() {
    assertThat(Pinyin.of("CRM 销售订单").find("dingd")).isEqualTo(new Pinyin.Hit(Fit.WORD, 6, 8));
  }

  @Test
  void theBestPlaceOfSeveralIsFound() {
    assertThat(Pinyin.of("reorder order").find("order")).isEqualTo(new Pinyin.Hit(Fit.WORD, 8, 13));
  }

  @Test
  void aLongTextThatAlmostFitsIsGivenUpSoon() {
    assertThat(Pinyin.of("销".repeat(2_000)).find("x".repeat(1_000) + "y")).isNull();
  }
}
