package fieldloom.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.kit.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static final Picked CRM = new Picked.OfSystem("crm");
  private static final Picked ERP = new Picked.OfSystem("erp");
  private static final Picked BETWEEN = new Picked.OfEdge(new Pair("crm", "erp"));
  private static final Map<Picked, Box> THINGS =
      Landscapes.picture(Landscapes.small(), Language.ENGLISH).things();

  @Test
  void arrowsGoFromASystemOverTheCardToTheNextSystemAndBack() {
    assertThat(Walk.next(THINGS, CRM, Arrow.RIGHT)).isEqualTo(BETWEEN);
    assertThat(Walk.next(THINGS, BETWEEN, Arrow.RIGHT)).isEqualTo(ERP);
    assertThat(Walk.next(THINGS, ERP, Arrow.LEFT)).isEqualTo(BETWEEN);
    assertThat(Walk.next(THINGS, BETWEEN, Arrow.LEFT)).isEqualTo(CRM);
  }

  @Test
  void whereNothingLiesInThatDirectionOneStays() {
    assertThat(Walk.next(THINGS, CRM, Arrow.LEFT)).isEqualTo(CRM);
    assertThat(Walk.next(THINGS, CRM, Arrow.UP)).isEqualTo(CRM);
  }

  @Test
  void everyThingOfTheNineSystemsCanBeReached() throws Exception {
    Map<Picked, Box> things = Landscapes.picture(Landscapes.carried(), Language.ENGLISH).things();
    java.util.Set<Picked> reached = new java.util.LinkedHashSet<>(java.util.List.of(ERP));
    java.util.Deque<Picked> open = new java.util.ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Picked from = open.pop();
      for (Arrow arrow : Arrow.values()) {
        Picked next = Walk.next(things, from, arrow);
        if (reached.add(next)) {
          open.push(next);
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(things.keySet());
  }
}
