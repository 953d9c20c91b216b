package fieldloom.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.TestCase;
import fieldloom.model.RecordError;
import fieldloom.model.SchemaNode;
import fieldloom.pack.TestCases.Output;
import fieldloom.pack.TestCases.Result;
import fieldloom.pack.TestCoverage;
import fieldloom.pack.comparison.Comparison;
import fieldloom.pack.comparison.FieldResult;
import fieldloom.pack.comparison.FieldResult.Kind;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Background;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TestEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dock of test cases without a window. */
class TestsViewModelTest {
  private final LinkedBlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
  private final Executor fx = arrived::add;
  private final Background background = new Background(fx);
  private final FakeRunner runner = new FakeRunner();
  private final EditorSession session =
      OrderToBill.session(
          OrderToBill.mapping().withTests(List.of(test("one"), test("two"), test("three"))));
  private final TestsViewModel model = new TestsViewModel(session, runner, background);

  @AfterEach
  void end() {
    background.close();
  }

  private static TestCase test(String name) {
    return new TestCase(
        name,
        Map.of("order", name + ".json"),
        name + "-bill.json",
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Extras.NONE);
  }

  private void settle() throws InterruptedException {
    while (background.runningProperty().get() > 0) {
      arrived.take().run();
    }
  }

  /** Says of each case what its expected and actual documents are. */
  private static final class FakeRunner implements TestRunner {
    private final Map<String, String[]> documents =
        Map.of(
            "one", new String[] {"{\"FBillNo\": \"A\"}", "{\"FBillNo\": \"A\"}"},
            "two",
                new String[] {
                  "{\"FBillNo\": \"A\", \"FDate\": \"x\", \"FEntity\": [{\"FQty\": 1}, {\"FQty\": 2.0}]}",
                  "{\"FBillNo\": \"B\", \"FDate\": \"x\", \"FEntity\": [{\"FQty\": 5}, {\"FQty\": 2}]}"
                },
            "three", new String[] {"{\"FDate\": \"x\"}", "{}"});

    private final List<Mapping> ran = new ArrayList<>();
    private @Nullable Map<String, Set<Integer>> accepted;

    @Override
    public Callable<TestReport> running(Mapping mapping) {
      ran.add(mapping);
      return () -> {
        List<Result> results = new ArrayList<>();
        for (TestCase test : mapping.tests()) {
          results.add(result(mapping, test));
        }
        return new TestReport(mapping, results, new TestCoverage(3, 2, List.of()));
      };
    }

    private Result result(Mapping mapping, TestCase test) throws FormatException {
      String[] both = documents.getOrDefault(test.name(), new String[] {"{}", "{}"});
      List<Object> actual = List.of(JsonValues.parse(both[1]));
      Comparison comparison =
          Comparison.of(
              "bill",
              OrderToBill.schemas().get("bill").root(),
              test.ignore(),
              List.of(JsonValues.parse(both[0])),
              actual);
      return new Result(
          test.name(),
          List.of(
              new Output(
                  mapping.mainTarget(),
                  test.expect(),
                  comparison,
                  comparison.results(),
                  actual,
                  true)),
          null);
    }

    @Override
    public Callable<TestCase> accepting(
        Mapping mapping, Result result, @Nullable Map<String, Set<Integer>> places) {
      accepted = places;
      return () -> test(result.name()).withExpects("new.json", Map.of());
    }

    @Override
    public Callable<TestCase> expecting(Mapping mapping, TestCase test) {
      return () -> test.withExpects("wanted.json", Map.of());
    }

    @Override
    public Callable<String> keeping(Mapping mapping, String name, String json) {
      return () -> name + ".json";
    }

    @Override
    public String beside(String sample) {
      return sample;
    }
  }

  @Test
  void nothing_runs_before_the_dock_is_shown_and_each_edit_runs_the_cases_again_while_it_is()
      throws Exception {
    session.apply(new TestEdit.Delete("three"));
    assertThat(runner.ran).isEmpty();
    model.setShown(true);
    settle();
    session.apply(new TestEdit.Delete("one"));
    assertThat(model.staleProperty().get()).isTrue();
    settle();
    assertThat(runner.ran).hasSize(2);
    assertThat(model.staleProperty().get()).isFalse();
    assertThat(model.cases()).extracting(CaseLine::name).containsExactly("two");
  }

  @Test
  void the_first_case_that_fails_is_shown_and_its_fields_are_marked() throws Exception {
    model.setShown(true);
    settle();
    assertThat(model.chosenProperty().get().name()).isEqualTo("two");
    assertThat(model.passing()).isEqualTo(1);
    assertThat(model.differing()).isEqualTo(2);
    assertThat(model.count(Kind.EQUAL, Kind.EQUAL_BY_VALUE)).isEqualTo(2);
    assertThat(model.marksProperty().get())
        .containsEntry(FieldRef.parse("bill.FBillNo"), false)
        .containsEntry(FieldRef.parse("bill.FDate"), true)
        .containsEntry(FieldRef.parse("bill.FEntity[].FQty"), false);
    model.setShown(false);
    assertThat(model.marksProperty().get()).isEmpty();
  }

