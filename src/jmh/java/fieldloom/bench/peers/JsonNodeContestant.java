package fieldloom.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/** Hand-written code on Jackson's tree. */
final class JsonNodeContestant implements TreeContestant {
  private final ObjectMapper mapper = Json.mapper();

  private final Dates dates;

  JsonNodeContestant(Dates dates) {
    this.dates = dates;
  }

  @Override
  public Object read(byte[] order) throws IOException {
    return mapper.readTree(order);
  }

  @Override
  public void write(Object bill, OutputStream bills) throws IOException {
    mapper.writeValue(bills, bill);
  }

  @Override
  public Object mapTree(Object tree) {
    JsonNode order = (JsonNode) tree;
    JsonNode customer = order.get("customer");
    JsonNode address = customer.get("address");
    ObjectNode bill = mapper.createObjectNode();
    bill.set("FBillNo", order.get("orderId"));
    bill.set("FSourceNo", order.get("externalRef"));
    bill.put("FDate", dates.isoDay(order.get("createdAt").textValue()));
    bill.put("FDeliveryDate", dates.slashedDay(order.get("requestedDelivery").textValue()));
    bill.put("FStatus", Rules.status(order.get("status").textValue()));
    bill.set("FChannel", order.get("channel"));
    bill.putObject("FCurrencyId").set("FNumber", order.get("currency"));
    bill.putObject("FSaleOrgId").set("FNumber", order.get("salesOrg"));
    bill.putObject("FSalerId").set("FNumber", order.get("salesRepId"));
    bill.set("FPayTerm", order.get("paymentTerm"));
    bill.put("FIncoterm", Rules.orElse(order.get("incoterm").textValue(), "EXW"));
    bill.set("FPriority", order.get("priority"));
    bill.set("FRush", order.get("rush"));
    bill.put("FRemark", Rules.orElse(order.get("remark").textValue(), "none"));
    ObjectNode target = bill.putObject("FCustomer");
    target.set("FNumber", customer.get("id"));
    target.put(
        "FName",
        customer.get("lastName").textValue() + ", " + customer.get("firstName").textValue());
    target.set("FTaxNo", customer.get("taxNo"));
    target.put("FEmail", Rules.orElse(customer.get("email").textValue(), "n/a"));
    ObjectNode targetAddress = target.putObject("FAddress");
    targetAddress.set("FStreet", address.get("street"));
    targetAddress.set("FCity", address.get("city"));
    targetAddress.set("FZip", address.get("postalCode"));
    targetAddress.set("FCountry", address.get("country"));
    ArrayNode entries = bill.putArray("FEntry");
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode line : order.get("lines")) {
      BigDecimal qty = line.get("qty").decimalValue();
      if (qty.signum() > 0) {
        total = total.add(addEntry(entries.addObject(), line, qty));
      }
    }
    bill.put("FTotal", total);
    bill.put("FGrade", Rules.grade(total));
    return bill;
  }

  private BigDecimal addEntry(ObjectNode entry, JsonNode line, BigDecimal qty) {
    BigDecimal amount =
        Rules.amount(qty, line.get("price").decimalValue(), line.get("taxRate").decimalValue());
    entry.set("FSeq", line.get("lineNo"));
    entry.putObject("FMaterialId").set("FNumber", line.get("material"));
    entry.set("FQty", line.get("qty"));
    entry.set("FPrice", line.get("price"));
    entry.set("FTaxRate", line.get("taxRate"));
    entry.put("FUnit", Rules.unit(line.get("unit").textValue()));
    entry.putObject("FStockId").set("FNumber", line.get("warehouse"));
    entry.put("FDeliveryDate", dates.slashedDay(line.get("deliveryDate").textValue()));
    entry.put("FNote", Rules.orElse(line.get("note").textValue(), ""));
    entry.put("FAmount", amount);
    entry.put("FClass", Rules.grade(amount));
    return amount;
  }
}
