package fieldloom.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sample mapping as a programmer would write it by hand: Jackson's streaming parser and
 * generator, exact decimals, strict dates, the same checks. What the engine is measured against.
 * Not thread-safe.
 */
final class StreamingPeer {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
  private static final Map<String, String> CURRENCIES =
      Map.of("CNY", "PRE001", "HKD", "PRE002", "EUR", "PRE003", "JPY", "PRE004", "USD", "PRE007");
  private static final Map<String, String> UNITS =
      Map.of(
          "PCS", "Pcs", "个", "Pcs", "SET", "Set", "套", "Set", "KG", "kg", "千克", "kg", "M", "m", "米",
          "m", "BOX", "Box", "箱", "Box");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int NAME_LENGTH = 80;
  private static final SerializableString LINE_END = new SerializedString("\n");

  private final Map<String, String> customers;
  private final String organisation;
  private final JsonFactory factory = new JsonFactory();
  private final PeerOrder order = new PeerOrder();

  StreamingPeer(Map<String, String> customers, String organisation) {
    this.customers = Map.copyOf(customers);
    this.organisation = organisation;
  }

  /**
   * Writes the bill of each order, a line each.
   *
   * @param orders UTF-8 JSON, an order a line
   * @throws IllegalArgumentException where an order cannot become a bill
   */
  void run(byte[] orders, OutputStream bills) throws IOException {
    try (JsonParser in = factory.createParser(orders);
        JsonGenerator out = factory.createGenerator(bills)) {
      out.setRootValueSeparator(LINE_END);
      while (in.nextToken() == JsonToken.START_OBJECT) {
        PeerReader.read(in, order);
        write(out);
      }
      out.writeRaw('\n');
    }
  }

  private void write(JsonGenerator out) throws IOException {
    OffsetDateTime created = OffsetDateTime.parse(required(order.createdAt, "createdAt"));
    String currency = required(order.currency, "currency");
    boolean export = !currency.equals("CNY");
    out.writeStartObject();
    out.writeStringField("FBillNo", required(order.orderNo, "orderNo"));
    out.writeStringField("FDate", created.toLocalDate().toString());
    numbered(out, "FBillTypeID", "XSDD01_SYS");
    numbered(out, "FCustId", lookup(customers, required(order.customer, "customer.code")));
    numbered(out, "FSettleCurrId", lookup(CURRENCIES, currency));
    if (order.hasReceiver()) {
      out.writeObjectFieldStart("FReceive");
      text(out, "FContact", order.contact);
      text(out, "FPhone", order.phone);
      text(out, "FCity", order.city);
      text(out, "FAddress", order.address);
      out.writeEndObject();
    }
    out.writeStringField("FNote", order.remark != null ? order.remark : "无");
    if (order.hasOwner) {
      out.writeStringField("FSalerName", name(order.lastName) + " " + name(order.firstName));
    }
    numbered(out, "FSaleDeptId", department(order.channel));
    BigDecimal total = entries(out);
    out.writeNumberField("FTotal", total);
    numbered(out, "FSaleOrgId", organisation);
    out.writeStringField("FDocumentStatus", "confirmed".equals(order.status) ? "A" : "Z");
    out.writeStringField("FCreateTime", MOMENT.format(created.atZoneSameInstant(SHANGHAI)));
    if (export) {
      out.writeFieldName("FExchangeRate");
      out.writeNumber(order.exchangeRate != null ? order.exchangeRate : "1");
    }
    if (order.crmId != null) {
      out.writeStringField("F_CRM_Id", order.crmId);
    }
    if (order.opportunityId != null) {
      out.writeFieldName("F_CRM_OppId");
      out.writeNumber(order.opportunityId);
    }
    out.writeBooleanField("F_FL_Urgent", order.urgent);
    out.writeNumberField("F_FL_Lines", order.lineCount);
    out.writeEndObject();
  }

  private BigDecimal entries(JsonGenerator out) throws IOException {
    Arrays.sort(order.lines, 0, order.lineCount, Comparator.comparingInt(line -> line.no));
    BigDecimal total = BigDecimal.ZERO;
    out.writeArrayFieldStart("FEntity");
    for (int i = 0; i < order.lineCount; i++) {
      total = total.add(entry(out, order.lines[i]));
    }
    out.writeEndArray();
    return total;
  }

  private static BigDecimal entry(JsonGenerator out, PeerOrder.Line line) throws IOException {
    String name = line.name.present ? line.name.value : null;
    if (name != null && name.codePointCount(0, name.length()) > NAME_LENGTH) {
      throw new IllegalArgumentException("name is longer than " + NAME_LENGTH);
    }
    BigDecimal amount =
        line.qty
            .multiply(line.price)
            .multiply(BigDecimal.ONE.add(line.taxRate))
            .setScale(2, RoundingMode.HALF_UP);
    out.writeStartObject();
    out.writeNumberField("FSeq", line.no);
    numbered(out, "FMaterialId", line.sku);
    text(out, "FMaterialName", line.name);
    numbered(out, "FUnitID", lookup(UNITS, line.unit.strip().toUpperCase(Locale.ROOT)));
    out.writeStringField("FDeliveryDate", LocalDate.parse(line.dueDate).toString());
    out.writeNumberField("FQty", line.qty);
    out.writeNumberField("FPrice", line.price);
    BigDecimal percent = line.taxRate.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    out.writeNumberField("FEntryTaxRate", percent);
    out.writeNumberField("FAmount", amount);
    out.writeEndObject();
    return amount;
  }

  private static String department(@Nullable String channel) {
    return switch (channel) {
      case "online" -> "BM000002";
      case "dealer" -> "BM000003";
      case null, default -> "BM000001";
    };
  }

  private static void text(JsonGenerator out, String field, PeerOrder.Text text)
      throws IOException {
    if (text.present) {
      out.writeStringField(field, text.value);
    }
  }

  private static void numbered(JsonGenerator out, String field, String number) throws IOException {
    out.writeObjectFieldStart(field);
    out.writeStringField("FNumber", number);
    out.writeEndObject();
  }

  private static String name(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static String lookup(Map<String, String> table, String key) {
    return required(table.get(key), key);
  }

  private static String required(@Nullable String value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("there is no " + what);
    }
    return value;
  }
}
