package fieldloom.engine;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mappings and records by chance. */
final class RandomMappings {
  static final List<String> RECORD_FIELDS =
      List.of("order.t", "order.n", "order.m", "order.b", "order.gone", "order.in.t", "order.in.n");
  static final List<String> ITEM_FIELDS = List.of("l.q", "l.p", "l.s", "l.in.x");
  private static final List<String> LITERALS =
      List.of("1", "0", "2.50", "-3", "\"ab\"", "\"\"", "TRUE", "FALSE", "NULL", "\"7\"");

  private RandomMappings() {}

  static Mapping mapping(Random random) {
    List<Rule> rules = new ArrayList<>();
    int fields = 1 + random.nextInt(4);
    for (int i = 0; i < fields; i++) {
      String to = random.nextInt(3) == 0 ? "o.f" + i : "f" + i;
      rules.add(
          random.nextInt(3) == 0
              ? Rule.link(to, pick(random, RECORD_FIELDS))
              : Rule.formula(to, formula(random, RECORD_FIELDS, 3)));
    }
    if (random.nextBoolean()) {
      Each each = new Each("order.lines[]", "l");
      rules.add(Rule.each("items[]", each));
      rules.add(Rule.formula("items[].a", formula(random, ITEM_FIELDS, 2)));
      rules.add(Rule.formula("items[].c", "IF(bill.items[].a == NULL, 1, bill.items[].a)"));
      rules.add(Rule.link("items[].d", pick(random, ITEM_FIELDS)));
      rules.add(Rule.formula("all", "COUNT(bill.items[].a)"));
    }
    return mapping(rules);
  }

  static Mapping mapping(List<Rule> rules) {
    return Mapping.empty(
            "random",
            new Document("order", "ndjson", new SchemaRef.None(), null, Extras.NONE),
            new Document("bill", "ndjson", new SchemaRef.None(), null, Extras.NONE))
        .withRules(rules);
  }

  static String formula(Random random, List<String> fields, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(3) == 0 ? pick(random, LITERALS) : pick(random, fields);
    }
    String a = formula(random, fields, depth - 1);
    String b = formula(random, fields, depth - 1);
    String c = formula(random, fields, depth - 1);
    return switch (random.nextInt(18)) {
      case 0 -> "(" + a + " + " + b + ")";
      case 1 -> "(" + a + " * " + b + ")";
      case 2 -> "(" + a + " - " + b + ")";
      case 3 -> "(" + a + " / " + b + ")";
      case 4 -> "(" + a + " & " + b + ")";
      case 5 -> "(" + a + " == " + b + ")";
      case 6 -> "(" + a + " < " + b + ")";
      case 7 -> "((" + a + " == " + b + ") AND (" + b + " != " + c + "))";
      case 8 -> "((" + a + " == " + b + ") OR NOT (" + b + " == " + c + "))";
      case 9 -> "IF(" + a + " == " + b + ", " + b + ", " + c + ")";
      case 10 -> "DEFAULT(" + a + ", " + b + ")";
      case 11 -> "COALESCE(" + a + ", " + b + ", " + c + ")";
      case 12 -> "ROUND(" + a + " / " + b + ", 2)";
      case 13 -> "SWITCH(" + a + ", " + b + ", " + c + ", 9)";
      case 14 -> "IF_ERROR(" + a + " * 2, " + b + ")";
      case 15 -> "CONCAT(" + a + ", " + b + ")";
      case 16 -> "SUM(order.lines[].q)";
      default -> "IFS(" + a + " == " + b + ", 1, " + b + " == " + c + ", 2)";
    };
  }

  static Obj record(Random random) {
    Obj record = new Obj();
    record.put("t", value(random)).put("n", value(random)).put("m", value(random));
    record.put("b", random.nextBoolean());
    if (random.nextBoolean()) {
      record.put("in", new Obj().put("t", value(random)).put("n", value(random)));
    }
    if (random.nextInt(4) > 0) {
      List<Object> lines = new ArrayList<>();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        Obj line = new Obj().put("q", Num.of(random.nextInt(9))).put("p", value(random));
        line.put("s", value(random));
        lines.add(random.nextInt(8) == 0 ? Null.NULL : line);
      }
      record.put("lines", random.nextInt(12) == 0 ? Null.NULL : lines);
    }
    return record;
  }

  private static Object value(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> Null.NULL;
      case 1 -> "王\u00e9\n\"x\" 😀";
      case 2 -> "12.50";
      case 3 -> Num.ofText("1E+2");
      case 4 -> Num.ofText("-0.0");
      case 5 -> Num.ofText("12345678901234567890.123456789");
      case 6 -> random.nextBoolean();
      default -> Num.of(random.nextInt(2_000) - 1_000, random.nextInt(3));
    };
  }

  static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
