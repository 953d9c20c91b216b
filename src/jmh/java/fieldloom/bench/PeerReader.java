package fieldloom.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order behind its opening brace, its fields in any order, keeping the lines that have a
 * quantity.
 */
final class PeerReader {
  private PeerReader() {}

  static void read(JsonParser in, PeerOrder order) throws IOException {
    order.clear();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "orderNo" -> order.orderNo = in.getText();
        case "createdAt" -> order.createdAt = in.getText();
        case "customer" -> customer(in, order);
        case "currency" -> order.currency = in.getText();
        case "ship-to" -> shipTo(in, order);
        case "remark" -> order.remark = text(in);
        case "owner" -> owner(in, order);
        case "lines" -> lines(in, order);
        case "status" -> order.status = in.getText();
        case "extras" -> extras(in, order);
        default -> in.skipChildren();
      }
    }
  }

  private static void customer(JsonParser in, PeerOrder order) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "code" -> order.customer = in.getText();
        default -> in.skipChildren();
      }
    }
  }

  private static void shipTo(JsonParser in, PeerOrder order) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "contact" -> order.contact.set(text(in));
        case "phone" -> order.phone.set(text(in));
        case "city" -> order.city.set(text(in));
        case "address" -> order.address.set(text(in));
        default -> in.skipChildren();
      }
    }
  }

  private static void owner(JsonParser in, PeerOrder order) throws IOException {
    order.hasOwner = true;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "lastName" -> order.lastName = in.getText();
        case "firstName" -> order.firstName = in.getText();
        default -> in.skipChildren();
      }
    }
  }

  private static void lines(JsonParser in, PeerOrder order) throws IOException {
    while (in.nextToken() == JsonToken.START_OBJECT) {
      PeerOrder.Line line = order.nextLine();
      line(in, line);
      if (line.qty.signum() > 0) {
        order.lineCount++;
      }
    }
  }

  private static void line(JsonParser in, PeerOrder.Line line) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "no" -> line.no = in.getIntValue();
        case "sku" -> line.sku = in.getText();
        case "name" -> line.name.set(text(in));
        case "unit" -> line.unit = in.getText();
        case "dueDate" -> line.dueDate = in.getText();
        case "qty" -> line.qty = in.getDecimalValue();
        case "price" -> line.price = in.getDecimalValue();
        case "taxRate" -> line.taxRate = in.getDecimalValue();
        default -> in.skipChildren();
      }
    }
  }

  private static void extras(JsonParser in, PeerOrder order) throws IOException {
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "crmId" -> order.crmId = in.getText();
        // Both are only passed on, so their digits are kept as they stand.
        case "opportunityId" -> order.opportunityId = in.getText();
        case "exchangeRate" -> order.exchangeRate = in.getText();
        case "channel" -> order.channel = in.getText();
        case "urgent" -> order.urgent = in.getBooleanValue();
        default -> in.skipChildren();
      }
    }
  }

  private static @Nullable String text(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
  }
}
