package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the mapping and the record, its code comes to what its interpreter comes to. */
class CodeEqualsInterpreterTest {
  private static final List<String> RECORD_FIELDS =
      List.of("order.t", "order.n", "order.m", "order.b", "order.gone", "order.in.t", "order.in.n");
  private static final List<String> ITEM_FIELDS = List.of("l.q", "l.p", "l.s", "l.in.x");
  private static final List<String> LITERALS =
      List.of("1", "0", "2.50", "-3", "\"ab\"", "\"\"", "TRUE", "FALSE", "NULL", "\"7\"");

  private int direct;
  private int directRecords;

  @Property(tries = 400)
  void for_random_mappings_and_records(@ForAll Random random) {
    Mapping mapping = mapping(random);
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    for (int i = 1; i <= 5; i++) {
      Obj record = record(random);
      both.hold(record, i, run.map(record, i));
    }
    direct += both.direct();
  }

  @Test
  void most_records_that_do_not_fail_are_mapped_by_code() {
    Random random = new Random(7);
    int well = 0;
    for (int i = 0; i < 200; i++) {
      Mapping mapping = mapping(random);
      CompiledMapping.Run run =
          MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
      BothWays both = new BothWays(run);
      Obj record = record(random);
      Outcome outcome = run.map(record, 1);
      both.hold(record, 1, outcome);
      well += outcome.failed() ? 0 : 1;
      direct += both.direct();
      directRecords += both.directRecords();
    }
    assertThat(well).isGreaterThan(20);
    assertThat(direct).isGreaterThan(well * 9 / 10);
    assertThat(directRecords).isGreaterThan(well * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31",
        "2024-02-29",
        "2026-02-29",
        "2026-01-31T23:59:59+08:00",
        "2026-01-31T10:00:00.123456789Z",
        "2026-01-31T10:00:00-17:30",
        "2026-01-31T24:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-01-31T10:00:00",
        "2026-01-31 10:00:00Z",
        "2026-01-31T10:00:00+18:00",
        "2026-01-31T10:00:00.Z",
        "10:00:00",
        "",
        "soon"
      })
  void a_day_is_written_alike(String text) {
    Mapping mapping = mapping(List.of(Rule.formula("d", "FORMATDATE(order.t, \"dd.MM.yyyy\")")));
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    Obj record = new Obj().put("t", text);
    Outcome outcome = run.map(record, 1);
    both.hold(record, 1, outcome);
    assertThat(both.direct()).isEqualTo(outcome.failed() ? 0 : 1);
    assertThat(both.directRecords()).isEqualTo(both.direct());
  }

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

  private static String formula(Random random, List<String> fields, int depth) {
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

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
