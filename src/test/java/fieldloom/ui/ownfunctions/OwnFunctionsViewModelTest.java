package fieldloom.ui.ownfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.SessionThreads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFunctionsViewModelTest {
  private static final OwnFunction TIDY =
      new OwnFunction("TIDY", List.of("s"), "UPPER(TRIM(s))", Extras.NONE);

  private static EditorSession session(List<OwnFunction> functions, Rule... rules) {
    Mapping mapping = OrderToBill.empty().withRules(List.of(rules)).withFunctions(functions);
    EditorSession session =
        new EditorSession(
            mapping,
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    return session;
  }

  @Test
  void a_function_is_tried_with_arguments_before_it_is_there() {
    EditorSession session = session(List.of());
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session);
    model.type(new Draft("GREET", "a, b", "a & \"-\" & UPPER(b)", List.of("1 + 1")));
    assertThat(model.resultProperty().get().value()).isEmpty();
    model.type(model.draft().withArgument(1, "order.currency & \"x\""));
    assertThat(model.resultProperty().get().value()).isEqualTo("2-CNYX");
    model.type(new Draft("GREET", "a, b", "a / b", List.of("1", "0")));
    assertThat(model.resultProperty().get().fault()).isNotEmpty();
    assertThat(session.mapping().functions()).isEmpty();
    assertThat(model.apply()).isTrue();
    assertThat(session.mapping().functions())
        .containsExactly(new OwnFunction("GREET", List.of("a", "b"), "a / b", Extras.NONE));
    assertThat(session.undoLabelProperty().get()).isEqualTo("Add function GREET");
  }

  @Test
  void what_calls_a_function_follows_its_new_name() {
    OwnFunction twice = new OwnFunction("TWICE", List.of("s"), "tidy(s) & TIDY(s)", Extras.NONE);
    Rule note = Rule.formula("FNote", "Tidy(order.remark) & \"TIDY(\"");
    EditorSession session = session(List.of(TIDY, twice), note);
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session);
    assertThat(model.uses()).extracting(u -> u.name()).containsExactly("FNote", "TWICE");
    model.type(new Draft("NEAT", "s", "TRIM(s)", List.of()));
    model.apply();
    assertThat(session.mapping().rules().getFirst().formula())
        .isEqualTo("NEAT(order.remark) & \"TIDY(\"");
    assertThat(session.mapping().functions().get(1).formula()).isEqualTo("NEAT(s) & NEAT(s)");
    session.undo();
    assertThat(session.mapping().rules()).containsExactly(note);
    assertThat(session.mapping().functions()).containsExactly(TIDY, twice);
  }

  @Test
  void a_function_that_is_called_is_not_deleted() {
    EditorSession session = session(List.of(TIDY), Rule.formula("FNote", "TIDY(order.remark)"));
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session);
    model.delete();
    assertThat(session.mapping().functions()).hasSize(1);
    assertThat(model.messageProperty().get()).contains("FNote");
    EditorSession unused = session(List.of(TIDY));
    new OwnFunctionsViewModel(unused).delete();
    assertThat(unused.mapping().functions()).isEmpty();
  }

  @Test
  void a_rules_formula_becomes_a_function_of_what_it_reads() {
    Rule rule =
        Rule.formula("FNote", "UPPER(order.customer.name) & order.`ship-to`.name & order.remark");
    EditorSession session = session(List.of(), rule);
    OwnFunctionsViewModel model = OwnFunctionsViewModel.extracting(session, rule);
    assertThat(model.draft().params()).isEqualTo("name, name2, remark");
    assertThat(model.draft().formula()).isEqualTo("UPPER(name) & name2 & remark");
    model.type(
        new Draft(
            "NOTE", model.draft().params(), model.draft().formula(), model.draft().arguments()));
    String before = "示例客户李雷装车前电话确认";
    assertThat(model.resultProperty().get().value()).isEqualTo(before);
    assertThat(model.apply()).isTrue();
    assertThat(session.mapping().rules().getFirst().formula())
        .isEqualTo("NOTE(order.customer.name, order.`ship-to`.name, order.remark)");
    assertThat(session.preview().errors()).isZero();
    session.undo();
    assertThat(session.mapping().rules()).containsExactly(rule);
    assertThat(session.mapping().functions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', s, s",
    "UPPER, s, s",
    "tidy, s, s",
    "A B, s, s",
    "OK, 's, s', s",
    "OK, '1x', s",
    "OK, s, 'TRIM(s'",
  })
  void what_cannot_be_a_function_is_said(String name, String params, String formula) {
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session(List.of(TIDY)));
    model.begin();
    model.type(new Draft(name, params, formula, List.of()));
    assertThat(model.fault()).isNotBlank();
    assertThat(model.apply()).isFalse();
  }

  @Test
  void its_formula_reads_its_parameters_and_no_fields() {
    OwnFunctionsViewModel model = new OwnFunctionsViewModel(session(List.of(TIDY)));
    assertThat(model.bodyScope().names()).containsExactly("s");
    assertThat(model.bodyScope().target()).isNull();
  }
}
