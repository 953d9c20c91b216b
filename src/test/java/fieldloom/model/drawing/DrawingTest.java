package fieldloom.model.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.drawing.Drawing.Edge;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.formula.GeneratedFormulas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every formula can be drawn, every drawing reads back as the same formula. */
class DrawingTest {
  /** The members of mappings, and of the cases, that hold formulas. */
  private static final Set<String> FORMULAS =
      Set.of("formula", "from", "when", "where", "by", "on", "each", "over");

  private static Formula parsed(String text) throws FormulaException {
    return FormulaParser.parse(text);
  }

  private static Drawing drawn(String text) throws FormulaException {
    return Drawing.of(parsed(text));
  }

  /** A formula's tree without its places. */
  private static String shape(Formula formula) {
    return formula.toString().replaceAll("pos=[0-9]+:[0-9]+", "pos");
  }

  private static void holds(Formula formula) throws FormulaException {
    Drawing drawing = Drawing.of(formula);
    assertThat(shape(drawing.formula())).isEqualTo(shape(formula));
    String text = FormulaPrinter.print(formula);
    assertThat(FormulaPrinter.print(drawing.formula())).isEqualTo(text);
    assertThat(Drawing.of(parsed(text))).isEqualTo(drawing);
  }

  @Property(tries = 2_000)
  void what_is_drawn_reads_back_as_the_same(@ForAll("formulas") Formula formula)
      throws FormulaException {
    holds(formula);
  }

  @Property
  void a_drawing_is_made_of_ports_that_each_have_one_edge(@ForAll("formulas") Formula formula) {
    Drawing drawing = Drawing.of(formula);
    int ports = drawing.nodes().stream().mapToInt(Node::ports).sum();
    assertThat(drawing.edges()).hasSize(ports).doesNotHaveDuplicates();
    assertThat(drawing.nodes()).hasSize(ports + 1);
    assertThat(drawing.places()).hasSameSizeAs(drawing.nodes());
  }

  @Property
  void a_node_that_is_put_in_anywhere_and_lifted_again_leaves_the_formula(
      @ForAll("formulas") Formula formula, @ForAll int at) {
    Drawing drawing = Drawing.of(formula);
    List<NodePath> places = List.copyOf(drawing.places().keySet());
    NodePath place = places.get(Math.floorMod(at, places.size()));
    Drawing more =
        drawing.insert(
            place, new Shape.Function("G"), 1, List.of(Drawing.of(new Shape.Number("7"))));
    assertThat(more.formula()).isNotEqualTo(drawing.formula());
    assertThat(more.lift(place, 1).formula()).isEqualTo(drawing.formula());
    assertThat(more.placesById().keySet()).containsAll(drawing.placesById().keySet());
  }

  @Property
  void what_edits_make_is_drawn_as_its_formula_is(
      @ForAll("formulas") Formula formula, @ForAll("formulas") Formula other, @ForAll int at)
      throws FormulaException {
    Drawing drawing = Drawing.of(formula);
    List<NodePath> places = List.copyOf(drawing.places().keySet());
    NodePath place = places.get(Math.floorMod(at, places.size()));
    Formula edited = drawing.replace(place, Drawing.of(other)).formula();
    assertThat(shape(parsed(FormulaPrinter.print(edited)))).isEqualTo(shape(edited));
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return GeneratedFormulas.formulas();
  }

  @Test
  void every_example_of_a_function_can_be_drawn() throws FormulaException {
    for (FunctionDef function : FunctionLibrary.standard().all()) {
      for (FunctionDef.Example example : function.examples()) {
        holds(parsed(example.formula()));
      }
    }
  }

  @Test
  void every_formula_of_the_contracts_cases_can_be_drawn() throws IOException {
    assertThat(held(Path.of("src/test/resources/fieldloom/cases"), ".yaml", new YAMLMapper()))
        .isGreaterThan(500);
  }

  @Test
  void every_formula_of_the_templates_and_the_sample_can_be_drawn() throws IOException {
    assertThat(held(Path.of("assets"), ".flmap", new JsonMapper())).isGreaterThan(1_000);
  }

