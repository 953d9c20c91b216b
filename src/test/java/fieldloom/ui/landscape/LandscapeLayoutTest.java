package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.landscape.Area;
import fieldloom.landscape.Landscape;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Language;
import fieldloom.ui.landscape.LandscapeLayout.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LandscapeLayoutTest {

  static Stream<AreaPicture> pictures() throws IOException {
    Landscape carried = Landscapes.carried();
    List<AreaPicture> all = new ArrayList<>();
    for (Language language : Language.values()) {
      for (Area area : carried.areas()) {
        all.add(Landscapes.picture(carried, area, language));
      }
    }
    all.add(Landscapes.picture(Landscapes.large(200, 600), Language.ENGLISH));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noCardLiesOverASystemOrAnotherCard(AreaPicture picture) {
    List<Lane> lanes = List.copyOf(picture.layout().lanes().values());
    assertThat(lanes).hasSameSizeAs(picture.edges().keySet()).isNotEmpty();
    for (int i = 0; i < lanes.size(); i++) {
      Box card = lanes.get(i).card();
      assertThat(picture.layout().systems().values()).noneMatch(box -> box.meets(card, 0));
      for (Lane other : lanes.subList(i + 1, lanes.size())) {
        assertThat(other.card().meets(card, 0)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everythingIsWithinTheBounds(AreaPicture picture) {
    Box bounds = picture.layout().bounds().grown(0.01);
    assertThat(picture.layout().systems().values())
        .allMatch(box -> bounds.with(box).equals(bounds));
    assertThat(picture.layout().lanes().values())
        .allMatch(lane -> bounds.with(lane.card()).equals(bounds));
  }

  @Test
  void theCardsOfTheNineSystemsLieOnTheirCurves() throws IOException {
    for (Language language : Language.values()) {
      AreaPicture picture = Landscapes.picture(Landscapes.carried(), language);
      assertThat(picture.layout().lanes().values())
          .allMatch(
              lane -> lane.line().distance(lane.card().centreX(), lane.card().centreY(), 9) < 1);
    }
  }

  @Test
  void theNineSystemsFitIntoTheCanvasOfTheUsualWindow() throws IOException {
    Viewport viewport = new Viewport();
    viewport.resize(1088, 788);
    for (Language language : Language.values()) {
      viewport.fit(Landscapes.picture(Landscapes.carried(), language).layout().bounds());
      assertThat(viewport.zoom()).as(language.label()).isEqualTo(1);
    }
  }

  @Test
  void systemsBesideEachOtherAreJoinedByAStraightLine() {
    AreaPicture picture = Landscapes.picture(Landscapes.small(), Language.ENGLISH);
    Cubic line = lane(picture, "crm", "erp").line();
    assertThat(line.y1()).isEqualTo(line.y2()).isEqualTo(300);
    assertThat(line.x1()).isEqualTo(picture.layout().systems().get("crm").right());
    assertThat(line.x2()).isEqualTo(picture.layout().systems().get("erp").x());
  }

  @Test
  void curvesThatLeaveBySideDoNotBeginAtOnePoint() throws IOException {
    AreaPicture picture = Landscapes.picture(Landscapes.carried(), Language.ENGLISH);
    assertThat(
            Stream.of("crm", "scrm", "srm")
                .map(
                    id ->
                        lane(picture, id.equals("srm") ? "erp" : id, id.equals("srm") ? id : "erp"))
                .map(
                    lane ->
                        Math.max(lane.line().x1(), lane.line().x2()) == 443
                            ? lane.line().x1() > lane.line().x2()
                                ? lane.line().y1()
                                : lane.line().y2()
                            : -1))
        .containsExactly(396.0, 371.0, 421.0);
  }

  @Test
  void theLayoutIsKeptWhereNothingHasMoved() {
    Landscape landscape = Landscapes.small();
    AreaPicture before = Landscapes.picture(landscape, Language.ENGLISH);
    AreaPicture after =
        AreaPicture.of(
            landscape, before.area(), Map.of(), FlowFilter.PROBLEMS, Language.ENGLISH, before);
    assertThat(after.layout()).isSameAs(before.layout());
    AreaPicture moved =
        AreaPicture.of(
            landscape.moved("wms", 980, 400),
            before.area(),
            Map.of(),
            FlowFilter.ALL,
            Language.ENGLISH,
            before);
    assertThat(moved.layout()).isNotSameAs(before.layout());
  }

  @Test
  void aPointMeetsCardsBeforeSystemsBeforeCurves() {
    LandscapeLayout layout = Landscapes.picture(Landscapes.small(), Language.ENGLISH).layout();
    Lane lane = layout.lanes().get(new Pair("crm", "erp"));
    assertThat(lane).isNotNull();
    Picked edge = new Picked.OfEdge(new Pair("crm", "erp"));
    assertThat(layout.at(lane.card().centreX(), lane.card().centreY(), 1)).isEqualTo(edge);
    assertThat(layout.at(100, 300, 1)).isEqualTo(new Picked.OfSystem("crm"));
    assertThat(layout.at(lane.line().x1() + 4, lane.line().y1() + 7, 1)).isEqualTo(edge);
    assertThat(layout.at(lane.line().x1() + 4, lane.line().y1() + 14, 1)).isEqualTo(Picked.NOTHING);
    assertThat(layout.at(100, 900, 1)).isEqualTo(Picked.NOTHING);
  }

  @Test
  void onTheWayToAnotherLayoutThingsLieBetween() {
    LandscapeLayout from = Landscapes.picture(Landscapes.small(), Language.ENGLISH).layout();
    LandscapeLayout to =
        Landscapes.picture(Landscapes.small().moved("wms", 980, 500), Language.ENGLISH).layout();
    assertThat(from.moved(to)).isEqualTo(1);
    LandscapeLayout half = from.towards(to, 0.5);
    assertThat(half.systems().get("wms").centreY()).isEqualTo(400, within(0.01));
    assertThat(half.lanes().keySet()).isEqualTo(Set.copyOf(to.lanes().keySet()));
    assertThat(from.towards(to, 1).systems()).isEqualTo(to.systems());
  }

  private static Lane lane(AreaPicture picture, String a, String b) {
    Lane lane = picture.layout().lanes().get(new Pair(a, b));
    assertThat(lane).as(a + " " + b).isNotNull();
    return lane;
  }
}
