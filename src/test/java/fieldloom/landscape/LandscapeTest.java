package fieldloom.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandscapeTest {
  private static final Area MAIN = new Area("main", new Words("Main", "主"));
  private static final Area OTHER = new Area("other", new Words("Other", "其他"));
  private static final Landscape THREE =
      new Landscape(
          List.of(MAIN, OTHER),
          List.of(system("crm", "main"), system("erp", "main"), system("oa", "other")),
          List.of(
              flow("order", "crm", "erp"), flow("stock", "erp", "crm"), flow("claim", "oa", "erp")),
          List.of(new Relation("erp", "crm", new Words("They talk.", "往来"))));

  @Test
  void twoSystemsAreJoinedByOneEdgeWithAllThatFlowsBetweenThem() {
    List<Edge> edges = THREE.edges(MAIN);

    assertThat(edges).hasSize(1);
    Edge edge = edges.getFirst();
    assertThat(edge.a()).isEqualTo("crm");
    assertThat(edge.b()).isEqualTo("erp");
    assertThat(edge.forth()).extracting(Flow::id).containsExactly("order");
    assertThat(edge.back()).extracting(Flow::id).containsExactly("stock");
    assertThat(edge.directions()).hasSize(2);
    assertThat(edge.sentence().english()).isEqualTo("They talk.");
  }

  @Test
  void aFlowBetweenTwoAreasIsOnNoneOfTheirPictures() {
    assertThat(THREE.edges(OTHER)).isEmpty();
  }

  @Test
  void aSystemTakesItsFlowsWithIt() {
    Landscape without = THREE.withoutSystem("crm");

    assertThat(without.systems()).extracting(BusinessSystem::id).containsExactly("erp", "oa");
    assertThat(without.flows()).extracting(Flow::id).containsExactly("claim");
    assertThat(without.relations()).isEmpty();
  }

  @Test
  void whatHasTheSameIdIsReplacedInItsPlace() {
    Landscape moved = THREE.moved("crm", 8, 16);

    assertThat(moved.systems()).extracting(BusinessSystem::id).containsExactly("crm", "erp", "oa");
    assertThat(moved.system("crm")).contains(system("crm", "main").at(8, 16));
    assertThat(THREE.with(flow("order", "oa", "crm")).flows()).hasSize(3);
    assertThat(THREE.with(flow("more", "oa", "crm")).flows()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"Quality System,quality-system", "CRM,crm-2", " order ,order-2"})
  void anIdIsMadeOfANameAndTakenByNobody(String name, String id) {
    assertThat(THREE.freeId(name)).isEqualTo(id);
  }

  @Test
  void whatIsWrittenIsReadBackAndWrittenAsTheSameBytes() throws LandscapeException {
    byte[] content = LandscapeFile.write(THREE);

    assertThat(LandscapeFile.read(content)).isEqualTo(THREE);
    assertThat(LandscapeFile.write(LandscapeFile.read(content))).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                          | no JSON at line 1",
        "{'a':1}                                                    | version 1 (/fieldloomLandscape)",
        "{'fieldloomLandscape':1}                                   | no area (/areas)",
        "{'fieldloomLandscape':1,'areas':[{}]}                      | a text at /areas/0/id",
        "{'fieldloomLandscape':1,'areas':[{'id':'a'}],'systems':[{'id':'x','area':'a','name':'X'}]}"
            + " | a number at /systems/0/x",
        "{'fieldloomLandscape':1,'areas':[{'id':'a'}],"
            + "'systems':[{'id':'x','area':'b','name':'X','x':1,'y':1}]} | “x” is in no area",
        "{'fieldloomLandscape':1,'areas':[{'id':'a'}],"
            + "'systems':[{'id':'x','area':'a','name':'X','x':1,'y':1},"
            + "{'id':'x','area':'a','name':'X','x':1,'y':1}]} | two systems “x”",
        "{'fieldloomLandscape':1,'areas':[{'id':'a'}],'flows':[{'id':'f','from':'x','to':'y'}]}"
            + " | “f” must go between two systems",
      })
  void aBadFileIsToldInASentenceThatSaysWhere(String json, String said) {
    byte[] content = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> LandscapeFile.read(content))
        .isInstanceOf(LandscapeException.class)
        .hasMessageContaining(said);
  }

  @Test
  void wordsMissingInALanguageAreShownInTheOther() {
    Words english = new Words("Orders", "");

    assertThat(english.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("Orders");
    assertThat(new Words("Orders", "订单").in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("订单");
    assertThat(new Words("Orders", "订单").both()).isEqualTo("Orders 订单");
    assertThat(Words.same("CRM").both()).isEqualTo("CRM");
  }

  private static BusinessSystem system(String id, String area) {
    return new BusinessSystem(
        id, area, id, new Words(id, id), Words.NONE, "box", id.equals("erp"), 0, 0);
  }

  private static Flow flow(String id, String from, String to) {
    return new Flow(id, from, to, new Words(id, id), null, null);
  }
}
