package fieldloom.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.problems.ProblemsViewModel.Group;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SampleCheck;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of problems without a window. */
class ProblemsViewModelTest {
  private static final Mapping MAPPING =
      OrderToBill.empty()
          .withRules(
              List.of(
                  Rule.link("FBillNo", "order.orderNo"),
                  Rule.formula("FNote", "UPER(order.remark)"),
                  Rule.link("FTotal", "order.status"),
                  Rule.formula("FSalerName", "IF(TRUE, order.remark, \"\")")));

  private final EditorSession session =
      new EditorSession(
          MAPPING,
          OrderToBill.schemas(),
          Autosaver.none(),
          Previewer.engine(),
          SessionThreads.direct());
  private final ProblemsViewModel model =
      new ProblemsViewModel(
          session, SampleCheck::ownTables, Runnable::run, SessionThreads.direct());

  private static FieldRef bill(String path) {
    return FieldRef.parse("bill." + path);
  }

  private Line.Entry entry(String code) {
    return model.entries().stream()
        .filter(e -> e.problem().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void problems_stand_under_headings_of_their_kinds() {
    List<ProblemKind> kinds = new ArrayList<>();
    for (Line line : model.lines()) {
      if (line instanceof Line.Heading heading) {
        kinds.add(heading.kind());
      }
    }
    assertThat(kinds)
        .containsExactly(
            ProblemKind.NAMES, ProblemKind.REQUIRED, ProblemKind.TYPES, ProblemKind.REACH);
    assertThat(model.countProperty(Group.ERRORS).get()).isEqualTo(1);
    model.shownProperty(Group.WARNINGS).set(false);
    assertThat(model.lines()).hasSize(2);
  }

  @Test
  void the_next_one_passes_headings_by_and_selects_the_field() {
    model.next();
    assertThat(session.selection()).isEqualTo(Selection.target(bill("FNote")));
    assertThat(model.lines().get(model.selectedProperty().get())).isInstanceOf(Line.Entry.class);
    model.previous();
    assertThat(session.selection()).isEqualTo(Selection.target(bill("FSalerName")));
  }

  @Test
  void what_fails_with_the_sample_stands_with_the_warning_that_it_is_of() {
    Obj good = new Obj().put("status", "12");
    Obj bad = new Obj().put("status", "open");
    session.setSample(new Sample("s", Map.of("order", List.of(good, bad, bad))));
    Line.Entry entry = entry("may-lose");
    assertThat(entry.sample())
        .isEqualTo("“open” is no number. Record 2 of the sample, 2 records in all.");
    assertThat(model.entries()).noneMatch(e -> e.problem().code().equals("not-a-number"));
  }

  @Test
  void values_of_the_sample_that_a_schema_does_not_take_are_warnings() {
    Obj order = new Obj().put("orderNo", Num.of(1));
    session.setSample(new Sample("s", Map.of("order", List.of(order))));
    assertThat(model.entries()).noneMatch(e -> e.problem().code().equals("not-listed"));
  }

  @Test
  void an_accepted_warning_is_counted_apart_and_comes_back_when_its_rule_changes() {
    int warnings = model.countProperty(Group.WARNINGS).get();
    model.accept(entry("always-holds"), "only for the pilot");
    assertThat(model.countProperty(Group.ACCEPTED).get()).isEqualTo(1);
    assertThat(model.countProperty(Group.WARNINGS).get()).isEqualTo(warnings - 1);
    assertThat(session.preview().warnings()).isEqualTo(warnings - 1);
    assertThat(model.lines()).noneMatch(entry("always-holds")::equals);
    model.shownProperty(Group.ACCEPTED).set(true);
    assertThat(model.lines()).anyMatch(entry("always-holds")::equals);
    assertThat(entry("always-holds").reason()).isEqualTo("only for the pilot");
    assertThat(session.undoLabelProperty().get()).isEqualTo("Accept the warning of FSalerName");

    model.accept(entry("always-holds"), "");
    assertThat(Acceptances.of(session.mapping())).isEmpty();
    session.undo();
    Rule changed = Rule.formula("FSalerName", "IF(TRUE, order.status, \"\")");
    List<Rule> rules = new ArrayList<>(session.mapping().rules());
    rules.set(3, changed);
    session.apply(
        new fieldloom.ui.session.Edit.ReplaceMapping(session.mapping().withRules(rules), "c"));
    assertThat(entry("always-holds").accepted()).isFalse();
  }

  @Test
  void fixes_of_the_selected_field_are_offered_and_one_is_applied_as_a_step() {
    session.select(Selection.target(bill("FNote")));
    model.offerSelected();
    ProblemsViewModel.Offer offer = model.offerProperty().get();
    assertThat(offer.fixes()).extracting(f -> f.name()).contains("Write UPPER");
    model.apply(offer.fixes().getFirst());
    assertThat(session.mapping().rules().get(1).formula()).isEqualTo("UPPER(order.remark)");
    assertThat(session.undoLabelProperty().get()).isEqualTo("Write UPPER");
    assertThat(model.offerProperty().get()).isNull();
    assertThat(model.countProperty(Group.ERRORS).get()).isZero();
  }

  @Test
  void where_nothing_is_wrong_the_offer_says_so() {
    session.select(Selection.target(bill("FBillNo")));
    model.offerSelected();
    assertThat(model.offerProperty().get().entries()).isEmpty();
    assertThat(model.offerProperty().get().fixes()).isEmpty();
  }
}
