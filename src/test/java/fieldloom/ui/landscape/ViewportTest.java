package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport viewport = new Viewport();

  @BeforeEach
  void size() {
    viewport.resize(1000, 600);
  }

  @Test
  void whatFitsIsShownAtItsOwnSizeInTheMiddle() {
    viewport.fit(new Box(100, 100, 400, 200));
    assertThat(viewport.zoom()).isEqualTo(1);
    assertThat(viewport.seen().centreX()).isCloseTo(300, within(1.0));
    assertThat(viewport.seen().centreY()).isCloseTo(200, within(1.0));
  }

  @Test
  void whatIsLargerIsMadeSmallerUntilItFits() {
    Box bounds = new Box(-500, 0, 4000, 900);
    viewport.fit(bounds);
    assertThat(viewport.zoom()).isLessThan(0.25);
    assertThat(viewport.seen().with(bounds)).isEqualTo(viewport.seen());
  }

  @Test
  void whatIsUnderThePointerStaysThereWhileItIsZoomed() {
    viewport.fit(new Box(0, 0, 900, 500));
    double x = viewport.toLandscapeX(700);
    viewport.zoomAt(1.5, 700, 200);
    assertThat(viewport.toLandscapeX(700)).isCloseTo(x, within(0.5));
    assertThat(viewport.zoom()).isEqualTo(1.5);
    assertThat(viewport.isFitting()).isFalse();
  }

  @Test
  void zoomingEndsAtTwiceTheSizeAndAtATenthOfIt() {
    viewport.zoom(100);
    assertThat(viewport.zoom()).isEqualTo(2);
    viewport.zoom(0.0001);
    assertThat(viewport.zoom()).isEqualTo(0.1);
  }

  @Test
  void aThingOutOfViewIsBroughtInAndOneInViewMovesNothing() {
    viewport.fit(new Box(0, 0, 900, 500));
    viewport.reveal(new Box(10, 10, 100, 100));
    assertThat(viewport.isFitting()).isTrue();
    Box far = new Box(3000, 2000, 100, 50);
    viewport.reveal(far);
    assertThat(viewport.seen().with(far)).isEqualTo(viewport.seen());
  }
}
