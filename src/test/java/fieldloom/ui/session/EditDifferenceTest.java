package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.Table;
import fieldloom.model.difference.Change;
import fieldloom.model.difference.ChangeWords;
import fieldloom.model.difference.Differences;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.OrderToBill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an edit does, the comparison sees it and names its field. */
class EditDifferenceTest {
  private static final Document STOCK =
      new Document("stock", "json", new SchemaRef.File("stock.json"));

  private static final Mapping MAPPING =
      new ViewEdit.AddPage(new Page("Lines", List.of(order("lines[]")), List.of(bill("FEntity[]"))))
          .applyTo(
              DocumentEdits.withVariables(
                  OrderToBill.mapping()
                      .withSources(List.of(OrderToBill.mapping().driver(), STOCK))
                      .withTables(List.of(table("customers"), table("currencies"), table("spare")))
                      .withFunctions(List.of(function("TIDY")))
                      .withTests(List.of(test("kept"))),
                  List.of(new Mapping.Variable("spare", "1", null, Extras.NONE))));

  private static final Mapping.Variable SPARE = MAPPING.variables().getLast();

  private static final Problem WARNING =
      new Problem(
          Problem.Severity.WARNING,
          "may-lose",
          Problem.Place.of(MAPPING.rules().indexOf(rule("FDate")), "FDate"),
          "It may lose.",
          "");

  private static Mapping.TestCase test(String name) {
    return new Mapping.TestCase(
        name,
        Map.of("order", "a.json"),
        "a-bill.json",
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Extras.NONE);
  }

