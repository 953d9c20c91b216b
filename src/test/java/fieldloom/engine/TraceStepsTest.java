package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.engine.trace.TraceStep;
import fieldloom.engine.trace.TraceWords;
import fieldloom.function.lookup.ExampleTables;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of step that a trace tells. */
class TraceStepsTest {

  /** What is computed in loops, with tables and defaults, and the steps that tell why. */
  static Stream<Arguments> stories() {
    Each lines = new Each("order.lines[]", "l").withWhere("l.n > 1");
    return Stream.of(
        Arguments.of(
            "a function with the values put in",
            List.of(Rule.formula("f", "ROUND(order.q * order.p * 2, 1)")),
            "f",
            """
            Multiply|order.q * order.p * 2|3 × 1.25 × 2|7.50
            ROUND|ROUND(7.50, 1)|7.5
            Write|f any|7.5"""),
        Arguments.of(
            "a plain link",
            List.of(Rule.link("f", "order.q")),
            "f",
            """
            Read|order.q|3
            Write|f any|3"""),
        Arguments.of(
            "the item of a loop and its condition",
            List.of(Rule.each("items[]", lines), Rule.formula("items[].n", "l.n * 10")),
            "items[2].n",
            """
            Loop item|items[] ← order.lines[3] as l|2 of 3 items, this is 2
            where|l.n > 1|5 > 1|TRUE
            Multiply|l.n * 10|5 × 10|50
            Write|items[2].n any|50"""),
        Arguments.of(
            "an item of a loop in a loop",
            List.of(
                Rule.each("items[]", new Each("order.lines[]", "l")),
                Rule.each("items[].parts[]", new Each("l.parts[]", "p")),
                Rule.link("items[].parts[].v", "p")),
            "items[2].parts[1].v",
            """
            Loop item|items[] ← order.lines[2] as l|3 items, this is 2
            Loop item|items[2].parts[] ← l.parts[1] as p|2 items, this is 1
            Read|p|"c"
            Write|items[2].parts[1].v any|"c\""""),
        Arguments.of(
            "an item that is a group",
            List.of(
                Rule.each(
                    "items[]",
                    new Each("order.lines[]", "g")
                        .withGroupBy(
                            new Each.GroupBy(List.of(new Each.GroupBy.Key("g.n > 1", null)), true),
                            null)),
                Rule.formula("items[].n", "COUNT(g.items[])")),
            "items[2].n",
            """
            Loop item|items[] ← order.lines[2] as g|2 of 3 items, this is 2
            Group|g.n > 1|TRUE|2 items
            COUNT|COUNT(g.items[])|COUNT([{n, parts}, {n}])|2
            Write|items[2].n any|2"""),
        Arguments.of(
            "an item that is joined",
            List.of(
                Rule.each(
                    "items[]",
                    new Each("order.lines[]", "l")
                        .withJoin(List.of(new Join("order.codes[]", "c", "c.n == l.n", "left")))),
                Rule.link("items[].c", "c.code")),
            "items[2].c",
            """
            Loop item|items[] ← order.lines[2] as l|3 items, this is 2
            join c|c.n == l.n|4 == 4|TRUE
            Read|c.code|"four"
            Write|items[2].c any|"four\""""),
        Arguments.of(
            "a join that finds nothing",
            List.of(
                Rule.each(
                    "items[]",
                    new Each("order.lines[]", "l")
                        .withJoin(List.of(new Join("order.codes[]", "c", "c.n == l.n", "left")))),
                Rule.link("items[].c", "c.code")),
            "items[1].c",
            """
            Loop item|items[] ← order.lines[1] as l|3 items, this is 1
            join c|c.n == l.n|no match
            Read|c.code|absent
            Write|items[1].c|not written, as the value is absent|absent"""),
        Arguments.of(
            "the row of a table",
            List.of(Rule.formula("f", "LOOKUP(\"units\", order.unit, \"name\")")),
            "f",
            """
            Table row|units row 2 for "m"|code "m", iso "MTR", name "metre"
            LOOKUP|LOOKUP("units", order.unit, "name")|LOOKUP("units", "m", "name")|"metre"
            Write|f any|"metre\""""),
        Arguments.of(
            "a table without such a row",
            List.of(Rule.formula("f", "LOOKUP(\"units\", order.code)")),
            "f",
            """
            Table row|units has no row for "x"
            LOOKUP|LOOKUP("units", order.code)|LOOKUP("units", "x")|fails: The table units has no\
             row for “x”.
            Write|f any|The table units has no row for “x”.|failed"""),
        Arguments.of(
            "what a table gives otherwise",
            List.of(Rule.formula("f", "LOOKUP(\"others\", order.code)")),
            "f",
            """
            Table row|others has no row for "x"|gives "?"
            LOOKUP|LOOKUP("others", order.code)|LOOKUP("others", "x")|"?"
            Write|f any|"?\""""),
        Arguments.of(
            "a condition that does not hold",
            List.of(Rule.formula("f", "order.q").withWhen("order.q > 5")),
            "f",
            """
            when|order.q > 5|3 > 5|FALSE
            Write|f|not written, as the condition does not hold|absent"""),
        Arguments.of(
            "a default",
            List.of(Rule.formula("f", "order.none").withDefault(new TextNode("d"))),
            "f",
            """
            Read|order.none|absent
            Default|of the rule, as the value is absent|"d"
            Write|f any|"d\""""),
        Arguments.of(
            "a value that fails",
            List.of(Rule.formula("f", "1 + order.q / order.zero")),
            "f",
            """
            Divide|order.q / order.zero|3 ÷ 0|fails: 3 cannot be divided by zero.
            Write|f any|3 cannot be divided by zero.|failed"""),
        Arguments.of(
            "a field that reads one that fails",
            List.of(Rule.formula("f", "bill.g + 1"), Rule.formula("g", "order.q / order.zero")),
            "f",
            """
            Write|f any|g failed: 3 cannot be divided by zero.|failed"""),
        Arguments.of(
            "what an arrow gives for its first item",
            List.of(Rule.formula("f", "MAX(MAP(order.lines[], x -> x.n + 1))")),
            "f",
            """
            Add, first item|x.n + 1|1 + 1|2
            MAP|MAP([{n}, {n, parts}, {n}], x -> x.n + 1)|[2, 5, 6]
            MAX|MAX([2, 5, 6])|6
            Write|f any|6"""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void a_trace_tells_in_order(String what, List<Rule> rules, String target, String steps) {
    CompiledMapping.Run run = run(withTables(rules), rules(rules.size()));
    run.map(sample(), 1);
    Trace trace =
        run.traces().stream().filter(t -> t.target().equals(target)).findFirst().orElseThrow();
    List<String> lines =
        TraceWords.in(Locale.ENGLISH).lines(trace).stream()
            .map(line -> line.text().replace('\t', '|'))
            .toList();
    assertThat(lines).containsExactly(steps.split("\n"));
    assertThat(TraceWords.in(Locale.CHINESE).lines(trace)).hasSameSizeAs(lines);
  }

  @Test
  void a_total_says_which_fields_it_reads_and_the_course_has_all_in_their_order() {
    Mapping mapping =
        withTables(
            List.of(
                Rule.formula("total", "SUM(bill.items[].n)"),
                Rule.each("items[]", new Each("order.lines[]", "l")),
                Rule.formula("items[].n", "l.n * 10")));
    CompiledMapping.Run run = run(mapping, Set.of(0));
    run.map(sample(), 1);
    assertThat(run.traces()).hasSize(1);
    TraceStep.Compute sum = (TraceStep.Compute) run.traces().getFirst().story().getFirst();
    assertThat(sum.filled()).isEqualTo("SUM([10, 40, 50])");
    assertThat(sum.reads())
        .extracting(Trace.Field::target)
        .containsExactly("items[1].n", "items[2].n", "items[3].n");
    assertThat(sum.reads()).extracting(Trace.Field::rule).containsOnly(2);
    assertThat(run.course())
        .extracting(Trace.Field::target)
        .containsExactly("items[1].n", "items[2].n", "items[3].n", "total");
    assertThat(run.course().getLast().value()).isEqualTo(Num.ofText("100"));
  }

  private static Mapping withTables(List<Rule> rules) {
    Table others =
        new Table(
            "others",
            List.of("a", "b"),
            null,
            List.of(),
            null,
            new Table.Otherwise.Value(new TextNode("?")),
            Extras.NONE);
    List<Table> tables = new ArrayList<>(ExampleTables.all());
    tables.add(others);
    return RandomMappings.mapping(rules).withTables(tables);
  }

  private static Obj sample() {
    return new Obj()
        .put("q", Num.ofText("3"))
        .put("p", Num.ofText("1.25"))
        .put("zero", Num.ofText("0"))
        .put("unit", "m")
        .put("code", "x")
        .put(
            "lines",
            List.of(
                new Obj().put("n", Num.ofText("1")),
                new Obj().put("n", Num.ofText("4")).put("parts", List.of("c", "d")),
                new Obj().put("n", Num.ofText("5"))))
        .put("codes", List.of(new Obj().put("n", Num.ofText("4")).put("code", "four")));
  }

  private static Set<Integer> rules(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toSet());
  }

  private static CompiledMapping.Run run(Mapping mapping, Set<Integer> traced) {
    return MappingCompiler.compile(mapping, Map.of(), Map.of(), traced)
        .mapping()
        .start(RunSettings.DEFAULT);
  }
}
