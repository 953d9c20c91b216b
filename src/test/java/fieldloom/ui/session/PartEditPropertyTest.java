package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever is done to loops, tables, functions and links of lists, in whatever order. */
class PartEditPropertyTest {
  private static final List<String> NAMES = List.of("customers", "units", "a \"b\"", "客户");
  private static final List<String> FUNCTIONS = List.of("TIDY", "Tidy2", "整理");

  @Property(tries = 300)
  void undo_takes_any_edits_back_to_the_first_byte(@ForAll Random random) throws Exception {
    Mapping first = first();
    EditorSession session =
        new EditorSession(
            first,
            OrderToBill.schemas(),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    for (int i = 0; i < 14; i++) {
      session.apply(edit(session.mapping(), random));
      byte[] now = MappingFile.write(session.mapping());
      assertThat(MappingFile.write(MappingFile.read(now, "m"))).isEqualTo(now);
    }
    byte[] last = MappingFile.write(session.mapping());
    int steps = 0;
    while (session.undo() != null) {
      steps++;
    }
    assertThat(MappingFile.write(session.mapping())).isEqualTo(MappingFile.write(first));
    for (int i = 0; i < steps; i++) {
      session.redo();
    }
    assertThat(MappingFile.write(session.mapping())).isEqualTo(last);
  }

  @Property
  void groups_that_are_made_and_taken_away_leave_rules_as_they_were(@ForAll Random random) {
    Mapping first = first();
    Rule loop = loop(first);
    Each plain = loop.each().withOrderBy(List.of());
    Mapping ungrouped = new Edit.SetLoop(loop, plain).applyTo(first);
    GroupBy by = groups(random, "line");
    Mapping grouped =
        new Edit.SetLoop(loop(ungrouped), plain.withGroupBy(by, null)).applyTo(ungrouped);
    Mapping back = new Edit.SetLoop(loop(grouped), plain).applyTo(grouped);
    assertThat(back).isEqualTo(ungrouped);
    GroupBy records = groups(random, "order");
    Mapping taken = new SetIntake("order", new Document.Intake(null, records, null)).applyTo(first);
    assertThat(new SetIntake("order", null).applyTo(taken)).isEqualTo(first);
  }

  @Property
  void a_name_that_is_given_and_taken_back_leaves_every_byte(@ForAll Random random) {
    Mapping first = first();
    String name = NAMES.get(2 + random.nextInt(2));
    Mapping there = new TableEdit.Rename("customers", name).applyTo(first);
    assertThat(TableEdit.uses(there, "customers")).isEmpty();
    assertThat(TableEdit.uses(there, name)).hasSize(1);
    assertThat(new TableEdit.Rename(name, "customers").applyTo(there)).isEqualTo(first);
  }

  private static Mapping first() {
    Mapping mapping = OrderToBill.mapping();
    List<Rule> rules = new ArrayList<>(mapping.rules());
    rules.add(Rule.formula("FNote", "TIDY(order.remark)"));
    return mapping
        .withRules(rules)
        .withTables(List.of(table("customers"), table("currencies")))
        .withFunctions(
            List.of(new OwnFunction("TIDY", List.of("s"), "UPPER(TRIM(s))", Extras.NONE)));
  }

  private static Table table(String name) {
    List<JsonNode> row = List.of(TextNode.valueOf("C001"), IntNode.valueOf(1001));
    return new Table(
        name, List.of(), null, List.of(row), null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  private static Rule loop(Mapping mapping) {
    return mapping.rules().stream().filter(r -> r.each() != null).findFirst().orElseThrow();
  }

  private static Edit edit(Mapping mapping, Random random) {
    String table = NAMES.get(random.nextInt(NAMES.size()));
    String function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> new Edit.SetLoop(loop(mapping), each(random));
      case 3 -> new SetIntake("order", intake(random));
      case 4 -> new TableEdit.Add(table(table));
      case 5 -> new TableEdit.Rename(table, NAMES.get(random.nextInt(NAMES.size())));
      case 6 ->
          random.nextBoolean()
              ? new TableEdit.Delete(table)
              : new TableEdit.Change(
                  new Table(
                      table,
                      List.of("k", "v"),
                      "decimal",
                      List.of(),
                      null,
                      new Table.Otherwise.Input(),
                      Extras.NONE),
                  "Change");
      case 7 ->
          new FunctionEdit.Put(
              random.nextBoolean() ? null : "TIDY",
              new OwnFunction(function, List.of("s", "t"), "s & TIDY(t)", Extras.NONE));
      case 8 -> new FunctionEdit.Delete(function);
      case 9 ->
          new Edit.LinkList(
              FieldRef.parse("order.lines[].sku"),
              FieldRef.parse("bill.FNote"),
              Edit.LinkList.How.values()[random.nextInt(5)]);
      default -> new Edit.MakeLoop(FieldRef.parse("order.lines[]"), FieldRef.root("bill"));
    };
  }

  private static Each each(Random random) {
    String alias = random.nextBoolean() ? "line" : "row";
    Join join = new Join("order.extras.tags[]", "tag", "tag == " + alias + ".sku", "left");
    List<OrderBy> orders = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      orders.add(new OrderBy(alias + (i == 1 ? ".no" : ".sku"), random.nextBoolean()));
    }
    GroupBy by = random.nextBoolean() ? null : groups(random, alias);
    return new Each(
        "order.lines[]",
        alias,
        random.nextBoolean() ? List.of() : List.of(join),
        random.nextBoolean() ? null : alias + ".qty > 1",
        random.nextBoolean() ? null : List.of(alias + ".sku"),
        by,
        by != null && random.nextBoolean() ? "adjacent" : null,
        orders);
  }

  private static Document.@Nullable Intake intake(Random random) {
    return random.nextBoolean()
        ? null
        : new Document.Intake("order.status == \"open\"", groups(random, "order"), null);
  }

  private static GroupBy groups(Random random, String alias) {
    String field = alias.equals("order") ? ".currency" : ".unit";
    return switch (random.nextInt(3)) {
      case 0 -> GroupBy.of(alias + field);
      case 1 ->
          new GroupBy(
              List.of(
                  new GroupBy.Key(alias + field, "k"),
                  new GroupBy.Key("UPPER(" + alias + field + ")", "u")),
              false);
      default -> GroupBy.of("UPPER(" + alias + field + ")");
    };
  }
}
