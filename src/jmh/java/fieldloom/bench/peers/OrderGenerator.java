package fieldloom.bench.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * Makes "sales order" documents, of about 2.4 KB where they have ten lines; the same seed always
 * gives the same bytes.
 */
public final class OrderGenerator {
  /** Of the documents that are measured. */
  public static final long SEED = 20260131L;

  private static final String[] STATUSES = {"NEW", "CONFIRMED", "SHIPPED", "CLOSED", "CANCELLED"};
  private static final String[] UNITS = {"PCE", "KGM", "MTR", "BOX", "LTR"};
  private static final String[] CURRENCIES = {"CNY", "EUR", "USD", "JPY"};
  private static final String[] TAX_RATES = {"0.13", "0.09", "0.06", "0", "0.055"};
  private static final String[] FIRST = {
    "Anna", "Wei", "José", "Mary Ann", "Li", "Søren", "Fatima", "Kim"
  };
  private static final String[] LAST = {
    "Schmidt", "王", "García", "O'Neil", "Zhang", "Ødegård", "Khan", "Park"
  };
  private static final String[] CITIES = {
    "Shanghai", "Hamburg", "São Paulo", "Osaka", "Leeds", "Suzhou"
  };
  private static final String[] NOTES = {
    "deliver to dock 4",
    "call before arrival",
    "fragile, \"this side up\"",
    "加急处理",
    "palletised\tstack of 2"
  };

  private final JsonFactory factory = new JsonFactory();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(4096);
  private final SplittableRandom random;
  private final int lines;
  private int serial;

  /** Orders of ten lines. */
  public OrderGenerator(long seed) {
    this(seed, 10);
  }

  /**
   * @param lines how many lines an order has, those without quantity included
   */
  public OrderGenerator(long seed, int lines) {
    this.random = new SplittableRandom(seed);
    this.lines = lines;
  }

  /** A fixed pool of documents for benchmarks and checks. */
  public static byte[][] pool(int size) {
    OrderGenerator generator = new OrderGenerator(SEED);
    byte[][] documents = new byte[size][];
    for (int i = 0; i < size; i++) {
      documents[i] = generator.next();
    }
    return documents;
  }

  /** The next order, compact UTF-8 JSON without a line end. */
  public byte[] next() {
    buffer.reset();
    try (JsonGenerator out = factory.createGenerator(buffer)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  private void write(JsonGenerator out) throws IOException {
    int n = ++serial;
    out.writeStartObject();
    out.writeStringField("orderId", "SO-2026-" + pad(n, 7));
    out.writeStringField("externalRef", "WEB/" + Long.toHexString(random.nextLong() >>> 16));
    out.writeStringField("createdAt", timestamp());
    out.writeStringField("updatedAt", timestamp());
    out.writeStringField("requestedDelivery", timestamp());
    out.writeStringField("currency", pick(CURRENCIES));
    out.writeStringField("status", pick(STATUSES));
    out.writeStringField("channel", random.nextBoolean() ? "WEB" : "EDI");
    out.writeStringField("salesOrg", String.valueOf(1000 + random.nextInt(20) * 10));
    out.writeStringField("division", pad(random.nextInt(100), 2));
    out.writeStringField("paymentTerm", random.nextBoolean() ? "NET30" : "NET60");
    if (random.nextInt(3) == 0) {
      out.writeNullField("incoterm");
    } else {
      out.writeStringField("incoterm", "FOB");
    }
    out.writeNumberField("priority", random.nextInt(1, 6));
    out.writeBooleanField("rush", random.nextInt(4) == 0);
    out.writeStringField("plant", "PL-" + pad(random.nextInt(40), 2));
    out.writeStringField("salesRepId", "E" + (1000 + random.nextInt(500)));
    out.writeObjectFieldStart("customer");
    out.writeStringField("id", "C" + pad(random.nextInt(100_000), 6));
    out.writeStringField("firstName", pick(FIRST));
    out.writeStringField("lastName", pick(LAST));
    out.writeStringField("taxNo", "DE" + pad(random.nextInt(999_999_999), 9));
    if (random.nextInt(4) == 0) {
      out.writeNullField("email");
    } else {
      out.writeStringField("email", "buyer" + random.nextInt(10_000) + "@example.org");
    }
    out.writeObjectFieldStart("address");
    out.writeStringField("street", random.nextInt(1, 300) + " Harbour Road");
    out.writeStringField("city", pick(CITIES));
    out.writeStringField("postalCode", pad(random.nextInt(100_000), 5));
    out.writeStringField("region", "R" + random.nextInt(30));
    out.writeStringField("country", random.nextBoolean() ? "CN" : "DE");
    out.writeEndObject();
    out.writeEndObject();
    if (random.nextBoolean()) {
      out.writeNullField("remark");
    } else {
      out.writeStringField("remark", pick(NOTES));
    }
    out.writeArrayFieldStart("lines");
    for (int i = 1; i <= lines; i++) {
      writeLine(out, i);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeLine(JsonGenerator out, int lineNo) throws IOException {
    out.writeStartObject();
    out.writeNumberField("lineNo", lineNo * 10);
    out.writeStringField("material", "MAT-" + pad(random.nextInt(1_000_000), 8));
    out.writeFieldName("qty");
    // The first line is always kept, so that no document ends up without lines.
    int kind = lineNo == 1 ? 9 : random.nextInt(10);
    if (kind == 0) {
      out.writeNumber(0);
    } else if (kind == 1) {
      out.writeNumber(-random.nextInt(1, 5));
    } else if (kind < 6) {
      out.writeNumber(random.nextInt(1, 200));
    } else {
      out.writeNumber(BigDecimal.valueOf(random.nextInt(1, 100_000), 3));
    }
    out.writeFieldName("price");
    out.writeNumber(BigDecimal.valueOf(random.nextInt(1, 500_000), random.nextInt(2, 5)));
    out.writeFieldName("taxRate");
    out.writeNumber(new BigDecimal(pick(TAX_RATES)));
    out.writeStringField("unit", pick(UNITS));
    out.writeStringField("warehouse", "WH-" + pad(random.nextInt(60), 3));
    out.writeStringField("deliveryDate", timestamp());
    if (random.nextInt(3) != 0) {
      out.writeNullField("note");
    } else {
      out.writeStringField("note", pick(NOTES));
    }
    out.writeEndObject();
  }

  private String timestamp() {
    return "2026-"
        + pad(random.nextInt(1, 13), 2)
        + "-"
        + pad(random.nextInt(1, 29), 2)
        + "T"
        + pad(random.nextInt(24), 2)
        + ":"
        + pad(random.nextInt(60), 2)
        + ":00+08:00";
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String pad(int value, int width) {
    String digits = Integer.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
