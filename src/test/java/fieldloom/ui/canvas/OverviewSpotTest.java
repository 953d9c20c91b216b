package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.canvas.OverviewPlace.Corner;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the overview stands, without a toolkit. */
class OverviewSpotTest {
  private static final OverviewSpot.Area AREA = new OverviewSpot.Area(600, 700, 76, 28, 1);

  private final Settings settings = Settings.inMemory();
  private final OverviewPlace place = new OverviewPlace(settings);

  private static Frame with(Cubic... lines) {
    List<Frame.Curve> curves =
        java.util.stream.Stream.of(lines)
            .map(
                line ->
                    new Frame.Curve(
                        line, 1.5, Frame.Tone.NORMAL, Frame.State.NORMAL, List.of(), null))
            .toList();
    return new Frame(
        List.of(), curves, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void it_stands_in_the_lower_right_where_nothing_runs() {
    OverviewSpot spot = OverviewSpot.choose(with(Cubic.across(0, 300, 600, 300)), AREA, place);
    assertThat(spot.corner()).isEqualTo(Corner.LOWER_RIGHT);
    assertThat(spot.x() + spot.width()).isEqualTo(590);
    assertThat(spot.y() + spot.height()).isEqualTo(700 - 28 - 10);
  }

  @Test
  void it_gives_way_to_links_and_never_covers_one() {
    Cubic low = Cubic.across(0, 640, 600, 640);
    OverviewSpot spot = OverviewSpot.choose(with(low), AREA, place);
    assertThat(spot.corner()).isEqualTo(Corner.UPPER_RIGHT);
    assertThat(spot.y() + spot.height()).isLessThan(76);
  }

  @Test
  void a_large_one_shrinks_beside_the_heads_where_links_are_everywhere() {
    place.resize(300);
    Cubic high = Cubic.across(0, 90, 600, 90);
    Cubic low = Cubic.across(0, 640, 600, 640);
    OverviewSpot spot = OverviewSpot.choose(with(high, low), AREA, place);
    assertThat(spot.corner()).isNull();
    assertThat(spot.y() + spot.height()).isLessThanOrEqualTo(76);
    assertThat(spot.width()).isLessThan(300);
  }

  @Test
  void zoomed_links_are_met_where_they_are_on_the_screen() {
    OverviewSpot.Area half = new OverviewSpot.Area(600, 700, 76, 28, 0.5);
    OverviewSpot spot = OverviewSpot.choose(with(Cubic.across(0, 1280, 1200, 1280)), half, place);
    assertThat(spot.corner()).isEqualTo(Corner.UPPER_RIGHT);
  }

  @Test
  void its_corner_and_size_and_whether_it_is_there_are_remembered() {
    place.dockNear(0.1, 0.9);
    place.resize(250);
    place.shownProperty().set(false);
    OverviewPlace again = new OverviewPlace(settings);
    assertThat(again.corner()).isEqualTo(Corner.LOWER_LEFT);
    assertThat(again.width()).isEqualTo(250);
    assertThat(again.shownProperty().get()).isFalse();
  }

  @Test
  void keys_go_round_the_corners_and_the_sizes() {
    place.nextCorner();
    assertThat(place.corner()).isEqualTo(Corner.LOWER_LEFT);
    place.nextCorner();
    place.nextCorner();
    place.nextCorner();
    assertThat(place.corner()).isEqualTo(Corner.LOWER_RIGHT);
    place.nextSize();
    assertThat(place.width()).isEqualTo(220);
    place.nextSize();
    place.nextSize();
    assertThat(place.width()).isEqualTo(OverviewPlace.WIDTH);
  }

  @Test
  void what_was_remembered_and_cannot_be_read_counts_as_not_there() {
    settings.put("overview.corner", "MIDDLE");
    settings.put("overview.width", "-1e9");
    OverviewPlace again = new OverviewPlace(settings);
    assertThat(again.corner()).isEqualTo(Corner.LOWER_RIGHT);
    assertThat(again.width()).isEqualTo(OverviewPlace.WIDTH);
  }
}
