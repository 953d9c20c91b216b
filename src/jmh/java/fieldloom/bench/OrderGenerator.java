package fieldloom.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Makes orders as the sample workspace's CRM writes them, one JSON text each. The same seed and
 * number always give the same text. The benchmark sources hold the same class; a test keeps the two
 * equal.
 */
public final class OrderGenerator {
  /** The seed of the sample's own orders and of every recorded measurement. */
  public static final long SEED = 20_261_124L;

  private static final String[] LAST = {"Zhang", "王", "李", "陈", "欧阳", "O'Neil", "García", "刘"};
  private static final String[] FIRST = {"Wei", "秀英", "明月", "Anna", "思远", "José", "健", "丽华"};
  private static final String[] CITIES = {"苏州", "宁波", "无锡", "上海", "佛山", "成都", "青岛", "长沙"};
  private static final String[] STREETS = {"星湖街", "天府大道", "解放路", "Harbour Road", "人民中路"};
  private static final String[] REMARKS = {
    "装车前电话确认", "加急处理", "deliver to dock 4", "易碎, \"此面朝上\"", "palletised\tstack of 2"
  };

  /** Material, name, list price in cents, and how sales people write its unit. */
  private static final List<Goods> GOODS =
      List.of(
          new Goods("FL-PUMP-40", "离心泵 40-160", 148_000, "pcs", "个", "Pcs "),
          new Goods("FL-PUMP-65", "离心泵 65-200", 326_000, "pcs", "个", "PCS"),
          new Goods("FL-VALV-50", "闸阀 DN50", 41_275, "pcs", "个"),
          new Goods("FL-SEAL-12", "机械密封 12 mm", 26_550, "set", "套", " Set"),
          new Goods("FL-BOLT-M8", "六角螺栓 M8×40", 19, "个", "pcs"),
          new Goods("FL-OIL-46", "液压油 46#", 2_398, "kg", "千克"),
          new Goods("FL-PIPE-50", "无缝钢管 DN50", 3_613, "m", "米"),
          new Goods("FL-GASK-50", "石墨垫片 DN50", 201, "box", "箱"));

  private static final String[] TAX_RATES = {"0.13", "0.13", "0.13", "0.09", "0.06", "0", "0.055"};
  private static final String[] CHANNELS = {"direct", "online", "dealer"};
  private static final String[] STATES = {"confirmed", "confirmed", "confirmed", "draft"};

  private record Goods(String sku, String name, int cents, String... units) {
    boolean divisible() {
      return units[0].equals("kg") || units[0].equals("m");
    }
  }

  private final long seed;
  private final long badEvery;

  /**
   * @param badEvery one record of that many is bad, the one in the middle of them; 0 for none
   */
  public OrderGenerator(long seed, long badEvery) {
    this.seed = seed;
    this.badEvery = badEvery;
  }

  /** What can be wrong with an order, in the order in which bad records take turns. */
  public enum Fault {
    NONE,
    UNKNOWN_CUSTOMER,
    IMPOSSIBLE_DATE,
    NO_ORDER_NUMBER,
    NAME_TOO_LONG,
    QUANTITY_IS_TEXT,
    UNKNOWN_CURRENCY,
    CUT_OFF
  }

  /**
   * Writes orders to a file, one a line: {@code FILE COUNT [BAD_EVERY [SEED]]}; BAD_EVERY is 1000
   * where it is not given.
   */
  public static void main(String[] args) throws IOException {
    long badEvery = args.length > 2 ? Long.parseLong(args[2]) : 1000;
    long seed = args.length > 3 ? Long.parseLong(args[3]) : SEED;
    new OrderGenerator(seed, badEvery).write(Path.of(args[0]), Long.parseLong(args[1]));
  }

