package fieldloom.bench.peers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the streaming code holds of an order while it reads one, in reused holders, as the fields of
 * an order come in any order. Lines without a quantity are left out.
 */
final class StreamingOrder {
  String orderId = "";
  String externalRef = "";
  String createdAt = "";
  String requestedDelivery = "";
  String currency = "";
  String status = "";
  String channel = "";
  String salesOrg = "";
  String paymentTerm = "";
  @Nullable String incoterm;
  int priority;
  boolean rush;
  String salesRepId = "";
  String customerId = "";
  String firstName = "";
  String lastName = "";
  String taxNo = "";
  @Nullable String email;
  String street = "";
  String city = "";
  String postalCode = "";
  String country = "";
  @Nullable String remark;
  Line[] lines = new Line[16];
  int lineCount;

  /** A line of the order. */
  static final class Line {
    int lineNo;
    String material = "";
    BigDecimal qty = BigDecimal.ZERO;
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal taxRate = BigDecimal.ZERO;
    String unit = "";
    String warehouse = "";
    String deliveryDate = "";
    @Nullable String note;
  }

  /** Reads an order behind its opening brace. */
  void read(JsonParser in) throws IOException {
    lineCount = 0;
    email = null;
    incoterm = null;
    remark = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "orderId" -> orderId = in.getText();
        case "externalRef" -> externalRef = in.getText();
        case "createdAt" -> createdAt = in.getText();
        case "requestedDelivery" -> requestedDelivery = in.getText();
        case "currency" -> currency = in.getText();
        case "status" -> status = in.getText();
        case "channel" -> channel = in.getText();
        case "salesOrg" -> salesOrg = in.getText();
        case "paymentTerm" -> paymentTerm = in.getText();
        case "incoterm" -> incoterm = textOrNull(in, token);
        case "priority" -> priority = in.getIntValue();
        case "rush" -> rush = in.getBooleanValue();
        case "salesRepId" -> salesRepId = in.getText();
        case "customer" -> readCustomer(in);
        case "remark" -> remark = textOrNull(in, token);
        case "lines" -> readLines(in);
        default -> in.skipChildren();
      }
    }
  }

  private void readCustomer(JsonParser in) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "id" -> customerId = in.getText();
        case "firstName" -> firstName = in.getText();
        case "lastName" -> lastName = in.getText();
        case "taxNo" -> taxNo = in.getText();
        case "email" -> email = textOrNull(in, token);
        case "address" -> readAddress(in);
        default -> in.skipChildren();
      }
    }
  }

  private void readAddress(JsonParser in) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "street" -> street = in.getText();
        case "city" -> city = in.getText();
        case "postalCode" -> postalCode = in.getText();
        case "country" -> country = in.getText();
        default -> in.skipChildren();
      }
    }
  }

  private void readLines(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.START_OBJECT) {
      if (lineCount == lines.length) {
        lines = Arrays.copyOf(lines, lineCount * 2);
      }
      Line line = lines[lineCount];
      if (line == null) {
        line = new Line();
        lines[lineCount] = line;
      }
      readLine(in, line);
      if (line.qty.signum() > 0) {
        lineCount++;
      }
    }
  }

  private static void readLine(JsonParser in, Line line) throws IOException {
    line.note = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "lineNo" -> line.lineNo = in.getIntValue();
        case "material" -> line.material = in.getText();
        case "qty" -> line.qty = in.getDecimalValue();
        case "price" -> line.price = in.getDecimalValue();
        case "taxRate" -> line.taxRate = in.getDecimalValue();
        case "unit" -> line.unit = in.getText();
        case "warehouse" -> line.warehouse = in.getText();
        case "deliveryDate" -> line.deliveryDate = in.getText();
        case "note" -> line.note = textOrNull(in, token);
        default -> in.skipChildren();
      }
    }
  }

  private static @Nullable String textOrNull(JsonParser in, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL ? null : in.getText();
  }
}