  @Test
  void the_next_difference_goes_on_to_the_next_case_and_round() throws Exception {
    model.setShown(true);
    settle();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      model.next();
      places.add(model.chosenProperty().get().name() + " " + model.currentProperty().get().place());
    }
    assertThat(places)
        .containsExactly("two FBillNo", "two FEntity[1].FQty", "three FDate", "two FBillNo");
    assertThat(session.selection().field()).isEqualTo(FieldRef.parse("bill.FBillNo"));
  }

  @Test
  void only_differences_are_shown_where_that_is_wanted() throws Exception {
    model.setShown(true);
    settle();
    assertThat(model.rows()).hasSize(4);
    model.differencesOnlyProperty().set(true);
    assertThat(model.rows()).hasSize(2).allMatch(FieldRow::differs);
  }

  @Test
  void one_difference_is_accepted_where_one_is_chosen_else_the_whole_output() throws Exception {
    model.setShown(true);
    settle();
    model.next();
    int at = model.currentProperty().get().result().at();
    model.accept();
    settle();
    assertThat(runner.accepted).isEqualTo(Map.of("bill", Set.of(at)));
    assertThat(session.mapping().tests().get(1).expect()).isEqualTo("new.json");
    assertThat(session.undo()).isEqualTo("Accept result of two");
    assertThat(session.mapping().tests().get(1).expect()).isEqualTo("two-bill.json");
    model.acceptAll();
    settle();
    assertThat(runner.accepted).isNull();
  }

  @Test
  void an_ignored_field_is_no_difference_until_it_is_compared_again() throws Exception {
    model.setShown(true);
    settle();
    model.next();
    model.ignore();
    settle();
    assertThat(session.mapping().tests().get(1).ignore()).containsExactly("FBillNo");
    assertThat(model.differing()).isEqualTo(1);
    assertThat(model.currentProperty().get().result().kind()).isEqualTo(Kind.IGNORED);
    model.ignore();
    settle();
    assertThat(model.differing()).isEqualTo(2);
  }

  @Test
  void documents_of_ten_thousand_lines_are_folded_around_what_differs() throws Exception {
    StringBuilder expected = new StringBuilder("{\"l\": [0");
    for (int i = 1; i < 10_000; i++) {
      expected.append(", ").append(i);
    }
    String all = expected.append("]}").toString();
    Comparison comparison =
        Comparison.of(
            "bill",
            SchemaNode.any("bill"),
            List.of(),
            List.of(JsonValues.parse(all)),
            List.of(JsonValues.parse(all.replace(" 5000,", " 50001,"))));
    Result result =
        new Result(
            "big",
            List.of(
                new Output(
                    session.mapping().mainTarget(),
                    "f",
                    comparison,
                    comparison.results(),
                    List.of(),
                    true)),
            null);
    List<DocumentLine> lines = DocumentLines.of(result);
    assertThat(lines).hasSize(10_004);
    List<DocumentLine> folded = DocumentLines.folded(lines, Set.of());
    assertThat(folded).hasSize(9);
    assertThat(folded).filteredOn(DocumentLines::differs).hasSize(1);
    assertThat(folded.stream().mapToInt(DocumentLine::folded).sum()).isEqualTo(10_004 - 7);
    int first = folded.getFirst().number();
    assertThat(DocumentLines.folded(lines, Set.of(first))).hasSizeGreaterThan(5_000);
  }

  @Test
  void lines_of_the_documents_lead_to_their_fields_and_fields_to_their_lines() throws Exception {
    model.setShown(true);
    settle();
    Result result = model.chosenProperty().get().result();
    List<DocumentLine> lines = DocumentLines.of(result);
    for (FieldResult field : result.outputs().getFirst().fields()) {
      assertThat(lines)
          .as(field.path())
          .filteredOn(line -> line.place() == field.at())
          .isNotEmpty()
          .allMatch(line -> line.target().equals(field.target()) && line.kind() == field.kind());
    }
    DocumentLine quantity =
        lines.stream()
            .filter(line -> line.actual().equals("\"FQty\": 5"))
            .findFirst()
            .orElseThrow();
    model.go(quantity.target(), quantity.place());
    assertThat(model.currentProperty().get().place()).isEqualTo("FEntity[1].FQty");
  }

  @Test
  void records_of_a_run_are_kept_as_cases_of_their_own() throws Exception {
    CaseKeeper keeper = new CaseKeeper(session, runner, background);
    List<String> kept = new ArrayList<>();
    keeper.keepRecords(
        7,
        List.of(error(3, "{\"orderNo\": \"x\"}"), error(4, null), error(5, "{}")),
        kept::addAll,
        kept::add);
    settle();
    assertThat(kept).containsExactly("Run 7, record 3", "Run 7, record 5");
    TestCase made = session.mapping().tests().getLast();
    assertThat(made.in()).containsEntry("order", "run-7-5.json");
    assertThat(made.expect()).isEqualTo("wanted.json");
    assertThat(keeper.fault("one")).isNotEmpty();
    assertThat(keeper.free("one")).isEqualTo("one 2");
  }

  private static RecordError error(long record, @Nullable String input) {
    return new RecordError(record, "", null, null, "c", "m", input);
  }
}
