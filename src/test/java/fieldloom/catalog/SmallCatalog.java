package fieldloom.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A catalog of a few documents, written in the test. */
public final class SmallCatalog implements FileSet {
  private final Map<String, String> files = new TreeMap<>();

  private SmallCatalog() {}

  /** No documents, no systems. */
  public static SmallCatalog empty() {
    return new SmallCatalog().systems();
  }

  /** Sales orders, an item and a count of stock in three systems and one vendor's product. */
  public static SmallCatalog ofOrders() {
    return new SmallCatalog()
        .systems(
            "kingdee-galaxy:vendor:Kingdee Galaxy:金蝶云星空",
            "crm:system:CRM:客户关系",
            "erp:system:ERP:企业资源",
            "mrp:system:MRP:物料需求")
        .document(
            "crm/sales-order",
            "Sales order",
            "销售订单",
            "orderNo:Order number:订单号",
            "amount:Amount:金额",
            "bank:Bank:银行",
            "gross:Weight:重量")
        .sample("crm/samples/sales-order-1.json", "{\"orderNo\":\"SO-1\",\"amount\":12.50}")
        .sample("crm/samples/sales-order-2.json", "{\"orderNo\":\"SO-2\",\"amount\":1e2}")
        .sample("crm/samples/sales-order-10.json", "{\"orderNo\":\"SO-10\",\"amount\":3}")
        .document("crm/sales-order-change", "Sales order change", "销售订单变更单", "reason:Reason:原因")
        .sample("crm/samples/sales-order-change-1.json", "{\"reason\":\"later\"}")
        .document("erp/item", "Item", "物料", "FNumber:Number:编码", "FSalesUnit:Sales unit:销售单位")
        .document("erp/sales-order", "Sales order", "销售订单", "FBillNo:Bill number:单据编号")
        .document("erp/stock-count", "Stock count", "盘点单", "FDate:Date:日期", "FItem:Item:物料");
  }

  /** Each as {@code id:kind:name:Chinese title}. */
  private SmallCatalog systems(String... systems) {
    StringBuilder json = new StringBuilder("{\"systems\": [");
    for (String system : systems) {
      String[] parts = system.split(":");
      json.append(json.length() > 13 ? "," : "")
          .append(
              """
              {"id": "%s", "kind": "%s", "name": "%s", "title": {"en": "Of %s", "zh": "%s"},
               "sentence": {"en": "What it holds", "zh": "内容"}, "icon": "users"}
              """
                  .formatted(parts[0], parts[1], parts[2], parts[0], parts[3]));
    }
    return file("systems.json", json + "]}");
  }

  /**
   * Adds a document.
   *
   * @param fields each as {@code name:English title:Chinese title}
   */
  public SmallCatalog document(String id, String english, String chinese, String... fields) {
    StringBuilder properties = new StringBuilder();
    for (String field : fields) {
      String[] parts = field.split(":");
      properties
          .append(properties.isEmpty() ? "" : ",")
          .append(
              """
              "%s": {"title": "%s", "x-title-zh": "%s", "type": "string", "maxLength": 30}
              """
                  .formatted(parts[0], parts[1], parts[2]));
    }
    return file(
        id + ".schema.json",
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "%s",
         "x-title-zh": "%s", "description": "What %s is.", "type": "object",
         "properties": {%s}, "required": ["%s"], "additionalProperties": false}
        """
            .formatted(english, chinese, id, properties, fields[0].split(":")[0]));
  }

  /** Adds a sample. */
  public SmallCatalog sample(String path, String json) {
    return file(path, json);
  }

  /** Puts a file there, or another in its place. */
  public SmallCatalog file(String path, String content) {
    files.put(path, content);
    return this;
  }

  /** The catalog of these files. */
  public Catalog read() {
    try {
      return Catalog.read(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public byte[] read(String path) throws IOException {
    String content = files.get(path);
    if (content == null) {
      throw new FileNotFoundException(path);
    }
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
