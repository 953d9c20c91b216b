package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.store.StoreException;
import fieldloom.ui.OrderToBill;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditorSessionTest {
  private static final Edit LINK =
      new Edit.Link(FieldRef.parse("order.remark"), FieldRef.parse("bill.FNote"));

  /** Runs tasks when the test says so. */
  private static final class Later {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    void run() {
      for (int n = tasks.size(); n > 0; n--) {
        tasks.poll().run();
      }
    }
  }

  /** Keeps what is saved in memory. */
  private static final class Kept implements Autosaver {
    private final List<Mapping> saved = new ArrayList<>();
    private @Nullable FormulaDraft draft;
    private boolean full;

    @Override
    public int save(Mapping mapping) throws StoreException {
      if (full) {
        throw new StoreException("The disk is full.");
      }
      saved.add(mapping);
      return saved.size();
    }

    @Override
    public void saveDraft(@Nullable FormulaDraft value) {
      draft = value;
    }

    @Override
    public Optional<FormulaDraft> draft() {
      return Optional.ofNullable(draft);
    }
  }

  private static EditorSession session(Autosaver saver, SessionThreads threads) {
    return new EditorSession(
        OrderToBill.empty(), OrderToBill.schemas(), saver, OrderToBill.canned(), threads);
  }

  @Test
  void edits_are_undone_and_redone_by_name() {
    EditorSession session = OrderToBill.session(OrderToBill.empty());
    Mapping before = session.mapping();
    session.apply(LINK);
    Mapping after = session.mapping();
    assertThat(session.undoLabelProperty().get()).isEqualTo("Link remark to FNote");
    assertThat(session.undo()).isEqualTo("Link remark to FNote");
    assertThat(session.mapping()).isEqualTo(before);
    assertThat(session.redo()).isEqualTo("Link remark to FNote");
    assertThat(session.mapping()).isEqualTo(after);
    assertThat(session.redo()).isNull();
  }

  @Test
  void an_edit_that_changes_nothing_is_no_step() {
    EditorSession session = OrderToBill.session(OrderToBill.empty());
    session.apply(LINK);
    session.apply(LINK);
    session.undo();
    assertThat(session.undo()).isNull();
  }

  @Test
  void a_new_edit_forgets_what_was_undone() {
    EditorSession session = OrderToBill.session(OrderToBill.empty());
    session.apply(LINK);
    session.undo();
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FNote"), "\"x\""));
    assertThat(session.redoLabelProperty().get()).isNull();
  }

  @Property(tries = 50)
  void undoing_every_step_leads_back_and_redoing_leads_forth(@ForAll long seed) {
    Random random = new Random(seed);
    EditorSession session = OrderToBill.session();
    List<Mapping> history = new ArrayList<>(List.of(session.mapping()));
    for (int i = 0; i < 12; i++) {
      session.apply(anyEdit(session, random));
      if (!session.mapping().equals(history.getLast())) {
        history.add(session.mapping());
      }
    }
    for (int i = history.size() - 2; i >= 0; i--) {
      session.undo();
      assertThat(session.mapping()).isEqualTo(history.get(i));
    }
    for (Mapping mapping : history.subList(1, history.size())) {
      session.redo();
      assertThat(session.mapping()).isEqualTo(mapping);
    }
  }

  private static Edit anyEdit(EditorSession session, Random random) {
    List<String> sources =
        List.of("order.remark", "order.lines[].sku", "order.lines[].qty", "order.extras.tags[]");
    List<String> targets =
        List.of("bill.FNote", "bill.FEntity[].FSeq", "bill.FEntity[].FQty", "bill.FTags[]");
    FieldRef from = FieldRef.parse(sources.get(random.nextInt(sources.size())));
    FieldRef to = FieldRef.parse(targets.get(random.nextInt(targets.size())));
    List<Rule> rules = session.mapping().rules();
    return switch (random.nextInt(4)) {
      case 0 -> new Edit.Link(from, to);
      case 1 -> new Edit.Combine(from, to, Edit.Combine.How.FIRST_NON_EMPTY);
      case 2 -> new Edit.SetFormula(to, random.nextBoolean() ? "" : "1 + " + random.nextInt(9));
      default ->
          rules.isEmpty()
              ? LINK
              : new Edit.DeleteRules(List.of(rules.get(random.nextInt(rules.size()))));
    };
  }

  @Test
  void the_newest_mapping_is_saved_once_after_a_moment() {
    Later timer = new Later();
    Kept kept = new Kept();
    SessionThreads direct = SessionThreads.direct();
    List<Duration> delays = new ArrayList<>();
    EditorSession session =
        session(
            kept,
            new SessionThreads(
                direct.ui(),
                direct.preview(),
                direct.save(),
                (delay, task) -> {
                  delays.add(delay);
                  timer.tasks.add(task);
                }));
    session.apply(LINK);
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FTotal"), "1"));
    assertThat(session.saveState()).isInstanceOf(SaveState.Saving.class);
    assertThat(kept.saved).isEmpty();
    timer.run();
    assertThat(kept.saved).containsExactly(session.mapping());
    assertThat(session.saveState()).isInstanceOf(SaveState.Saved.class);
    assertThat(delays).allMatch(d -> d.toMillis() <= 500);
  }

  @Test
  void a_failed_save_is_said_and_tried_again() {
    Kept kept = new Kept();
    kept.full = true;
    EditorSession session = session(kept, SessionThreads.direct());
    session.apply(LINK);
    assertThat(session.saveState()).isEqualTo(new SaveState.Failed("The disk is full."));
    kept.full = false;
    session.retrySave();
    assertThat(kept.saved).containsExactly(session.mapping());
  }

  @Test
  void what_is_typed_is_kept_and_offered_on_the_next_opening() {
    Kept kept = new Kept();
    FormulaDraft draft = new FormulaDraft(FieldRef.parse("bill.FNote"), "UPPER(order.rem");
    session(kept, SessionThreads.direct()).saveDraft(draft);
    assertThat(session(kept, SessionThreads.direct()).foundDraftProperty().get()).isEqualTo(draft);
    assertThat(FormulaDraft.decode(draft.encode())).contains(draft);
  }

  @Test
  void a_preview_of_an_older_mapping_is_dropped() {
    Later background = new Later();
    Later results = new Later();
    SessionThreads direct = SessionThreads.direct();
    List<Mapping> previewed = new ArrayList<>();
    EditorSession session =
        new EditorSession(
            OrderToBill.empty(),
            Map.of(),
            Autosaver.none(),
            request -> {
              previewed.add(request.mapping());
              return Preview.none(request.mapping());
            },
            new SessionThreads(
                results.tasks::add, background.tasks::add, direct.save(), direct.timer()));
    session.apply(LINK);
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FTotal"), "1"));
    background.run();
    assertThat(previewed).containsExactly(session.mapping());
    assertThat(session.isPreviewStale()).isTrue();
    results.run();
    assertThat(session.isPreviewStale()).isFalse();
  }

  @Test
  void values_are_muted_only_where_newer_ones_keep_waiting() {
    Later background = new Later();
    Later timer = new Later();
    EditorSession session =
        new EditorSession(
            OrderToBill.empty(),
            Map.of(),
            Autosaver.none(),
            request -> Preview.none(request.mapping()),
            new SessionThreads(
                Runnable::run,
                background.tasks::add,
                Runnable::run,
                (delay, task) -> timer.tasks.add(task)));
    session.apply(LINK);
    assertThat(session.isPreviewStale()).isTrue();
    assertThat(session.isPreviewLate()).isFalse();
    background.run();
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FTotal"), "1"));
    Later second = new Later();
    second.tasks.add(timer.tasks.pollLast());
    // The wait that ends is that of the edit before, whose values have come.
    timer.run();
    assertThat(session.isPreviewLate()).isFalse();
    second.run();
    assertThat(session.isPreviewLate()).isTrue();
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FTotal"), "2"));
    assertThat(session.isPreviewLate()).isTrue();
    background.run();
    assertThat(session.isPreviewLate()).isFalse();
  }

  @Test
  void a_selected_rule_stays_selected_when_it_changes() {
    EditorSession session = OrderToBill.session();
    Rule rule = session.index().filling(FieldRef.parse("bill.FBillNo")).getFirst().rule();
    session.select(Selection.rule(rule));
    session.apply(new Edit.SetFormula(FieldRef.parse("bill.FBillNo"), "UPPER(order.orderNo)"));
    assertThat(session.selection().rule().formula()).isEqualTo("UPPER(order.orderNo)");
    session.deleteSelected();
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FBillNo")));
    assertThat(session.index().filling(FieldRef.parse("bill.FBillNo"))).isEmpty();
  }

  @Test
  void a_selected_field_isolates_its_path() {
    EditorSession session = OrderToBill.session();
    session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
    assertThat(session.related().sources())
        .extracting(FieldRef::toString)
        .containsExactlyInAnyOrder(
            "order.lines[].qty", "order.lines[].price", "order.lines[].taxRate");
    session.select(Selection.source(FieldRef.parse("order.lines[].qty")));
    assertThat(session.related().targets())
        .extracting(FieldRef::toString)
        .containsExactlyInAnyOrder("bill.FEntity[].FQty", "bill.FEntity[].FAmount");
    assertThat(session.related().sources()).hasSize(1);
  }

  @Test
  void a_source_that_is_renamed_is_renamed_in_all_that_reads_it() {
    EditorSession session = OrderToBill.session();
    session.apply(new Edit.RenameDocument(Side.SOURCE, "order", "crm"));
    assertThat(LinkEditTest.rules(session.mapping()))
        .contains(
            "FBillNo <crm.orderNo>",
            "FEntity[] <each crm.lines[] as line>",
            "FTotal <SUM(bill.FEntity[].FAmount)>")
        .noneMatch(r -> r.contains("order."));
  }
}