  /** Writes the orders 1 to {@code count}, one a line. */
  public void write(Path file, long count) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long number = 1; number <= count; number++) {
        out.write(order(number));
        out.write('\n');
      }
    }
  }

  /** What is wrong with that order. */
  public Fault fault(long number) {
    if (badEvery == 0 || number % badEvery != badEvery / 2) {
      return Fault.NONE;
    }
    Fault[] faults = Fault.values();
    return faults[1 + (int) (number / badEvery % (faults.length - 1))];
  }

  /**
   * The order of that number as one line of JSON, without a line end.
   *
   * @param number from 1
   */
  public String order(long number) throws IOException {
    Random random = new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
    Fault fault = fault(number);
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      header(out, random, day, number, fault);
      int lines = 1 + random.nextInt(8);
      out.writeArrayFieldStart("lines");
      for (int i = 1; i <= lines; i++) {
        line(out, random, day, i, fault);
      }
      out.writeEndArray();
      out.writeStringField("status", pick(random, STATES));
      if (random.nextInt(10) > 0) {
        extras(out, random, exported(number));
      }
      out.writeEndObject();
    }
    String whole = text.toString();
    return fault == Fault.CUT_OFF ? whole.substring(0, whole.length() * 2 / 3) : whole;
  }

  private static void header(
      JsonGenerator out, Random random, LocalDate day, long number, Fault fault)
      throws IOException {
    out.writeStartObject();
    if (fault != Fault.NO_ORDER_NUMBER) {
      out.writeStringField("orderNo", "SO-2026-" + padded(number, 7));
    }
    String date = fault == Fault.IMPOSSIBLE_DATE ? "2026-02-30" : day.toString();
    String time = padded(random.nextInt(24), 2) + ":" + padded(random.nextInt(60), 2) + ":00";
    out.writeStringField("createdAt", date + "T" + time + "+08:00");
    out.writeObjectFieldStart("customer");
    int customer = exported(number) ? 9 + random.nextInt(4) : 1 + random.nextInt(8);
    boolean unknown = fault == Fault.UNKNOWN_CUSTOMER;
    out.writeStringField("code", unknown ? "C999" : "C" + padded(customer, 3));
    out.writeEndObject();
    String currency = exported(number) ? "USD" : "CNY";
    out.writeStringField("currency", fault == Fault.UNKNOWN_CURRENCY ? "XTS" : currency);
    if (random.nextInt(10) > 0) {
      shipTo(out, random);
    }
    switch (random.nextInt(3)) {
      case 0 -> out.writeNullField("remark");
      case 1 -> out.writeStringField("remark", pick(random, REMARKS));
      default -> {
        // One order in three has no remark at all.
      }
    }
    if (random.nextInt(20) > 0) {
      out.writeObjectFieldStart("owner");
      out.writeStringField("lastName", pick(random, LAST));
      out.writeStringField("firstName", pick(random, FIRST));
      out.writeEndObject();
    }
  }

  /** Every fifth order goes abroad. */
  private static boolean exported(long number) {
    return number % 5 == 3;
  }

  private static void shipTo(JsonGenerator out, Random random) throws IOException {
    out.writeObjectFieldStart("ship-to");
    out.writeStringField("contact", pick(random, LAST) + " " + pick(random, FIRST));
    if (random.nextInt(5) == 0) {
      out.writeNullField("phone");
    } else {
      out.writeStringField("phone", "0512-" + padded(random.nextInt(100_000_000), 8));
    }
    out.writeStringField("city", pick(random, CITIES));
    out.writeStringField("address", pick(random, STREETS) + " " + (1 + random.nextInt(900)) + " 号");
    out.writeEndObject();
  }

  private static void line(JsonGenerator out, Random random, LocalDate day, int index, Fault fault)
      throws IOException {
    Goods goods = GOODS.get(random.nextInt(GOODS.size()));
    boolean first = index == 1;
    out.writeStartObject();
    out.writeNumberField("no", index * 10);
    out.writeStringField("sku", goods.sku());
    if (first && fault == Fault.NAME_TOO_LONG) {
      out.writeStringField("name", "加长型".repeat(27));
    } else if (random.nextInt(20) > 0) {
      out.writeStringField("name", goods.name());
    }
    out.writeStringField("unit", pick(random, goods.units()));
    out.writeStringField("dueDate", day.plusDays(7 + random.nextInt(60)).toString());
    if (first && fault == Fault.QUANTITY_IS_TEXT) {
      out.writeStringField("qty", "十二");
    } else {
      out.writeFieldName("qty");
      out.writeNumber(quantity(random, goods, index));
    }
    // A list price less up to a fifth, with up to four decimals.
    BigDecimal rate = BigDecimal.valueOf(80 + random.nextInt(21), random.nextBoolean() ? 2 : 4);
    int scale = rate.scale() == 2 ? 2 : 0;
    out.writeFieldName("price");
    out.writeNumber(BigDecimal.valueOf(goods.cents(), scale).multiply(rate));
    out.writeFieldName("taxRate");
    out.writeNumber(new BigDecimal(pick(random, TAX_RATES)));
    out.writeEndObject();
  }

  /** Now and then 0, but not in the first line, so that every bill has one. */
  private static BigDecimal quantity(Random random, Goods goods, int index) {
    int kind = random.nextInt(10);
    if (kind == 0 && index > 1) {
      return BigDecimal.ZERO;
    }
    return kind < 6 || !goods.divisible()
        ? BigDecimal.valueOf(1 + random.nextInt(200))
        : BigDecimal.valueOf(1 + random.nextInt(100_000), 3);
  }

  private static void extras(JsonGenerator out, Random random, boolean export) throws IOException {
    out.writeObjectFieldStart("extras");
    // Both are mostly beyond 2^53, where a binary float begins to skip numbers.
    out.writeStringField(
        "crmId", Long.toString(100_000_000_000_000_000L + (random.nextLong() >>> 8)));
    out.writeNumberField("opportunityId", random.nextLong() >>> 4);
    if (random.nextInt(4) > 0) {
      out.writeStringField("channel", pick(random, CHANNELS));
    }
    if (export) {
      out.writeFieldName("exchangeRate");
      out.writeNumber(BigDecimal.valueOf(68_000 + random.nextInt(5_000), 4));
    }
    out.writeBooleanField("urgent", random.nextInt(6) == 0);
    out.writeFieldName("deposit");
    out.writeNumber(BigDecimal.valueOf(random.nextInt(1_000_000), 2));
    out.writeEndObject();
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String padded(long value, int width) {
    String digits = Long.toString(value);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
