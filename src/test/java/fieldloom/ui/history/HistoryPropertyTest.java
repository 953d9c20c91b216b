package fieldloom.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.drawing.NodePath;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.DrawingEdit;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Preview;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is edited and wherever one jumps, no step is lost before another is made in its place.
 */
class HistoryPropertyTest {
  private static final List<String> TEXTS =
      List.of("order.remark", "UPPER(order.orderNo)", "\"100\"", "line.qty * 2", "UPPER(", "");
  private static final List<String> TARGETS = List.of("FNote", "FBillNo", "FEntity[].FQty");

  private EditorSession session;
  private HistoryViewModel model;

  /**
   * Something that is done.
   *
   * @param at which rule, field or line, from 0 and round again
   */
  record Step(Kind kind, int at, int other) {}

  /** What can be done. */
  enum Kind {
    TYPE,
    LINK,
    CONSTANT,
    CONDITION,
    CELLS,
    DELETE,
    DELETE_LOOP,
    SWAP_SCHEMA,
    FOLLOW_SCHEMA,
    RENAME,
    MOVE_NODE,
    INSERT_NODE,
    UNDO,
    REDO,
    JUMP
  }

  private void open() {
    session =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            request -> Preview.none(request.mapping()),
            SessionThreads.direct());
    model = new HistoryViewModel(session, Clock.systemDefaultZone());
  }

  @Property(tries = 300)
  void the_first_and_the_last_step_and_all_between_are_as_they_were_to_the_byte(
      @ForAll("steps") List<Step> steps) {
    open();
    byte[] first = MappingFile.write(OrderToBill.mapping());
    List<byte[]> states = new ArrayList<>(List.of(first));
    for (Step step : steps) {
      Mapping before = session.mapping();
      boolean edited = run(step) && session.mapping() != before;
      int done = session.courseProperty().get().done();
      if (edited) {
        states.subList(done, states.size()).clear();
        states.add(bytes());
      }
      assertThat(session.courseProperty().get().steps()).hasSize(states.size() - 1);
      assertThat(bytes()).as("%s", step).isEqualTo(states.get(done));
      assertLines(states.size(), done);
    }
    byte[] last = states.getLast();
    session.goTo(0);
    assertThat(bytes()).isEqualTo(first);
    session.goTo(states.size() - 1);
    assertThat(bytes()).isEqualTo(last);
  }

  private void assertLines(int states, int done) {
    if (states == 1) {
      assertThat(model.lines()).isEmpty();
      return;
    }
    assertThat(model.lines()).hasSize(states);
    for (HistoryViewModel.Line line : model.lines()) {
      HistoryViewModel.State state =
          line.done() == done
              ? HistoryViewModel.State.PRESENT
              : line.done() < done ? HistoryViewModel.State.DONE : HistoryViewModel.State.UNDONE;
      assertThat(line.state()).as("%s", line).isEqualTo(state);
    }
    assertThat(model.lines().get(model.presentProperty().get()).done()).isEqualTo(done);
  }

  private byte[] bytes() {
    return MappingFile.write(session.mapping());
  }

  /** Does it; whether it was an edit. */
  private boolean run(Step step) {
    List<Rule> rules = session.mapping().rules();
    FieldRef field = FieldRef.parse("bill." + TARGETS.get(step.at() % TARGETS.size()));
    String text = TEXTS.get(step.other() % TEXTS.size());
    Rule rule =
        rules.isEmpty() ? Rule.link("FNote", "order.x") : rules.get(step.at() % rules.size());
    Document order = session.mapping().driver();
    Document other =
        new Document(order.name(), "json", new SchemaRef.File("o" + step.at() % 3 + ".json"));
    Edit edit =
        switch (step.kind()) {
          case TYPE -> new Edit.SetFormula(field, text);
          case LINK -> new Edit.Link(FieldRef.parse("order.lines[].qty"), field);
          case CONSTANT -> new Edit.SetConstant(field, String.valueOf(step.other()));
          case CONDITION -> new Edit.SetWhen(rule, step.other() % 3 == 0 ? null : "line.qty > 1");
          case CELLS -> new Edit.FillRows(new Edit.Fill(field, null, text, null, "note " + text));
          case DELETE -> new Edit.DeleteRules(List.of(rule));
          case DELETE_LOOP -> new Edit.DeleteLoop(rule, step.other() % 2 == 0);
          case SWAP_SCHEMA -> new Edit.PutDocument(Side.SOURCE, other);
          case FOLLOW_SCHEMA ->
              new Edit.Rebind(
                  Side.SOURCE,
                  other,
                  Map.of(
                      FieldRef.parse(order.name() + ".remark"),
                      FieldRef.parse(order.name() + ".memo")));
          case RENAME ->
              new Edit.RenameDocument(
                  Side.SOURCE, order.name(), order.name().equals("order") ? "so" : "order");
          case MOVE_NODE -> new DrawingEdit.Place(rule, new RuleLook.Place(step.other() * 8, 16));
          case INSERT_NODE -> new DrawingEdit.Insert(rule, NodePath.ROOT, "UPPER");
          case UNDO, REDO, JUMP -> null;
        };
    if (edit != null) {
      session.apply(edit);
    } else if (step.kind() == Kind.UNDO) {
      session.undo();
    } else if (step.kind() == Kind.REDO) {
      session.redo();
    } else if (!model.lines().isEmpty()) {
      model.goTo(model.lines().get(step.at() % model.lines().size()));
    }
    return edit != null;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(Kind.class)), Tuple.of(1, Arbitraries.of(Kind.JUMP)));
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 60))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