  private static Table table(String name, String... columns) {
    return new Table(
        name, List.of(columns), null, List.of(), null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  private static OwnFunction function(String name) {
    return new OwnFunction(name, List.of("s"), "UPPER(TRIM(s))", Extras.NONE);
  }

  /** An edit, and what a change must name. */
  record Case(Edit edit, String names) {
    @Override
    public String toString() {
      return edit.label();
    }
  }

  private static Rule rule(String to) {
    return MAPPING.rules().stream().filter(r -> r.to().equals(to)).findFirst().orElseThrow();
  }

  private static FieldRef bill(String path) {
    return FieldRef.parse("bill." + path);
  }

  private static FieldRef order(String path) {
    return FieldRef.parse("order." + path);
  }

  static Stream<Case> edits() {
    Rule date = rule("FDate");
    Rule lines = rule("FEntity[]");
    NodePath first = NodePath.ROOT.child(0);
    NodePath second = NodePath.ROOT.child(1);
    Each sorted = lines.each().withOrderBy(List.of(new Each.OrderBy("line.qty", true)));
    Document other = new Document("order", "json", new SchemaRef.File("other.json"));
    Edit.Link link = new Edit.Link(order("remark"), bill("FNote"));
    return Stream.of(
        new Case(link, "FNote"),
        new Case(
            new Edit.Combine(order("remark"), bill("FBillNo"), Edit.Combine.How.JOIN_TEXT),
            "FBillNo"),
        new Case(
            new Edit.LinkList(order("extras.tags[]"), bill("FNote"), Edit.LinkList.How.JOIN),
            "FNote"),
        new Case(new Edit.LinkGroup(List.of(link), "group"), "FNote"),
        new Case(new Edit.MakeLoop(order("extras.tags[]"), bill("FTags[]")), "FTags[]"),
        new Case(new Edit.SetLoop(lines, sorted), "FEntity[]: now sorted by line.qty desc"),
        new Case(new Edit.SetFormula(bill("FNote"), "UPPER(order.remark)"), "FNote"),
        new Case(new Edit.ChangeRule(date, "order.createdAt"), "FDate: no longer through"),
        new Case(new Edit.SetConstant(bill("FNote"), "\"x\""), "FNote"),
        new Case(new Edit.SetWhen(date, "order.status == \"open\""), "FDate: now written only"),
        new Case(
            new Edit.FillRows(new Edit.Fill(bill("FDate"), date, null, "TODAY()", "ask")), "FDate"),
        new Case(new Edit.SetLine(bill("FDate"), date, "order.createdAt"), "FDate"),
        new Case(new Edit.DeleteRules(List.of(date)), "FDate: no longer filled"),
        new Case(new Edit.DeleteLoop(lines, true), "FEntity[]"),
        new Case(new Edit.PutDocument(Side.SOURCE, other), "source order: schema is now other"),
        new Case(
            new Edit.Rebind(Side.SOURCE, other, Map.of(order("createdAt"), order("made"))),
            "FDate: now FORMATDATE(order.made"),
        new Case(new Edit.RenameDocument(Side.SOURCE, "order", "crm"), "source crm: new"),
        new Case(new Edit.ReplaceMapping(MAPPING.withName("other"), "o"), "other"),
        new Case(new ViewEdit.Group(List.of(date), "Dates"), "FDate: drawn"),
        new Case(
            new ViewEdit.MoveGroup("Dates", Map.of(date, new RuleLook.Place(8, 16))),
            "FDate: drawn"),
        new Case(new ViewEdit.UnfoldGroup("Dates", List.of(date), true), "FDate: drawn"),
        new Case(new ViewEdit.Tidy(Map.of(date, new RuleLook.Place(8, 16))), "FDate: drawn"),
        new Case(
            new ViewEdit.AddPage(new Page("Heads", List.of(), List.of(bill("FDate")))), "Heads"),
        new Case(new ViewEdit.RenamePage("Lines", "All lines"), "All lines"),
        new Case(new ViewEdit.DeletePage("Lines"), "Lines"),
        new Case(new ViewEdit.Pin(Side.SOURCE, order("orderNo"), true), "order.orderNo"),
        new Case(
            new SetIntake("order", new Document.Intake("order.status == \"open\"", null, null)),
            "order"),
        new Case(new PasteRule(MAPPING, date, bill("FNote")), "FNote"),
        new Case(new RemoveDocument(Side.SOURCE, "stock"), "stock"),
        new Case(new ProblemEdit.Fix(link, "Mend it"), "FNote"),
        new Case(new ProblemEdit.Accept(WARNING, "so be it"), "accepted warning may-lose FDate"),
        new Case(new ProblemEdit.PutVariable(SPARE, null), "variable spare: gone"),
        new Case(new ProblemEdit.Retarget(date, "FNote"), "FNote"),
        new Case(new TableEdit.Add(table("units")), "units"),
        new Case(new TableEdit.Change(table("spare", "k", "v"), "Columns"), "spare"),
        new Case(new TableEdit.Rename("spare", "units"), "units"),
        new Case(new TableEdit.Delete("spare"), "spare"),
        new Case(new TestEdit.Add(test("none")), "none"),
        new Case(new TestEdit.Accept(test("kept").withExpects("b.json", Map.of())), "kept"),
        new Case(new TestEdit.Ignore("kept", "FDate", true), "kept"),
        new Case(new TestEdit.Rename("kept", "other case"), "other case"),
        new Case(new TestEdit.Delete("kept"), "kept"),
        new Case(new FunctionEdit.Put(null, function("NEAT")), "NEAT"),
        new Case(new FunctionEdit.Delete("TIDY"), "TIDY"),
        new Case(new FunctionEdit.Extract(date, function("NEAT"), "NEAT(order.createdAt)"), "NEAT"),
        new Case(new Edit.PutFunction(bill("FNote"), "ROUND"), "FNote"),
        new Case(new DrawingEdit.Insert(date, NodePath.ROOT, "UPPER"), "FDate: now through UPPER"),
        new Case(new DrawingEdit.Lift(date, NodePath.ROOT), "FDate: no longer through"),
        new Case(new DrawingEdit.Straighten(date), "FDate"),
        new Case(new DrawingEdit.Cut(date, first), "FDate"),
        new Case(new DrawingEdit.Feed(date, first, order("remark"), bill("FDate")), "FDate"),
        new Case(new DrawingEdit.Put(date, second, "\"yyyy\""), "FDate"),
        new Case(new DrawingEdit.AddArgument(rule("FSalerName"), NodePath.ROOT), "FSalerName"),
        new Case(new DrawingEdit.RemoveArgument(rule("FSalerName"), second), "FSalerName"),
        new Case(new DrawingEdit.Unfold(date, true), "FDate: drawn in another way"),
        new Case(new DrawingEdit.Place(date, new RuleLook.Place(8, 16)), "FDate"),
        new Case(DrawingEdit.Dress.named(date, NodePath.ROOT, NodeLook.PLAIN, "day"), "FDate"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void everyEditIsSeenByTheComparisonWhichNamesItsField(Case one) {
    Mapping after = one.edit().applyTo(MAPPING);
    assertThat(after).isNotEqualTo(MAPPING);
    List<String> words = new ArrayList<>();
    for (Change change : Differences.between(MAPPING, after)) {
      words.add(ChangeWords.in(Locale.ENGLISH).say(change));
    }
    assertThat(words).anyMatch(w -> w.contains(one.names()));
    assertThat(Differences.between(after, after)).isEmpty();
  }

  @Test
  void everyKindOfEditIsAmongThem() {
    Set<Class<?>> tried = edits().map(c -> c.edit().getClass()).collect(Collectors.toSet());
    assertThat(tried).containsAll(kinds(Edit.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EditDifferenceTest::kinds)
        : Stream.of(type);
  }
}