  /**
   * Holds each formula of the files and counts them; what is meant not to be read is passed over.
   */
  private static int held(Path folder, String ending, ObjectMapper of) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        collect(of.readTree(file.toFile()), texts);
      }
    }
    int held = 0;
    for (String text : texts) {
      try {
        holds(parsed(text));
        held++;
      } catch (FormulaException e) {
        assertThat(ending).as(text + ": " + e.getMessage()).isEqualTo(".yaml");
      }
    }
    return held;
  }

  private static void collect(JsonNode node, List<String> texts) {
    node.properties()
        .forEach(
            member -> {
              if (FORMULAS.contains(member.getKey()) && member.getValue().isTextual()) {
                texts.add(member.getValue().textValue());
              }
            });
    node.forEach(child -> collect(child, texts));
  }

  @Test
  void a_row_of_an_operator_is_one_node_where_its_order_is_the_same() throws FormulaException {
    Drawing sum = drawn("a + b + c * 2");
    assertThat(sum.at(NodePath.ROOT)).isEqualTo(new Node(0, sum.at(NodePath.ROOT).shape(), 3));
    assertThat(sum.at(NodePath.parse("2.1"))).isEqualTo(new Node(5, new Shape.Number("2"), 0));
    assertThat(drawn("a + (b + c)").at(NodePath.ROOT).ports()).isEqualTo(2);
    assertThat(drawn("a - b - c").at(NodePath.ROOT).ports()).isEqualTo(2);
  }

  @Test
  void a_formula_as_long_as_may_be_is_drawn() throws FormulaException {
    holds(parsed("a" + " - 1".repeat(FormulaParser.MAX_ROW)));
    holds(parsed("a" + " & \"x\"".repeat(FormulaParser.MAX_ROW)));
    holds(parsed("F(".repeat(150) + "a" + ")".repeat(150)));
  }

  @Test
  void a_node_that_feeds_two_ports_is_written_twice_and_edited_once() {
    Drawing shared =
        new Drawing(
            List.of(
                new Node(4, new Shape.Function("CONCAT"), 2),
                new Node(9, new Shape.Field(fieldloom.model.Path.parse("a.b")), 0)),
            List.of(new Edge(9, 4, 0), new Edge(9, 4, 1)),
            4);
    assertThat(FormulaPrinter.print(shared.formula())).isEqualTo("CONCAT(a.b, a.b)");
    Drawing edited = shared.replace(NodePath.parse("1"), Drawing.of(new Shape.Text("x")));
    assertThat(FormulaPrinter.print(edited.formula())).isEqualTo("CONCAT(a.b, \"x\")");
    Drawing half = shared.insert(NodePath.parse("1"), new Shape.Function("TRIM"), 0, List.of());
    assertThat(FormulaPrinter.print(half.formula())).isEqualTo("CONCAT(a.b, TRIM(a.b))");
  }

  @Test
  void what_is_no_drawing_is_refused() {
    Node leaf = new Node(1, new Shape.Bool(true), 0);
    Node not = new Node(0, new Shape.Function("F"), 1);
    assertThatThrownBy(() -> new Drawing(List.of(not), List.of(), 0))
        .hasMessageContaining("port 0");
    assertThatThrownBy(() -> new Drawing(List.of(not), List.of(new Edge(0, 0, 0)), 0))
        .hasMessageContaining("itself");
    assertThatThrownBy(() -> new Drawing(List.of(not, leaf), List.of(new Edge(1, 0, 0)), 1))
        .hasMessageContaining("nothing");
    assertThatThrownBy(() -> new Drawing(List.of(leaf, leaf), List.of(), 1))
        .hasMessageContaining("number");
    assertThatThrownBy(
            () -> new Drawing(List.of(new Node(1, new Shape.Bool(true), 1)), List.of(), 1))
        .hasMessageContaining("ports");
  }

  @Test
  void fields_are_those_no_lambda_gives() throws FormulaException {
    Drawing drawing = drawn("SUM(FILTER(order.lines[], l -> l.qty > order.least).qty)");
    assertThat(drawing.fields(NodePath.ROOT))
        .extracting(NodePath::toString)
        .containsExactly("0.0.0", "0.0.1.0.1");
    assertThat(drawing.fields(NodePath.parse("0.0.1.0.0"))).isEmpty();
  }

  @Test
  void a_function_lifted_off_a_path_leaves_a_path() throws FormulaException {
    Drawing drawing = drawn("FIRST(order.lines[]).sku");
    assertThat(FormulaPrinter.print(drawing.lift(NodePath.parse("0"), 0).formula()))
        .isEqualTo("order.lines[].sku");
    assertThat(drawing.lift(NodePath.parse("0"), 0).nodes()).hasSize(1);
  }
}
