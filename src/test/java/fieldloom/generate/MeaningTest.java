package fieldloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.Titles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields are recognised by names and titles in English, Chinese and pinyin. */
class MeaningTest {

  @ParameterizedTest(name = "{0} ({1}) is {2}")
  @CsvSource({
    "customerName,, COMPANY",
    "FCustIDName, 购货单位, COMPANY",
    "kehumingcheng,, COMPANY",
    "tradingPartnerName, 往来单位名称, COMPANY",
    "contact,, PERSON",
    "FLinkMan, 收货人姓名, PERSON",
    "lianxiren,, PERSON",
    "mobile,, MOBILE",
    "FTel, 联系电话, PHONE",
    "shouji_hao, 手机, MOBILE",
    "e_mail,, EMAIL",
    "dianziyoujian,, EMAIL",
    "FAddress, 通讯地址, ADDRESS",
    "street,, ADDRESS",
    "zipCode,, POSTAL_CODE",
    "city, 市, CITY",
    "FCountry_FName, 国家, COUNTRY",
    "idCard,, RESIDENT_ID",
    "shenfenzheng,, RESIDENT_ID",
    "taxId, 统一社会信用代码, CREDIT_CODE",
    "iban,, IBAN",
    "bankAccountNo,, BANK_ACCOUNT",
    "barcode,, GTIN",
    "FMaterialId, 物料编码, ITEM_CODE",
    "wuliaobianma,, ITEM_CODE",
    "FMaterialName, 物料名称, ITEM_NAME",
    "FQty, 采购数量, QUANTITY",
    "unitPrice,, PRICE",
    "FBillAllAmount, 价税合计, TOTAL",
    "netAmount, 金额, AMOUNT",
    "currency,, CURRENCY",
    "uom,, UNIT",
    "FBillNo, 单据编号, DOCUMENT_NO",
    "orderDate,, DATE",
    "created_at,, MOMENT",
    "lineNo, 行号, LINE_NO",
    "quux,, NOTHING"
  })
  void aFieldIsAboutWhatItsNameOrTitleSays(String name, String title, Meaning meaning) {
    SchemaNode field =
        SchemaNode.builder(name, FieldType.STRING).titles(new Titles(null, title)).build();
    assertThat(Meaning.of(field, null)).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource({"customer, name, COMPANY", "contact, name, PERSON", "item, code, ITEM_CODE"})
  void aPlainNameIsAboutTheGroupItStandsIn(String group, String name, Meaning meaning) {
    SchemaNode field = SchemaNode.builder(name, FieldType.STRING).build();
    SchemaNode around = SchemaNode.builder(group, FieldType.OBJECT).build();
    assertThat(Meaning.of(field, around)).isEqualTo(meaning);
  }
}
