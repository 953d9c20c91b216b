package fieldloom.ui;

import fieldloom.engine.Outcome;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SessionThreads;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mapping of the design's pictures: a CRM order becomes an ERP sales order. */
public final class OrderToBill {
  private OrderToBill() {}

  public static final SchemaTree ORDER =
      Sketch.of(
          """
          order: object CRM sales order 销售订单
            orderNo: string * 订单号
            createdAt: datetime * 创建时间
            customer: object 客户
              code: string * 客户编码
              name: string 名称
            currency: string * 币别
            ship-to: object 收货信息
              name: string 收货人
              phone: string 电话
              city: string 城市
              street: string 地址
            remark: string 备注
            owner: object 负责人
              lastName: string 姓
              firstName: string 名
            lines[]: object 订单明细
              no: integer * 行号
              sku: string * 物料编码
              name: string 品名
              unit: string * 单位
              dueDate: date * 交货日期
              qty: decimal * 数量
              price: decimal * 单价
              taxRate: decimal * 税率
            status: string 状态
            extras: object 扩展信息
              a: string
              b: boolean
              c: binary
              d: date
              e: any
              tags[]: string 标签
          """);

  public static final SchemaTree BILL =
      Sketch.of(
          """
          bill: object ERP sales order 销售订单
            FBillNo: string * 单据编号
            FDate: date * 日期
            FBillTypeID: object * 单据类型
              FNumber: string *
            FCustId: object * 客户
              FNumber: string *
            FSettleCurrId: object * 结算币别
              FNumber: string *
            FReceive: object 收货方
              FName: string 收货人
              FPhone: string 电话
              FCity: string 城市
              FAddress: string 地址
            FNote: string 备注
            FSalerName: string 销售员
            FSaleDeptId: object 销售部门
              FNumber: string
            FEntity[]: object * 订单明细
              FSeq: integer 行号
              FMaterialId: object * 物料编码
                FNumber: string *
              FMaterialName: string 物料名称
              FUnitID: object * 计量单位
                FNumber: string *
              FDeliveryDate: date * 要货日期
              FQty: decimal * 销售数量
              FPrice: decimal 单价
              FEntryTaxRate: decimal 税率 %
              FAmount: decimal * 价税合计
            FTotal: decimal 整单价税合计
            FSaleOrgId: object * 销售组织
              FNumber: string *
            FDocumentStatus: string 单据状态
            FTags[]: string 标签
          """);

  public static Map<String, SchemaTree> schemas() {
    return Map.of("order", ORDER, "bill", BILL);
  }

  public static Mapping empty() {
    return Mapping.empty(
        "CRM order to ERP sales order",
        new Document("order", "json", new SchemaRef.File("crm-order.schema.json")),
        new Document("bill", "json", new SchemaRef.File("erp-sales-order.schema.json")));
  }

  public static Mapping mapping() {
    Each lines =
        new Each("order.lines[]", "line")
            .withWhere("line.qty > 0")
            .withOrderBy(List.of(new Each.OrderBy("line.no", false)));
    return empty()
        .withRules(
            List.of(
                Rule.link("FBillNo", "order.orderNo"),
                Rule.formula("FDate", "FORMATDATE(order.createdAt, \"yyyy-MM-dd\")"),
                Rule.formula("FBillTypeID.FNumber", "\"XSDD01_SYS\""),
                Rule.formula("FCustId.FNumber", "LOOKUP(\"customers\", order.customer.code)"),
                Rule.formula("FSettleCurrId.FNumber", "LOOKUP(\"currencies\", order.currency)"),
                Rule.link("FReceive.FName", "order.`ship-to`.name"),
                Rule.link("FReceive.FPhone", "order.`ship-to`.phone"),
                Rule.link("FReceive.FCity", "order.`ship-to`.city"),
                Rule.link("FReceive.FAddress", "order.`ship-to`.street"),
                Rule.formula("FSalerName", "CONCAT(order.owner.lastName, order.owner.firstName)"),
                Rule.each("FEntity[]", lines),
                Rule.link("FEntity[].FSeq", "line.no"),
                Rule.link("FEntity[].FMaterialId.FNumber", "line.sku"),
                Rule.link("FEntity[].FMaterialName", "line.name"),
                Rule.link("FEntity[].FDeliveryDate", "line.dueDate"),
                Rule.link("FEntity[].FQty", "line.qty"),
                Rule.link("FEntity[].FPrice", "line.price"),
                Rule.formula("FEntity[].FEntryTaxRate", "ROUND(line.taxRate * 100, 2)"),
                Rule.formula(
                    "FEntity[].FAmount", "ROUND(line.qty * line.price * (1 + line.taxRate), 2)"),
                Rule.formula("FTotal", "SUM(bill.FEntity[].FAmount)"),
                Rule.formula("FSaleOrgId.FNumber", "\"100\"")));
  }

