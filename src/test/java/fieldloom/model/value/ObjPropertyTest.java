package fieldloom.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An object behaves as a map that keeps its order, whatever is done to it. */
class ObjPropertyTest {

  /** Something done to an object: a value of null removes the field. */
  record Step(String name, Integer value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> names = Arbitraries.integers().between(0, 40).map(n -> "f" + n);
    Arbitrary<Integer> values = Arbitraries.integers().between(-5, 5);
    return Combinators.combine(names, values)
        .as((name, value) -> new Step(new String(name), value))
        .list()
        .ofMaxSize(120);
  }

  @Property
  void isAMapThatKeepsItsOrder(@ForAll("steps") List<Step> steps) {
    Obj object = new Obj();
    Map<String, Object> map = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step.value() < -2) {
        object.put(step.name(), Absent.ABSENT);
        map.remove(step.name());
      } else {
        object.put(step.name(), Num.of(step.value()));
        map.put(step.name(), Num.of(step.value()));
      }
      assertThat(object.has(step.name())).isEqualTo(map.containsKey(step.name()));
    }

    assertThat(object.size()).isEqualTo(map.size());
    assertThat(object.fields()).isEqualTo(map);
    assertThat(List.copyOf(object.fields().keySet())).isEqualTo(List.copyOf(map.keySet()));
    Obj again = new Obj();
    for (String name : map.keySet().stream().sorted().toList()) {
      again.put(name, object.get(name));
    }
    assertThat(again).isEqualTo(object).hasSameHashCodeAs(object);
    assertThat(object.get("none")).isSameAs(Absent.ABSENT);
  }
}
