package fieldloom.bench.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;

/** Hand-written Jackson streaming code: the practical limit. */
final class StreamingContestant implements Contestant {
  private final JsonFactory factory = Json.factory();
  private final StreamingOrder order = new StreamingOrder();
  private final Dates dates;

  StreamingContestant(Dates dates) {
    this.dates = dates;
  }

  @Override
  public void map(byte[] document, OutputStream bills) throws IOException {
    try (JsonParser in = factory.createParser(document)) {
      in.nextToken();
      order.read(in);
    }
    try (JsonGenerator out = factory.createGenerator(bills)) {
      writeBill(out);
    }
  }

  private void writeBill(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("FBillNo", order.orderId);
    out.writeStringField("FSourceNo", order.externalRef);
    out.writeStringField("FDate", dates.isoDay(order.createdAt));
    out.writeStringField("FDeliveryDate", dates.slashedDay(order.requestedDelivery));
    out.writeStringField("FStatus", Rules.status(order.status));
    out.writeStringField("FChannel", order.channel);
    writeNumbered(out, "FCurrencyId", order.currency);
    writeNumbered(out, "FSaleOrgId", order.salesOrg);
    writeNumbered(out, "FSalerId", order.salesRepId);
    out.writeStringField("FPayTerm", order.paymentTerm);
    out.writeStringField("FIncoterm", Rules.orElse(order.incoterm, "EXW"));
    out.writeNumberField("FPriority", order.priority);
    out.writeBooleanField("FRush", order.rush);
    out.writeStringField("FRemark", Rules.orElse(order.remark, "none"));
    writeCustomer(out);
    out.writeArrayFieldStart("FEntry");
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < order.lineCount; i++) {
      total = total.add(writeEntry(out, order.lines[i]));
    }
    out.writeEndArray();
    out.writeNumberField("FTotal", total);
    out.writeStringField("FGrade", Rules.grade(total));
    out.writeEndObject();
  }

  private void writeCustomer(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("FCustomer");
    out.writeStringField("FNumber", order.customerId);
    out.writeStringField("FName", order.lastName + ", " + order.firstName);
    out.writeStringField("FTaxNo", order.taxNo);
    out.writeStringField("FEmail", Rules.orElse(order.email, "n/a"));
    out.writeObjectFieldStart("FAddress");
    out.writeStringField("FStreet", order.street);
    out.writeStringField("FCity", order.city);
    out.writeStringField("FZip", order.postalCode);
    out.writeStringField("FCountry", order.country);
    out.writeEndObject();
    out.writeEndObject();
  }

  private BigDecimal writeEntry(JsonGenerator out, StreamingOrder.Line line) throws IOException {
    BigDecimal amount = Rules.amount(line.qty, line.price, line.taxRate);
    out.writeStartObject();
    out.writeNumberField("FSeq", line.lineNo);
    writeNumbered(out, "FMaterialId", line.material);
    out.writeNumberField("FQty", line.qty);
    out.writeNumberField("FPrice", line.price);
    out.writeNumberField("FTaxRate", line.taxRate);
    out.writeStringField("FUnit", Rules.unit(line.unit));
    writeNumbered(out, "FStockId", line.warehouse);
    out.writeStringField("FDeliveryDate", dates.slashedDay(line.deliveryDate));
    out.writeStringField("FNote", Rules.orElse(line.note, ""));
    out.writeNumberField("FAmount", amount);
    out.writeStringField("FClass", Rules.grade(amount));
    out.writeEndObject();
    return amount;
  }

  private static void writeNumbered(JsonGenerator out, String field, String number)
      throws IOException {
    out.writeObjectFieldStart(field);
    out.writeStringField("FNumber", number);
    out.writeEndObject();
  }
}