  public static Obj order() {
    return new Obj()
        .put("orderNo", "SO-2026-1187")
        .put("createdAt", "2026-11-24T09:12:05+08:00")
        .put("customer", new Obj().put("code", "C001").put("name", "示例客户"))
        .put("currency", "CNY")
        .put("ship-to", new Obj().put("name", "李雷").put("city", "上海"))
        .put("remark", "装车前电话确认")
        .put("owner", new Obj().put("lastName", "Zhang").put("firstName", "Wei"))
        .put("lines", List.of(line(10, "FL-PUMP-40", "离心泵 40-160"), line(20, "FL-SEAL-2", "密封")))
        .put("status", "confirmed");
  }

  private static Obj line(int no, String sku, String name) {
    return new Obj()
        .put("no", Num.of(no))
        .put("sku", sku)
        .put("name", name)
        .put("unit", "pcs")
        .put("dueDate", "2026-12-08")
        .put("qty", Num.of(12))
        .put("price", Num.ofText("1480.00"))
        .put("taxRate", Num.ofText("0.13"));
  }

  private static Obj bill() {
    Obj item =
        new Obj()
            .put("FSeq", Num.of(10))
            .put("FMaterialId", new Obj().put("FNumber", "FL-PUMP-40"))
            .put("FMaterialName", "离心泵 40-160")
            .put("FDeliveryDate", "2026-12-08")
            .put("FQty", Num.of(12))
            .put("FPrice", Num.ofText("1480.00"))
            .put("FEntryTaxRate", Num.ofText("13.00"))
            .put("FAmount", Num.ofText("20068.80"));
    return new Obj()
        .put("FBillNo", "SO-2026-1187")
        .put("FDate", "2026-11-24")
        .put("FCustId", new Obj().put("FNumber", "1001"))
        .put("FSettleCurrId", new Obj().put("FNumber", "PRE001"))
        .put("FSalerName", "Zhang Wei")
        .put("FEntity", List.of(item, item))
        .put("FTotal", Num.ofText("21268.86"));
  }

  public static Sample sample() {
    return new Sample("order-1.json", Map.of("order", List.of(order())));
  }

  /** A previewer that always gives the picture's values: for views, not for meaning. */
  public static Previewer canned() {
    return request -> {
      Object record =
          request.sample() == null
              ? fieldloom.model.value.Absent.ABSENT
              : request.sample().of("order").getFirst();
      List<Problem> problems =
          List.of(
              new Problem(
                  Problem.Severity.WARNING,
                  "required-unmapped",
                  Problem.Place.of(-1, "FEntity[].FUnitID.FNumber"),
                  "Required and without a rule",
                  "Link a field."),
              new Problem(
                  Problem.Severity.WARNING,
                  "may-lose",
                  Problem.Place.of(13, "FEntity[].FMaterialName"),
                  "255 → 80",
                  "Shorten it with LEFT."));
      boolean whole = request.mapping().rules().size() > 13;
      Outcome outcome =
          request.sample() == null
              ? null
              : new Outcome(Map.of("bill", List.of(whole ? bill() : new Obj())), List.of());
      return new Preview(
          request.mapping(),
          record,
          Map.of(),
          whole ? problems : List.of(),
          outcome,
          null,
          Duration.ofMillis(11));
    };
  }

  /** A session on the whole mapping with its sample; everything happens at once. */
  public static EditorSession session() {
    return session(mapping());
  }

  /** A session whose values are those of the pictures, whatever the rules give. */
  public static EditorSession session(Mapping mapping) {
    return session(mapping, canned());
  }

  /** A session with the engine behind it. */
  public static EditorSession computed(Mapping mapping) {
    return session(mapping, Previewer.engine());
  }

  private static EditorSession session(Mapping mapping, Previewer previewer) {
    EditorSession session =
        new EditorSession(mapping, schemas(), Autosaver.none(), previewer, SessionThreads.direct());
    session.setSample(sample());
    return session;
  }
}
