package fieldloom.bench;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the streaming peer holds of an order while it reads one; reused for the next. */
final class PeerOrder {
  @Nullable String orderNo;
  @Nullable String createdAt;
  @Nullable String customer;
  @Nullable String currency;
  @Nullable String remark;
  @Nullable String status;
  boolean hasOwner;
  @Nullable String lastName;
  @Nullable String firstName;
  final Text contact = new Text();
  final Text phone = new Text();
  final Text city = new Text();
  final Text address = new Text();
  @Nullable String crmId;
  @Nullable String opportunityId;
  @Nullable String channel;
  @Nullable String exchangeRate;
  boolean urgent;
  Line[] lines = new Line[16];
  int lineCount;

  /** A text that may be absent, null or there. */
  static final class Text {
    boolean present;
    @Nullable String value;

    void set(@Nullable String text) {
      present = true;
      value = text;
    }
  }

  /** A line of the order. */
  static final class Line {
    int no;
    String sku = "";
    final Text name = new Text();
    String unit = "";
    String dueDate = "";
    BigDecimal qty = BigDecimal.ZERO;
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal taxRate = BigDecimal.ZERO;
  }

  void clear() {
    orderNo = null;
    createdAt = null;
    customer = null;
    currency = null;
    remark = null;
    status = null;
    hasOwner = false;
    lastName = null;
    firstName = null;
    contact.present = false;
    phone.present = false;
    city.present = false;
    address.present = false;
    crmId = null;
    opportunityId = null;
    channel = null;
    exchangeRate = null;
    urgent = false;
    lineCount = 0;
  }

  boolean hasReceiver() {
    return contact.present || phone.present || city.present || address.present;
  }

  /** The holder that the next line is read into; {@link #lineCount} goes up when it is kept. */
  Line nextLine() {
    if (lineCount == lines.length) {
      lines = Arrays.copyOf(lines, lineCount * 2);
    }
    Line line = lines[lineCount];
    if (line == null) {
      line = new Line();
      lines[lineCount] = line;
    }
    line.name.present = false;
    return line;
  }
}
