package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.formula.GeneratedFormulas;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to drawings, in whatever order. */
class DrawingEditPropertyTest {
  private static final List<String> PUT_ON =
      List.of("UPPER", "ROUND", "IF", "SWITCH", "LOOKUP", "FILTER", "CONCAT", "+", "&", "-", "AND");

  @Property
  void every_edit_of_a_formula_leaves_a_formula(
      @ForAll("formulas") Formula formula, @ForAll Random random) throws Exception {
    Mapping mapping = mapping(formula);
    for (int i = 0; i < 6 && !mapping.rules().isEmpty(); i++) {
      mapping = edit(mapping, random).applyTo(mapping);
      for (Rule rule : mapping.rules()) {
        String text = String.valueOf(rule.expression());
        assertThat(FormulaPrinter.print(FormulaParser.parse(text))).isEqualTo(text);
        assertThat(RuleDrawing.of(rule)).isPresent();
      }
    }
  }

  @Property(tries = 300)
  void undo_takes_any_edits_back_to_the_first_byte(
      @ForAll("formulas") Formula formula, @ForAll Random random) {
    Mapping first = mapping(formula);
    EditorSession session =
        new EditorSession(
            first,
            OrderToBill.schemas(),
            Autosaver.none(),
            OrderToBill.canned(),
            SessionThreads.direct());
    for (int i = 0; i < 12 && !session.mapping().rules().isEmpty(); i++) {
      session.apply(edit(session.mapping(), random));
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
  void a_mapping_with_looks_is_written_and_read_the_same(
      @ForAll("formulas") Formula formula, @ForAll Random random) throws Exception {
    Mapping mapping = mapping(formula);
    for (int i = 0; i < 8 && !mapping.rules().isEmpty(); i++) {
      mapping = edit(mapping, random).applyTo(mapping);
    }
    Mapping read = MappingFile.read(MappingFile.write(mapping), "m");
    assertThat(read.layout()).isEqualTo(mapping.layout());
    for (Rule rule : mapping.rules()) {
      assertThat(Looks.of(read).of(rule)).isEqualTo(Looks.of(mapping).of(rule));
    }
  }

  private static Mapping mapping(Formula formula) {
    return OrderToBill.empty()
        .withRules(List.of(Rule.formula("FNote", FormulaPrinter.print(formula))));
  }

  private static Edit edit(Mapping mapping, Random random) {
    Rule rule = mapping.rules().get(random.nextInt(mapping.rules().size()));
    Drawing drawing = RuleDrawing.of(rule).orElseThrow();
    List<NodePath> places = new ArrayList<>(drawing.places().keySet());
    NodePath at = places.get(random.nextInt(places.size()));
    NodeLook look = Looks.of(mapping).of(rule).node(at, DrawingEdits.label(rule, at));
    return switch (random.nextInt(12)) {
      case 0, 1 -> new DrawingEdit.Insert(rule, at, PUT_ON.get(random.nextInt(PUT_ON.size())));
      case 2 -> new DrawingEdit.Lift(rule, at);
      case 3 -> new DrawingEdit.Cut(rule, at);
      case 4 ->
          new DrawingEdit.Feed(
              rule, at, FieldRef.parse("order.`ship-to`.name"), FieldRef.parse("bill.FNote"));
      case 5 -> new DrawingEdit.Put(rule, at, "\"x\" & order.remark");
      case 6 -> new DrawingEdit.AddArgument(rule, at);
      case 7 -> new DrawingEdit.RemoveArgument(rule, at);
      case 8 -> new DrawingEdit.Unfold(rule, random.nextBoolean());
      case 9 ->
          new DrawingEdit.Place(
              rule, new RuleLook.Place(random.nextInt(-9, 9) * 8, random.nextInt(-9, 9) * 8));
      case 10 -> DrawingEdit.Dress.named(rule, at, look, "n" + random.nextInt(3));
      default -> DrawingEdit.Dress.moved(rule, at, look, random.nextInt(-9, 9) * 8, 8);
    };
  }

  @Provide
  Arbitrary<Formula> formulas() {
    List<String> examples =
        FunctionLibrary.standard().all().stream()
            .flatMap(f -> f.examples().stream())
            .map(FunctionDef.Example::formula)
            .toList();
    return Arbitraries.oneOf(
        GeneratedFormulas.formulas(), Arbitraries.of(examples).map(DrawingEditPropertyTest::read));
  }

  private static Formula read(String text) {
    return RuleDrawing.of(text).orElseThrow().formula();
  }
}
