package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CubicTest {
  private static final Cubic LINE = Cubic.across(0, 10, 200, 90);

  @Test
  void itBeginsAndEndsAtItsEnds() {
    assertThat(LINE.x(0)).isZero();
    assertThat(LINE.y(0)).isEqualTo(10);
    assertThat(LINE.x(1)).isEqualTo(200);
    assertThat(LINE.y(1)).isEqualTo(90);
  }

  @Test
  void itLeavesBothEndsHorizontally() {
    assertThat(LINE.cy1()).isEqualTo(LINE.y1());
    assertThat(LINE.cy2()).isEqualTo(LINE.y2());
    assertThat(LINE.y(0.05)).isCloseTo(10, within(1.0));
  }

  @Test
  void aPointOnItIsNoDistanceAwayAndOneFarAwayIsNotMeasured() {
    assertThat(LINE.distance(100, 50, 9)).isCloseTo(0, within(0.01));
    assertThat(LINE.distance(100, 58, 9)).isBetween(4.0, 8.0);
    assertThat(LINE.distance(100, 400, 9)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void halfTheWayToAnotherCurveLiesBetweenBoth() {
    Cubic other = Cubic.across(0, 110, 200, 190);
    Cubic half = LINE.towards(other, 0.5);
    assertThat(half.y1()).isEqualTo(60);
    assertThat(half.y2()).isEqualTo(140);
    assertThat(LINE.towards(other, 1)).isEqualTo(other);
  }

  @Test
  void itMeetsOnlyRectanglesAroundIt() {
    assertThat(LINE.mayMeet(50, 0, 60, 100)).isTrue();
    assertThat(LINE.mayMeet(300, 0, 400, 100)).isFalse();
    assertThat(LINE.mayMeet(0, 120, 200, 140)).isFalse();
  }
}
