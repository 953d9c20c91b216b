package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.landscape.Landscape;
import fieldloom.ui.kit.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TidyTest {

  private static Map<String, Tidy.Place> arrange(Landscape landscape) {
    AreaPicture picture = Landscapes.picture(landscape, Language.ENGLISH);
    return Tidy.arrange(
        List.copyOf(picture.systems().values()), List.copyOf(picture.edges().values()), 190);
  }

  @Test
  void theCentralSystemStaysAndTheOthersStandAroundIt() throws Exception {
    Map<String, Tidy.Place> places = arrange(Landscapes.carried());
    Tidy.Place erp = places.get("erp");
    assertThat(erp).isEqualTo(new Tidy.Place(536, 400));
    assertThat(places.get("crm")).isEqualTo(new Tidy.Place(erp.x() - 440, erp.y()));
    assertThat(places.get("plm")).isEqualTo(new Tidy.Place(erp.x(), erp.y() - 312));
    assertThat(places.get("aps")).isEqualTo(new Tidy.Place(erp.x() + 440, erp.y() + 312));
  }

  @Test
  void noTwoSystemsGetOnePlace() {
    Map<String, Tidy.Place> places = arrange(Landscapes.large(200, 600));
    assertThat(places).hasSize(200);
    assertThat(new HashSet<>(places.values())).hasSize(200);
  }

  @Test
  void withoutACentralSystemTheOneWithMostNeighboursIsInTheMiddle() {
    Landscape landscape =
        Landscapes.small().with(Landscapes.system("erp", "ERP", "ERP", "企业资源", false, 0, 0));
    assertThat(arrange(landscape).get("erp")).isEqualTo(new Tidy.Place(0, 0));
  }

  @Test
  void whatIsJoinedToTheMiddleStandsNearerThanWhatIsNot() {
    Landscape landscape = Landscapes.small();
    for (int i = 0; i < 9; i++) {
      landscape = landscape.with(Landscapes.system("x" + i, "X" + i, "", "", false, 540, 300));
    }
    Map<String, Tidy.Place> places = arrange(landscape);
    assertThat(Math.abs(places.get("wms").x() - places.get("erp").x())).isEqualTo(440);
  }

  @Test
  void nothingIsArrangedWhereThereIsNothing() {
    assertThat(arrange(Landscape.empty())).isEmpty();
  }
}
