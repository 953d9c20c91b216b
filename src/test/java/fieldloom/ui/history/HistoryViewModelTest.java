package fieldloom.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.history.HistoryViewModel.Line;
import fieldloom.ui.history.HistoryViewModel.State;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {
  private static final FieldRef NOTE = FieldRef.parse("bill.FNote");

  private final EditorSession session = OrderToBill.session();
  private final HistoryViewModel model = new HistoryViewModel(session, Clock.systemDefaultZone());

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  private void edit() {
    session.apply(new Edit.Link(FieldRef.parse("order.remark"), NOTE));
    session.apply(new Edit.SetConstant(NOTE, "1"));
    session.apply(new Edit.SetFormula(NOTE, ""));
  }

  @Test
  void nothing_is_listed_before_the_first_step() {
    assertThat(model.lines()).isEmpty();
    assertThat(model.presentProperty().get()).isEqualTo(-1);
  }

  @Test
  void steps_are_listed_the_newest_first_by_the_names_that_undo_shows_with_their_times() {
    edit();
    assertThat(model.lines())
        .extracting(Line::label)
        .containsExactly(
            "Clear FNote", "Set FNote to 1", "Link remark to FNote", "As it was opened");
    assertThat(model.lines().getFirst().label()).isEqualTo(session.undoLabelProperty().get());
    assertThat(model.lines()).extracting(Line::time).last().isEqualTo("");
    assertThat(model.lines().subList(0, 3))
        .allSatisfy(line -> assertThat(line.time()).matches("\\d\\d:\\d\\d:\\d\\d"));
    assertThat(model.presentProperty().get()).isZero();
  }

  @Test
  void one_jumps_over_several_steps_and_back_and_nothing_is_lost() {
    edit();
    assertThat(model.goTo(model.lines().get(2))).isTrue();
    assertThat(session.mapping().rules().getLast().from()).isEqualTo("order.remark");
    assertThat(model.lines())
        .extracting(Line::state)
        .containsExactly(State.UNDONE, State.UNDONE, State.PRESENT, State.DONE);
    assertThat(session.redoLabelProperty().get()).isEqualTo("Set FNote to 1");
    assertThat(model.goTo(model.lines().get(2))).as("one is there already").isFalse();
    assertThat(model.goTo(model.lines().get(3))).isTrue();
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
    assertThat(session.undoLabelProperty().get()).isNull();
    assertThat(model.goTo(model.lines().get(1))).isTrue();
    assertThat(session.mapping().rules().getLast().formula()).isEqualTo("1");
  }

  @Test
  void an_edit_takes_the_place_of_what_was_undone() {
    edit();
    model.goTo(model.lines().get(2));
    session.apply(new Edit.SetConstant(NOTE, "2"));
    assertThat(model.lines())
        .extracting(Line::label)
        .containsExactly("Set FNote to 2", "Link remark to FNote", "As it was opened");
  }

  @Test
  void a_step_of_another_day_is_listed_with_its_day() {
    session.apply(new Edit.SetConstant(NOTE, "1"));
    HistoryViewModel later =
        new HistoryViewModel(session, Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(2)));
    assertThat(later.lines().getFirst().time()).contains("/").contains(":");
  }

  @Test
  void of_many_steps_the_last_are_kept_and_the_end_of_the_list_says_so() {
    for (int i = 0; i < 503; i++) {
      session.apply(new Edit.SetConstant(NOTE, String.valueOf(i)));
    }
    assertThat(model.lines()).hasSize(501);
    assertThat(model.lines().getLast().label()).isEqualTo("The oldest of 500 steps kept");
    model.goTo(model.lines().getLast());
    assertThat(session.mapping().rules().getLast().formula()).isEqualTo("2");
    model.goTo(model.lines().getFirst());
    assertThat(session.mapping().rules().getLast().formula()).isEqualTo("502");
  }

  @Test
  void the_words_follow_the_language() {
    edit();
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(model.lines().getLast().label()).isEqualTo("打开时的状态");
  }
}
