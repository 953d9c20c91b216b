package fieldloom.engine;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Mappings by chance from one record to several: a bill, entries of a log, and what a join with the
 * stock drops.
 */
final class RandomTargets {
  private RandomTargets() {}

  /**
   * A mapping.
   *
   * @param over whether a rule gives an object whose parts others fill
   */
  record Made(Mapping mapping, boolean over) {}

  static Made mapping(Random random) {
    List<Rule> rules = new ArrayList<>(RandomMappings.mapping(random).rules());
    if (random.nextBoolean()) {
      groups(rules, random);
    }
    boolean over = random.nextInt(3) == 0;
    if (over) {
      over(rules, random);
    }
    log(rules, random);
    lost(rules, random);
    List<Document> sources = List.of(document("order"), document("stock"));
    List<Document> targets = List.of(document("bill"), document("log"), document("lost"));
    Mapping mapping = RandomMappings.mapping(List.of());
    return new Made(mapping.withSources(sources).withTargets(targets).withRules(rules), over);
  }

  private static Document document(String name) {
    return new Document(name, "ndjson", new SchemaRef.None(), null, Extras.NONE);
  }

  private static void groups(List<Rule> rules, Random random) {
    Each each =
        new Each("order.lines[]", "g").withGroupBy(Each.GroupBy.of("g.q"), maybe(random, "key"));
    rules.add(Rule.each("gs[]", each));
    rules.add(Rule.link("gs[].k", "g.key"));
    rules.add(Rule.formula("gs[].n", "COUNT(g.items[].p) + POSITION()"));
    rules.add(Rule.formula("gs[].m", "bill.gs[].n * 2"));
    rules.add(Rule.formula("most", "MAX(bill.gs[].m)"));
  }

  private static void over(List<Rule> rules, Random random) {
    String field = random.nextBoolean() ? "order.in" : "order.m";
    Rule whole = Rule.formula("w", "IF(order.b, " + field + ", order.gone)");
    rules.add(random.nextBoolean() ? whole : whole.withWhen("order.b"));
    rules.add(Rule.formula("w.n", RandomMappings.formula(random, RandomMappings.RECORD_FIELDS, 1)));
    rules.add(Rule.link("w.o.x", "order.in.t"));
    rules.add(Rule.formula("readAgain", "bill.w.n"));
  }

  /** Entries of a log: one of each record, one of each line, or what stands in a list. */
  private static void log(List<Rule> rules, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        Rule field =
            Rule.formula("a", RandomMappings.formula(random, RandomMappings.RECORD_FIELDS, 2));
        rules.add(to("log", random.nextBoolean() ? field : field.withWhen("order.b")));
        rules.add(to("log", Rule.each("l[]", new Each("order.lines[]", "k"))));
        rules.add(
            to(
                "log",
                Rule.formula(
                    "l[].q", RandomMappings.formula(random, List.of("k.q", "k.p", "order.t"), 2))));
        rules.add(to("log", Rule.formula("n", "COUNT(log.l[].q)")));
      }
      case 1 -> {
        Each each = new Each("order.lines[]", "k").withWhere(maybe(random, "k.q > 2"));
        rules.add(to("log", Rule.each("[]", each).withWhen(maybe(random, "order.b"))));
        rules.add(to("log", Rule.link("p", "k.p")));
        rules.add(to("log", Rule.formula("q", "log.p & order.t & POSITION()")));
        rules.add(to("log", Rule.each("s[]", new Each("k.subs[]", "u").withWhere("u.k > 1"))));
        rules.add(to("log", Rule.link("s[].k", "u.k")));
      }
      case 2 -> {
        Each each = new Each("order.lines[]", "k").withGroupBy(Each.GroupBy.of("k.q"), null);
        rules.add(to("log", Rule.each("[]", each)));
        rules.add(to("log", Rule.link("k", "k.key")));
        rules.add(to("log", Rule.formula("n", "COUNT(k.items[].p)")));
        rules.add(to("log", Rule.formula("m", "log.n + 1")));
      }
      default -> rules.add(to("log", Rule.link("[]", "order.lines[]")));
    }
  }

  /** A join that drops lines, of the record or of the lists in its lines. */
  private static void lost(List<Rule> rules, Random random) {
    boolean inner = random.nextBoolean();
    Join join = new Join("stock[]", "s", "s.id == m.k", null, null, "lost", Extras.NONE);
    String list = inner ? "js[].in[]" : "js[]";
    if (inner) {
      rules.add(Rule.each("js[]", new Each("order.lines[]", "o").withWhere("o.q != 5")));
      rules.add(Rule.link("js[].p", "o.p"));
      rules.add(to("lost", Rule.formula("p", "o.p & POSITION()")));
      rules.add(to("lost", Rule.each("more[]", new Each("o.subs[]", "z"))));
      rules.add(to("lost", Rule.formula("more[].v", "z.k + m.k")));
    }
    Each each = new Each(inner ? "o.subs[]" : "order.subs[]", "m").withJoin(List.of(join));
    rules.add(Rule.each(list, each));
    rules.add(Rule.formula(list + ".v", "s.name & m.k"));
    rules.add(to("lost", Rule.link("k", "m.k")));
    rules.add(to("lost", Rule.formula("t", random.nextBoolean() ? "order.t" : "order.n * m.k")));
  }

  private static @org.jspecify.annotations.Nullable String maybe(Random random, String text) {
    return random.nextBoolean() ? text : null;
  }

  private static Rule to(String target, Rule r) {
    return new Rule(
        r.to(),
        r.from(),
        r.formula(),
        r.each(),
        r.when(),
        r.in(),
        target,
        r.defaultValue(),
        r.extras());
  }

  /** Records of the stock: what is numbered 1 to 3. */
  static List<Object> stock() {
    List<Object> stock = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      stock.add(new Obj().put("id", Num.of(i)).put("name", "n" + i));
    }
    return stock;
  }

  /** A record whose lines have lists too. */
  static Obj record(Random random) {
    Obj record = RandomMappings.record(random).put("subs", subs(random));
    if (record.get("lines") instanceof List<?> lines) {
      for (Object line : lines) {
        if (line instanceof Obj one && random.nextInt(4) > 0) {
          one.put("subs", subs(random));
        }
      }
    }
    return record;
  }

  private static List<Object> subs(Random random) {
    List<Object> subs = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      subs.add(new Obj().put("k", Num.of(random.nextInt(6))));
    }
    return subs;
  }
}
